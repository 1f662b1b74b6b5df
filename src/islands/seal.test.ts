import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  added,
  type Caseworker,
  caseworker,
  founded,
  installation,
  serve,
  serverDay,
} from '../../test/phone.ts';
import { fromBase64url, fromUtf8 } from '../platform/keys/bytes.ts';
import { openItem, openSecret } from '../platform/keys/item.ts';
import { codeList } from '../platform/keys/published.ts';
import { receiptCode } from '../platform/keys/receipt.ts';
import { verifyWork } from '../platform/keys/work.ts';
import type { ChosenFile } from '../report/files/model.ts';
import { answersFrom } from '../report/model.ts';
import type { Fields } from '../report/questions.ts';
import { newSealing, type Waiting } from './seal.ts';

vi.mock('./reporter/root.ts', async () => {
  const phone = await import('../../test/phone.ts');
  return { root: phone.root.public, installation: phone.installation };
});
afterEach(() => vi.unstubAllGlobals());

const fields: Fields = {
  who: 'me',
  age: 'adult',
  kinds: ['followed'],
  soon: 'no',
  helped: 'nobody_did',
  where: 'unknown',
  words: 'On the stairs.',
  wish: ['count', 'ask'],
};
const told = (changes: Fields = {}) => answersFrom({ ...fields, ...changes });
const nothing = () => undefined;
const today = () => new Date().toISOString().slice(0, 10);
let ines: Caseworker;
let omar: Caseworker;

beforeEach(async () => {
  ines = await caseworker('ines', 'Ines');
  omar = await caseworker('omar', 'Omar');
});

const sealing = () => newSealing({ language: 'en', shared: false });

describe('Amal sends', () => {
  test('and Ines opens it; nothing she wrote is in what was sent', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    await phone.prepare();
    const done = await phone.send(told(), nothing);
    expect(done?.received.arrived).toBe('2026-11-22');

    const [sent] = [...server.reports.values()];
    if (!sent) throw new Error('nothing arrived');
    expect(JSON.stringify(server.calls)).not.toContain('stairs');
    const place = { installation, report: sent.id };
    const identity = await openSecret(fromBase64url(sent.secret), ines.keys.identity, place);
    const content = await openItem(fromBase64url(sent.told), identity, { ...place, item: 'told' });
    expect(JSON.parse(fromUtf8(content)).words).toBe('On the stairs.');
    const work = { day: today(), report: sent.id, counter: sent.work };
    expect(verifyWork(work, [today()])).toBe(true);
  });

  test('and Omar, whom she left out, is no reader of it', async () => {
    const server = serve(founded([ines, omar]));
    await sealing().send(told({ works_with_us: 'yes', leave_out: ['omar'] }), nothing);
    const [sent] = [...server.reports.values()];
    expect(sent?.readers).toEqual(['ines']);
    await expect(
      openSecret(fromBase64url(sent?.secret ?? ''), omar.keys.identity, {
        installation,
        report: sent?.id ?? '',
      }),
    ).rejects.toThrow('not_for_you');
  });

  test('twice, when the first answer was lost: one report, the same code', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/reports', 'after');
    await expect(phone.send(told(), nothing)).rejects.toThrow('connection lost');
    const done = await phone.send(told(), nothing);
    expect(server.reports.size).toBe(1);
    expect(done?.received).toMatchObject({ id: [...server.reports.keys()][0], repeated: true });
  });

  test('something changed after a lost answer: the first is withdrawn, one report stands', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/reports', 'after');
    await expect(phone.send(told(), nothing)).rejects.toThrow();
    const [first] = [...server.reports.keys()];
    const done = await phone.send(told({ words: 'On the platform.' }), nothing);
    expect(server.calls.map(({ url }) => url)).toContain('/api/back/withdraw');
    expect([...server.reports.keys()]).toEqual([done?.received.id]);
    expect(done?.received.id).not.toBe(first);
  });

  test('without a network: refused, kept, and sent at the next try', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/readers', 'before');
    await expect(phone.send(told(), nothing)).rejects.toThrow('no network');
    expect(await phone.send(told(), nothing)).not.toBeNull();
  });

  test('finished in a tunnel, sent after a reload: the same report, the same code, and not a word in what waited', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/reports', 'before');
    await expect(phone.send(told(), nothing)).rejects.toThrow('no network');
    const waited = JSON.stringify(phone.waiting()?.waiting);
    phone.wipe();
    expect(waited).not.toContain('stairs');
    const waiting: Waiting = JSON.parse(waited);

    const later = sealing();
    await later.prepare();
    const done = await later.resend(waiting, nothing);
    expect([...server.reports.keys()]).toEqual([waiting.submission.id]);
    expect(done.code).toEqual(receiptCode(fromBase64url(waiting.seed), codeList('en')));
    const [sent] = [...server.reports.values()];
    const work = { day: today(), report: waiting.submission.id, counter: sent?.work ?? -1 };
    expect(verifyWork(work, [today()])).toBe(true);
    expect((await later.resend(waiting, nothing)).received.repeated).toBe(true);
    expect(server.reports.size).toBe(1);
  });

  test('what waits may be for somebody who has left since: refused by name, and it still waits', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/reports', 'before');
    await expect(phone.send(told(), nothing)).rejects.toThrow();
    server.fail('/api/reports', { status: 409, body: { code: 'readers_changed' } });
    const waiting = phone.waiting()?.waiting;
    if (!waiting) throw new Error('nothing waits');
    await expect(phone.resend(waiting, nothing)).rejects.toThrow('readers_changed');
    expect(phone.waiting()?.waiting).toEqual(waiting);
  });

  test('on a phone whose calendar is a day ahead: works again for the day the server names', async () => {
    const server = serve(founded([ines, omar]));
    server.fail('/api/reports', { status: 422, body: { code: 'work_missing' } });
    await sealing().send(told(), nothing);
    const [sent] = [...server.reports.values()];
    const work = { day: serverDay, report: sent?.id ?? '', counter: sent?.work ?? -1 };
    expect(verifyWork(work, [serverDay])).toBe(true);
  });
});

