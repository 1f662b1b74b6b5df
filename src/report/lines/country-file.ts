/** Reads a country table somebody wrote. What lacks a source, a date or a name is refused, each with its reason. */
import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import Value from 'typebox/value';
import {
  type Advice,
  AdviceEntry,
  type Country,
  type Duty,
  DutyEntry,
  dayPattern,
  idPattern,
  type Line,
  LineEntry,
  languagePattern,
} from './model.ts';

export interface Refused {
  /** Where it stands in the file, e.g. `lines[2]`. */
  at: string;
  /** e.g. `/source: must have required properties source`. */
  why: string;
}

export interface CountryFile {
  country: Country;
  lines: readonly Line[];
}

export type ReadFile = { ok: CountryFile } | { refused: readonly Refused[] };

/**
 * All or nothing: one entry without source, date or name refuses the file, so that nobody believes a number was taken
 * that was not. A file marked as an example is taken only by a demonstration, and a demonstration takes no other.
 */
export function readCountryFile(value: unknown, kind: 'demonstration' | 'real'): ReadFile {
  const file = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const lines = list(file.lines);
  const fiveDays = list(file.fiveDays);
  const texts = [...fiveDays, ...(file.duty === undefined ? [] : [file.duty])];
  const refused = [
    ...(typeof file.country === 'string' && file.country.trim() !== ''
      ? []
      : [{ at: 'country', why: 'names no country' }]),
    ...lines.flatMap((line, at) => reasons(LineEntry, line, `lines[${at}]`)),
    ...lines.flatMap((line, at) => numberReasons(line, kind, `lines[${at}]`)),
    ...fiveDays.flatMap((advice, at) => reasons(AdviceEntry, advice, `fiveDays[${at}]`)),
    ...(file.duty === undefined ? [] : reasons(DutyEntry, file.duty, 'duty')),
    ...(kind === 'real' && texts.some((text) => (text as Partial<Advice> | null)?.example)
      ? [{ at: 'fiveDays, duty', why: 'a text is marked as an example and belongs to the demonstration' }]
      : []),
  ];
  if (refused.length > 0) return { refused };
  const country: Country = {
    country: file.country as string,
    fiveDays: fiveDays as Advice[],
    duty: (file.duty as Duty | undefined) ?? null,
  };
  return { ok: { country, lines: lines as Line[] } };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function reasons(schema: TSchema, entry: unknown, at: string): Refused[] {
  // Of what may not stand there, the entry's own reason says the name.
  const errors = [...Value.Errors(schema, entry)].filter(({ keyword }) => keyword !== 'boolean');
  return errors.map((error) => ({ at, why: `${error.instancePath} ${inWords(error, entry)}`.trim() }));
}

/** What was wrong with the value, for somebody with an editor. */
function inWords(error: TLocalizedValidationError, entry: unknown): string {
  const value = JSON.stringify(Value.Pointer.Get(entry, error.instancePath));
  switch (error.keyword) {
    case 'pattern':
      return value === '""' || error.params.pattern === '\\S'
        ? 'is empty'
        : `is ${value}, and not written like ${examples[String(error.params.pattern)] ?? error.params.pattern}`;
    case 'enum':
      return `is ${value}, and none of ${error.params.allowedValues.join(', ')}`;
    case 'additionalProperties':
      return `has ${error.params.additionalProperties.join(', ')}, which no table has`;
    default:
      return error.message;
  }
}

const examples: Readonly<Record<string, string>> = {
  [dayPattern]: '2026-11-23',
  [idPattern]: 'listening-line: up to 60 of a to z, 0 to 9 and -',
  [languagePattern]: 'ar: two small letters',
};

/** A number that can be called has digits; one of the demonstration can never be called. */
function numberReasons(value: unknown, kind: 'demonstration' | 'real', at: string): Refused[] {
  const { number, example } = (value ?? {}) as Partial<Line>;
  if (kind === 'real' && example)
    return [{ at, why: 'is marked as an example and belongs to the demonstration' }];
  if (kind === 'demonstration' && !example)
    return [{ at, why: 'is a real number, and this is the demonstration' }];
  const dialled = /^\+?[0-9][0-9 ()-]{1,28}$/.test(String(number));
  if (kind === 'real' && !dialled) return [{ at, why: `number ${number} cannot be dialled` }];
  if (kind === 'demonstration' && /\d{3}/.test(String(number)))
    return [{ at, why: `number ${number} could be dialled` }];
  return [];
}

const words = { en: '', ar: '' };
const stood = { source: words, checkedOn: '', reviewer: '' };

/** What a country table holds, to be filled in. It is refused as it stands. */
export const emptyCountryFile = {
  country: '',
  lines: [
    {
      id: '',
      kind: 'support',
      number: '',
      name: words,
      hours: words,
      languages: [''],
      answeredBy: words,
      asks: words,
      notSafeFor: words,
      forWhom: ['everyone'],
      ...stood,
    },
  ],
  fiveDays: [{ title: words, text: words, ...stood }],
  duty: { text: words, source: words, checkedBy: '', checkedOn: '' },
};
