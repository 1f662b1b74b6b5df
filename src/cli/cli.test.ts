import { describe, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { Refusal, refusalCodes } from '../platform/refusal.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { lineOf, progressOn } from './progress.ts';
import { runLine } from './run.ts';
import { say } from './say.ts';

const greet: Command = {
  summary: 'says hello',
  usage: ['greet <name> [--loud]'],
  options: { loud: { type: 'boolean', help: 'in capitals' } },
  async run({ args, options, note }) {
    const [name] = args;
    if (name === undefined) throw new Refusal('config', { variable: 'name', value: '', allowed: 'a name' });
    note('thinking');
    const text = options.loud ? `HELLO ${name.toUpperCase()}` : `hello ${name}`;
    return { data: { text }, text };
  },
};

async function type(line: string): Promise<{ code: number; out: string; screen: string }> {
  const out: string[] = [];
  const screen: string[] = [];
  const terminal = {
    config: () => readConfig({}),
    out: (text: string) => void out.push(text),
    screen: { write: (text: string) => void screen.push(text) },
    now: () => 0,
  };
  const table = { greet: async () => ({ command: greet }) };
  const code = await runLine(
    line.split(' ').filter((word) => word !== ''),
    terminal,
    table,
  );
  return { code, out: out.join(''), screen: screen.join('') };
}

describe('the command line', () => {
  test('answers on standard output and talks on standard error', async () => {
    expect(await type('greet Amal')).toEqual({ code: 0, out: 'hello Amal\n', screen: 'thinking\n' });
    expect((await type('greet Amal --loud')).out).toBe('HELLO AMAL\n');
  });

  test('answers one line of JSON where it is asked to, refusals too', async () => {
    expect((await type('greet Amal --json')).out).toBe('{"text":"hello Amal"}\n');
    const refused = await type('greet --json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ code: 'config', params: { variable: 'name' } });
    expect(refused.screen).toContain('A setting is wrong');
  });

  test('explains itself, for people and for programs', async () => {
    expect((await type('--help')).out).toContain('greet  says hello');
    expect((await type('')).out).toContain('greet  says hello');
    expect(JSON.parse((await type('--help --json')).out)).toMatchObject({ commands: [{ name: 'greet' }] });
    const help = await type('greet --help');
    expect(help.out).toContain('upstander greet <name> [--loud]');
    expect(help.out).toContain('--json');
    expect(JSON.parse((await type('greet --help --json')).out)).toMatchObject({ name: 'greet' });
  });

  test('says what it does not understand, with exit code 2', async () => {
    expect(await type('gret')).toMatchObject({
      code: 2,
      out: '',
      screen: expect.stringContaining('no command gret'),
    });
    expect(await type('greet --lout')).toMatchObject({ code: 2, screen: expect.stringContaining('--lout') });
    expect(await type('--version')).toMatchObject({ code: 2 });
  });

  test('every command there is has its help', async () => {
    for (const load of Object.values(commands)) {
      const { command } = await load();
      expect(command.summary.length).toBeGreaterThan(10);
      expect(command.usage.length).toBeGreaterThan(0);
    }
  });
});

describe('progress', () => {
  test('shows how far, how fast and how long', () => {
    const at = { label: 'Sealing', total: 40, seconds: 5 };
    expect(lineOf({ ...at, done: 10 })).toBe(
      `Sealing ${'█'.repeat(6)}${'░'.repeat(18)} 10 of 40 · 2.0/s · 15 s left`,
    );
    expect(lineOf({ ...at, done: 40 })).toBe(`Sealing ${'█'.repeat(24)} 40 of 40 · 8.0/s · in 5 s`);
    expect(lineOf({ ...at, done: 0 })).toContain('0 of 40');
  });

  test('is one line where nobody watches, and overwrites itself where somebody does', () => {
    const written = (isTTY: boolean) => {
      const parts: string[] = [];
      let at = 0;
      {
        using bar = progressOn({ isTTY, write: (part) => void parts.push(part) }, () => at, {
          label: 'Sealing',
          total: 2,
        });
        at = 1000;
        bar.step();
        at = 2000;
        bar.step();
      }
      return parts.join('');
    };
    expect(written(false).split('\n').length).toBe(2);
    expect(written(false)).not.toContain('\r');
    expect(written(true).split('\r').length).toBe(4);
  });
});

test('every refusal is a sentence on the terminal, a bug is not', () => {
  for (const code of refusalCodes) {
    const text = say(new Refusal(code, { folder: '/data', port: 3000 }));
    expect(text.split('\n').length, code).toBeGreaterThan(1);
    expect(text, code).not.toContain('{');
  }
  expect(say(new TypeError('x is undefined'))).toContain('fault of ours');
});
