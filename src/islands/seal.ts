/**
 * Seals and sends one report. Loaded while she reads the first question; everything slow that does not depend on her
 * answers (the code's keys, the proof of work) is done before she presses Send.
 */

import { systemClock } from '../platform/clock.ts';
import type { Lang } from '../platform/i18n/index.ts';
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import type { ReaderList } from '../platform/keys/chain.ts';
import type { Code } from '../platform/keys/code.ts';
import { codeList } from '../platform/keys/published.ts';
import { deriveReceipt, newSeed, receiptCode, reportId } from '../platform/keys/receipt.ts';
import { sign } from '../platform/keys/sign.ts';
import type { Scrypt } from '../platform/keys/stretch.ts';
import type { Answers } from '../report/answers.ts';
import { readersFor } from '../report/model.ts';
import { type Submission, sealReport } from '../report/seal.ts';
import type { Received } from '../report/wire.ts';
import { postJson, Said } from './reporter/ask.ts';
import { askReaders, proved } from './reporter/readers.ts';
import { installation } from './reporter/root.ts';
import { workerScrypt, workFor } from './reporter/sums.ts';

/** The list, proved from the root built into this script, and the installation's salt for receipts (base64url). */
export type CheckedReaders = ReaderList & { salt: string };
export type Progress = 'sealing' | 'work' | 'sending';
export interface Sealing {
  /** The proved list; asked again after a failure. Refuses `chain_broken`, `older_list`. */
  readers(): Promise<CheckedReaders>;
  /** Does ahead what is slow. */
  prepare(): Promise<void>;
  /** Null: nobody may read it, nothing was sealed and nothing left. Safe to call again after any failure. */
  send(
    answers: Answers,
    progress: (step: Progress) => void,
  ): Promise<{ code: Code; received: Received } | null>;
  /** Forgets the seed and whatever was sealed. */
  wipe(): void;
}
export { readersFor };

export function newSealing({ language, shared }: { language: Lang; shared: boolean }): Sealing {
  const list = codeList(language);
  let seed = newSeed();
  let checked: Promise<CheckedReaders> | null = null;
  let stretched: Promise<Uint8Array> | null = null;
  let worked: Promise<number> | null = null;
  let tried: { answers: string; submission: Submission; code: Code } | null = null;

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
    worked ??= work(systemClock.now().toISOString().slice(0, 10));
    return worked;
  };

  function startAgain(): void {
    seed.fill(0);
    seed = newSeed();
    stretched = null;
    worked = null;
    tried = null;
  }

  /**
   * An earlier try may have arrived although its answer was lost. If she changed something since, that report is
   * withdrawn with her own signature, so that never two stand for one.
   */
  async function takeBack(list: CheckedReaders): Promise<void> {
    const { lookup, signSecret } = await receipt(list);
    const signature = sign('withdrawal', [installation, reportId(seed)], signSecret);
    await postJson('/api/back/withdraw', { lookup: toBase64url(lookup), signature }).catch(
      (error: unknown) => {
        if (!(error instanceof Said) || (error.status !== 404 && error.status !== 410)) throw error;
      },
    );
    startAgain();
  }

  async function sealed(answers: Answers): Promise<{ submission: Submission; code: Code } | null> {
    const asked = JSON.stringify(answers);
    const known = await readers();
    if (tried && tried.answers !== asked) await takeBack(known);
    if (tried) return tried;
    return sealReport(answers, seed, {
      installation,
      salt: known.salt,
      list,
      readers: known.active,
      language,
      cameBy: 'self',
      scrypt,
    });
  }

  async function post(submission: Submission): Promise<Received> {
    const body = { ...submission, work: await workToday() };
    return postJson<Received>('/api/reports', body).catch(async (error: unknown) => {
      // The phone's calendar is wrong: the server's own day, once.
      if (!(error instanceof Said) || error.code !== 'work_missing' || error.day === '') throw error;
      return postJson<Received>('/api/reports', { ...submission, work: await work(error.day) });
    });
  }

  return {
    readers,
    async prepare() {
      await receipt(await readers());
      await workToday();
    },
    async send(answers, progress) {
      progress('sealing');
      const ready = await sealed(answers);
      if (!ready) return null;
      progress('work');
      await workToday();
      progress('sending');
      tried = { answers: JSON.stringify(answers), ...ready };
      const received = await post(ready.submission).catch((error: unknown) => {
        // A refusal with a code means not stored: the next try may be sealed anew. Anything else may have arrived.
        if (error instanceof Said && error.code !== '' && error.code !== 'broken') tried = null;
        // Somebody left or joined while she wrote: the next try proves the list anew.
        if (error instanceof Said && error.code === 'readers_changed') checked = null;
        throw error;
      });
      return { code: ready.code, received };
    },
    wipe: startAgain,
  };
}
