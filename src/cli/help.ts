/** How commands are shown to a person. */
import { waysFrom } from '../platform/ways.ts';
import type { Command, Option } from './command.ts';

export interface Listed {
  name: string;
  summary: string;
}

export function tableOfCommands(commands: readonly Listed[]): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    `upstander <command>, from the folder it is in: ${waysFrom().command('<command>')}`,
    '',
    ...columns(rows),
    '',
    'Each takes --help and --json. The data folder is the one UPSTANDER_DATA names, else ./var.',
    'Commands work beside a running server and start the database by themselves otherwise.',
    '',
  ].join('\n');
}

export function commandHelp(
  name: string,
  command: Command,
  everywhere: Readonly<Record<string, Option>>,
): string {
  const options = Object.entries({ ...command.options, ...everywhere });
  const rows = options.map(([option, { type, help }]): [string, string] => [
    `--${option}${type === 'string' ? ' …' : ''}`,
    help,
  ]);
  return [
    `upstander ${name}: ${command.summary}`,
    '',
    ...command.usage.map((line) => `  upstander ${line}`),
    '',
    ...columns(rows),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
}
