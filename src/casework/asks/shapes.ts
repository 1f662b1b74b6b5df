/** Shapes of what a desk sends about asks. */
import { Type } from 'typebox';
import { answerKinds, withholds } from '../../answer/index.ts';
import { kinds } from '../../report/index.ts';
import { Day, literals, orNull, ReportId } from '../shapes.ts';

const strict = { additionalProperties: false } as const;
const Slug = Type.String({ pattern: '^[a-z0-9-]{1,60}$' });
export const AskId = Type.String({ pattern: '^[\\w-]{16}$' });
const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' });
const both = (most: number, least = 0) => {
  const text = Type.String({ maxLength: most, minLength: least });
  return Type.Object({ en: text, ar: text }, strict);
};
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Nth = Type.Integer({ minimum: 1, maximum: 100_000 });
const Reports = Type.Array(ReportId, { maxItems: 1_000, uniqueItems: true });

export const Draft = Type.Object(
  {
    body: Slug,
    about: Type.Union([Type.Object({ place: Slug }, strict), Type.Object({ area: Slug }, strict)]),
    kinds: Type.Array(literals(kinds), { minItems: 1, maxItems: kinds.length, uniqueItems: true }),
    from: Month,
    to: Month,
    wishes: Type.Array(Slug, { maxItems: 8, uniqueItems: true }),
    words: both(600),
  },
  strict,
);
export const Drafted = Type.Object({ draft: Draft, reports: Reports }, strict);
export const Redrafted = Type.Object(
  { ask: AskId, version: Version, draft: Draft, reports: Reports },
  strict,
);
export const OfAsk = Type.Object({ ask: AskId }, strict);
export const OfVersion = Type.Object({ ask: AskId, version: Version }, strict);
export const Sent = Type.Object(
  { ask: AskId, version: Version, by: literals(['mail', 'letter'] as const) },
  strict,
);
export const ForProof = Type.Object({ reports: Reports }, strict);
export const Asked = Type.Object({ report: ReportId, body: Slug }, strict);
export const WishGiven = Type.Object(
  { wish: Type.Object({ id: Slug, text: both(160, 1), inUse: Type.Boolean() }, strict) },
  strict,
);
export const OfNumber = Type.Object({ ask: AskId, number: Nth }, strict);
export const Withheld = Type.Object({ ask: AskId, number: Nth, why: literals(withholds) }, strict);
export const OnPaper = Type.Object(
  {
    ask: AskId,
    answer: Type.Object(
      {
        kind: literals(answerKinds),
        promised: orNull(Day),
        days: orNull(Type.Integer({ minimum: 1, maximum: 30 })),
        words: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
        office: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
      },
      strict,
    ),
  },
  strict,
);
export const Told = Type.Object({ ask: AskId, number: Nth, words: both(2_000) }, strict);
export const Visited = Type.Object(
  {
    ask: AskId,
    day: Day,
    checker: Type.String({ minLength: 1, maxLength: 200 }),
    found: literals(['yes', 'no'] as const),
    words: both(1_000),
  },
  strict,
);
