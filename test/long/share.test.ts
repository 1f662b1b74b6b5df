/** Ten thousand reports for one new caseworker, by the desk's own files against the real server, stopped in between. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Run } from '../../src/islands/desk/share-run.ts';
import {
  newReportKey,
  openSecret,
  type Reader,
  randomId,
  sealSecret,
  sha256Hex,
  utf8,
} from '../../src/platform/keys/index.ts';
import { insertReports } from '../../src/report/sealed/arrivals-store.ts';
import { arrive, cast, signedByRoot } from '../cast.ts';
import { sharer, shares, sharingOf } from '../sharing.ts';
import { type TestWorld, world } from '../world.ts';

const all = 10_000;
const atOnce = 250;

/** Every hundredth without Omar. The secrets are real; nobody reads the words. */
async function tellMany(here: TestWorld, { ines, omar }: { ines: Reader; omar: Reader }): Promise<void> {
  const { id: installation } = here.installation;
  const now = here.clock.now();
  for (let from = 0; from < all; from += atOnce) {
    const reports = await Promise.all(
      Array.from({ length: atOnce }, async (_, n) => {
        const id = randomId();
        const { identity, recipient } = await newReportKey();
        const readers = (from + n) % 100 === 0 ? [ines] : [ines, omar];
        const bound = { told: sha256Hex(utf8(id)), readers: readers.map((one) => one.id) };
        const secret = await sealSecret(
          { installation, report: id, identity, bound },
          readers.map((one) => one.recipient),
        );
        return {
          id,
          who: 'me' as const,
          kinds: ['followed' as const],
          soon: false,
          helped: 'nobody_did' as const,
          place: null,
          cell: null,
          week: null,
          part: null,
          language: 'en' as const,
          formVersion: 1,
          cameBy: 'self' as const,
          consents: { count: true, ask: null, contact: false, keep: false },
          consentsSignature: '',
          recipient,
          signer: '',
          readers: bound.readers,
          together: false,
          lookupHash: utf8(id),
          secret,
          told: utf8(id),
          arrived: '2026-11-22',
          arrivedMinute: now,
        };
      }),
    );
    const written = await insertReports(here.database.db, reports);
    if (!written.every(Boolean)) throw new Error('A report was not written');
  }
  await here.settle();
}

test('ten thousand, stopped three times: each is shared once, those without Omar never', async () => {
  await using here = await world();
  const people = await cast(here);
  await tellMany(here, { ines: people.ines.reader, omar: people.omar.reader });
  const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] });
  await signedByRoot(here, 'add', hanan.reader);
  here.clock.pass({ hours: 73 });
  const ines = await sharer(here, await people.as(people.ines), people.ines);
  const to = hanan.reader.id;
  const fair = all - all / 100;
  expect((await sharingOf(ines.browser)).people).toEqual([{ to, reports: fair, again: false }]);

  let written = 0;
  const figures: string[] = [];
  for (const stopAt of [1111, 2222, 3333, Number.POSITIVE_INFINITY]) {
    let last: Run | null = null;
    const { ended } = await shares(ines, to, {
      stopAt,
      on: (run) => {
        last = run;
      },
    });
    const { shared, took } = last ?? { shared: 0, took: 0 };
    written += shared;
    figures.push(`${shared} in ${(took / 1000).toFixed(1)} s, ${(took / shared).toFixed(1)} s a thousand`);
    expect(ended).toBe(stopAt === Number.POSITIVE_INFINITY);
    expect((await sharingOf(ines.browser)).reports).toBe(fair - written);
  }
  console.log(figures.join('\n'));
  expect(written).toBe(fair);
  const { db } = here.database;
  const { rows } = await sql<{ readers: string; shared: string; told: string }>`select
    (select count(*) from report where ${to} = any(readers)) as readers,
    (select count(distinct report) from report_event where what = 'shared') as shared,
    (select sum(reports) from shared_again) as told`.execute(db);
  expect(rows).toEqual([{ readers: String(fair), shared: String(fair), told: String(fair) }]);
  const some = await sql<{ report: string; body: Uint8Array }>`select report, body from report_secret
    join report on report.id = report_secret.report where ${to} = any(readers) order by report limit 50`.execute(
    db,
  );
  for (const { report, body } of some.rows) {
    await openSecret(body, hanan.keys.identity, { installation: here.installation.id, report });
    await openSecret(body, people.omar.keys.identity, { installation: here.installation.id, report });
  }
}, 900_000);
