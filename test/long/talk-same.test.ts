/** The same text gives the same figures on a server and in a browser: all sentences of test families, and strings nobody would write. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from '../../src/app.ts';
import { type Classified, classify, langs, shippedDetectors } from '../../src/talk/index.ts';
import { splitOf } from '../../src/talk/train/corpus.ts';
import { ownRows } from '../../src/talk/train/own-data.ts';
import { visitor } from '../browser.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let at: string;
beforeAll(async () => {
  here = await world({ browsers: true });
  at = await here.listen();
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

const pieces = [
  '\ud800',
  '\udc00',
  '\u200b',
  '\u202e',
  '\u0640',
  '👩🏽‍🦱',
  '"',
  '“',
  '\n',
  '>',
  'not all men ',
  'لا ',
  '!?',
];
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);

/** As UTF-16 units: half a pair would not survive the way to the browser. */
const unitsOf = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

test.each(langs)(
  '%s',
  async (lang) => {
    const written = ownRows('src/talk/corpus', lang).filter(({ family }) => splitOf(family) === 'test');
    const texts = [...written.map(({ text }) => text), ...fc.sample(strange, { numRuns: 500, seed: 7 })];
    const detectors = await shippedDetectors();
    const onServer = texts.map((text) => classify(text, detectors, { lang }));

    await using noor = await visitor();
    await noor.page.goto(`${at}/en/talk/pause`);
    const url = rooms(here).assets.url(`talk-${lang}`);
    // As text: what runs these tests would put its own import in the place of the browser's.
    const read = await noor.page.evaluateHandle<{ classify(text: string): Classified }>(`import("${url}")`);
    const inBrowser = await read.evaluate(
      ({ classify: inside }, given) => given.map((units) => inside(String.fromCharCode(...units))),
      texts.map(unitsOf),
    );
    process.stdout.write(`${lang}: ${texts.length} texts\n`);
    expect(inBrowser.filter(({ moves }) => moves.length > 0).length).toBeGreaterThan(50);
    expect(inBrowser).toEqual(onServer);
    expect(noor.complaints).toEqual([]);
  },
  180_000,
);
