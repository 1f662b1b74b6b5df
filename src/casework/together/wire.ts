/**
 * Opening a report that two must open: one asks, a colleague passes their share of its key, sealed to who asked. Calls as
 * in `casework/wire.ts`, for those who read; a report that is not sealed to one's key does not exist. `reader`: the asker's.
 *
 * GET  /desk/api/together                              -> ColleaguesAsk   those one has not answered, urgent ones first
 * GET  /desk/api/together/:report                      -> OwnAsking
 * POST /desk/api/together/ask     {report}             -> OwnAsking   asking anew begins anew
 * POST /desk/api/together/share   {report, reader}     -> {secret}    the split file, in which is one's own share | asking_over 409
 * POST /desk/api/together/pass    {report, reader, share} -> {}       | asking_over 409
 * POST /desk/api/together/no      {report, reader}     -> {}          | asking_over 409
 * POST /desk/api/together/take    {report}             -> TakenShare  once | needs_two 409
 *
 * `POST /desk/api/open` refuses such a report with needs_two 409 until a share was passed.
 */
import type { InboxLine } from '../wire.ts';

export interface ColleaguesAsk {
  asks: readonly ColleagueAsks[];
}

export interface ColleagueAsks {
  line: InboxLine;
  /** Who asks: a name, and the id of the key a share is to be sealed to. */
  name: string;
  reader: string;
  day: string;
}

export interface OwnAsking {
  /** Null while one has not asked. */
  asked: {
    day: string;
    /** Names of those who said no. */
    saidNo: readonly string[];
    /** Who passed a share; null while nobody has. `taken`: it was handed out, and is in no table any more. */
    passed: { by: string; taken: boolean } | null;
  } | null;
  /** Names of those who could pass one. */
  colleagues: readonly string[];
}

export interface TakenShare {
  secret: string;
  share: string;
}
