/**
 * The whole schema of our logs. No address, URL, query, body or token has a field here, so none can be written; a
 * route is its pattern ('/en/sign-in/:token'); /leave is never logged. Days, never times, and at the usual level
 * nothing about a request that went well: whatever collects our lines stamps them, and the time of a line would be
 * the time of a report.
 */
export type LogEntry = Readonly<{ day: string; level: 'debug' | 'info' | 'warn' | 'error' }> &
  (
    | { readonly method: string; readonly route: string | null; readonly status: number; readonly ms: number }
    /** A bug: the kind of error, its code and the places in our code, never its message, which can carry a row. */
    | {
        readonly reference: string;
        readonly error: string;
        readonly code: string;
        readonly at: readonly string[];
      }
  );

export type Log = (entry: LogEntry) => void;

const order = ['debug', 'info', 'warn', 'error', 'silent'];

/** One JSON line per entry on standard output, from `level` upwards. */
export function lineLog(
  level: string,
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const least = order.indexOf(level);
  return (entry) => {
    if (order.indexOf(entry.level) >= least) write(`${JSON.stringify(entry)}\n`);
  };
}

/** A request's level: answered is 'debug', refused 'info', broken 'error'. */
export function levelOf(status: number): LogEntry['level'] {
  if (status >= 500) return 'error';
  return status >= 400 ? 'info' : 'debug';
}

/** What may be said about a bug: names and places only. */
export function describe(error: unknown): { error: string; code: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, code: '', at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 40) : '';
  const stack = error.stack ?? '';
  // A message of several lines can look like a place; it is cut off before the places are read.
  const end = error.message === '' ? -1 : stack.indexOf(error.message);
  const at = (end < 0 ? stack : stack.slice(end + error.message.length))
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim().slice(3, 200));
  return { error: error.name, code, at };
}
