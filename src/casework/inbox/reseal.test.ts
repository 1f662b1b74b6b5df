import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { amalTells, arrive, type Cast, cast, type Keyholder, signedByRoot } from '../../../test/cast.ts';
import { type Sharer, sharer, shares, sharingOf } from '../../../test/sharing.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { fromBase64url, openSecret } from '../../platform/keys/index.ts';
import type { InboxAnswer, OpenedReport, UnsharedPage } from '../wire.ts';

/** Three told to both, one without Omar, one by a minor; then Hanan comes, who is not child-trained. */
async function later(
  here: TestWorld,
  people: Cast,
): Promise<{ ids: string[]; hanan: Keyholder; ines: Sharer }> {
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await amalTells(here)).id);
  await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
  await amalTells(here, { age: 'under_18' });
  await here.settle();
  const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] });
  await signedByRoot(here, 'add', hanan.reader);
  here.clock.pass({ hours: 73 });
  return { ids, hanan, ines: await sharer(here, await people.as(people.ines), people.ines) };
}

describe('a caseworker who comes later', () => {
  it('is let in by a colleague to what she may read, and to nothing else', async () => {
    await using here = await world();
    const people = await cast(here);
    const { ids, hanan, ines } = await later(here, people);
    const to = hanan.reader.id;
    expect(await sharingOf(ines.browser)).toEqual({
      people: [{ to, reports: 3, again: false }],
      reports: 3,
      log: [],
    });
    expect(await shares(ines, to)).toMatchObject({ ended: true, run: { shared: 3, kept: 0 } });

    const hers = await people.as(hanan);
    const { lines } = (await hers.get('/desk/api/inbox')).json<InboxAnswer>();
    expect(lines.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const [report = ''] = ids;
    await hers.post('/desk/api/claim', { report });
    const opened = (await hers.post('/desk/api/open', { report })).json<OpenedReport>();
    const place = { installation: here.installation.id, report };
    await openSecret(fromBase64url(opened.secret), hanan.keys.identity, place);
    expect(opened.events.slice(0, 3).map(({ what, who }) => [what, who])).toEqual([
      ['received', null],
      ['handed', 'Ines'],
      ['shared', 'Ines'],
    ]);
    const { people: left, log } = await sharingOf(ines.browser);
    expect(left).toEqual([]);
    expect(log).toMatchObject([{ by: 'Ines', name: 'Hanan', reports: 3 }]);
  });

  it('can be let in in pieces, by two colleagues, and never twice', async () => {
    await using here = await world();
    const people = await cast(here);
    const { hanan, ines } = await later(here, people);
    const to = hanan.reader.id;
    const omar = await sharer(here, await people.as(people.omar), people.omar);
    const ask = { to, after: null };
    const [first, second] = await Promise.all(
      [ines, omar].map(({ browser }) => browser.post('/desk/api/reseal/secrets', ask)),
    );
    expect(first?.json<UnsharedPage>().reports).toHaveLength(3);
    expect(await shares(ines, to, { stopAt: 2 })).toMatchObject({ ended: false });
    expect((await sharingOf(ines.browser)).reports).toBe(3);
    const page = second?.json<UnsharedPage>() ?? { reports: [], after: null };
    expect(page.reports).toHaveLength(3);
    expect(await shares(ines, to)).toMatchObject({ run: { shared: 3 } });
    // Omar's browser sends what it had sealed meanwhile: nothing is written, and nothing is refused.
    const sent = page.reports.map(({ id, secret, readers }) => ({ report: id, secret, readers }));
    expect((await omar.browser.post('/desk/api/reseal', { to, reports: sent })).json()).toEqual({
      shared: 0,
    });
    expect((await sharingOf(omar.browser)).log).toHaveLength(1);
  });

  it('a batch that names one reader too many is refused whole', async () => {
    await using here = await world();
    const people = await cast(here);
    const { hanan, ines } = await later(here, people);
    const to = hanan.reader.id;
    const page = (
      await ines.browser.post('/desk/api/reseal/secrets', { to, after: null })
    ).json<UnsharedPage>();
    const reports = page.reports.map(({ id, secret, readers }, at) => {
      return { report: id, secret, readers: at === 1 ? [...readers, people.layla.reader.id] : readers };
    });
    const refused = await ines.browser.post('/desk/api/reseal', { to, reports });
    expect(refused.json()).toMatchObject({ code: 'readers_changed' });
    expect(await sharingOf(ines.browser)).toMatchObject({ reports: 3, log: [] });
  });

  it('gets nothing while the 72 hours last, and an outside reader never', async () => {
    await using here = await world();
    const people = await cast(here);
    await amalTells(here);
    await here.settle();
    const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] });
    await signedByRoot(here, 'add', hanan.reader);
    const ines = await people.as(people.ines);
    for (const { id: to } of [hanan.reader, people.layla.reader]) {
      const page = (await ines.post('/desk/api/reseal/secrets', { to, after: null })).json();
      expect(page).toEqual({ reports: [], after: null });
    }
    expect((await sharingOf(ines)).people).toEqual([]);
  });
});

describe('who shared how much for whom', () => {
  it('stays written', async () => {
    await using here = await world();
    const people = await cast(here);
    const { hanan, ines } = await later(here, people);
    await shares(ines, hanan.reader.id);
    const { db } = here.database;
    await expect(sql`update shared_again set reports = 1`.execute(db)).rejects.toThrow('stays written');
    await expect(sql`delete from shared_again`.execute(db)).rejects.toThrow('stays written');
  });
});