describe('Amal deletes it, or leaves', () => {
  test('in the first second, before there is anything sealed: nothing of it leaves', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    const sending = phone.send(told(), nothing);
    phone.wipe();
    await expect(sending).rejects.toThrow('taken back');
    expect(server.calls.map(({ url }) => url)).toEqual(['/api/readers']);
  });

  test('with a photo, in the first second: nothing of it leaves, and nothing is to be kept', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    await phone.prepare();
    const rested = vi.fn(async () => undefined);
    const photo: ChosenFile = { kind: 'photo', type: 'image/jpeg', content: new Uint8Array(2_000) };
    const sending = phone.send(told(), nothing, { files: [photo], rest: rested });
    phone.wipe();
    await expect(sending).rejects.toThrow('taken back');
    expect(server.calls.map(({ url }) => url)).toEqual(['/api/readers']);
    expect(rested).not.toHaveBeenCalled();
  });

  test.each(['sealing', 'work', 'sending'])('while the page says %s: no report comes', async (at) => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    const sending = phone.send(told(), (step) => step === at && queueMicrotask(() => phone.wipe()));
    await expect(sending).rejects.toThrow('taken back');
    expect(server.reports.size).toBe(0);
  });

  test('what waits, when it is on the wire already: the code that is shown is its own', async () => {
    const server = serve(founded([ines, omar]));
    const phone = sealing();
    server.fail('/api/reports', 'before');
    await expect(phone.send(told(), nothing)).rejects.toThrow('no network');
    const waiting = phone.waiting()?.waiting;
    if (!waiting) throw new Error('nothing waits');
    const reach = fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const answer = await reach(url, init);
      if (url === '/api/reports') phone.wipe();
      return answer;
    });
    const done = await phone.resend(waiting, nothing);
    expect(done.code).toEqual(receiptCode(fromBase64url(waiting.seed), codeList('en')));
  });
});

describe('nothing leaves the phone', () => {
  test('when the list is not signed by the root in the script', async () => {
    const { makeRoot } = await import('../platform/keys/root.ts');
    const server = serve(founded([ines, omar], makeRoot()));
    await expect(sealing().send(told(), nothing)).rejects.toThrow('chain_broken');
    expect(server.reports.size).toBe(0);
  });

  test('when an organiser slips in a reader nobody signed', async () => {
    const salma = await caseworker('salma', 'Salma');
    const [one, two] = founded([ines, salma]);
    const [good] = founded([ines]);
    if (!one || !two || !good) throw new Error('no list');
    const server = serve([good, { ...two, signatures: good.signatures }]);
    await expect(sealing().send(told(), nothing)).rejects.toThrow('chain_broken');
    expect(server.reports.size).toBe(0);
  });

  test('when the list is shorter than one this phone has seen', async () => {
    const kept = new Map([[`list-${installation}`, '2']]);
    vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: nothing });
    const server = serve(founded([ines]));
    await expect(sealing().send(told(), nothing)).rejects.toThrow('older_list');
    expect(server.reports.size).toBe(0);
  });

  test('where two must open, when the list ends after one who could', async () => {
    const together = [ines, omar].map((one): Caseworker => {
      return { ...one, reader: { ...one.reader, together: true } };
    });
    const server = serve(founded(together.slice(0, 1)));
    for (const age of ['adult', 'under_18'])
      await expect(sealing().send(told({ age }), nothing)).rejects.toMatchObject({ code: 'cut_short' });
    expect(server.reports.size).toBe(0);
    server.entries = founded(together);
    expect((await sealing().send(told(), nothing))?.received.arrived).toBe(serverDay);
  });

  test('when she is under 18 and no reader is child-trained', async () => {
    const server = serve(founded([omar]));
    expect(await sealing().send(told({ age: 'under_18' }), nothing)).toBeNull();
    expect(server.reports.size).toBe(0);
  });
});

describe('the phone remembers', () => {
  const seenKey = `list-${installation}`;
  const remembering = (kept: Map<string, string>) =>
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    });

  test('bare numbers of the list and the day they were first seen, and on a shared phone nothing', async () => {
    const kept = new Map<string, string>();
    remembering(kept);
    serve(founded([ines, omar]));
    await newSealing({ language: 'en', shared: true }).readers();
    expect([...kept]).toEqual([]);
    await sealing().readers();
    expect([...kept]).toEqual([[seenKey, `2 2 ${today()}`]]);
    kept.set(seenKey, '2 2 2026-11-03');
    await sealing().readers();
    expect([...kept]).toEqual([[seenKey, '2 2 2026-11-03']]);
  });

  test('so that a reader added with a date in the past waits here, however often the page is opened', async () => {
    const kept = new Map<string, string>();
    remembering(kept);
    const mallory = await caseworker('mallory', 'Mallory');
    const entries = founded([ines, omar]);
    const names = async () => (await sealing().readers()).active.map(({ name }) => name);
    serve(entries);
    await sealing().readers();
    serve([...entries, added(mallory, entries)]);
    expect(await names()).toEqual(['Ines', 'Omar']);
    expect(await names()).toEqual(['Ines', 'Omar']);
    expect(kept.get(seenKey)).toBe(`3 2 ${today()}`);
    // A phone that has never been here knows no better than the signed date.
    kept.clear();
    expect(await names()).toEqual(['Ines', 'Omar', 'Mallory']);
  });
});
