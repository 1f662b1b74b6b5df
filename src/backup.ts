/** What each room says about copies of its tables, put together for backups and restores. */
import * as answer from './answer/index.ts';
import * as casework from './casework/index.ts';
import type { Rooms } from './platform/backup/index.ts';
import { type Clock, dayIn } from './platform/clock.ts';
import { holdMail } from './platform/mail/index.ts';
import { entriesReader, proveCopy, replayWithdrawals, reportReader } from './report/index.ts';

export const copiesOfRooms = (clock: Clock): Rooms => ({
  leftOut: [...casework.endsWithTheMachine, ...casework.neverCopied],
  async apart(db) {
    return { withdrawn: await reportReader(db).tombstones(), readers: await entriesReader(db).all() };
  },
  async apartMark(db) {
    const [withdrawn, readers] = await Promise.all([reportReader(db).withdrawals(), entriesReader(db).all()]);
    return `${withdrawn} ${readers.length}`;
  },
  async restored(tx, { installation, apart }) {
    const today = dayIn(installation.zone, clock.now());
    await answer.endPassedOn(tx, today);
    return {
      withdrawn: await replayWithdrawals(tx, installation, apart.withdrawn),
      readers: await casework.replayReaders(tx, { clock, installation }, apart.readers),
      mails: await holdMail(tx, today),
    };
  },
  async proved(db, { installation, step }) {
    const { wrong, ...figures } = await proveCopy({ db, installation, now: clock.now(), step });
    return { figures, wrong };
  },
});
