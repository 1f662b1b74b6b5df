/** Somebody with the guide in one hand: types its lines, with their own values for the ones that stand there as examples. */
import { setTimeout as pause } from 'node:timers/promises';
import { tell } from '../kept-folder.ts';
import { type Block, blocksOf } from './guide.ts';
import type { Machine, Type } from './machine.ts';

export interface Typist {
  /** What stands in the guide -> what is typed instead. */
  instead: Map<string, string>;
  /** All commands of a step, or of its nth block; what they said. Rejects at the first that fails. */
  step(step: string, type?: Type, nth?: number): Promise<string>;
  /** The commands of a step, for whoever does something between two of them. */
  lines(step: string): string[];
  /** The lines of a step that go into a file. */
  written(step: string): string;
}

export function typist(machine: Machine, heading: string): Typist {
  const instead = new Map<string, string>();
  const blocks = blocksOf(heading);
  const own = (line: string) =>
    [...instead].reduce((text, [from, to]) => text.replaceAll(from, () => to), line);
  const linesIn = (step: string, fits: (block: Block) => boolean) => {
    const found = blocks.filter((block) => block.step === step && fits(block)).flatMap(({ lines }) => lines);
    if (found.length === 0) throw new Error(`The guide has no such lines in step ${step}`);
    return found.map(own);
  };
  const commands = (step: string) => blocks.filter((block) => block.step === step && block.language === 'sh');
  return {
    instead,
    async step(step, type, nth) {
      const lines = linesIn(step, (block) =>
        nth === undefined ? block.language === 'sh' : block === commands(step)[nth],
      );
      let said = '';
      for (const line of lines) {
        tell(`${step}  # ${line}`);
        said += await (line === 'upstander health' ? soon(machine, line) : machine.line(line, type));
      }
      return said;
    },
    lines: (step) => linesIn(step, ({ language }) => language === 'sh'),
    written: (step) => linesIn(step, ({ language }) => language === 'ini').join('\n'),
  };
}

/** As often as it takes a server to start. */
async function soon(machine: Machine, line: string): Promise<string> {
  for (let left = 60; ; left--) {
    try {
      return await machine.line(line);
    } catch (error) {
      if (left === 0) throw error;
      await pause(1_000);
    }
  }
}

export interface Papers {
  /** The three shares, as they were shown. */
  shares: string[];
  /** Answers what setup, sign and rehearse ask. */
  type: Type;
}

/** Writes the shares down as they appear, and types the first and the third when papers are asked for. */
export function papers(): Papers {
  const shares: string[] = [];
  let at = -1;
  const answers: readonly (readonly [RegExp, () => string])[] = [
    [/name in English\?/, () => 'Door of the City'],
    [/The same in Arabic\?/, () => 'باب المدينة'],
    [/time zone\?/, () => 'Africa/Cairo'],
    [/in two letters\?/, () => 'xx'],
    [/public address/, () => 'https://tell.example.org'],
    [/organiser's name\?/, () => 'Salma'],
    [/A PostgreSQL server/, () => ''],
    [/Written down\?/, () => ''],
    [/^First share:/, () => shares[0] ?? ''],
    [/^Another share:/, () => shares[2] ?? ''],
    [/\(yes\/no\)/, () => 'yes'],
  ];
  return {
    shares,
    type(asked) {
      const shown = /^Share (\d) of 3$/.exec(asked)?.[1];
      if (shown !== undefined) at = Number(shown) - 1;
      else if (at >= 0 && asked.startsWith('  '))
        shares[at] = `${shares[at] ?? ''} ${asked}`.replace(/\s+/g, ' ').trim();
      const found = answers.find(([question]) => question.test(asked));
      if (found !== undefined) at = -1;
      return found?.[1]();
    },
  };
}
