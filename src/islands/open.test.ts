import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type Caseworker,
  caseworker,
  founded,
  installation,
  left,
  type Server,
  serve,
} from '../../test/phone.ts';
import { fromBase64url, toBase64url, utf8 } from '../platform/keys/bytes.ts';
import { showCode } from '../platform/keys/code.ts';
import { newReportKey, openItem, openSecret, sealItem } from '../platform/keys/item.ts';
import { everyList } from '../platform/keys/published.ts';
import { readCode } from '../platform/keys/read-code.ts';
import { additionItem, readAddition } from '../report/addition.ts';
import type { Told } from '../report/answers.ts';
import { defaultConsents } from '../report/answers.ts';
import type { ChosenFile } from '../report/files/model.ts';
import { answersFrom } from '../report/model.ts';
import { composeReply } from '../report/reply.ts';
import type { Submission } from '../report/seal.ts';
import { comeBack } from './open.ts';
import { newSealing } from './seal.ts';

vi.mock('./reporter/root.ts', async () => {
  const phone = await import('../../test/phone.ts');
  return { root: phone.root.public, installation: phone.installation };
});
afterEach(() => vi.unstubAllGlobals());

const answers = answersFrom({
  who: 'me',
  age: 'adult',
  kinds: ['words'],
  soon: 'no',
  helped: 'yes',
  where: 'unknown',
});
let ines: Caseworker;
let omar: Caseworker;
let server: Server;
let code: string;
let sent: Submission;

async function toldBy(caseworker: Caseworker): Promise<{ identity: string; told: Told }> {
  const place = { installation, report: sent.id };
  const identity = await openSecret(fromBase64url(sent.secret), caseworker.keys.identity, place);
  const content = await openItem(fromBase64url(sent.told), identity, { ...place, item: 'told' });
  return { identity, told: JSON.parse(new TextDecoder().decode(content)) as Told };
}

async function reply(by: Caseworker, inNameOf: Caseworker, number = 1): Promise<void> {
  const { told } = await toldBy(ines);
  const place = { installation, report: sent.id, number };
  const words = { reader: inNameOf.reader.id, signSecret: by.keys.signSecret };
  const content = composeReply(place, 'Thank you, Amal.', words);
  const body = await sealItem({ ...place, item: `reply-${number}`, content }, [told.replyRecipient]);
  server.replies = [{ number, day: '2026-11-23', author: inNameOf.reader.id, body: toBase64url(body) }];
}

beforeEach(async () => {
  ines = await caseworker('ines', 'Ines');
  omar = await caseworker('omar', 'Omar');
  server = serve(founded([ines, omar]));
  const done = await newSealing({ language: 'en', shared: false }).send(answers, () => undefined);
  code = showCode(done?.code ?? { list: 'digits', digits: '', check: '' });
  const [first] = [...server.reports.values()];
  if (!first) throw new Error('nothing arrived');
  sent = first;
});

const back = () => {
  const read = readCode(code, everyList);
  if (!('ok' in read)) throw new Error('the code does not read');
  return comeBack(read.ok, { shared: true });
};

