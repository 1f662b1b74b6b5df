/** What happened to an invented report since: one step by one person, on its day, with that person's own key. */
import { act, openReport, write } from '../casework/index.ts';
import { addDays } from '../platform/clock.ts';
import { type Code, deriveReceipt, readerKeys, sealItem, toBase64url } from '../platform/keys/index.ts';
import { nodeScrypt } from '../platform/keys/node-scrypt.ts';
import { placeReader } from '../platform/place/index.ts';
import {
  addTo,
  composeNote,
  composeReply,
  noteItem,
  replyItem,
  type Submission,
  sealAddition,
  sealedReader,
} from '../report/index.ts';
import { type DemoReport, people, type Step } from './content/index.ts';
import { clockOn, type Filling } from './fill.ts';

export interface Told {
  report: DemoReport;
  code: Code;
  submission: Submission;
}

export async function live(filling: Filling, told: Told, step: Step): Promise<void> {
  const { db, installation } = filling;
  const { id } = told.submission;
  const day = addDays(told.report.arrived, step.after);
  const needs = { db, installation, clock: clockOn(day, filling.clock), places: placeReader(db) };
  if (step.do === 'add') {
    await addTo(needs, await addition(filling, told, step.text));
    await filling.jobs.settle();
    return;
  }
  const person = personOf(step.by);
  switch (step.do) {
    case 'open':
      await act(needs, { person, report: id, move: { do: 'claim' } });
      await openReport(needs, person, id);
      return;
    case 'note':
    case 'reply':
      await write(needs, step.do, { person, report: id, ...(await sealed(filling, told, step)) });
      return;
    case 'hold':
      await act(needs, { person, report: id, move: { do: 'hold', until: addDays(day, step.days) } });
      return;
    case 'close':
      await act(needs, { person, report: id, move: { do: 'close', reason: step.reason } });
  }
}

export function personOf(id: string) {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`Nobody of the demonstration is called ${id}`);
  return { id, name: person.name.en, roles: [person.role], sessionId: '' };
}

/** A note or a reply as the desk seals it. */
async function sealed(
  { db, installation: { id: installation, salt }, secrets }: Filling,
  { submission, code }: Told,
  step: { do: 'note' | 'reply'; text: string; by: string },
): Promise<{ number: number; body: string }> {
  const { id: report, recipient } = submission;
  const number = (await sealedReader(db).next(report))[step.do];
  const place = { installation, report, number };
  const { signSecret } = await readerKeys(secrets.seed(`reader ${step.by}`));
  const by = { reader: `reader-${step.by}`, signSecret };
  if (step.do === 'note') {
    const content = composeNote(place, step.text, by);
    const body = await sealItem({ installation, report, item: noteItem(number), content }, [recipient]);
    return { number, body: toBase64url(body) };
  }
  const content = composeReply(place, step.text, by);
  const { replyRecipient } = await deriveReceipt(code, salt, { scrypt: nodeScrypt });
  const to = [replyRecipient, recipient];
  const body = await sealItem({ installation, report, item: replyItem(number), content }, to);
  return { number, body: toBase64url(body) };
}

async function addition(
  { db, installation: { id: installation, salt } }: Filling,
  { submission, code }: Told,
  text: string,
) {
  const { id: report } = submission;
  const receipt = await deriveReceipt(code, salt, { scrypt: nodeScrypt });
  const number = (await sealedReader(db).next(report)).addition;
  const { signer, signSecret, lookup } = receipt;
  const keys = { ...submission, consentsNumber: 1, signer, signSecret };
  return {
    ...(await sealAddition({ installation, report, number }, text, keys)),
    lookup: toBase64url(lookup),
  };
}
