/** `upstander <command>`: the process. What it answers stands on standard output and nothing else does. */
import { configFromEnvironment } from '../platform/config.ts';
import { runLine } from './run.ts';

const written = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

process.exitCode = await runLine(process.argv.slice(2), {
  config: configFromEnvironment,
  out: written(process.stdout),
  screen: process.stderr,
  now: () => performance.now(),
});
if (process.connected) process.disconnect();
