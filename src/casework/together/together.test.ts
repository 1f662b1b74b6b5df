/** A house where two must open: chosen once, before the first key; then nobody opens a report alone. */
import { describe, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, arrive, person, signedByRoot } from '../../../test/cast.ts';
import { shares } from '../../../test/sharing.ts';
import { asksOf, atDesk, house, saysYes, takes } from '../../../test/together.ts';
import { world } from '../../../test/world.ts';
import { copiesOfRooms } from '../../backup.ts';
import { openReport } from '../../islands/desk/opening.ts';
import { shareAgain } from '../../islands/desk/sharing.ts';
import { translate } from '../../platform/i18n/index.ts';
import {
  isTogether,
  KeyRefusal,
  randomId,
  readers,
  sharedWith,
  toBase64url,
} from '../../platform/keys/index.ts';
import { entriesReader, proveCopy, reportReader, sealedReader } from '../../report/index.ts';
import type { UnsharedOf } from '../inbox/reseal-one.ts';
import { keptOfCasework, signInLink } from '../index.ts';
import { intake } from '../list/intake.ts';
import type { OpenedReport } from '../wire.ts';
import { openingStore } from './store.ts';
import type { OwnAsking } from './wire.ts';

const met = { missing: async () => [] };

describe('the switch', () => {
  test('is said at set-up, stands in every key’s own entry, and is changed no more', async () => {
    await using here = await world({ kind: 'real' });
    const { database, clock, installation } = here;
    const needs = { db: database.db, clock, installation };
    const salma = await person(here, { name: 'Salma', roles: ['organiser'] });
    const link = await signInLink(needs, salma.id);
    const cookie = (await browse(here).post(`/en${link}`, {})).cookie ?? '';
    const hers = browse(here, cookie);
    const say = (two: 'yes' | 'no') => hers.post('/en/desk/set-up/together', { two });
    const t = translate('en');
    const listed = async () => (await hers.get('/en/desk/set-up')).text;
    expect(await listed()).toContain(t('setup.together.choose'));
    expect((await say('yes')).status).toBe(303);
    expect(await listed()).toContain(t('setup.together.stop'));

    const ines = await arrive(here, { name: 'Ines', roles: ['caseworker'] });
    expect(ines.reader.together).toBe(true);
    // Her key waits, made on these terms: neither she nor Salma turns them into others now.
    expect((await say('no')).status).toBe(409);
    expect(await listed()).toContain(t('setup.together.keys_sent'));
    await signedByRoot(here, 'add', ines.reader, { founding: true });
    expect((await say('no')).status).toBe(409);
    expect(await listed()).toContain(t('setup.together.is'));

    const open = async () => (await intake({ ...needs, conditions: met })).open;
    for (const name of ['Omar', 'Mona']) {
      expect(await open()).toBe(false);
      const { reader } = await arrive(here, { name, roles: ['caseworker'] });
      await signedByRoot(here, 'add', reader, { founding: name === 'Omar' });
    }
    // With two, one lost key would close every report: the third counts after 72 hours.
    expect(await open()).toBe(false);
    clock.pass({ hours: 73 });
    expect(await open()).toBe(true);

    const readersPage = (await browse(here).get('/en/readers')).text;
    expect(readersPage).toContain(t('report.readers.two'));
  });

  test('lets in no key that a touch opens, nor one on other terms', async () => {
    await using here = await world();
    const people = await house(here);
    const browser = await people.as(people.ines);
    const touch = { by: randomId(), body: toBase64url(new Uint8Array(64)) };
    const refused = await browser.post('/desk/api/wrap', touch);
    expect([refused.status, refused.json()]).toMatchObject([422, { params: { why: 'phrase_only' } }]);
    const hanan = await person(here, { name: 'Hanan', roles: ['caseworker'] });
    const { reader } = people.omar;
    const { together: _, ...alone } = { ...reader, id: randomId(), name: 'Hanan' };
    const hers = await people.as(hanan);
    const phrase = { ...touch, by: 'phrase' };
    for (const [given, wraps, why] of [
      [alone, [phrase], 'person'],
      [{ ...alone, together: true }, [phrase], 'used_before'],
    ] as const) {
      const answer = await hers.post('/desk/api/enrol', { reader: given, wraps });
      expect(answer.json()).toMatchObject({ code: 'keys_refused', params: { why } });
    }
  });
});

