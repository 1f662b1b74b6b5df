/**
 * Coming back: the keys of a code, what they open, and what may be added with them. Everything that arrives is checked
 * against the reporter's own signature or the proved reader list before it is shown or sealed to. Keeps nothing.
 */
import { systemClock } from '../platform/clock.ts';
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import type { Code } from '../platform/keys/code.ts';
import { openItem } from '../platform/keys/item.ts';
import { deriveReceipt } from '../platform/keys/receipt.ts';
import { sign } from '../platform/keys/sign.ts';
import { additionItem, sealAddition } from '../report/addition.ts';
import type { Consents } from '../report/answers.ts';
import { signBodyWord } from '../report/body-word.ts';
import { chooseAnew, isHers } from '../report/consents.ts';
import type { ChosenFile } from '../report/files/model.ts';
import { readReply, replyItem } from '../report/reply.ts';
import type { Writers } from '../report/signed-text.ts';
import { readTyped, slip } from '../report/typed-code.ts';
import type { Addition, ChangedWord, MyBeyond, MyReport, ReadersAnswer } from '../report/wire.ts';
import { postJson, Said } from './reporter/ask.ts';
import { askReaders, proved } from './reporter/readers.ts';
import { installation } from './reporter/root.ts';
import { workerScrypt, workFor } from './reporter/sums.ts';
import { newUpload, type Upload } from './reporter/upload.ts';

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
  /** `told`: how many pieces of the files are on their way. With files there need be no words. */
  add(text: string, beside?: Beside): Promise<void>;
  choose(consents: Consents): Promise<void>;
  /** Whether a body may be asked, signed. `report.beyond` is what is asked now. */
  sayBody(body: string, said: 'yes' | 'no'): Promise<void>;
  sayChanged(ask: string, said: ChangedWord['said']): Promise<void>;
  forgetReply(number: number): Promise<void>;
  withdraw(): Promise<void>;
}

interface Beside {
  files: readonly ChosenFile[];
  told(n: number, of: number): void;
}

interface Tried {
  text: string;
  files: readonly ChosenFile[];
  upload: Upload | null;
  addition: Omit<Addition, 'lookup'>;
}

const isSame = (tried: Tried, now: Pick<Tried, 'text' | 'files'> & { number: number }): boolean =>
  tried.text === now.text &&
  tried.addition.number === now.number &&
  tried.files.length === now.files.length &&
  tried.files.every((file, at) => file === now.files[at]);

export { readTyped, slip };

/** Rejects with `Said` (unknown, withdrawn, too many tries) or TypeError when nothing was reached. */
export async function comeBack(code: Code, { shared }: { shared: boolean }): Promise<Mine> {
  const answer = await askReaders();
  const keys = await deriveReceipt(code, fromBase64url(answer.salt), { scrypt: workerScrypt });
  const lookup = toBase64url(keys.lookup);
  let report = await postJson<MyReport>('/api/back', { lookup });
  let tried: Tried | null = null;
  let counter: Promise<number> | null = null;
  const place = { installation, report: report.id };

  /** Something was added or chosen elsewhere with the same code: the next try counts on from there. */
  async function readAgain(error: unknown): Promise<never> {
    if (error instanceof Said && (error.code === 'number_taken' || error.code === 'files_three'))
      report = await postJson<MyReport>('/api/back', { lookup });
    throw error;
  }

  /** The proof of work of her report, once; with the server's own day where the phone's calendar is wrong. */
  async function worked(act: (counter: number) => Promise<void>): Promise<void> {
    const work = (day: string) => workFor({ day, report: report.id }).then((done) => done.counter);
    counter ??= work(systemClock.now().toISOString().slice(0, 10));
    await act(await counter).catch(async (error: unknown) => {
      if (!(error instanceof Said) || error.code !== 'work_missing' || error.day === '') throw error;
      counter = work(error.day);
      await act(await counter);
    });
  }

  return {
    get report() {
      return report;
    },
    replies: await openReplies(report, keys.replyIdentity, writersOf(answer, shared)),
    hers: isHers(place, report, keys.signer),
    async add(text, { files, told } = { files: [], told() {} }) {
      const number = report.additions + 1;
      // The same envelope again after a lost answer: the server takes it once.
      if (!tried || !isSame(tried, { text, files, number })) {
        const at = { report: report.id, item: additionItem(number), recipient: report.recipient };
        const upload = files.length > 0 ? newUpload(files, at) : null;
        const by = { ...report, ...keys };
        const addition = await sealAddition({ ...place, number }, text, by, upload ?? undefined);
        tried = { text, files: [...files], upload, addition };
      }
      const { upload, addition } = tried;
      if (upload) await worked((work) => upload.run(work, told));
      await postJson('/api/back/add', { lookup, ...addition }).catch((error: unknown) => {
        return readAgain(error);
      });
      report = { ...report, additions: number, files: report.files + files.length };
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
