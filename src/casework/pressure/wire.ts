/**
 * The log of pressure on us and on her, as in `casework/wire.ts`. For caseworkers whose key counts; what is not sealed to
 * that key does not exist for them, nor what is about a report they do not read.
 *
 * GET  /desk/api/pressure                              -> PressureLog   the latest first, at most `mostListed`
 * POST /desk/api/pressure         {id, report, readers, body} -> {}   | readers_changed 409 | report_not_here 404 | number_taken 409
 * POST /desk/api/pressure/forget  {id}                 -> {}   one's own alone | not_found 404
 */
export interface PressureLine {
  id: string;
  /** What it is about: a report, or null for us. */
  report: string | null;
  readers: readonly string[];
  /** When it was written. */
  day: string;
  /** An age file, base64url. */
  body: string;
  /** Written by who asks. */
  own: boolean;
}

export interface PressureLog {
  lines: readonly PressureLine[];
  /** Older ones beyond those listed. */
  more: number;
}

export const mostListed = 200;