describe('Amal comes back', () => {
  test('and the code itself never leaves the phone', async () => {
    await back();
    const [lookup] = server.calls.filter(({ url }) => url === '/api/back').map(({ body }) => body);
    expect(Object.keys(lookup ?? {})).toEqual(['lookup']);
    expect(JSON.stringify(server.calls)).not.toContain(code);
  });

  test('and reads the reply of Ines', async () => {
    await reply(ines, ines);
    expect((await back()).replies).toEqual([
      { number: 1, day: '2026-11-23', text: 'Thank you, Amal.', from: 'Ines', withdrawn: null },
    ]);
  });

  test('and is told when nobody on the list signed a reply', async () => {
    await reply(omar, ines);
    expect((await back()).replies[0]).toMatchObject({ text: 'Thank you, Amal.', from: null });
  });

  test('and still reads the reply of Ines after Lock now, with the day her key left the list', async () => {
    await reply(ines, ines);
    server.replies = server.replies.map((one) => ({ ...one, day: '2026-11-10' }));
    server.entries = [...server.entries, left(ines, server.entries, '2026-11-12T08:00:00.000Z')];
    expect((await back()).replies).toEqual([
      { number: 1, day: '2026-11-10', text: 'Thank you, Amal.', from: 'Ines', withdrawn: '2026-11-12' },
    ]);
  });

  test('and a reply dated after that day is from nobody', async () => {
    await reply(ines, ines);
    server.replies = server.replies.map((one) => ({ ...one, day: '2026-11-16' }));
    server.entries = [...server.entries, left(ines, server.entries, '2026-11-12T08:00:00.000Z')];
    expect((await back()).replies[0]).toMatchObject({
      text: 'Thank you, Amal.',
      from: null,
      withdrawn: null,
    });
  });

  test('and is told when a reply stands where another belongs', async () => {
    await reply(ines, ines, 2);
    server.replies = server.replies.map((one) => ({ ...one, number: 1 }));
    expect((await back()).replies[0]).toMatchObject({ text: null, from: null });
  });

  test('and adds something that Ines opens', async () => {
    const mine = await back();
    await mine.add('There was a camera.');
    const added = server.calls.find(({ url }) => url === '/api/back/add')?.body;
    const { identity } = await toldBy(ines);
    const content = await openItem(fromBase64url(String(added?.body)), identity, {
      installation,
      report: sent.id,
      item: additionItem(1),
    });
    expect(readAddition(content)).toBe('There was a camera.');
    expect(mine.report.additions).toBe(1);
  });

  test('and adds it once, when the first answer was lost', async () => {
    const mine = await back();
    server.fail('/api/back/add', 'after');
    await expect(mine.add('There was a camera.')).rejects.toThrow('connection lost');
    await mine.add('There was a camera.');
    const bodies = server.calls.filter(({ url }) => url === '/api/back/add').map(({ body }) => body.body);
    expect(new Set(bodies).size).toBe(1);
  });

  test('and changes her choices, each change signed under its own number', async () => {
    const mine = await back();
    await mine.choose({ ...defaultConsents, keep: true });
    await mine.choose({ ...defaultConsents, ask: null });
    const numbers = server.calls
      .filter(({ url }) => url === '/api/back/consents')
      .map(({ body }) => body.number);
    expect(numbers).toEqual([2, 3]);
  });

  test('and withdraws', async () => {
    await (await back()).withdraw();
    expect(server.reports.size).toBe(0);
    await expect(back()).rejects.toThrow('report_unknown');
  });
});

describe('a server that turned bad', () => {
  test('cannot have her seal to its own key', async () => {
    const { recipient } = await newReportKey();
    server.reports.set(sent.id, { ...sent, recipient });
    const mine = await back();
    expect(mine.hers).toBe(false);
    await expect(mine.add('A name.')).rejects.toThrow('bad_key');
    const photo: ChosenFile = { kind: 'photo', type: 'image/jpeg', content: utf8('a photo') };
    await expect(mine.add('', { files: [photo], told() {} })).rejects.toThrow('bad_key');
    const sentOn = ['/api/back/add', '/api/pieces'];
    expect(server.calls.filter(({ url }) => sentOn.includes(url))).toEqual([]);
  });

  test('cannot have her sign its own key with her next choices, even if it shows that key only later', async () => {
    const mine = await back();
    const { recipient } = await newReportKey();
    server.reports.set(sent.id, { ...sent, recipient });
    server.fail('/api/back/consents', { status: 409, body: { code: 'number_taken' } });
    await expect(mine.choose({ ...defaultConsents, keep: true })).rejects.toThrow('number_taken');
    const before = server.calls.length;
    await expect(mine.choose({ ...defaultConsents, keep: true })).rejects.toThrow('bad_key');
    await expect(mine.add('A name.')).rejects.toThrow('bad_key');
    expect(server.calls.length).toBe(before);
  });

  test('cannot change her choices', async () => {
    server.reports.set(sent.id, { ...sent, consents: { ...sent.consents, contact: true } });
    expect((await back()).hers).toBe(false);
  });
});
