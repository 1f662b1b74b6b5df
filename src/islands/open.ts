/**
 * Coming back: the keys of a code, what they open, and what may be added with them. Everything that arrives is checked
 * against the reporter's own signature or the proved reader list before it is shown or sealed to. Keeps nothing.
 */
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import type { Code } from '../platform/keys/code.ts';
import { openItem } from '../platform/keys/item.ts';
import { deriveReceipt } from '../platform/keys/receipt.ts';
import { sign } from '../platform/keys/sign.ts';
import { sealAddition } from '../report/addition.ts';
import type { Consents } from '../report/answers.ts';
import { signBodyWord } from '../report/body-word.ts';
import { chooseAnew, isHers } from '../report/consents.ts';
import { readReply, replyItem } from '../report/reply.ts';
import type { Writers } from '../report/signed-text.ts';
import { readTyped, slip } from '../report/typed-code.ts';
import type { Addition, ChangedWord, MyBeyond, MyReport, ReadersAnswer } from '../report/wire.ts';
import { postJson, Said } from './reporter/ask.ts';
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
  /** The day (UTC) their key was taken off the list: the words are then never shown as plainly theirs. Null while it counts. */
  withdrawn: string | null;
}
export interface Mine {
  report: MyReport;
  replies: readonly MyReply[];
  /** False: recipient and choices carry no signature of hers. Nothing can be added or changed, and the page says so. */
  hers: boolean;
  add(text: string): Promise<void>;
  choose(consents: Consents): Promise<void>;
  /** Whether a body may be asked, signed. `report.beyond` is what is asked now. */
  sayBody(body: string, said: 'yes' | 'no'): Promise<void>;
  sayChanged(ask: string, said: ChangedWord['said']): Promise<void>;
  forgetReply(number: number): Promise<void>;
  withdraw(): Promise<void>;
}

export { readTyped, slip };

/** Rejects with `Said` (unknown, withdrawn, too many tries) or TypeError when nothing was reached. */
export async function comeBack(code: Code, { shared }: { shared: boolean }): Promise<Mine> {
  const answer = await askReaders();
  const keys = await deriveReceipt(code, fromBase64url(answer.salt), { scrypt: workerScrypt });
  const lookup = toBase64url(keys.lookup);
  let report = await postJson<MyReport>('/api/back', { lookup });
  let tried: { text: string; addition: Omit<Addition, 'lookup'> } | null = null;
  const place = { installation, report: report.id };

  /** Something was added or chosen elsewhere with the same code: the next try counts on from there. */
  async function readAgain(error: unknown): Promise<never> {
    if (error instanceof Said && error.code === 'number_taken')
      report = await postJson<MyReport>('/api/back', { lookup });
    throw error;
  }

  return {
    get report() {
      return report;
    },
    replies: await openReplies(report, keys.replyIdentity, writersOf(answer, shared)),
    hers: isHers(place, report, keys.signer),
    async add(text) {
      const number = report.additions + 1;
      // The same envelope again after a lost answer: the server takes it once.
      if (tried?.text !== text || tried.addition.number !== number)
        tried = { text, addition: await sealAddition({ ...place, number }, text, { ...report, ...keys }) };
      await postJson('/api/back/add', { lookup, ...tried.addition }).catch(readAgain);
      report = { ...report, additions: number };
      tried = null;
    },
    async choose(consents) {
      const choices = chooseAnew(place, consents, { ...report, ...keys });
      await postJson('/api/back/consents', { lookup, ...choices }).catch(readAgain);
      const { number: consentsNumber, signature: consentsSignature } = choices;
      report = { ...report, consents, consentsNumber, consentsSignature };
    },
    async sayBody(body, said) {
      const question = report.beyond.questions.find((one) => one.body === body);
      if (!question || !isHers(place, report, keys.signer))
        throw new RangeError(`Got no question about ${body}`);
      const word = signBodyWord(place, { ...question, said }, keys.signSecret);
      const beyond = await postJson<MyBeyond>('/api/back/body', { lookup, ...word }).catch(readAgain);
      report = { ...report, beyond };
    },
    async sayChanged(ask, said) {
      const beyond = await postJson<MyBeyond>('/api/back/changed', { lookup, ask, said }).catch(readAgain);
      report = { ...report, beyond };
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

/** A list that does not hold names nobody: replies are still shown, as from somebody we could not check. */
function writersOf(answer: ReadersAnswer, shared: boolean): Writers {
  try {
    return proved(answer, { shared });
  } catch {
    return { active: [], left: [] };
  }
}

function openReplies(report: MyReport, identity: string, writers: Writers): Promise<MyReply[]> {
  return Promise.all(
    report.replies.map(async ({ number, day, body }): Promise<MyReply> => {
      const place = { installation, report: report.id, number };
      try {
        const content = await openItem(fromBase64url(body), identity, { ...place, item: replyItem(number) });
        const { text, from, withdrawn } = readReply({ ...place, day }, content, writers);
        const until = withdrawn?.toISOString().slice(0, 10) ?? null;
        return { number, day, text, from: from?.name ?? null, withdrawn: until };
      } catch {
        // Moved, damaged or sealed to another: it is said so in its place, and the other replies are still read.
        return { number, day, text: null, from: null, withdrawn: null };
      }
    }),
  );
}
