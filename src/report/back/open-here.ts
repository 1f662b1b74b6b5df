/**
 * Opens her own page in the server's memory, for those who come back without script. The code, the keys made from it
 * and the opened replies are in this process while this runs, and nowhere else.
 */

import { dayIn } from '../../platform/clock.ts';
import { fromBase64url, toBase64url } from '../../platform/keys/bytes.ts';
import { type Code, deriveReceipt, KeyRefusal, openItem, type Receipt } from '../../platform/keys/index.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { writersOrNone } from '../chain/current.ts';
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
  /** The day their key was taken off the list; null while it counts. */
  withdrawn: string | null;
}

type Needs = Pick<ReportDeps, 'installation' | 'readers' | 'clock'>;

export const keysOf = ({ installation }: Pick<Needs, 'installation'>, code: Code): Promise<Receipt> =>
  deriveReceipt(code, installation.salt, { scrypt: nodeScrypt });

export const lookupOf = (keys: Receipt): string => toBase64url(keys.lookup);

export async function openReplies(deps: Needs, report: MyReport, keys: Receipt): Promise<MyReply[]> {
  const writers = await writersOrNone(deps);
  const { zone } = deps.installation;
  return Promise.all(
    report.replies.map(async ({ number, day, body }): Promise<MyReply> => {
      const place = { installation: deps.installation.id, report: report.id, number };
      try {
        const item = { ...place, item: replyItem(number) };
        const content = await openItem(fromBase64url(body), keys.replyIdentity, item);
        const { text, from, withdrawn } = readReply({ ...place, day }, content, writers);
        return {
          number,
          day,
          text,
          from: from?.name ?? null,
          withdrawn: withdrawn && dayIn(zone, withdrawn),
        };
      } catch (error) {
        if (!(error instanceof KeyRefusal)) throw error;
        // Moved, damaged or sealed to another: it is said in its place, and the others are still read.
        return { number, day, text: null, from: null, withdrawn: null };
      }
    }),
  );
}
