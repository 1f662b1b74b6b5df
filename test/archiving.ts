/** The archive without a window: the root signs its key, a caseworker's browser closes away with the desk's own files, papers bring back. */
import type { Archiving, ClosedAway, Due } from '../src/casework/archive/wire.ts';
import { bringBack, putArchiveKey } from '../src/cli/archive.ts';
import type { Place } from '../src/cli/place.ts';
import { archiveFrom, closeAway } from '../src/islands/desk/archiving.ts';
import { heldFrom } from '../src/islands/desk/held.ts';
import { digits } from '../src/platform/keys/index.ts';
import { entriesReader } from '../src/report/index.ts';
import type { Browser } from './browse.ts';
import type { Ground, Keyholder } from './cast.ts';
import { patient, runs, type Watched } from './sharing.ts';

/** A place as the commands open it; the root is in it, as in a demonstration. */
export function placeOf({ database, installation, clock, root }: Ground): Place {
  const { db } = database;
  const own = { ...root, secret: root.secret.slice() };
  return { db, installation, clock, root: own, publicUrl: '', async [Symbol.asyncDispose]() {} };
}

/** Signed by the root, and not counting for 72 hours. */
export const archiveSigned = (here: Ground): Promise<boolean> => putArchiveKey(placeOf(here), here.root);

/** `upstander archive open`, with yes to everything that was asked for. */
export const broughtBack = (here: Ground) =>
  bringBack(placeOf(here), { ask: async () => 'yes', say() {}, wipe() {}, [Symbol.dispose]() {} }, digits);

export const archivingOf = async (browser: Browser): Promise<Archiving> =>
  (await browser.get('/desk/api/archive')).json<Archiving>();

export async function closesAway(
  here: Omit<Ground, 'clock'> & { clock: { now(): Date } },
  browser: Browser,
  { seed }: Keyholder,
  watched: Watched = {},
) {
  const { id: installation, root } = here.installation;
  const entries = await entriesReader(here.database.db).all();
  const archive = archiveFrom(await archivingOf(browser), {
    entries,
    root,
    installation,
    now: here.clock.now(),
  });
  if (archive === null) throw new Error('No archive key is signed');
  const held = await heldFrom(seed);
  const call = patient(browser);
  return runs<Due, ClosedAway>(
    {
      secrets: (after) => call('/desk/api/archive/secrets', { after }),
      seal: (line) => closeAway(line, held, { archive, installation }),
      send: (reports) => call('/desk/api/archive', { reports }),
    },
    watched,
  );
}
