/** What is known today about the tasks, and what of it keeps the intake of a real installation closed. */
import { areaReader, bodyReader } from '../../answer/index.ts';
import { dayIn } from '../../platform/clock.ts';
import { languages } from '../../platform/i18n/index.ts';
import { type LinesReader, linesReader, type Missing } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { confirmedCaseworkers } from '../list/confirmed.ts';
import {
  type Facts,
  type House,
  hearsMinors,
  lawfulUpTo,
  type Sayings,
  type State,
  stateOf,
  type Task,
  tasks,
} from './model.ts';
import { setUpStore } from './store.ts';
import { togetherOf } from './together.ts';

export type SetUpNeeds = Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'publicUrl' | 'setUp'>;

/** What the settings say; app.ts reads them. */
export interface SetUpDeps {
  readonly exit: string;
  readonly mailFrom: string | null;
  /** A copy of the last day leaves this machine. */
  copied(): Promise<boolean>;
}

const houseOf = ({ installation, publicUrl, setUp }: SetUpNeeds): House => ({
  name: installation.name,
  address: publicUrl(),
  zone: installation.zone,
  country: installation.country,
  languages: languages.map(({ lang }) => lang),
  root: installation.root,
  exit: setUp.exit,
  mailFrom: setUp.mailFrom,
});

export interface Agreement {
  name: string;
  day: string;
}

/** Caseworkers who agreed to the answers about law as they stand, each once. */
export async function agreements(db: SetUpNeeds['db'], said: Sayings): Promise<Map<string, Agreement>> {
  const upTo = lawfulUpTo(said);
  const valid = (await setUpStore(db).all('lawful.agreed')).filter(
    ({ said: saying }) => upTo > 0 && (saying as { upTo: number }).upTo === upTo,
  );
  return new Map(valid.map(({ by, byName, day }) => [by ?? '', { name: byName, day }]));
}

/** Everything; bodies and areas are counted for the page alone. */
export async function factsOf(needs: SetUpNeeds): Promise<Facts> {
  const { db } = needs;
  const [facts, bodies, areas] = await Promise.all([
    gateFacts(needs),
    bodyReader(db).all(),
    areaReader(db).all(),
  ]);
  return { ...facts, bodies: bodies.length, areas: areas.length };
}

async function gateFacts(needs: SetUpNeeds): Promise<Facts> {
  const { db, clock, installation, setUp } = needs;
  const lines = linesReader(db);
  const said = await setUpStore(db).last();
  return {
    today: dayIn(installation.zone, clock.now()),
    house: houseOf(needs),
    said,
    agreed: (await agreements(db, said)).size,
    profile: await lines.country(),
    lines: await lines.lines(),
    caseworkers: (await confirmedCaseworkers(needs)).size,
    copied: await setUp.copied(),
    together: await togetherOf(db),
    bodies: 0,
    areas: 0,
  };
}

export const statesOf = (facts: Facts): Record<Task, State> =>
  Object.fromEntries(tasks.map((task) => [task, stateOf(task, facts)])) as Record<Task, State>;

const told: Partial<Record<Task, Missing>> = {
  caseworkers: 'caseworkers',
  backup: 'backup',
  lawful: 'lawful',
  lines: 'lines',
};

/** What keeps it closed, as it is told to everybody; none where every task is done or off. */
export async function missing(needs: SetUpNeeds): Promise<Missing[]> {
  const facts = await gateFacts(needs);
  const open = tasks.filter((task) => stateOf(task, facts) === 'open');
  return [...new Set(open.map((task) => told[task] ?? 'tasks'))];
}

/** The country's table; without a yes to it, and two who agree, those under 18 get lines only. A demonstration shows all. */
export const lawfulLines = ({ db, installation }: Pick<SetUpNeeds, 'db' | 'installation'>): LinesReader => {
  const reader = linesReader(db);
  if (installation.kind === 'demonstration') return reader;
  return {
    ...reader,
    async country() {
      const country = await reader.country();
      if (country === null || country.duty === null) return country;
      const said = await setUpStore(db).last();
      const agreed = (await agreements(db, said)).size;
      return hearsMinors({ said, agreed }) ? country : { ...country, duty: null };
    },
  };
};
