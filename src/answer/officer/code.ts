/**
 * Six digits that go to the registered mailbox: whoever has been handed the link can write an answer, and only who
 * reads that mailbox can make it the body's. Five tries and half an hour; a new code on request, three in all.
 */
import type { Transaction } from 'kysely';
import { type Day, dayIn } from '../../platform/clock.ts';
import { equal } from '../../platform/keys/index.ts';
import { mac } from '../../platform/keys/node-mac.ts';
import { randomInt } from '../../platform/keys/random.ts';
import { put } from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Ask } from '../ask/model.ts';
import { type AskWay, askReader, askWriter } from '../ask/store.ts';
import { termsOf } from '../clock/terms.ts';
import { answerStore, type Unconfirmed, type Written } from './answer-store.ts';
import type { OfficerDeps } from './deps.ts';
import { given } from './given.ts';
import type { Link } from './link.ts';
import { linkStore } from './link-store.ts';
import { mailCode } from './mails.ts';
import { latinDigits } from './personal.ts';
import { uploadStore } from './upload-store.ts';

export const mostTries = 5;
export const minutes = 30;
/** Codes for one answer; each is a mail. */
const mostCodes = 3;
/** Answers in one day through one link, and in all. */
const mostOwn = 4;
const mostWritten = 8;

type Needs = Pick<OfficerDeps, 'clock' | 'installation' | 'canMail'>;

/**
 * Keeps an answer that counts for nothing yet, takes the files that were sent for it, and sends the code. Answers with
 * its number. Refusals 'answer_not_now', 'answer_many', 'no_mailbox', 'mail_off'.
 */
export async function writeAnswer(
  tx: Transaction<unknown>,
  needs: Needs,
  { link, answer, uploads }: { link: Link; answer: Written; uploads: readonly string[] },
): Promise<number> {
  const { ask } = link;
  const today = dayIn(needs.installation.zone, needs.clock.now());
  const way = await locked(tx, ask);
  const fits = given(way, { ...answer, number: 0 }, { today, terms: await termsOf(tx, way.ask.body) });
  if (fits === null) throw new Refusal('answer_not_now');
  const store = answerStore(tx);
  await store.dropUnconfirmed(ask, today);
  const { all, own } = await store.writtenOn(ask, today, link.hash);
  if (own >= mostOwn || all >= mostWritten)
    throw new Refusal('answer_many', { most: Math.min(all, mostOwn) });
  const number = await store.add(ask, { ...answer, made: today, link: link.hash });
  await uploadStore(tx).hand(uploads, { link: link.hash, ask, answer: number });
  await sendNew(tx, needs, { ask: way.ask, number });
  return number;
}

async function sendNew(
  tx: Transaction<unknown>,
  { clock, installation, canMail }: Needs,
  { ask, number }: { ask: Ask; number: number },
): Promise<void> {
  if (!canMail()) throw new Refusal('mail_off');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(clock.now().getTime() + minutes * 60_000);
  const hash = hashOf(code, { ask: ask.id, number, secret: installation.formSecret });
  await answerStore(tx).newCode(ask.id, number, { hash, until });
  await mailCode(tx, ask, code);
}

/** Keyed: of six digits a bare hash would say all. */
function hashOf(
  code: string,
  { ask, number, secret }: { ask: string; number: number; secret: Uint8Array },
): Uint8Array {
  return mac(secret, `officer code 1\n${ask}\n${number}\n${code}`);
}

/** 'gone': nothing waits under this number any more, or it was confirmed; 'codes': three were sent. */
export type Resent = 'sent' | 'gone' | 'codes';

/** The old code does not count any more. */
export async function newCode(
  tx: Transaction<unknown>,
  needs: Needs,
  { ask, number }: { ask: string; number: number },
): Promise<Resent> {
  const way = await locked(tx, ask);
  const waiting = await answerStore(tx).unconfirmed(ask, number);
  if (waiting === null) return 'gone';
  if (waiting.codes >= mostCodes) return 'codes';
  await sendNew(tx, needs, { ask: way.ask, number });
  return 'sent';
}

/** What came of a code that was typed. 'wrong' with the tries that are left. */
export type Tried = { is: 'given' | 'gone' | 'over' | 'shape' | 'not_now' } | { is: 'wrong'; left: number };

/**
 * The right code makes the answer count, from today: event, state, day and fact 'answer.given' (its subject the ask) in
 * the caller's transaction, which has to be kept whatever comes of it: a try is counted. Twice is once.
 */
export async function confirmAnswer(
  tx: Transaction<unknown>,
  needs: Needs,
  { ask, number, typed }: { ask: string; number: number; typed: string },
): Promise<Tried> {
  const { clock, installation } = needs;
  const way = await locked(tx, ask);
  const store = answerStore(tx);
  const waiting = await store.unconfirmed(ask, number);
  if (waiting === null) return { is: way.answers.some((one) => one.number === number) ? 'given' : 'gone' };
  const code = latinDigits(typed).replace(/[\s\-\u2066-\u2069\u200e\u200f]/g, '');
  if (!/^\d{6}$/.test(code)) return { is: 'shape' };
  if (isOver(waiting, clock.now())) return { is: 'over' };
  await store.tried(ask, number);
  const right = hashOf(code, { ask, number, secret: installation.formSecret });
  if (waiting.code === null || !equal(right, Uint8Array.from(waiting.code)))
    return { is: 'wrong', left: mostTries - waiting.tries - 1 };
  const today = dayIn(installation.zone, clock.now());
  return (await give(tx, { way, answer: waiting, today })) ? { is: 'given' } : { is: 'not_now' };
}

export const isOver = ({ code_until, tries }: Unconfirmed, now: Date): boolean =>
  code_until === null || code_until <= now || tries >= mostTries;

/** `by`: the caseworker who typed it in; nobody where the body gave it itself. False where it does not fit any more. */
export async function give(
  tx: Transaction<unknown>,
  { way, answer, today, by }: { way: AskWay; answer: Written & { number: number }; today: Day; by?: string },
): Promise<boolean> {
  const { id, body } = way.ask;
  const change = given(way, answer, { today, terms: await termsOf(tx, body) });
  if (change === null) return false;
  const { state, due, promised, event } = change;
  const writer = askWriter(tx);
  await answerStore(tx).confirm(id, answer.number, today);
  await writer.change(id, { state, due, promised });
  await writer.event(id, { ...event, ...(by === undefined ? {} : { who: by }) });
  if (due !== null) await linkStore(tx).lengthen(id, due);
  await put(tx, { event: 'answer.given', subject: id });
  return true;
}

/** Whoever else wants to change it waits. Refusal not_found for what was never sent or is paused. */
export async function locked(tx: Transaction<unknown>, id: string): Promise<AskWay> {
  const ask = await askWriter(tx).lock(id);
  const way = await askReader(tx).byId(id);
  if (ask === null || way === null || ask.sent === null || ask.paused !== null)
    throw new Refusal('not_found');
  return way;
}
