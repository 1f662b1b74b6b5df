import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { runLine } from './run.ts';
import { linesOf } from './talk-lines.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upstander-talk-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function type(words: readonly string[], piped: readonly (string | Uint8Array)[] = []) {
  const out: string[] = [];
  const screen: string[] = [];
  const code = await runLine(words, {
    config: () => readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
    out: (text) => void out.push(text),
    input: (async function* () {
      yield* piped;
    })(),
    screen: { write: (text) => void screen.push(text) },
    now: () => 0,
  });
  return { code, out: out.join(''), screen: screen.join('') };
}

describe('talk classify', () => {
  test('answers each line with what came in and what is said about it, in order', async () => {
    const lines = [
      '{"id": 12345678901234567890, "text": "not all men are like that"}',
      '{"text":"Which bus goes to the clinic?","lang":"en","more":[1]}',
    ];
    const { code, out, screen } = await type(['talk', 'classify'], [`${lines.join('\n')}\n`]);
    expect(code).toBe(0);
    const [first = '', second = ''] = out.trim().split('\n');
    expect(first).toContain('"id": 12345678901234567890');
    expect(JSON.parse(first).talk.moves[0].move).toBe('not_all');
    expect(JSON.parse(second)).toMatchObject({ more: [1], talk: { lang: 'en', moves: [] } });
    expect(screen).toContain('2 posts');
  });

  test('names a line it cannot read, goes on, and ends with 1', async () => {
    const { code, out } = await type(
      ['talk', 'classify'],
      ['nonsense\n{"text":1}\n\n{"text":"x","lang":"fr"}\n{"te', 'xt":"a\u2028b"}'],
    );
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(answers.map(({ line }) => line)).toEqual([1, 2, 4, undefined]);
    expect(answers.slice(0, 3).every(({ error }) => typeof error === 'string')).toBe(true);
    expect(answers[3].text).toBe('a\u2028b');
  });

  test('letters cut in two between pieces stay whole', async () => {
    const bytes = new TextEncoder().encode('{"text":"مش كل الرجالة كده"}\n');
    const read: string[] = [];
    const cut = (async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte);
    })();
    for await (const line of linesOf(cut)) read.push(line);
    expect(read).toEqual(['{"text":"مش كل الرجالة كده"}']);
  });
});

test('talk eval prints figures with intervals, and says which line is wrong', async () => {
  const path = join(folder, 'mine.tsv');
  const rows = [
    'family\tregister\tkind\tmoves\tfocus\ttext',
    'a\tstreet\tmove\tnot_all\tself_or_men\tnot all men are like that',
    'a\tstreet\tpair\t-\tself_or_men\tsomeone always says not all men are like that',
    'a\tstreet\tshout\t-\tother\tx',
  ];
  await writeFile(path, rows.join('\n'));
  const { code, out, screen } = await type(['talk', 'eval', path]);
  expect(code).toBe(1);
  expect(screen).toContain('line 4: kind shout');
  expect(out).toContain('pairs right         100.0 %');
  expect((await type(['talk', 'eval', join(folder, 'none.tsv')])).code).toBe(1);
});

test('talk learn says what changed, keeps no post, and goes back in one command', async () => {
  const path = join(folder, 'decisions.jsonl');
  const decisions = Array.from({ length: 60 }, (_, n) =>
    JSON.stringify(
      n % 2 === 0
        ? { text: `the kettle sings again number ${n}`, moves: ['tone'] }
        : { text: `which bus goes to stop ${n}`, moves: [] },
    ),
  );
  await writeFile(path, decisions.join('\n'));
  const learnt = await type(['talk', 'learn', path, '--lang', 'en']);
  expect(learnt.code).toBe(0);
  expect(learnt.out).toMatch(/step 1, learnt from \d+ decisions and measured on \d+ others/);
  expect(await readdir(join(folder, 'data', 'talk'))).toEqual(['en-1.json']);
  expect((await type(['talk', 'classify'], ['{"text":"x"}'])).screen).toContain(
    'with what was learnt here, step 1',
  );
  expect((await type(['talk', 'learn', '--back'])).out).toContain('en: step 1 is forgotten');
  expect((await type(['talk', 'learn', '--back'])).code).toBe(1);
});

test('talk by itself shows how it is called', async () => {
  const { code, out } = await type(['talk']);
  expect(code).toBe(1);
  expect(out).toContain('upstander talk classify');
});
