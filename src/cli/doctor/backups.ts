/** Whether copies of everything are made, how old the newest is, and whether any of them leaves this machine. */
import { access, constants, stat } from 'node:fs/promises';
import { found, mostDays, sizeOf, sumBeside } from '../../platform/backup/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { sizeSaid } from '../../platform/i18n/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Finding } from './finding.ts';

const what = 'backup';
const HOUR_MS = 3_600_000;
/** One is due each day; after this one was missed, and after that it is trouble. */
const lateHours = 36;
const badHours = 72;

export async function backups(
  { data, backup: { to, folder, away } }: Pick<Config, 'data' | 'backup'>,
  installation: Installation | null,
  clock: Clock,
): Promise<Finding[]> {
  if (installation === null) return [];
  const isReal = installation.kind === 'real';
  if (to === null || folder === null) {
    const unset = to === null ? 'BACKUP_TO (upstander backup key makes one)' : 'BACKUP_DIR';
    const lost = 'if this machine breaks, everything is gone';
    return [{ what, state: isReal ? 'wrong' : 'mind', found: `none is made: ${lost}; set ${unset}` }];
  }
  if (!(await mayWrite(folder)))
    return [{ what, state: 'wrong', found: `${folder} cannot be written; make it, or set BACKUP_DIR` }];
  const [newest] = await found(folder, installation.id, 'backup');
  if (newest === undefined)
    return [{ what, state: 'wrong', found: `none yet in ${folder}; a running server makes one each day` }];
  const hours = Math.floor((clock.now().getTime() - newest.made.getTime()) / HOUR_MS);
  const path = `${folder}/${newest.file}`;
  const size = sizeSaid(await sizeOf(path));
  const state = hours > badHours ? 'wrong' : hours > lateHours ? 'mind' : 'fine';
  const help = state === 'fine' ? '' : '; run upstander backup, it says what is in the way';
  const isSummed = (await sumBeside(path)) !== null;
  return [
    { what, state, found: `the newest is ${hours} h old, ${size}, sealed to ${to.slice(0, 12)}…${help}` },
    ...(isSummed ? [] : [{ what, state: 'mind', found: `${newest.file}.sha256 is missing` } as const]),
    await elsewhere({ data, folder, away }),
  ];
}

async function elsewhere({
  data,
  folder,
  away,
}: {
  data: string;
  folder: string;
  away: number | null;
}): Promise<Finding> {
  const [here, there] = await Promise.all([stat(data), stat(folder)]);
  const label = 'copied elsewhere';
  if (away === null) {
    const found =
      'the pages say "not yet": copy the folder to another machine and set BACKUP_AWAY to the hours that takes';
    return { what: label, state: 'mind', found };
  }
  if (away === 0 && here.dev === there.dev) {
    const found = `BACKUP_AWAY is 0, but ${folder} is on the same disk as the data: pages promise what is not so`;
    return { what: label, state: 'wrong', found };
  }
  const delay = away === 0 ? 'at once' : `within ${away} h`;
  const found = `${delay}, as BACKUP_AWAY says; delete there too what is older than ${mostDays} days`;
  return { what: label, state: 'fine', found };
}

const mayWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
