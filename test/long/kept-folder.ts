/** What takes minutes to fetch or make and is the same each time: kept between runs in a folder of this account's own. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../house/house.ts';

/** Others may look in, so that a database under another account can run what lies here; nobody else may write. */
export async function keptFolder(): Promise<string> {
  const path = join(tmpdir(), `upstander-kept-${process.getuid?.() ?? 0}`);
  await mkdir(path, { recursive: true, mode: 0o755 });
  if ((await stat(path)).uid !== (process.getuid?.() ?? 0)) throw new Error(`${path} is somebody else's`);
  await chmod(path, 0o755);
  return path;
}

/** The folder of this name, made by `make` where it is not there yet: whole or not at all, also where two make it at once. */
export async function kept(name: string, make: (unfinished: string) => Promise<void>): Promise<string> {
  const folder = await keptFolder();
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const part = `${name}.part-`;
  for (const left of await readdir(folder)) {
    if (!left.startsWith(part)) continue;
    const maker = Number(left.slice(part.length));
    if (maker === process.pid || !isAlive(maker))
      await rm(join(folder, left), { recursive: true, force: true });
  }
  const unfinished = join(folder, `${part}${process.pid}`);
  await mkdir(unfinished, { mode: 0o755 });
  await make(unfinished);
  await rename(unfinished, path).catch(async (why: unknown) => {
    if (!existsSync(path)) throw why;
    await rm(unfinished, { recursive: true, force: true });
  });
  return path;
}

/** Progress, for whoever watches a long test. */
export const tell = (sentence: string): void => void process.stderr.write(`  ${sentence}\n`);
