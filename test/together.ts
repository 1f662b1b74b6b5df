/** A house where two must open: the switch, its people, and how their browsers open together. */
import { sayTogether } from '../src/casework/set-up/together.ts';
import type { ColleaguesAsk, TakenShare } from '../src/casework/together/wire.ts';
import { type Held, heldFrom } from '../src/islands/desk/held.ts';
import { joined, passedTo } from '../src/islands/desk/together/secret.ts';
import type { Browser } from './browse.ts';
import { type Cast, type CastOptions, cast, type Keyholder, person, type Stage } from './cast.ts';

/** Salma chooses it before anybody else is here; then everybody enrols. */
export async function house(stage: Stage, options: CastOptions = {}): Promise<Cast> {
  const chooses = await person(stage, { name: 'Salma the first', roles: ['organiser'] });
  const { database, clock, installation } = stage;
  await sayTogether({ db: database.db, clock, installation }, chooses, true);
  return cast(stage, options);
}

/** Somebody's unlocked desk. */
export interface AtDesk {
  browser: Browser;
  held: Held;
  reader: Keyholder['reader'];
}

export async function atDesk(people: Cast, who: Keyholder): Promise<AtDesk> {
  return { browser: await people.as(who), held: await heldFrom(who.seed), reader: who.reader };
}

export const asksOf = async ({ browser }: AtDesk) =>
  (await browser.get('/desk/api/together')).json<ColleaguesAsk>().asks;

/** What the colleague's browser does on yes; the status of passing. */
export async function saysYes(
  helper: AtDesk,
  asker: AtDesk,
  place: { installation: string; report: string },
) {
  const asked = { report: place.report, reader: asker.reader.id };
  const { secret } = (await helper.browser.post('/desk/api/together/share', asked)).json<{
    secret: string;
  }>();
  const own = { secret, reader: helper.reader.id, held: helper.held };
  const share = await passedTo(asker.reader, own, place);
  return (await helper.browser.post('/desk/api/together/pass', { ...asked, share })).status;
}

/** The asker's browser takes what was passed, and joins it. */
export async function takes(
  asker: AtDesk,
  place: { installation: string; report: string },
): Promise<TakenShare> {
  const heard = await asker.browser.post('/desk/api/together/take', { report: place.report });
  const taken = heard.json<TakenShare>();
  await joined(taken, { held: asker.held, reader: asker.reader.id }, place);
  return taken;
}
