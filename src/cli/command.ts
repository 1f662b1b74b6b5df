/** What a command of `upstander` is. A new one: a file here that exports `command`, and a line in commands.ts. */
import type { Config } from '../platform/config.ts';
import type { Progress } from './progress.ts';

export interface Option {
  type: 'boolean' | 'string';
  help: string;
}

export interface Called {
  /** What stands after the command's name, without options. */
  args: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  /** True with --json: ask nothing, the answer is read by a program. */
  json: boolean;
  config: Config;
  /** A line for a person while it runs; standard error. */
  note(line: string): void;
  /** For a command that answers line by line. */
  lines?: Lines;
  /** A bar on standard error, with rate and time left; nothing where nobody watches. */
  progress(label: string, total: number): Progress;
}

export interface Lines {
  /** What is piped in. */
  input: AsyncIterable<Uint8Array | string>;
  /** One line on standard output; waits where nobody has read the last ones yet. */
  write(line: string): Promise<void>;
}

export interface Answer {
  /** Printed with --json, as one line. */
  data: unknown;
  /** Printed without. */
  text: string;
  /** True: the lines were the answer, and neither is printed. */
  inLines?: boolean;
  /** True: the exit code is 1. */
  failed?: boolean;
}

export interface Command {
  /** One line for the table of commands. */
  summary: string;
  /** How it is called, one line per form, e.g. 'demo links'. */
  usage: readonly string[];
  options?: Readonly<Record<string, Option>>;
  /** A Refusal is printed as its sentences (with --json: {code, params}), exit code 1. */
  run(called: Called): Promise<Answer>;
}
