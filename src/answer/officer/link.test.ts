import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked } from '../../../test/asks.ts';
import { due, karim, mailbox, sent } from '../../../test/karim.ts';
import { world } from '../../../test/world.ts';
import { addDays } from '../../platform/clock.ts';
import { askWriter } from '../ask/store.ts';
import { askReader } from '../index.ts';
import { newLink, openLink, passedOn, passOn, revoke } from './link.ts';

const linkIn = (text: string): string => /\/o\/([A-Za-z0-9_-]{43})</.exec(text)?.[1] ?? '';

describe('a link is passed on to another office', () => {
  test('which can do everything but pass it on, until it is turned off', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const made = await officer.post(officer.at('/offices'), { label: 'Night shift' });
    const token = linkIn(made.text);
    const night = `/en/o/${token}`;
    expect(made.text).toContain(`${here.config.publicUrl}/o/${token}`);
    expect((await officer.get(night)).text).toContain('Passed to: Night shift');
    expect((await officer.get(`${night}/answer`)).status).toBe(200);
    expect((await officer.get(night)).text).not.toContain('Make a link');
    expect((await officer.post(`${night}/offices`, { label: 'Lighting' })).status).toBe(403);

    const list = await officer.get(officer.at());
    expect(list.text).toContain('Night shift');
    expect(list.text).not.toContain(token);
    const off = /name="off" value="([^"]+)"/.exec(list.text)?.[1] ?? '';
    expect((await officer.post(`${night}/offices`, { off })).status).toBe(303);
    expect((await officer.get(night)).status).toBe(200);
    await officer.post(officer.at('/offices'), { off });
    expect((await officer.get(night)).status).toBe(410);
    expect((await officer.get(officer.at())).text).toContain('Turned off on 22 November');
    await officer.post(`${night}/new`);
    expect(await mailbox(here)).toEqual([]);
  });

  test('by the name of an office, not of a person', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    for (const label of ['Mr Adel', 'م. خالد', 'adel@trams.example', '', 'x'.repeat(61)]) {
      const again = await officer.post(officer.at('/offices'), { label });
      expect(again.status).toBe(422);
      // The request is still there, the field open, with what was typed.
      expect(again.text).toMatch(/<details class="opens" open/);
      if (label !== '') expect(again.text).toContain(`value="${label}"`);
    }
    // Another language there leads back to the request.
    expect((await officer.get(officer.at('/offices'))).status).toBe(303);
  });

  test('twenty times at once, and no more', async () => {
    await using here = await world();
    const officer = await karim(here);
    for (let n = 0; n < 20; n++)
      expect((await officer.post(officer.at('/offices'), { label: `Office ${n}` })).status).toBe(200);
    expect((await officer.post(officer.at('/offices'), { label: 'One more' })).status).toBe(422);
  });
});

describe('when the day is over', () => {
  test('a new link goes to the registered mailbox, and whoever asks is told the same in every case', async () => {
    await using here = await world();
    const officer = await karim(here);
    here.clock.set('2026-11-30T10:00:00Z');
    const over = await officer.get(officer.at());
    expect(over.status).toBe(410);
    expect(over.text).toContain('Ask for a new link');
    expect(over.text).not.toContain('Door of the City has');
    const answer = await officer.post(officer.at('/new'));
    const never = await officer.post(`/en/o/${'a'.repeat(43)}/new`);
    const same = (text: string) => text.replaceAll(/[A-Za-z0-9_-]{43}/g, '');
    expect(same(answer.text)).toBe(same(never.text));
    expect([answer.status, never.status]).toEqual([200, 200]);
    expect(same((await officer.get(`/en/o/${'a'.repeat(43)}`)).text)).toBe(same(over.text));

    const [mail, ...more] = await mailbox(here);
    expect(more).toEqual([]);
    expect(mail?.template).toBe('new_link');
    expect(answer.text).not.toContain(String(mail?.params.path));
    expect((await officer.get(`/en${mail?.params.path}`)).status).toBe(200);
  });

  test('the mailbox is not filled by asking again and again', async () => {
    await using here = await world();
    const officer = await karim(here);
    here.clock.set('2026-11-30T10:00:00Z');
    for (let n = 0; n < 8; n++) expect((await officer.post(officer.at('/new'))).status).toBe(200);
    expect(await mailbox(here)).toHaveLength(3);
  });
});

