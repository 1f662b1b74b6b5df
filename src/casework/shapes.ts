/** Shapes of what a desk sends, every size bounded. A schema finds typos; the use cases find lies. */
import { Type } from 'typebox';
import { closeReasons, marks } from './wire.ts';

const strict = { additionalProperties: false } as const;
export const base64url = (most: number, least = 1) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: least, maxLength: most });
export const literals = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>(Type.Enum([...values]));

export const ReportId = base64url(22, 22);
export const ofReport = Type.Object({ report: ReportId }, strict);
export const Day = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
/** An age file of a note or reply of at most 20,000 letters, padded. */
export const Sealed = base64url(300_000);
export const Wrap = Type.Object({ by: base64url(1500), body: base64url(4_000) }, strict);
export const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });
export const Roles = Type.Array(literals(['caseworker', 'organiser', 'outside', 'moderator'] as const), {
  minItems: 1,
  maxItems: 4,
  uniqueItems: true,
});
export const Marks = Type.Array(literals(marks), { maxItems: marks.length, uniqueItems: true });
export const Reason = literals(closeReasons);
export const SwitchState = literals(['open', 'slow', 'urgent', 'closed'] as const);
export const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(shape: S) =>
  Type.Union([shape, Type.Null()]);

export const ReaderId = Type.String({ pattern: '^[\\w-]{1,64}$' });
export const ReaderIds = Type.Array(ReaderId, { minItems: 1, maxItems: 50, uniqueItems: true });
export const Reader = Type.Object(
  {
    id: ReaderId,
    name: Name,
    place: literals(['ours', 'outside'] as const),
    organisation: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    recipient: Type.String({ pattern: '^age1[02-9ac-hj-np-z]{58}$' }),
    signer: base64url(43, 43),
    childTrained: Type.Boolean(),
    together: Type.Optional(Type.Literal(true)),
  },
  strict,
);
export const Statement = Type.Object(
  {
    number: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    previous: Type.String({ pattern: '^([0-9a-f]{64})?$' }),
    installation: base64url(22, 22),
    date: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$' }),
    founding: Type.Boolean(),
    change: literals(['add', 'remove'] as const),
    reader: Reader,
  },
  strict,
);
const Signature = Type.Object({ by: ReaderId, signature: base64url(86, 86) }, strict);
export const Entry = Type.Object(
  { statement: Statement, signatures: Type.Array(Signature, { minItems: 1, maxItems: 50 }) },
  strict,
);
