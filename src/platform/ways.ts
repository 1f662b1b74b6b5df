/** How it is called from where it stands: by npm in its own folder, or as the guide's container, in which there is no npm. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Ways {
  /** `data`: where that has to be said. */
  start(data?: string): string;
  command(line: string, data?: string): string;
}

const compose = 'docker compose -f deploy/compose.yaml';

export function waysFrom(folder = resolve('.')): Ways {
  // What `npm start` calls; the image has none of it, and its data in one place.
  if (!existsSync(join(folder, 'scripts', 'start.mjs')))
    return {
      start: () => `${compose} up -d`,
      command: (line) => `${compose} run --rm upstander dist/server/cli.js ${line}`,
    };
  const at = (data?: string) => (data === undefined ? '' : `UPSTANDER_DATA=${quoted(data)} `);
  return {
    start: (data) => `${at(data)}npm start`,
    command: (line, data) => `${at(data)}npm run -s upstander -- ${line}`,
  };
}

/** For a POSIX shell. */
export const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
