/**
 * Opens her own page in the server's memory, for those who come back without script. The code, the keys made from it
 * and the opened replies are in this process while this runs, and nowhere else.
 */
import { fromBase64url, toBase64url } from '../../platform/keys/bytes.ts';
import {
  type Code,
  type CodeProblem,
  deriveReceipt,
  everyList,
  joinHalves,
  KeyRefusal,
  listById,
  openItem,
  type Receipt,
  readCode,
} from '../../platform/keys/index.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { signedRecipient } from '../addition.ts';
import { activeOrNone } from '../chain/current.ts';
import type { ReportDeps } from '../deps.ts';
import { readReply, replyItem } from '../reply.ts';
import type { MyReport } from '../wire.ts';

export interface MyReply {
  number: number;
  day: string;
  /** Null: it does not open as reply `number` of this report. */
  text: string | null;
  /** Null: no reader's signature on it holds. */
  from: string | null;
}

export type TypedCode = { code: Code } | { problem: CodeProblem | { problem: 'halves' } };

/** One code, or two cards: in two fields, or one under the other. */
export function codeTyped(first: string, second: string): TypedCode {
  const [a, b, ...more] = cardsOf(first, second).map((card) => readCode(card, everyList));
  if (a === undefined || more.length > 0) return { problem: problemOf(readCode(first, everyList)) };
  if (!('ok' in a)) return { problem: a };
  if (b === undefined) return { code: a.ok };
  if (!('ok' in b)) return { problem: b };
  const list = listById(a.ok.list);
  try {
    if (list) return { code: joinHalves(a.ok, b.ok, list) };
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
  }
  return { problem: { problem: 'halves' } };
}

/** Two cards under each other are two codes; any other text is taken whole, so that a pasted code may have line breaks. */
function cardsOf(first: string, second: string): string[] {
  if (second.trim() !== '') return [first, second];
  if ('ok' in readCode(first, everyList)) return [first];
  const lines = first.split('\n').filter((line) => line.trim() !== '');
  for (let at = 1; at < lines.length; at++) {
    const cards = [lines.slice(0, at).join('\n'), lines.slice(at).join('\n')];
    if (cards.every((card) => 'ok' in readCode(card, everyList))) return cards;
  }
  return [first];
}

const nothing: CodeProblem = { problem: 'empty', at: 0, typed: '', got: 0, expected: 0, nearest: [] };
const problemOf = (read: ReturnType<typeof readCode>): CodeProblem => ('ok' in read ? nothing : read);

type Needs = Pick<ReportDeps, 'installation' | 'readers' | 'clock'>;

export const keysOf = ({ installation }: Pick<Needs, 'installation'>, code: Code): Promise<Receipt> =>
  deriveReceipt(code, installation.salt, { scrypt: nodeScrypt });

export const lookupOf = (keys: Receipt): string => toBase64url(keys.lookup);

/** Whether the report's recipient is one she signed: only then is anything sealed to it. */
export const isHers = (
  { installation }: Pick<Needs, 'installation'>,
  report: MyReport,
  keys: Receipt,
): boolean =>
  signedRecipient({ installation: installation.id, report: report.id }, report.recipient, {
    signer: keys.signer,
    signature: report.recipientSignature,
  });

export async function openReplies(deps: Needs, report: MyReport, keys: Receipt): Promise<MyReply[]> {
  const readers = await activeOrNone(deps);
  return Promise.all(
    report.replies.map(async ({ number, day, body }): Promise<MyReply> => {
      const place = { installation: deps.installation.id, report: report.id, number };
      try {
        const item = { ...place, item: replyItem(number) };
        const reply = readReply(
          place,
          await openItem(fromBase64url(body), keys.replyIdentity, item),
          readers,
        );
        return { number, day, text: reply.text, from: reply.from?.name ?? null };
      } catch (error) {
        if (!(error instanceof KeyRefusal)) throw error;
        // Moved, damaged or sealed to another: it is said in its place, and the others are still read.
        return { number, day, text: null, from: null };
      }
    }),
  );
}
