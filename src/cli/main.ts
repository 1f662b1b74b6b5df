/** `upstander <command>`: the process. What it answers stands on standard output and nothing else does. */
import { configFromEnvironment } from '../platform/config.ts';
import { runLine } from './run.ts';

// Whoever reads may stop reading (`| head`): then there is nobody left to answer.
process.stdout.on('error', () => process.exit(1));

process.exitCode = await runLine(process.argv.slice(2), {
  config: configFromEnvironment,
  out: (text) =>
    process.stdout.write(text)
      ? undefined
      : new Promise((resolve) => process.stdout.once('drain', () => resolve())),
  input: process.stdin,
  screen: process.stderr,
  now: () => performance.now(),
});
if (process.connected) process.disconnect();
