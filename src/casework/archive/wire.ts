/** What desk and server say to each other about reports that were closed for good. Binary values are base64url. */
import type { ArchiveEntry } from '../../platform/keys/index.ts';
import type { InboxLine } from '../wire.ts';

/** A report rests so many days after it was closed: she may still come back without anybody fetching papers. */
export const restDays = 30;

/**
 * GET  /desk/api/archive                         -> Archiving
 * POST /desk/api/archive/secrets {after}         -> DuePage     at most 200; each hand-out stands in the report's way | archive_none 409
 * POST /desk/api/archive {reports: ClosedAway[]} -> {shared: number}   what is still so; a browser that sends it twice writes once
 * POST /desk/api/archive/lines {most}            -> AwayLines   what is closed away, the last first
 * POST /desk/api/archive/ask {report}            -> {}          it is asked for | not_found 404, where it is not closed away
 */
export interface Archiving {
  /** The root's word for the archive key, proved anew in the browser; null where nobody signed one. */
  word: ArchiveEntry | null;
  /** Reports sealed to the asker that may be closed away now. */
  due: number;
  /** Closed away, of those whose line the asker sees; and of them, asked for. */
  away: number;
  asked: number;
}

export interface AwayLines {
  lines: readonly InboxLine[];
}

export interface Due {
  id: string;
  secret: string;
  recipient: string;
}

/** `after` null when there is no more. */
export interface DuePage {
  reports: readonly Due[];
  after: string | null;
}

export interface ClosedAway {
  report: string;
  /** Sealed to the archive key alone. */
  secret: string;
  /** SHA-256 (hex) of the secret it was made from. */
  was: string;
}
