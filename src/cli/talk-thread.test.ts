import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { runLine } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upstander-thread-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function type(...words: string[]) {
  const out: string[] = [];
  const screen: string[] = [];
  const code = await runLine(['talk', 'thread', ...words], {
    config: () => readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
    out: (text) => void out.push(text),
    screen: { write: (text) => void screen.push(text) },
    now: () => 0,
  });
  return { code, out: out.join(''), screen: screen.join('') };
}

const here = [
  'This morning on the bus a man kept leaning on me and I asked the driver to stop.',
  'I am so sorry this happened to you. Do you need anything?',
  'Which line was it? The company has to answer for that driver.',
  'My sister was followed on the same bus last month, she still walks home.',
];
const away = [
  'Not all men are like that, why do you hate us.',
  'Not all men, I would never do such a thing.',
  'And what were you wearing at that hour?',
  'You are exaggerating, it was nothing.',
];

/** `turns`: after the first half everybody pulls away. */
async function told(
  name: string,
  { turns, lang = 'en' }: { turns: boolean; lang?: string },
): Promise<string> {
  const path = join(folder, name);
  const lines = Array.from({ length: 40 }, (_, n) => ({
    id: n,
    parent: n === 0 ? null : n % 5 === 0 ? 0 : n - 1,
    author: `handle_of_${n % 9}`,
    time: 1_790_000_000 + n * 240,
    text: (turns && n >= 20 ? away : here)[n % 4],
    lang,
  }));
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

describe('talk thread', () => {
  test('says where the talk moved away, on a page without a word or a name of anybody', async () => {
    const { code, out, screen } = await type(await told('turned.jsonl', { turns: true }));
    expect(code).toBe(0);
    expect(screen).toContain('40 posts, read as jsonl');
    expect(out).toContain('the talk moved away');
    const html = await readFile(join(folder, 'turned.talk.html'), 'utf8');
    const json = await readFile(join(folder, 'turned.talk.json'), 'utf8');
    const report = JSON.parse(json);
    expect(report).toMatchObject({ experimental: true, source: 'jsonl', posts: 40, people: 9, minutes: 156 });
    expect(Math.abs(report.turn.post - 21)).toBeLessThanOrEqual(2);
    expect(report.turn.after.pull.value).toBeGreaterThan(report.turn.before.pull.value + 0.3);
    for (const text of [...here, ...away, 'handle_of', '2026-09', 'leaning']) {
      expect(html).not.toContain(text);
      expect(json).not.toContain(text);
    }
    expect(html).toContain('Experimental');
    expect(html.startsWith('<!doctype html>\n<html lang="en" dir="ltr">')).toBe(true);
    expect(html).not.toMatch(/<script|<link|https?:\/\/|@import|src="/);
    expect(html).toMatch(/Defending people nobody accused/);
  });

  test('says that there was no turn', async () => {
    const { out } = await type(
      await told('stayed.jsonl', { turns: false }),
      '--out',
      join(folder, 'mine.html'),
    );
    expect(out).toContain('No lasting turn was found');
    expect(JSON.parse(await readFile(join(folder, 'mine.json'), 'utf8')).turn).toBeNull();
  });

  test('an Arabic page runs from right to left, and so does its time', async () => {
    const path = await told('ar.jsonl', { turns: true });
    await type(path, '--page', 'ar', '--out', join(folder, 'ar.html'));
    const html = await readFile(join(folder, 'ar.html'), 'utf8');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    const first = /class="told" d="M(\d+) /.exec(html)?.[1];
    expect(first).toBe('1000');
  });

  test('people’s words need a reason, which then stands on the page', async () => {
    const path = await told('quoted.jsonl', { turns: true });
    expect(await type(path, '--quotes')).toMatchObject({ code: 1 });
    expect((await type(path, '--quotes', '--reason', 'no')).screen).toContain('A reason is needed');
    await type(path, '--quotes', '--reason', 'For the court <b>', '--out', join(folder, 'quoted'));
    const html = await readFile(join(folder, 'quoted.html'), 'utf8');
    expect(html).toContain('For the court &lt;b>');
    expect(html).toContain('handle_of_1');
    expect(html).toContain('<mark>');
    expect(html).not.toContain('No words of the posts');
  });

  test('with --json the figures are the answer; a file that is none is refused by name', async () => {
    const { out } = await type(await told('figures.jsonl', { turns: true }), '--json');
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      moves: expect.any(Array),
      files: expect.any(Object),
    });
    const own = await told('own.json', { turns: true });
    expect((await type(own, '--out', join(folder, 'own.html'))).screen).toContain('it is a file to be read');
    expect((await type(own, '--out', join(folder, 'nowhere', 'own.html'))).screen).toContain('ENOENT');
    const odd = join(folder, 'odd.html');
    await writeFile(odd, '<html></html>');
    const refused = await type(odd);
    expect(refused.code).toBe(1);
    expect(refused.screen).toContain('odd.html is in none of these forms');
  });
});
