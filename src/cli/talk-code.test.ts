import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import type { Called } from './command.ts';
import { runLine } from './run.ts';
import { adjudicate, code } from './talk-code.ts';
import type { Talk } from './terminal.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upstander-code-'));
  file = join(folder, 'replies.jsonl');
  const lines = ['it happened on the tram', 'not all men', 'which\u001b[31m line?', 'you dream'].map(
    (text, n) => JSON.stringify({ id: `r${n}`, parent: n === 0 ? null : 'r0', author: 'handle', text }),
  );
  await writeFile(file, lines.join('\n'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Somebody who types these lines, one after the other. */
function typing(...lines: string[]): { talk: Talk; shown: string[] } {
  const shown: string[] = [];
  const talk: Talk = {
    ask: async () => lines.shift() ?? '.',
    say: (line) => void shown.push(line),
    wipe: () => {},
    [Symbol.dispose]: () => {},
  };
  return { talk, shown };
}

const called = (args: string[], options: Called['options'] = {}): Called => ({
  args: ['code', ...args],
  options,
  json: false,
  config: readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
  note: () => {},
  progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
});

async function type(...words: string[]) {
  const out: string[] = [];
  const screen: string[] = [];
  const codeOfExit = await runLine(['talk', 'code', ...words], {
    config: () => readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
    out: (text) => void out.push(text),
    screen: { write: (text) => void screen.push(text) },
    now: () => 0,
  });
  return { code: codeOfExit, out: out.join(''), screen: screen.join('') };
}

test('two coders work alone, stop and go on; what they agree on is measured; a third decides the rest', async () => {
  const ines = typing('0 1', 'nonsense', '1 6', '<', '2 7', '.');
  expect(await code(called([file], { as: 'Ines' }), ines.talk)).toMatchObject({ data: { coded: 2, of: 4 } });
  expect(ines.shown.join('\n')).toContain('“nonsense”');
  expect(ines.shown.join('\n')).toContain('it happened on the tram');
  const again = typing('0 5', '36 6');
  expect(await code(called([file], { as: 'ines' }), again.talk)).toMatchObject({ data: { coded: 4, of: 4 } });
  expect(again.shown.join('\n')).not.toContain('\u001b');
  const omar = typing('0 1', '1 6', '0 5', '?');
  await code(called([file], { as: 'omar', page: 'ar' }), omar.talk);
  expect(omar.shown.join('\n')).toContain('الدفاع عمّن لم يُتهم');
  const one = join(folder, 'replies.ines.coded.jsonl');
  const other = join(folder, 'replies.omar.coded.jsonl');
  expect(await readFile(one, 'utf8')).not.toMatch(/tram|handle/);

  const { out } = await type('--agree', one, other);
  expect(out).toContain('3 replies judged by both; 1 by one of them');
  const salma = typing('1 6');
  expect((await adjudicate(called([one, other, file]), salma.talk)).text).toContain('1 of 2 decided');
  expect(salma.shown.join('\n')).toMatch(/1 6.*2 7|2 7.*1 6/);
  const done = await adjudicate(called([one, other, file]), typing('36 6').talk);
  expect(done).toMatchObject({ data: { rows: 4, decided: 2 } });
  const table = await readFile(join(folder, 'replies.final.tsv'), 'utf8');
  expect(table).toContain('coded r1\tstreet\tmove\tnot_all\tself_or_men\tnot all men');
  expect(table).not.toContain('handle');
  const eval_ = await runLine(['talk', 'eval', join(folder, 'replies.final.tsv')], {
    config: () => readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
    out: () => {},
    screen: { write: () => {} },
    now: () => 0,
  });
  expect(eval_).toBe(0);
});

test('a coder has a name, and agreement needs two files', async () => {
  expect((await type(file)).screen).toContain('--as is …');
  expect((await type('--agree', file)).out).toContain('upstander talk code');
});
