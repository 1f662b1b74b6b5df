/** What the public interface answers. The types of our own code come from these shapes, and so does the document. */
import { type Static, type TSchema, Type } from 'typebox';
import { kinds } from '../../report/index.ts';
import { answerKinds, fileKinds, happenings, withholds } from '../ask/model.ts';
import { standings } from '../ask/states.ts';
import { bodyKinds } from '../body/model.ts';

const nullable = <S extends TSchema>(shape: S) => Type.Union([shape, Type.Null()]);
const oneOf = <const V extends readonly string[]>(values: V) => Type.Enum(values as unknown as [...V]);

const Day = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description: 'In the zone of the installation.',
});
const Month = Type.String({ pattern: '^\\d{4}-\\d\\d$' });
const Count = Type.Integer({ minimum: 0 });
const Id = Type.String();
const Both = Type.Object({ en: Type.String(), ar: Type.String() });

export const BodyShape = Type.Object({
  id: Id,
  kind: oneOf(bodyKinds),
  name: Both,
  parent: nullable(Id),
  asked: Count,
  answered: Count,
  saysKept: Count,
  confirmed: Count,
  silent: Count,
  medianDays: nullable(Count),
});

const Step = Type.Object({
  day: Day,
  what: oneOf(happenings),
  words: nullable(Both),
});

const Answer = Type.Object({
  kind: oneOf(answerKinds),
  day: Day,
  promised: nullable(Day),
  office: nullable(Type.String()),
  words: nullable(
    Type.String({ description: 'Null until a caseworker has passed them, or where withheld.' }),
  ),
  withheld: nullable(oneOf(withholds)),
  files: Type.Array(Type.Object({ kind: oneOf(fileKinds), bytes: Count, url: Type.String() })),
});

const Visit = Type.Object({ day: Day, checker: Type.String(), found: oneOf(['yes', 'no']), words: Both });

export const AskShape = Type.Object({
  id: Id,
  url: Type.String(),
  body: Id,
  place: nullable(Id),
  area: nullable(Id),
  where: Both,
  kinds: Type.Array(oneOf(kinds)),
  from: Month,
  to: Month,
  asked: Type.Array(Both),
  words: nullable(Both),
  standing: oneOf(standings),
  sent: Day,
  acknowledgeDue: nullable(Day),
  due: nullable(Day),
  promised: nullable(Day),
  answered: nullable(Day),
  steps: Type.Array(Step),
  answers: Type.Array(Answer),
  visits: Type.Array(Visit),
});

export const AreaShape = Type.Object({
  id: Id,
  name: Both,
  parent: nullable(Id),
  body: nullable(Id),
  unanswered: Type.Boolean({
    description: 'Nobody has yet said they answer for it, nor for what it lies in.',
  }),
  asks: Type.Array(Id),
});

export const OwnShape = Type.Object({
  asked: Count,
  answered: Count,
  corrected: Count,
  late: Count,
  medianDays: nullable(Count),
});

export const BodiesShape = Type.Object({ day: Day, bodies: Type.Array(BodyShape), corrections: OwnShape });
export const AsksShape = Type.Object({ day: Day, notFindings: Both, asks: Type.Array(AskShape) });
export const OneAskShape = Type.Object({ day: Day, notFindings: Both, ask: AskShape });
export const AreasShape = Type.Object({ day: Day, areas: Type.Array(AreaShape) });
export const ProblemShape = Type.Object({ code: Type.String(), title: Type.String(), help: Type.String() });

export type ApiAsk = Static<typeof AskShape>;
export type ApiBody = Static<typeof BodyShape>;
export type ApiArea = Static<typeof AreaShape>;
