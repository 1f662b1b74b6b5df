/**
 * Many more invented reports, without words: what a year of telling looks like in the inbox and behind the asks. Their
 * codes are kept by nobody. Drawn from the demonstration's own secret, so that each of them is the same every time.
 */
import { addDays, type Day } from '../../platform/clock.ts';
import { type Answers, defaultConsents, type Kind, type Part } from '../../report/answers.ts';
import type { DemoAsk } from './ask.ts';
import { places } from './places.ts';
import type { DemoReport } from './report.ts';

const usual = {
  who: 'me',
  age: 'adult',
  soon: 'no',
  worksThere: 'no',
  worksWithUs: 'no',
  leaveOut: [],
  reach: 'code',
} as const satisfies Partial<Answers>;

const kinds: readonly Kind[] = [
  'words',
  'stared',
  'followed',
  'blocked',
  'touched',
  'filmed',
  'messages',
  'exposed',
];
const parts: readonly Part[] = ['morning', 'afternoon', 'evening', 'night', 'unknown'];
const helps = ['nobody_did', 'nobody_there', 'yes', 'unknown'] as const;

/** Those behind an ask: they told in the weeks before it was sent, and agreed to the body and those above it. */
export function tellersOf(ask: DemoAsk, today: Day): DemoReport[] {
  const at = 'place' in ask.about ? [ask.about.place] : (ask.places ?? []);
  const sent = addDays(today, -(ask.ago ?? 0));
  return Array.from({ length: ask.people }, (_, n) => {
    const arrived = addDays(sent, -4 - ((n * 5) % 24));
    return report(arrived, {
      kinds: ask.kinds,
      where: { place: at[n % at.length] ?? '' },
      day: addDays(arrived, -1),
      part: parts[n % 4] ?? 'unknown',
      helped: helps[n % 3] ?? 'unknown',
      consents: { ...defaultConsents, ask: 'above_too' },
    });
  });
}

/** `draw`: a whole number below its argument, the same ones in the same order every time. */
export function passersBy(most: number, today: Day, draw: (below: number) => number): DemoReport[] {
  const stops = places.filter(({ kind }) => kind !== 'area');
  const pick = <V>(list: readonly V[]): V => list[draw(list.length)] as V;
  return Array.from({ length: most }, () => {
    // More of them lately: people hear of it from each other.
    const arrived = addDays(today, -Math.floor((draw(1_000) * draw(1_000) * 240) / 1_000_000) - 1);
    const one = pick(kinds);
    const other = pick(kinds);
    return report(arrived, {
      kinds: one === other ? [one] : [one, other],
      where: { place: pick(stops).id },
      day: addDays(arrived, -draw(6)),
      part: pick(parts),
      helped: pick(helps),
      consents: { ...defaultConsents, ask: pick(['each_time', 'each_time', 'this_one', null]) },
    });
  });
}

type Told = Pick<Answers, 'kinds' | 'where' | 'day' | 'part' | 'helped' | 'consents'>;

const report = (arrived: Day, told: Told): DemoReport => ({
  answers: { ...usual, ...told },
  language: 'ar',
  cameBy: 'self',
  arrived,
  steps: [],
});