describe('a report', () => {
  test('is opened by who claimed it once a colleague says yes, and each step stands in its way', async () => {
    await using here = await world();
    const people = await house(here);
    const third = await arrive(here, { name: 'Mona', roles: ['caseworker'] });
    await signedByRoot(here, 'add', third.reader);
    here.clock.pass({ hours: 73 });
    const { id: report } = await amalTells(here);
    await here.settle();
    const place = { installation: here.installation.id, report };
    const [ines, omar, mona] = [
      await atDesk(people, people.ines),
      await atDesk(people, people.omar),
      await atDesk(people, third),
    ];
    const secret = await sealedReader(here.database.db).secret(report);
    expect(secret && [isTogether(secret), sharedWith(secret).length]).toEqual([true, 3]);
    const open = () => ines.browser.post('/desk/api/open', { report });
    expect((await open()).json()).toMatchObject({ code: 'claim_first' });
    await ines.browser.post('/desk/api/claim', { report });
    expect((await open()).json()).toMatchObject({ code: 'needs_two' });

    const asked = (await ines.browser.post('/desk/api/together/ask', { report })).json<OwnAsking>();
    expect(asked).toMatchObject({ asked: { saidNo: [], passed: null }, colleagues: ['Mona', 'Omar'] });
    expect(await asksOf(ines)).toEqual([]);
    expect(await asksOf(omar)).toMatchObject([
      { name: 'Ines', reader: ines.reader.id, line: { id: report } },
    ]);
    const salma = await people.as(people.salma);
    expect((await salma.get('/desk/api/together')).status).toBe(403);
    const to = { report, reader: ines.reader.id };
    expect((await mona.browser.post('/desk/api/together/no', to)).status).toBe(200);
    expect(await asksOf(mona)).toEqual([]);
    // She cannot say yes to herself.
    expect((await ines.browser.post('/desk/api/together/share', to)).json()).toMatchObject({
      code: 'asking_over',
    });
    expect(await saysYes(omar, ines, place)).toBe(200);
    expect((await mona.browser.post('/desk/api/together/share', to)).json()).toMatchObject({
      code: 'asking_over',
    });

    const standing = (await ines.browser.get(`/desk/api/together/${report}`)).json<OwnAsking>();
    expect(standing.asked).toMatchObject({ saidNo: ['Mona'], passed: { by: 'Omar', taken: false } });
    // Asked again from a page that has not heard of it: his yes stays, and nothing more stands in the way.
    const asksAgain = await ines.browser.post('/desk/api/together/ask', { report });
    expect(asksAgain.json()).toEqual(standing);
    await takes(ines, place);
    // Handed out once: whoever comes with her session later finds none.
    const again = await ines.browser.post('/desk/api/together/take', { report });
    expect(again.json()).toMatchObject({ code: 'needs_two' });
    const opened = await open();
    expect(opened.status).toBe(200);
    const read = await openReport(opened.json<OpenedReport>(), ines.held, here.installation.id);
    expect(read.told.words).toBe('He followed me from the stop.');
    expect(read.mismatches).toEqual([]);
    expect(opened.json<OpenedReport>().events.map(({ what, who }) => [what, who])).toEqual([
      ['received', null],
      ['claimed', 'Ines'],
      ['asked_two', 'Ines'],
      ['said_no', 'Mona'],
      ['share_out', 'Omar'],
      ['opened_two', 'Omar'],
      ['opened', 'Ines'],
    ]);

    // A copy has none of it and is whole; it goes with the end of the next day, and with Lock now at once.
    const { database, clock, installation } = here;
    const needs = { db: database.db, clock, installation };
    expect(copiesOfRooms(clock).leftOut).toContain('opening');
    expect((await proveCopy({ ...needs, now: clock.now() })).wrong).toEqual([]);
    const forget = async () =>
      keptOfCasework(needs)
        .find(({ kind }) => kind === 'opening')
        ?.forget?.();
    const onThatDay = async () => (await people.as(people.ines)).post('/desk/api/open', { report });
    clock.pass({ days: 1 });
    expect([await forget(), (await onThatDay()).status]).toEqual([0, 200]);
    clock.pass({ days: 1 });
    expect([await forget(), (await onThatDay()).status]).toEqual([1, 409]);
    const later = await atDesk(people, people.ines);
    await later.browser.post('/desk/api/together/ask', { report });
    await later.browser.post('/desk/api/lock', { entry: null });
    expect(await openingStore(database.db).of(to)).toBeNull();
  });

  test('of which Omar was left out is nothing he could help with; sealed to one alone, it is opened alone', async () => {
    await using here = await world();
    const people = await house(here);
    const without = await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
    const alone = await amalTells(here, { age: 'under_18' });
    await here.settle();
    const [ines, omar] = [await atDesk(people, people.ines), await atDesk(people, people.omar)];
    await ines.browser.post('/desk/api/together/ask', { report: without.id });
    expect(await asksOf(omar)).toEqual([]);
    const to = { report: without.id, reader: ines.reader.id };
    expect((await omar.browser.post('/desk/api/together/share', to)).status).toBe(404);
    expect((await reportReader(here.database.db).byId(alone.id))?.together).toBe(false);
    await ines.browser.post('/desk/api/claim', { report: alone.id });
    expect((await ines.browser.post('/desk/api/open', { report: alone.id })).status).toBe(200);
    // Closed away it would be brought back whole, to everybody of then: so nothing is.
    await ines.browser.post('/desk/api/close', { report: alone.id, reason: 'done_with_her' });
    here.clock.pass({ days: 40 });
    const later = await people.as(people.ines);
    expect((await later.get('/desk/api/archive')).json()).toMatchObject({ due: 0 });
  });

  test('is sealed anew for who came later by somebody who has opened it, one at a time and never in bulk', async () => {
    await using here = await world();
    const people = await house(here);
    const { id: report } = await amalTells(here);
    await here.settle();
    const { reader: mona, ...rest } = await arrive(here, { name: 'Mona', roles: ['caseworker'] });
    await signedByRoot(here, 'add', mona);
    here.clock.pass({ hours: 73 });
    const place = { installation: here.installation.id, report };
    const [ines, omar] = [await atDesk(people, people.ines), await atDesk(people, people.omar)];
    const entries = await entriesReader(here.database.db).all();
    const { id: installation, zone } = here.installation;
    const list = readers({ entries, root: here.root.public, installation, now: here.clock.now() });
    const known = { installation, zone, list, entries };
    const sharer = { browser: ines.browser, held: ines.held, known };
    expect(await shares(sharer, mona.id)).toMatchObject({ run: { shared: 0 } });
    expect((await ines.browser.get(`/desk/api/reseal/${report}`)).json()).toMatchObject({
      code: 'needs_two',
    });

    await ines.browser.post('/desk/api/claim', { report });
    await ines.browser.post('/desk/api/together/ask', { report });
    await saysYes(omar, ines, place);
    await takes(ines, place);
    const opened = (await ines.browser.post('/desk/api/open', { report })).json<OpenedReport>();
    const { for: lines } = (await ines.browser.get(`/desk/api/reseal/${report}`)).json<UnsharedOf>();
    const line = lines.find(({ to }) => to === mona.id)?.line;
    if (line === undefined) throw new Error('Nobody to seal it to');
    const anew = await shareAgain({ ...line, secret: opened.secret }, ines.held, known);
    const whole = { ...anew, secret: opened.items[0]?.body ?? '' };
    const refused = await ines.browser.post('/desk/api/reseal', { to: mona.id, reports: [whole] });
    expect([refused.status, refused.json()]).toMatchObject([422, { code: 'unreadable' }]);
    expect((await ines.browser.post('/desk/api/reseal', { to: mona.id, reports: [anew] })).json()).toEqual({
      shared: 1,
    });

    // Another lock: what Ines had opens nothing, and she and Mona open it together anew.
    const secret = await sealedReader(here.database.db).secret(report);
    if (secret === null) throw new Error('It is gone');
    const old = { ...opened, secret: toBase64url(secret) };
    await expect(openReport(old, ines.held, installation)).rejects.toThrow(KeyRefusal);
    expect((await ines.browser.post('/desk/api/open', { report })).json()).toMatchObject({
      code: 'needs_two',
    });
    await ines.browser.post('/desk/api/together/ask', { report });
    const hers = await atDesk(people, { ...rest, reader: mona });
    expect(await saysYes(hers, ines, place)).toBe(200);
    await takes(ines, place);
    const again = (await ines.browser.post('/desk/api/open', { report })).json<OpenedReport>();
    expect((await openReport(again, ines.held, installation)).told.words).toContain('followed me');
  });
});
