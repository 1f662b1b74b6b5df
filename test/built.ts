/** Tests of what browsers and processes really get run the build; it is made anew when the source has changed. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** The folder with server and assets. */
export async function built(): Promise<string> {
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: resolve('.') });
  return resolve('dist');
}