/** What may happen to a family of links, and what has to be so afterwards. */
type Doing =
  | { do: 'pass'; from: number }
  | { do: 'off'; from: number; which: number }
  | { do: 'days'; n: number }
  | { do: 'question' }
  | { do: 'told' };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(5).map((from) => ({ do: 'pass' as const, from })) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(5), fc.nat(5)).map(([from, which]) => ({ do: 'off' as const, from, which })),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }).map((n) => ({ do: 'days' as const, n })) },
  fc.constant({ do: 'question' as const }),
  fc.constant({ do: 'told' as const }),
);

interface Known {
  token: string;
  parent: Known | null;
  off: boolean;
}

test('whatever happens, a link opens exactly until its day, while neither it nor the one it came from is turned off', async () => {
  await using here = await world();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 12 }), async (all) => {
      const { db } = here.database;
      const ask = await asked(db, `p${run++}`, { sent, due });
      const tx = <R>(work: (tx: Parameters<typeof newLink>[0]) => Promise<R>) =>
        db.transaction().execute(work);
      const links: Known[] = [
        {
          token: await tx((one) => newLink(one, { ask, until: due, today: sent })),
          parent: null,
          off: false,
        },
      ];
      let today = sent;
      let isQuestion = false;
      const isOpen = (link: Known): boolean =>
        !link.off && !(link.parent?.off ?? false) && (today <= due || isQuestion);
      for (const one of all) {
        const from = 'from' in one ? links[one.from % links.length] : undefined;
        const open = from && (await openLink(db, from.token, today));
        if (one.do === 'pass' && from && open) {
          const passing = tx((in_) => passOn(in_, open, { label: 'Lighting', today }));
          if (from.parent === null) links.push({ token: await passing, parent: from, off: false });
          else await expect(passing).rejects.toMatchObject({ code: 'link_not_yours' });
        }
        if (one.do === 'off' && from && open) {
          const which = links[one.which % links.length];
          const opened = which && (await openLink(db, which.token, today));
          if (which && opened) {
            await tx((in_) => revoke(in_, open, { hash: opened.hash, today }));
            which.off ||= which.parent === from;
          }
        }
        if (one.do === 'days') today = addDays(today, one.n);
        if (one.do === 'question' || one.do === 'told') {
          isQuestion = one.do === 'question';
          await tx((in_) => askWriter(in_).change(ask, { state: isQuestion ? 'question' : 'sent' }));
        }
        for (const link of links) expect((await openLink(db, link.token, today)) !== null).toBe(isOpen(link));
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('eleven forwards change nothing for the public: no step, no state, no day', async () => {
  await using here = await world();
  const officer = await karim(here);
  await officer.reads();
  const before = await askReader(here.database.db).byId('ask1');
  const tokens: string[] = [];
  for (let n = 1; n <= 11; n++)
    tokens.push(linkIn((await officer.post(officer.at('/offices'), { label: `Office ${n}` })).text));
  for (const token of tokens) {
    await officer.get(`/en/o/${token}`);
    await officer.post(`/en/o/${token}`);
    await officer.post(`/en/o/${token}/answer`, {
      kind: 'done',
      office: 'Stations',
      words: 'Not yet.',
      go: 'preview',
    });
  }
  expect(await askReader(here.database.db).byId('ask1')).toEqual(before);
  const root = await openLink(here.database.db, officer.token, '2026-11-22');
  expect(root && (await passedOn(here.database.db, root))).toHaveLength(11);
});
