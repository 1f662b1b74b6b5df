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
  /** A line of an answer that comes in lines; standard output. Waits where nobody has read the last ones yet. */
  line(text: string): Promise<void>;
  /** What is piped in. */
  input: AsyncIterable<Uint8Array | string>;
  /** A bar on standard error, with rate and time left; nothing where nobody watches. */
  progress(label: string, total: number): Progress;
}

export interface Answer {
  /** Printed with --json, as one line. */
  data: unknown;
  /** Printed without; undefined: the lines were the answer, and nothing is printed in either way. */
  text: string | undefined;
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
