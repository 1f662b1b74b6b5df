/** From the words on the command line to what is printed. */
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Answer, Command, Option } from './command.ts';
import { commands as all } from './commands.ts';
import { commandHelp, tableOfCommands } from './help.ts';
import { progressOn, type Screen } from './progress.ts';
import { say } from './say.ts';

export interface Terminal {
  config(): Config;
  /** May answer with when it can take more. */
  out(text: string): void | Promise<void>;
  /** Standard input. */
  input?: AsyncIterable<Uint8Array | string>;
  screen: Screen;
  /** Milliseconds, for rates only. */
  now(): number;
}

const everywhere = {
  help: { type: 'boolean', help: 'show how it is called' },
  json: { type: 'boolean', help: 'answer as one line of JSON' },
} as const satisfies Record<string, Option>;

/** The exit code: 0, 1 for a refusal or a failed check, 2 for a line it does not understand. */
export async function runLine(line: readonly string[], terminal: Terminal, commands = all): Promise<number> {
  const [name = '--help', ...rest] = line;
  if (name.startsWith('-')) return overview(line, terminal, commands);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    terminal.screen.write(`There is no command ${name}. upstander --help lists them.\n`);
    return 2;
  }
  const { command } = await load();
  const parsed = parse(command, rest);
  if (typeof parsed === 'string') {
    terminal.screen.write(`${parsed}\nupstander ${name} --help shows how it is called.\n`);
    return 2;
  }
  const { json, help, ...options } = parsed.values;
  if (help) {
    const text = commandHelp(name, command, everywhere);
    await terminal.out(json ? `${JSON.stringify({ name, ...described(command) })}\n` : text);
    return 0;
  }
  return answer(command, { args: parsed.positionals, options, json: json === true }, terminal);
}

type Given = {
  args: readonly string[];
  options: Record<string, string | boolean | undefined>;
  json: boolean;
};

async function answer(command: Command, given: Given, terminal: Terminal): Promise<number> {
  const { screen, now } = terminal;
  try {
    const result: Answer = await command.run({
      ...given,
      config: terminal.config(),
      lines: { input: terminal.input ?? nothing(), write: async (line) => terminal.out(`${line}\n`) },
      note: (text) => screen.write(`${text}\n`),
      progress: (label, total) => progressOn(screen, now, { label, total }),
    });
    if (!result.inLines) {
      await terminal.out(`${given.json ? JSON.stringify(result.data) : result.text}\n`);
    }
    return result.failed ? 1 : 0;
  } catch (error) {
    if (given.json && error instanceof Refusal) {
      await terminal.out(`${JSON.stringify({ code: error.code, params: error.params })}\n`);
    }
    screen.write(`${say(error)}\n`);
    return 1;
  }
}

async function* nothing(): AsyncIterable<string> {}

function parse(command: Command, args: readonly string[]) {
  try {
    const options = { ...command.options, ...everywhere };
    const types = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
    const { values, positionals } = parseArgs({ args: [...args], options: types, allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

async function overview(line: readonly string[], terminal: Terminal, commands: typeof all): Promise<number> {
  const unknown = line.find((word) => word !== '--help' && word !== '--json' && word !== '-h');
  if (unknown !== undefined) {
    terminal.screen.write(`${unknown} is not understood. upstander --help lists the commands.\n`);
    return 2;
  }
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => ({ name, ...described((await load()).command) })),
  );
  await terminal.out(
    line.includes('--json') ? `${JSON.stringify({ commands: loaded })}\n` : tableOfCommands(loaded),
  );
  return 0;
}

function described({ summary, usage, options = {} }: Command) {
  return { summary, usage, options: { ...options, ...everywhere } };
}
