/** Support lines and what a country's law and medicine ask us to say. Nothing is said without a source, a date and a name. */
import { type Static, Type } from 'typebox';
import { addDays, type Day } from '../../platform/clock.ts';

export const dayPattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
export const idPattern = '^[a-z0-9-]{1,60}$';
export const languagePattern = '^[a-z]{2}$';

const filled = (maxLength: number) => Type.String({ pattern: '\\S', maxLength });
const both = (maxLength: number) =>
  Type.Object({ en: filled(maxLength), ar: filled(maxLength) }, { additionalProperties: false });
const day = Type.String({ pattern: dayPattern });
/** Who stands behind a sentence: where it is from, when somebody looked, and who that was. */
const stood = { source: both(300), checkedOn: day, reviewer: filled(100) };

export const lineKinds = [
  'emergency',
  'support',
  'child',
  'medical',
  'online',
  'legal',
  'police_alternative',
] as const;
export const forWhoms = ['everyone', 'women', 'men', 'under_18', 'migrants', 'deaf'] as const;

const literals = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>(Type.Enum([...values]));

export const LineEntry = Type.Object(
  {
    id: Type.String({ pattern: idPattern }),
    kind: literals(lineKinds),
    number: filled(30),
    /** Of the demonstration: shown as "example, cannot be called", never a link. */
    example: Type.Optional(Type.Boolean()),
    name: both(100),
    hours: both(100),
    /** ISO 639-1 codes of the languages in which somebody answers. */
    languages: Type.Array(Type.String({ pattern: languagePattern }), { minItems: 1, uniqueItems: true }),
    answeredBy: both(200),
    asks: both(300),
    notSafeFor: Type.Optional(both(300)),
    forWhom: Type.Array(literals(forWhoms), { minItems: 1, uniqueItems: true }),
    ...stood,
    tested: Type.Optional(
      Type.Object(
        {
          on: day,
          answered: Type.Boolean(),
          /** Minutes until a person spoke; absent when nobody did. */
          waitMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type Line = Static<typeof LineEntry>;

export const AdviceEntry = Type.Object(
  { title: both(100), text: both(600), ...stood, example: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);
export type Advice = Static<typeof AdviceEntry>;

/** What we may have to pass on about somebody under 18, and who checked that. */
export const DutyEntry = Type.Object(
  {
    text: both(1200),
    source: both(300),
    checkedBy: filled(100),
    checkedOn: day,
    example: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Duty = Static<typeof DutyEntry>;

export interface Country {
  /** ISO 3166 code or the invented country's name. */
  country: string;
  fiveDays: readonly Advice[];
  /** Without it people under 18 get lines only. */
  duty: Duty | null;
}

/** What our own test calls say about a line today. */
export type Reached =
  | { state: 'untested' }
  | { state: 'answered'; on: Day; waitMinutes: number | null }
  | { state: 'silent'; on: Day }
  | { state: 'not_lately' };

const testedForDays = 90;

/** A test counts for 90 days; after that we say that we could not reach them lately. */
export function reached({ tested }: Pick<Line, 'tested'>, today: Day): Reached {
  if (!tested) return { state: 'untested' };
  if (tested.on < addDays(today, -testedForDays)) return { state: 'not_lately' };
  if (!tested.answered) return { state: 'silent', on: tested.on };
  return { state: 'answered', on: tested.on, waitMinutes: tested.waitMinutes ?? null };
}

/** Lines for somebody under 18, those made for them first; a line for women or men only is left out. */
export function linesForMinors(lines: readonly Line[]): Line[] {
  const fit = (line: Line) => line.forWhom.includes('under_18') || line.forWhom.includes('everyone');
  const first = (line: Line) => (line.kind === 'emergency' ? 0 : line.forWhom.includes('under_18') ? 1 : 2);
  return lines.filter(fit).sort((a, b) => first(a) - first(b));
}

/** `tel:` address of a line that can be called; null for an example. */
export function callable({ example, number }: Pick<Line, 'example' | 'number'>): string | null {
  const digits = number.replace(/[^+\d]/g, '');
  return example || digits === '' ? null : `tel:${digits}`;
}
