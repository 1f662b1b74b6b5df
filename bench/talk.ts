/**
 * P5: posts classified a second on one core, with spans, and how well, beside naive Bayes as `natural` and `wink` have it,
 * trained on the same sentences and asked the same question: does this post pull away? Both are wherever BENCH_MODULES
 * points to (`npm install --prefix FOLDER natural wink-naive-bayes-text-classifier`): with all they depend on they are
 * too much to install beside Upstander for one row of a table.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { classify, shippedDetectors } from '../src/talk/index.ts';
import { type Row, splitOf } from '../src/talk/train/corpus.ts';
import { ownRows } from '../src/talk/train/own-data.ts';
import { alternating, median, note, round, say } from './lib/say.ts';

type Judge = (text: string) => boolean;
interface Bayes {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
}
interface Wink {
  definePrepTasks(tasks: ((text: string) => string[])[]): number;
  learn(text: string, label: string): boolean;
  consolidate(): boolean;
  predict(text: string): string;
}

const rows = ownRows('src/talk/corpus', 'en');
const known = rows.filter(({ family }) => splitOf(family) !== 'test');
const asked = rows.filter(({ family }) => splitOf(family) === 'test');
const label = ({ moves }: Row) => (moves.length > 0 ? 'pulls' : 'quiet');
const folder = process.env.BENCH_MODULES;
const load = createRequire(join(folder ?? process.cwd(), 'package.json'));
const pairs = 5;

const others: Record<string, () => Judge> = {
  natural() {
    const { BayesClassifier } = load('natural') as { BayesClassifier: new () => Bayes };
    const bayes = new BayesClassifier();
    for (const row of known) bayes.addDocument(row.text, label(row));
    bayes.train();
    return (text) => bayes.classify(text) === 'pulls';
  },
  wink() {
    const bayes = (load('wink-naive-bayes-text-classifier') as () => Wink)();
    bayes.definePrepTasks([(text) => text.toLowerCase().match(/[a-z']+/g) ?? []]);
    for (const row of known) bayes.learn(row.text, label(row));
    bayes.consolidate();
    return (text) => bayes.predict(text) === 'pulls';
  },
};

await talk();

async function talk(): Promise<void> {
  if (folder === undefined) {
    note('BENCH_MODULES is not set: there is nothing to stand beside, P5 is not measured.');
    return;
  }
  const detectors = await shippedDetectors();
  const ours: Judge = (text) => classify(text, detectors, { lang: 'en' }).moves.length > 0;
  for (const [name, make] of Object.entries(others)) {
    const theirs = make();
    note(`${name} has learnt from ${known.length} sentences.`);
    const runs = await alternating(pairs, speedOf(ours), speedOf(theirs));
    const [mine, its] = [0, 1].map((side) => round(median(runs.map((pair) => pair[side as 0 | 1]))));
    const [better, worse] = [f1(ours), f1(theirs)];
    say({
      budget: 'P5',
      what: `posts classified on one core, with spans, beside naive Bayes of ${name}`,
      ratios: runs.map(([one, other]) => one / other),
      must: { least: 10 },
      figures: `${mine} and ${its} posts a second; F1 ${round(better)} and ${round(worse)} on ${asked.length} sentences of families neither has seen`,
    });
    if (better <= worse) process.exitCode = 1;
  }
}

/** Posts a second, over at least a second. */
function speedOf(judge: Judge): () => Promise<number> {
  return async () => {
    const start = performance.now();
    let posts = 0;
    while (performance.now() - start < 1_000) {
      for (let n = 0; n < 50; n++) judge(asked[posts++ % asked.length]?.text ?? '');
    }
    return (posts * 1_000) / (performance.now() - start);
  };
}

function f1(judge: Judge): number {
  let [right, said, there] = [0, 0, 0];
  for (const row of asked) {
    const [isSaid, isThere] = [judge(row.text), label(row) === 'pulls'];
    if (isSaid) said++;
    if (isThere) there++;
    if (isSaid && isThere) right++;
  }
  return (2 * right) / (said + there);
}
