/**
 * Seals and sends one report. Loaded while she reads the first question; everything slow that does not depend on her
 * answers (the code's keys, the proof of work) is done before she presses Send.
 */

import { type Day, systemClock } from '../platform/clock.ts';
import type { Lang } from '../platform/i18n/index.ts';
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import type { ReaderList } from '../platform/keys/chain.ts';
import type { Code } from '../platform/keys/code.ts';
import { newReportKey, type ReportKey } from '../platform/keys/item.ts';
import { codeList, listById } from '../platform/keys/published.ts';
import { deriveReceipt, newSeed, receiptCode, reportId } from '../platform/keys/receipt.ts';
import { sign } from '../platform/keys/sign.ts';
import type { Reader } from '../platform/keys/statement.ts';
import type { Scrypt } from '../platform/keys/stretch.ts';
import type { Answers } from '../report/answers.ts';
import type { ChosenFile } from '../report/files/model.ts';
import { readersFor } from '../report/model.ts';
import { type Submission, sealReport } from '../report/seal.ts';
import type { Received } from '../report/wire.ts';
import { postJson, Said } from './reporter/ask.ts';
import { keepWhole } from './reporter/pieces.ts';
import { askReaders, proved } from './reporter/readers.ts';
import { installation } from './reporter/root.ts';
import { workerScrypt, workFor } from './reporter/sums.ts';
import { newUpload, sendKept, type Told, type Upload } from './reporter/upload.ts';

/** The list, proved from the root built into this script, and the installation's salt for receipts (base64url). */
export type CheckedReaders = ReaderList & { salt: string };
export type Progress = 'sealing' | 'work' | 'files' | 'sending';
/** A finished report that did not get through: sealed to its readers, with what its code is made from. */
export interface Waiting {
  kind: 'waiting';
  submission: Submission;
  /** base64url */
  seed: string;
  /** Id of the list its code is drawn from. */
  list: string;
}
type Tell = (step: Progress, done?: { n: number; of: number }) => void;
/** Throws once it was deleted by her, or left: from then on nothing more of it leaves or is kept. */
type Mind = () => void;
interface Beside {
  files: readonly ChosenFile[];
  /** Resolves when nothing else writes what is kept on this phone; null where nothing may be kept. */
  rest: (() => Promise<void>) | null;
}
interface Sent {
  code: Code;
  received: Received;
}
export interface Sealing {
  /** The proved list; asked again after a failure. Refuses `chain_broken`, `older_list`. */
  readers(): Promise<CheckedReaders>;
  /** Does ahead what is slow. */
  prepare(): Promise<void>;
  /** Null: nobody may read it, nothing was sealed and nothing left. Safe to call again after any failure. */
  send(answers: Answers, progress: Tell, beside?: Beside): Promise<Sent | null>;
  /**
   * The report that was sealed and perhaps did not arrive, and the last day it lies on this phone, null where it does not
   * yet. Null when there is none, or when its files are in this page alone.
   */
  waiting(): { waiting: Waiting; until: Day | null } | null;
  /** The same report, perhaps after a reload, to the readers it was sealed for. Safe to call again. */
  resend(waiting: Waiting, progress: Tell): Promise<Sent>;
  /** Forgets the seed and whatever was sealed. */
  wipe(): void;
}
export { readersFor };

/** Says how far it is while it still goes on. */
const telling =
  (progress: Tell, mind: Mind): Tell =>
  (...said) => {
    mind();
    progress(...said);
  };

/** To one key: what it was sealed to. */
type KeyedUpload = Upload & { key: ReportKey };

/** What one sending says: two that say the same are one. */
const asking = (answers: Answers, upload: Upload | null) => JSON.stringify([answers, upload?.files ?? []]);

