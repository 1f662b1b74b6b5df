/** What could make figures look better than they are: the same sentence on both sides, a model that knows the source. Pure. */
import { classifyWith } from '../classify.ts';
import type { Detector } from '../detector.ts';
import { shareOf } from '../figures.ts';
import { shareText } from '../figures-text.ts';
import { type Row, splitOf } from './corpus.ts';
import type { Example } from './examples.ts';

interface Parts {
  rows: readonly Row[];
  others: readonly Example[];
  detector: Detector;
}

/** From this share of three-word runs in common on, two sentences are taken for one. */
const near = 0.5;

export function leaks({ rows, others, detector }: Parts): string[] {
  const test = rows.filter(({ family }) => splitOf(family) === 'test');
  const learnt = rows.filter(({ family }) => splitOf(family) !== 'test').map(({ text }) => runsOf(text));
  const twins = test.filter(({ text }) => {
    const runs = runsOf(text);
    return learnt.some((other) => common(runs, other) >= near);
  }).length;
  const quiet = (source: string) =>
    others.filter((each) => each.source === source && each.moves?.length === 0).map(({ text }) => text);
  const ownQuiet = test.filter(({ moves }) => moves.length === 0).map(({ text }) => text);
  const figure = (text: string) => classifyWith(text, detector).derails;
  const own = ownQuiet.map(figure);
  return [
    `near twins of test sentences in what was learnt: ${shareText(shareOf(twins, test.length))}`,
    ...['edos', 'guest'].flatMap((source) => {
      const texts = quiet(source).slice(0, 1500);
      if (texts.length === 0) return [];
      const area = areaUnder(own, texts.map(figure));
      return [
        `can it tell the source, posts without a move, own and ${source}: area ${area.toFixed(3)} (0.5: no)`,
      ];
    }),
  ];
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, n) => `${words[n]} ${words[n + 1]} ${word}`));
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const run of one) if (other.has(run)) both++;
  return both / Math.max(1, one.size + other.size - both);
}

/** The share of pairs in which the first has the higher figure; ties count half. */
function areaUnder(first: readonly number[], second: readonly number[]): number {
  let above = 0;
  for (const one of first) for (const other of second) above += one > other ? 1 : one === other ? 0.5 : 0;
  return above / Math.max(1, first.length * second.length);
}
