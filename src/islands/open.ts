/**
 * Coming back: the keys of a code, what they open, and what may be added with them. Everything that arrives is checked
 * against the reporter's own signature or the proved reader list before it is shown or sealed to. Keeps nothing.
 */
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import { type Code, joinHalves } from '../platform/keys/code.ts';
import { openItem } from '../platform/keys/item.ts';
import { everyList, listById } from '../platform/keys/published.ts';
import { type ReadCode, readCode } from '../platform/keys/read-code.ts';
import { deriveReceipt } from '../platform/keys/receipt.ts';
import { sign, verify } from '../platform/keys/sign.ts';
import type { Reader } from '../platform/keys/statement.ts';
import { sealAddition, signedRecipient } from '../report/addition.ts';
import type { Consents } from '../report/answers.ts';
import { readReply, replyItem } from '../report/reply.ts';
import { consentsFields, signConsents } from '../report/seal.ts';
import type { MyReport, ReadersAnswer } from '../report/wire.ts';
import { postJson } from './reporter/ask.ts';
import { askReaders, proved } from './reporter/readers.ts';
import { installation } from './reporter/root.ts';
import { workerScrypt } from './reporter/sums.ts';

export interface MyReply {
  number: number;
  day: string;
  /** Null: the envelope did not open as reply number `number` of this report. */
  text: string | null;
  /** Name of the reader whose signature holds; null when nobody's does. */
  from: string | null;
}
export interface Mine {
  report: MyReport;
  replies: readonly MyReply[];
  /** False: recipient or choices carry no signature of hers. Nothing can be added or changed, and the page says so. */
  hers: boolean;
  add(text: string): Promise<void>;
  choose(consents: Consents): Promise<void>;
  forgetReply(number: number): Promise<void>;
  withdraw(): Promise<void>;
}

export const readTyped = (typed: string): ReadCode => readCode(typed, everyList);

/** The code two cards stand for. Refuses `halves_differ`. */
export function joined(a: Code, b: Code): Code {
  const list = listById(a.list);
  if (!list) throw new RangeError(`Got a card of the list ${a.list}, expected one this page knows`);
  return joinHalves(a, b, list);
}

/** Rejects with `Said` (unknown, withdrawn, too many tries) or TypeError when nothing was reached. */
export async function comeBack(code: Code, { shared }: { shared: boolean }): Promise<Mine> {
  const answer = await askReaders();
  const keys = await deriveReceipt(code, fromBase64url(answer.salt), { scrypt: workerScrypt });
  const lookup = toBase64url(keys.lookup);
  let report = await postJson<MyReport>('/api/back', { lookup });
  const hers = isHers(report, keys.signer);
  const place = { installation, report: report.id };

  function refuseUnlessHers(): void {
    if (!hers) throw new RangeError('Got a report without her signature, expected one she signed');
  }

  return {
    get report() {
      return report;
    },
    replies: await openReplies(report, keys.replyIdentity, writersOf(answer, shared)),
    hers,
    async add(text) {
      refuseUnlessHers();
      const { recipient, recipientSignature } = report;
      const { signer, signSecret } = keys;
      const addition = await sealAddition({ ...place, number: report.additions + 1 }, text, {
        recipient,
        recipientSignature,
        signer,
        signSecret,
      });
      await postJson('/api/back/add', { lookup, ...addition });
      report = { ...report, additions: report.additions + 1 };
    },
    async choose(consents) {
      refuseUnlessHers();
      const number = report.consentsNumber + 1;
      const signature = signConsents({ ...place, number, consents }, keys.signSecret);
      await postJson('/api/back/consents', { lookup, number, consents, signature });
      report = { ...report, consents, consentsNumber: number, consentsSignature: signature };
    },
    async forgetReply(number) {
      await postJson('/api/back/read', { lookup, number });
    },
    async withdraw() {
      const signature = sign('withdrawal', [installation, report.id], keys.signSecret);
      await postJson('/api/back/withdraw', { lookup, signature });
      keys.signSecret.fill(0);
    },
  };
}

function isHers(report: MyReport, signer: string): boolean {
  const { id, recipient, recipientSignature, consents, consentsNumber: number, consentsSignature } = report;
  const choices = consentsFields({ installation, report: id, number, consents });
  return (
    signedRecipient({ installation, report: id }, recipient, { signer, signature: recipientSignature }) &&
    verify('consents', choices, { signer, signature: consentsSignature })
  );
}

/** A list that does not hold names nobody: replies are still shown, as from somebody we could not check. */
function writersOf(answer: ReadersAnswer, shared: boolean): readonly Reader[] {
  try {
    return proved(answer, { shared }).active;
  } catch {
    return [];
  }
}

function openReplies(report: MyReport, identity: string, readers: readonly Reader[]): Promise<MyReply[]> {
  return Promise.all(
    report.replies.map(async ({ number, day, body }): Promise<MyReply> => {
      const place = { installation, report: report.id, number };
      try {
        const content = await openItem(fromBase64url(body), identity, { ...place, item: replyItem(number) });
        const { text, from } = readReply(place, content, readers);
        return { number, day, text, from: from?.name ?? null };
      } catch {
        // Moved, damaged or sealed to another: it is said so in its place, and the other replies are still read.
        return { number, day, text: null, from: null };
      }
    }),
  );
}