export function newSealing({ language, shared }: { language: Lang; shared: boolean }): Sealing {
  const list = codeList(language);
  let seed = newSeed();
  let checked: Promise<CheckedReaders> | null = null;
  let stretched: Promise<Uint8Array> | null = null;
  let counter: Promise<number> | null = null;
  let tried: { answers: string; submission: Submission; code: Code } | null = null;
  let upload: { of: string; chosen: readonly ChosenFile[]; upload: KeyedUpload } | null = null;
  let kept: { waiting: Waiting; until: Day } | null = null;
  let wipes = 0;

  function readers(): Promise<CheckedReaders> {
    checked ??= askReaders()
      .then((answer) => ({ ...proved(answer, { shared }), salt: answer.salt }))
      .catch((error: unknown) => {
        checked = null;
        throw error;
      });
    return checked;
  }

  /** One code has one key: stretched once, whoever asks. */
  const scrypt: Scrypt = (secret, salt, cost) => {
    stretched ??= workerScrypt(secret, salt, cost);
    return stretched;
  };
  const receipt = ({ salt }: CheckedReaders) =>
    deriveReceipt(receiptCode(seed, list), fromBase64url(salt), { scrypt });
  const work = (day: string) => workFor({ day, report: reportId(seed) }).then(({ counter }) => counter);
  const workToday = () => {
    counter ??= work(systemClock.now().toISOString().slice(0, 10));
    return counter;
  };

  function startAgain(): void {
    seed.fill(0);
    seed = newSeed();
    stretched = null;
    counter = null;
    tried = null;
    upload = null;
    kept = null;
  }

  /**
   * What was sent already counts while files and readers stay the same. For other readers the key is another: an earlier
   * secret, sealed to somebody she leaves out now, must open nothing.
   */
  async function uploadFor(chosen: readonly ChosenFile[], readers: readonly Reader[]): Promise<KeyedUpload> {
    const of = [reportId(seed), ...readers.map(({ id }) => id)].join(' ');
    const same = upload?.of === of && upload.chosen.length === chosen.length;
    if (!same || !chosen.every((file, at) => file === upload?.chosen[at])) {
      const key = await newReportKey();
      const place = { report: reportId(seed), item: 'told', recipient: key.recipient };
      upload = { of, chosen: [...chosen], upload: { ...newUpload(chosen, place), key } };
    }
    if (!upload) throw new Error('There is nothing to upload');
    return upload.upload;
  }

  /**
   * An earlier try may have arrived although its answer was lost. If she changed something since, that report is
   * withdrawn with her own signature, so that never two stand for one.
   */
  async function takeBack(list: CheckedReaders, mind: Mind): Promise<void> {
    const { lookup, signSecret } = await receipt(list);
    mind();
    const signature = sign('withdrawal', [installation, reportId(seed)], signSecret);
    await postJson('/api/back/withdraw', { lookup: toBase64url(lookup), signature }).catch(
      (error: unknown) => {
        if (!(error instanceof Said) || (error.status !== 404 && error.status !== 410)) throw error;
      },
    );
    startAgain();
  }

  async function sealed(
    answers: Answers,
    chosen: readonly ChosenFile[],
    mind: Mind,
  ): Promise<{ submission: Submission; code: Code; upload: Upload | null } | null> {
    const known = await readers();
    mind();
    const ready = async () =>
      chosen.length === 0 ? null : uploadFor(chosen, readersFor(answers, known.active));
    let before = await ready();
    if (tried && tried.answers !== asking(answers, before)) {
      await takeBack(known, mind);
      before = await ready();
    }
    if (tried) return { ...tried, upload: before };
    const done = await sealReport(answers, seed, {
      installation,
      salt: known.salt,
      list,
      readers: known.active,
      language,
      cameBy: 'self',
      scrypt,
      ...(before ? { before } : {}),
    });
    mind();
    return done && { ...done, upload: before };
  }

  /** Asked where a sending begins: what it throws at came after. */
  function minding(): Mind {
    const before = wipes;
    return () => {
      if (wipes !== before) throw new Error('It was taken back');
    };
  }

  const waitingWith = (submission: Submission): Waiting => {
    return { kind: 'waiting', submission, seed: toBase64url(seed), list: list.id };
  };

  /** From here on a reload loses nothing; a browser that keeps nothing, or has no room, sends as before. */
  async function keepOnPhone(
    submission: Submission,
    { bundle, pieces, seal }: Upload,
    { rest, mind }: { rest: () => Promise<void>; mind: Mind },
  ) {
    await rest();
    const waiting = waitingWith(submission);
    const until = await keepWhole(waiting, { bundle, pieces, seal, mind }).catch(() => null);
    mind();
    kept = until === null ? null : { waiting, until };
  }

  async function worked<Answer>(mind: Mind, act: (counter: number) => Promise<Answer>): Promise<Answer> {
    const go = async (done: Promise<number>) => {
      const counter = await done;
      mind();
      return act(counter);
    };
    return go(workToday()).catch((error: unknown) => {
      // The phone's calendar is wrong: the server's own day, once.
      if (!(error instanceof Said) || error.code !== 'work_missing' || error.day === '') throw error;
      counter = work(error.day);
      return go(counter);
    });
  }

  return {
    readers,
    async prepare() {
      await receipt(await readers());
      await workToday();
    },
    async send(answers, progress, { files, rest } = { files: [], rest: null }) {
      const mind = minding();
      const told = telling(progress, mind);
      kept = null;
      told('sealing');
      const ready = await sealed(answers, files, mind);
      if (!ready) return null;
      const { upload, submission, code } = ready;
      if (upload && rest) await keepOnPhone(submission, upload, { rest, mind });
      told('work');
      await workToday();
      if (upload) await worked(mind, (counter) => upload.run(counter, (n, of) => told('files', { n, of })));
      told('sending');
      tried = { answers: asking(answers, upload), submission, code };
      const body = (counter: number) => ({ ...submission, work: counter });
      const received = await worked(mind, (counter) =>
        postJson<Received>('/api/reports', body(counter)),
      ).catch((error: unknown) => {
        // A refusal with a code means not stored: the next try may be sealed anew. Anything else may have arrived.
        if (error instanceof Said && error.code !== '' && error.code !== 'broken') tried = null;
        // Somebody left or joined while she wrote: the next try proves the list anew.
        if (error instanceof Said && error.code === 'readers_changed') checked = null;
        throw error;
      });
      return { code, received };
    },
    waiting() {
      if (kept) return kept;
      if (!tried || tried.submission.files) return null;
      return { waiting: waitingWith(tried.submission), until: null };
    },
    async resend({ submission, seed: its, list: id }, progress) {
      if (toBase64url(seed) !== its) {
        startAgain();
        seed = fromBase64url(its);
      }
      const code = receiptCode(seed, listById(id) ?? list);
      const mind = minding();
      const told = telling(progress, mind);
      told('work');
      await workToday();
      const { id: report, files } = submission;
      const sent: Told = (n, of) => told('files', { n, of });
      if (files) await worked(mind, (counter) => sendKept({ report, files }, counter, sent));
      told('sending');
      const received = await worked(mind, (counter) =>
        postJson<Received>('/api/reports', { ...submission, work: counter }),
      );
      return { code, received };
    },
    wipe() {
      wipes++;
      startAgain();
    },
  };
}
