/** Support lines: that there are some, and that somebody has called them lately. */
import { dayIn } from '../../platform/clock.ts';
import { type Line, linesReader, reached } from '../../report/index.ts';
import type { Finding, Ground } from './finding.ts';

export async function lines({ db, installation, clock }: Ground): Promise<Finding[]> {
  const reader = linesReader(db);
  const [all, country] = [await reader.lines(), await reader.country()];
  const today = dayIn(installation.zone, clock.now());
  return [...tested(all, today), duty(country?.duty != null)];
}

export function tested(all: readonly Line[], today: string): Finding[] {
  const what = 'support lines';
  if (all.length === 0) {
    return [
      { what, state: 'wrong', found: 'none: whoever needs somebody now finds nobody; country read <file>' },
    ];
  }
  const real = all.filter(({ example }) => !example);
  if (real.length === 0) return [{ what, state: 'fine', found: `${all.length} examples nobody can call` }];
  const state = (line: Line) => reached(line, today).state;
  const old = real.filter((line) => state(line) === 'untested' || state(line) === 'not_lately');
  const silent = real.filter((line) => state(line) === 'silent');
  return [
    old.length === 0
      ? { what, state: 'fine', found: `${real.length}, each called within 90 days` }
      : { what, state: 'mind', found: `not called for 90 days: ${ids(old)}; country called <line> …` },
    ...(silent.length === 0
      ? []
      : [
          {
            what: 'silent lines',
            state: 'mind' as const,
            found: `nobody answered: ${ids(silent)}; try again`,
          },
        ]),
  ];
}

function duty(written: boolean): Finding {
  const what = 'duty to report';
  if (written) return { what, state: 'fine', found: 'checked, with source and date' };
  const found = 'not checked for your country, so people under 18 get lines only; country read <file>';
  return { what, state: 'mind', found };
}

const ids = (some: readonly Line[]): string => some.map(({ id }) => id).join(', ');
