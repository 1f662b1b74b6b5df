/** What has to be done before anybody may tell anything here: tasks, and when each is done. Pure. */
import { addDays, type Day } from '../../platform/clock.ts';
import type { Country, Line } from '../../report/index.ts';

export const tasks = [
  'name',
  'place',
  'country',
  'lawful',
  'lines',
  'root',
  'together',
  'caseworkers',
  'backup',
  'mail',
  'exit',
  'texts',
  'bodies',
  'areas',
] as const;
export type Task = (typeof tasks)[number];

/** 'off': nobody has set it up, and what it is for does not run. It keeps nothing closed. */
export type State = 'done' | 'open' | 'off';

/** Who decided what is lawful here; each that is missing keeps closed what it is about. */
export const features = ['intake', 'encryption', 'data', 'minors'] as const;
export type Feature = (typeof features)[number];
export const verdicts = ['allowed', 'approval', 'not_here'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Decided {
  verdict: Verdict;
  /** Of the approval; '' where none is needed. */
  number: string;
  /** Who decided it: a name. */
  decidedBy: string;
  decidedOn: Day;
}

/** Texts the organisation writes itself. */
export const texts = ['privacy', 'readers', 'terms', 'imprint', 'accessibility', 'corrections'] as const;
export type TextName = (typeof texts)[number];
export type Both = Readonly<{ en: string; ar: string }>;

/** The last one ill or leaving must not leave reports unread; where two must open, two are left then. */
export const caseworkersNeeded = (together: boolean): 2 | 3 => (together ? 3 : 2);
/** So many agree to what is lawful. */
export const agreeing = 2;
/** A test call counts for this long. */
export const calledForDays = 90;

/** One thing somebody said. `number`: in which order. */
export interface Saying {
  number: number;
  said: unknown;
  by: string | null;
  byName: string;
  day: Day;
}
/** The last of each. */
export type Sayings = ReadonlyMap<string, Saying>;

/** What the house itself knows; the rest was said. */
export interface House {
  name: Both;
  address: string;
  zone: string;
  country: string;
  languages: readonly string[];
  root: string;
  exit: string;
  /** Null where no server for mail was named. */
  mailFrom: string | null;
}

export interface Facts {
  today: Day;
  house: House;
  said: Sayings;
  /** How many caseworkers agreed to the lawful answers as they stand. */
  agreed: number;
  profile: Country | null;
  lines: readonly Line[];
  caseworkers: number;
  /** A copy of the last day leaves this machine. */
  copied: boolean;
  together: Together;
  bodies: number;
  areas: number;
}

/** Whether two must open, and what may still be said about it. */
export interface Together {
  is: boolean;
  /** 'keys_sent': keys wait for signatures, made on the terms of now. 'signed': it stands in the list and stays. */
  may: 'choose' | 'keys_sent' | 'signed';
}

/** What an organiser confirms as it stands; when it changes it has to be confirmed again. */
export const confirmed = (house: House) => ({
  name: { en: house.name.en, ar: house.name.ar, address: house.address },
  place: { zone: house.zone, country: house.country, languages: [...house.languages] },
  exit: { url: house.exit },
  cards: { root: house.root },
});
export type Confirming = keyof ReturnType<typeof confirmed>;
export const confirmings = ['name', 'place', 'exit', 'cards'] as const satisfies readonly Confirming[];

export function isConfirmed({ house, said }: Pick<Facts, 'house' | 'said'>, what: Confirming): boolean {
  return JSON.stringify(sorted(said.get(what)?.said)) === JSON.stringify(sorted(confirmed(house)[what]));
}

/** jsonb keeps no order of keys. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;

export const decidedOf = (said: Sayings, feature: Feature): Decided | null =>
  (said.get(`lawful.${feature}`)?.said as Decided | undefined) ?? null;

/** Numbers of the answers about law as they stand; what was agreed before one of them changed is agreed no more. */
export const lawfulUpTo = (said: Sayings): number =>
  Math.max(0, ...features.map((feature) => said.get(`lawful.${feature}`)?.number ?? 0));

/** Under 18 is apart: where it is not answered with a yes, those under 18 get lines only. */
export function isLawful({ said, agreed }: Pick<Facts, 'said' | 'agreed'>): boolean {
  const yes = (feature: Feature) => ['allowed', 'approval'].includes(decidedOf(said, feature)?.verdict ?? '');
  return (['intake', 'encryption', 'data'] as const).every(yes) && agreed >= agreeing;
}

export function hearsMinors({ said, agreed }: Pick<Facts, 'said' | 'agreed'>): boolean {
  const verdict = decidedOf(said, 'minors')?.verdict ?? 'not_here';
  return verdict !== 'not_here' && agreed >= agreeing;
}

/** Nobody tries out an emergency number, or one that is an example. */
export const toCall = (lines: readonly Line[]): Line[] =>
  lines.filter(({ kind, example }) => kind !== 'emergency' && example !== true);

export const calledLately = ({ tested }: Pick<Line, 'tested'>, today: Day): boolean =>
  tested !== undefined && tested.on >= addDays(today, -calledForDays);

export const textOf = (said: Sayings, name: TextName): Both | null => {
  const found = said.get(`text.${name}`)?.said as Both | undefined;
  return found === undefined || found.en === '' ? null : found;
};

const done = (is: boolean): State => (is ? 'done' : 'open');

export function stateOf(task: Task, facts: Facts): State {
  const { house, said, lines, today } = facts;
  switch (task) {
    case 'name':
    case 'place':
    case 'exit':
      return done(isConfirmed(facts, task));
    case 'country':
      return done(facts.profile !== null);
    case 'lawful':
      return done(isLawful(facts));
    case 'lines': {
      const called = toCall(lines);
      const answers = called.some(({ tested }) => tested?.answered === true);
      return done(answers && called.every((line) => calledLately(line, today)));
    }
    case 'root':
      return done(isConfirmed(facts, 'cards') && isRehearsed(facts));
    case 'caseworkers':
      return done(facts.caseworkers >= caseworkersNeeded(facts.together.is));
    case 'together':
      return facts.together.is ? 'done' : 'off';
    case 'backup':
      return done(facts.copied && said.has('backup.rehearsed'));
    case 'mail': {
      if (house.mailFrom === null) return 'off';
      return done((said.get('mail.arrived')?.said as { from?: string } | undefined)?.from === house.mailFrom);
    }
    case 'texts':
      return done(textOf(said, 'privacy') !== null);
    case 'bodies':
    case 'areas':
      return facts[task] > 0 ? 'done' : 'off';
  }
}

/** Two papers brought this very root back. */
export const isRehearsed = ({ house, said }: Pick<Facts, 'house' | 'said'>): boolean =>
  (said.get('root.rehearsed')?.said as { root?: string } | undefined)?.root === house.root;
