/** A city with bodies, caseworkers at the desk, and people who tell: what an ask is made from. */
import type { OneAsk } from '../src/casework/asks/wire.ts';
import { furnishBodies } from '../src/demo/bodies.ts';
import { places } from '../src/demo/content/places.ts';
import { deriveReceipt, showCode, sign, toBase64url } from '../src/platform/keys/index.ts';
import { nodeScrypt } from '../src/platform/keys/node-scrypt.ts';
import { placeWriter } from '../src/platform/place/index.ts';
import type { Answers, Consents } from '../src/report/answers.ts';
import { signConsents } from '../src/report/consents.ts';
import { bodyWordFields } from '../src/report/index.ts';
import { type Browser, browse } from './browse.ts';
import { amalTells, type Cast, cast } from './cast.ts';
import { type TestWorld, world } from './world.ts';

export interface City extends AsyncDisposable {
  here: TestWorld;
  people: Cast;
  ines: Browser;
  omar: Browser;
}

export async function city({ browsers = false } = {}): Promise<City> {
  const here = await world({ staging: { allowances: 'none' }, browsers });
  const people = await cast(here);
  await placeWriter(here.database.db).put(places);
  await furnishBodies(here.database.db);
  const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
  return { here, people, ines, omar, [Symbol.asyncDispose]: () => here[Symbol.asyncDispose]() };
}

/** Somebody who told, and what only she can do. */
export interface Teller {
  id: string;
  /** As it stands on her receipt. */
  code: string;
  /** Her word about a body she was asked about. */
  says(body: string, said: 'yes' | 'no'): Promise<number>;
  /** Chooses anew who may be asked. */
  chooses(ask: Consents['ask']): Promise<number>;
  withdraws(): Promise<number>;
}

type Telling = Omit<Partial<Answers>, 'consents'> & { ask?: Consents['ask'] };

/** On tram 1, in a week of this month; agrees with whoever answers there being asked, unless she says otherwise. */
export async function tells(
  { here, ines }: City,
  { ask = 'this_one', ...told }: Telling = {},
): Promise<Teller> {
  const sealed = await amalTells(here, {
    where: { place: 'tram-1' },
    day: '2026-11-10',
    ...told,
    consents: { count: true, ask, contact: false, keep: false },
  });
  await here.settle();
  await reads(ines, sealed.id);
  const guest = browse(here);
  const keys = await deriveReceipt(sealed.code, here.installation.salt, { scrypt: nodeScrypt });
  const lookup = toBase64url(keys.lookup);
  const installation = here.installation.id;
  const { recipient } = sealed.submission;
  let number = 0;
  let choices = 1;
  return {
    id: sealed.id,
    code: showCode(sealed.code),
    async says(body, said) {
      number += 1;
      const word = { body, number, said };
      const fields = bodyWordFields({ installation, report: sealed.id }, word);
      const signature = sign('body', fields, keys.signSecret);
      return (await guest.post('/api/back/body', { lookup, ...word, signature })).status;
    },
    async chooses(other) {
      choices += 1;
      const consents = { count: true, ask: other, contact: false, keep: false };
      const signed = { installation, report: sealed.id, recipient, number: choices, consents };
      const signature = signConsents(signed, keys.signSecret);
      return (await guest.post('/api/back/consents', { lookup, number: choices, consents, signature }))
        .status;
    },
    async withdraws() {
      const signature = sign('withdrawal', [installation, sealed.id], keys.signSecret);
      return (await guest.post('/api/back/withdraw', { lookup, signature })).status;
    },
  };
}

/** A caseworker claims it, opens it, and gives it back. */
export async function reads(
  caseworker: Browser,
  report: string,
  marks: readonly string[] = [],
): Promise<void> {
  const steps = [
    ['claim', {}],
    ['open', {}],
    ['mark', { marks }],
    ['release', {}],
  ] as const;
  for (const [step, more] of steps) {
    const { status } = await caseworker.post(`/desk/api/${step}`, { report, ...more });
    if (status !== 200) throw new Error(`${step} answered ${status}`);
  }
}

/** What they draft, unless it is said otherwise. */
export const draft = {
  body: 'zaytara-trams',
  about: { place: 'tram-1' },
  kinds: ['followed'],
  from: '2026-10',
  to: '2026-11',
  wishes: ['staff-evening', 'light'],
  words: { en: '', ar: '' },
};

export type Drafting = Partial<Omit<typeof draft, 'about'>> & {
  about?: { place: string } | { area: string };
};

export async function drafts(
  caseworker: Browser,
  reports: readonly Pick<Teller, 'id'>[],
  changes: Drafting = {},
): Promise<OneAsk> {
  const heard = await caseworker.post('/desk/api/asks/draft', {
    draft: { ...draft, ...changes },
    reports: reports.map(({ id }) => id),
  });
  if (heard.status !== 200) throw new Error(`The draft was refused: ${heard.text}`);
  return heard.json<OneAsk>();
}

export const sends = (caseworker: Browser, { line, version }: OneAsk, by: 'mail' | 'letter' = 'mail') =>
  caseworker.post('/desk/api/asks/send', { ask: line.id, version, by });

/** How it stands by each check that does not pass: 'check why'. */
export const missing = ({ checks }: Pick<OneAsk, 'checks'>): string[] =>
  checks.filter(({ says }) => says !== 'pass').map(({ check, why }) => `${check} ${why}`);
