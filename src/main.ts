/** The server's process: opens the installation and its database, builds the app, listens, and ends in order. */
import { join } from 'node:path';
import { say } from './cli/say.ts';
import { serve } from './serve.ts';

/** A disk that does not write must not keep the process for ever; on a busy machine a database needs a while to stop. */
const LONGEST_GOODBYE_MS = 30_000;

/** Ctrl-C, a signal, or the end of whoever started us: all the same wish, however often it is said. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  process.once('disconnect', () => resolve());
});

try {
  const lost = Promise.withResolvers<never>();
  await using _world = await serve({
    files: join(import.meta.dirname, '..', 'assets'),
    lost: lost.reject,
    print: (line) => process.stdout.write(`${line}\n`),
  });
  await Promise.race([asked, lost.promise]);
  setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
} catch (error) {
  process.stderr.write(`${say(error)}\n`);
  process.exitCode = 1;
}
// A channel to whoever started us would keep the process alive.
if (process.connected) process.disconnect();
