/**
 * A colleague shares for a newcomer while the server is killed at any moment, every second time while a batch is being
 * written, and stands again on the same data. This shows the death of processes, not the loss of power.
 */
import { sql } from 'kysely';
import { atOnce } from '../../src/casework/wire.ts';
import type { Run } from '../../src/islands/desk/share-run.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { arrive, type Ground, type Keyholder, signedByRoot } from '../cast.ts';
import { sharer, shares, sharingOf } from '../sharing.ts';
import { atDesk, reads } from './at-desk.ts';
import { connectionLost, earlier, moment, tellMany } from './earlier.ts';

export interface Outcome extends Shared {
  /** Written when she stopped the first run herself. */
  stopped: number;
  /** Kills that cut a run off; of those, how many came while a batch was on its way, and after how many it stood unheard. */
  cut: number;
  inWriting: number;
  unheard: number;
  /** How many still wait for the newcomer, as her colleague is told. */
  left: number;
  /** Of so many looked at: how many each read with their own key, at the desk of the server. */
  looked: number;
  read: Readonly<Record<'ines' | 'omar' | 'hanan', number>>;
}

/** What the database says of the newcomer's reports. */
interface Shared {
  shared: number;
  /** Reports whose way says so, and how often in all. */
  ways: number;
  told: number;
  /** What the counted lines add up to. */
  counted: number;
}

const eachLooked = 20;

export async function shareKills({ reports, kills }: { reports: number; kills: number }): Promise<Outcome> {
  await using ground = await earlier(10);
  const { clock, house, installation } = ground;
  const joined = async (name: string, { founding = false, childTrained = false } = {}) => {
    const keyholder = await arrive(ground, { name, roles: ['caseworker'], childTrained });
    await signedByRoot(ground, 'add', keyholder.reader, { founding });
    return keyholder;
  };
  const ines = await joined('Ines', { founding: true, childTrained: true });
  const omar = await joined('Omar', { founding: true });
  clock.pass({ days: 2 });
  const told = await tellMany(ground, reports);
  clock.pass({ days: 1 });
  const hanan = await joined('Hanan');
  const to = hanan.reader.id;

  const desk = async (player: Keyholder) => atDesk(await house.url(), ground, player);
  const browser = await desk(ines);
  const sharing = await sharer({ ...ground, clock: systemClock }, browser, ines);
  const waiting = async () => (await sharingOf(browser)).people.find((one) => one.to === to)?.reports ?? 0;

  // It also shows how long a batch takes here.
  const began = performance.now();
  await shares(sharing, to, { stopAt: atOnce + 1 });
  const usual = performance.now() - began;
  let known = (await stands(ground, to)).shared;
  const outcome = { stopped: known, cut: 0, inWriting: 0, unheard: 0 };
  for (let kill = 0; kill < kills && known < reports; kill++) {
    let heard = 0;
    const on = (run: Run) => {
      heard = run.shared;
    };
    const run = shares(sharing, to, { on }).then(() => false, connectionLost);
    await moment(browser, { inWriting: kill % 2 === 1, usual });
    await house.killServer();
    const isCut = await run;
    const { shared } = await stands(ground, to);
    if (isCut) outcome.cut++;
    if (isCut && browser.cutWriting()) outcome.inWriting++;
    if (shared > known + heard) outcome.unheard++;
    known = shared;
  }
  await shares(sharing, to);
  const looked = new Map([...told].filter((_, n) => n % eachLooked === 0));
  const read = async (player: Keyholder) =>
    reads(await desk(player), player, { installation: installation.id, reports: looked });
  return {
    ...outcome,
    ...(await stands(ground, to)),
    left: await waiting(),
    looked: looked.size,
    // One after the other, each gives back what the next one claims.
    read: {
      ines: await read(ines),
      omar: await read(omar),
      hanan: await read(hanan),
    },
  };
}

/** Throws where what stands is not the same in every table. */
async function stands({ database: { db } }: Ground, to: string): Promise<Shared> {
  const { rows } = await sql<Shared>`select
    (select count(*)::int from report where ${to} = any(readers)) as shared,
    (select count(distinct report)::int from report_event where what = 'shared') as ways,
    (select count(*)::int from report_event where what = 'shared') as told,
    (select coalesce(sum(reports), 0)::int from shared_again) as counted`.execute(db);
  const [found] = rows;
  if (found === undefined || new Set(Object.values(found)).size !== 1)
    throw new Error(`A part of a batch stands: ${JSON.stringify(found)}`);
  return found;
}
