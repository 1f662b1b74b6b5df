import { beforeAll, describe, expect, test } from 'vitest';
import { newOpened, type Told as Scene, told } from '../../../test/sealed.ts';
import { KeyRefusal, newReaderSeed, sealItem, toBase64url, utf8 } from '../../platform/keys/index.ts';
import { signConsents } from '../../report/consents.ts';
import { readNote } from '../../report/note.ts';
import { readReply } from '../../report/reply.ts';
import { heldFrom } from './held.ts';
import { openReport } from './opening.ts';
import { sealNote, sealReply } from './sending.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await told();
});

const by = () => ({ held: scene.ines, reader: scene.reader.id });
const open = (report = scene.report) => openReport(report, scene.ines, scene.installation);

describe('Ines opens what Amal told', () => {
  test('and everything matches', async () => {
    const opened = await open();
    expect(opened.mismatches).toEqual([]);
    expect(opened.told.words).toBe('He followed me from the stop.');
    expect(opened.items.every(({ content }) => content !== null)).toBe(true);
  });

  test('a reader who was left out cannot', async () => {
    const stranger = await heldFrom(newReaderSeed());
    await expect(openReport(scene.report, stranger, scene.installation)).rejects.toMatchObject({
      code: 'not_for_you',
    });
  });

  test('her words put under another report are refused by name', async () => {
    const other = await told();
    const report = { ...scene.report, items: other.report.items };
    await expect(open(report)).rejects.toBeInstanceOf(KeyRefusal);
  });

  test.each([
    ['signer', async () => ({ signer: (await told()).report.signer })],
    ['secret', async () => ({ recipient: (await told()).report.recipient })],
    ['consents', async () => ({ recipient: (await told()).report.recipient })],
    ['consents', async () => ({ consentsSignature: (await told()).report.consentsSignature })],
    ['consents', async () => ({ consentsNumber: 2 })],
    ['consents', async () => ({ consents: { ...scene.report.consents, contact: true } })],
  ] as const)('a change is named (%s), whatever the server says', async (what, change) => {
    const { mismatches } = await open({ ...scene.report, ...(await change()) });
    expect(mismatches).toContain(what);
  });

  test('a recipient of somebody else is named twice: not signed, and not the one that opened', async () => {
    const other = await told();
    const { mismatches } = await open({ ...scene.report, recipient: other.report.recipient });
    expect(mismatches).toEqual(['secret', 'consents']);
  });

  test('an addition she never signed is named', async () => {
    const place = { installation: scene.installation, report: scene.report.line.id, item: 'addition-1' };
    const body = await sealItem({ ...place, content: utf8('{"text":"from nobody"}') }, [
      scene.report.recipient,
    ]);
    const forged = {
      number: 2,
      name: 'addition-1',
      kind: 'addition',
      body: toBase64url(body),
      signature: scene.report.consentsSignature,
      author: null,
      day: '2026-11-22',
    } as const;
    const { mismatches } = await open({ ...scene.report, items: [...scene.report.items, forged] });
    expect(mismatches).toEqual(['addition']);
  });

  test('words, keys and choices that somebody else sealed in her place are named', async () => {
    const { installation, report } = scene;
    const mallory = await heldFrom(newReaderSeed());
    const place = { installation, report: report.line.id };
    const content = { words: 'Call me.', signer: mallory.signer, replyRecipient: mallory.recipient };
    const body = await sealItem({ ...place, item: 'told', content: utf8(JSON.stringify(content)) }, [
      report.recipient,
    ]);
    const { recipient } = report;
    const consents = { ...report.consents, contact: true };
    const opened = await open({
      ...report,
      items: report.items.map((item) => ({ ...item, body: toBase64url(body) })),
      signer: mallory.signer,
      consents,
      consentsSignature: signConsents({ ...place, recipient, number: 1, consents }, mallory.signSecret),
    });
    expect(opened.mismatches).toEqual(['told']);
    const writing = { installation, report, opened, text: 'Thank you.' };
    await expect(sealReply(writing, by())).rejects.toMatchObject({ code: 'swapped' });
    await expect(sealNote(writing, by())).rejects.toMatchObject({ code: 'swapped' });
  });

  test('one damaged note does not hide her words', async () => {
    const note = { ...newOpened.note, body: scene.report.secret };
    const opened = await open({ ...scene.report, items: [...scene.report.items, note] });
    expect(opened.told.words).toBeDefined();
    expect(opened.items.at(-1)?.refused).toBeInstanceOf(KeyRefusal);
  });
});

describe('Ines writes', () => {
  test('a reply that Amal opens with her code, signed by Ines', async () => {
    const writing = {
      installation: scene.installation,
      report: scene.report,
      opened: await open(),
      text: 'Thank you.',
    };
    const { sealed } = await sealReply(writing, by());
    const { number, body } = sealed;
    const content = await scene.amalOpens(body, `reply-${number}`);
    const place = { installation: scene.installation, report: scene.report.line.id, number };
    const reply = readReply({ ...place, day: '2026-11-22' }, content, { active: [scene.reader], left: [] });
    expect([reply.text, reply.from?.name]).toEqual(['Thank you.', 'Ines']);
  });

  test('a note that Amal cannot open, and that colleagues know as hers', async () => {
    const { installation, report } = scene;
    const opened = await open();
    const writing = { installation, report, opened, text: 'Call back.' };
    const { sealed, content } = await sealNote(writing, by());
    const { number, body } = sealed;
    await expect(scene.amalOpens(body, `note-${number}`)).rejects.toMatchObject({ code: 'not_for_you' });
    const place = { installation, report: report.line.id, number };
    expect(readNote({ ...place, day: '2026-11-22' }, content, { active: [scene.reader], left: [] })).toEqual({
      text: 'Call back.',
      from: scene.reader,
      withdrawn: null,
    });
    const again = await open({ ...report, items: [...report.items, { ...newOpened.note, body }] });
    expect(again.items.at(-1)?.content).toEqual(content);
  });
});
