/** What a mapping file may hold. docs/import.schema.json is this shape, for editors. */
import { type Static, Type } from 'typebox';
import { kinds } from '../answers.ts';
import { orders } from './date.ts';
import { importedHelps } from './model.ts';

const column = Type.String({ minLength: 1 });
const closed = { additionalProperties: false };
const kind = Type.Enum([...kinds]);

const When = Type.Object(
  { column, order: Type.Enum([...orders]), clock: Type.Optional(Type.Enum(['local', 'utc'])) },
  closed,
);

export const MappingShape = Type.Object(
  {
    source: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    about: Type.Optional(Type.String()),
    separator: Type.Optional(Type.Enum([',', ';', '\t', '|'])),
    number: Type.Optional(column),
    only: Type.Optional(
      Type.Array(Type.Object({ column, values: Type.Array(Type.String(), { minItems: 1 }) }, closed)),
    ),
    date: When,
    told: Type.Optional(When),
    place: Type.Object(
      { column: Type.Optional(column), latitude: Type.Optional(column), longitude: Type.Optional(column) },
      closed,
    ),
    within: Type.Optional(Type.Array(Type.Tuple([Type.Number(), Type.Number()]), { minItems: 3 })),
    kinds: Type.Object(
      {
        column,
        separator: Type.Optional(Type.String({ minLength: 1 })),
        values: Type.Record(Type.String(), Type.Array(kind, { minItems: 1 })),
        loses: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1 }))),
        empty: Type.Optional(Type.Array(Type.String())),
        otherwise: Type.Optional(kind),
      },
      closed,
    ),
    helped: Type.Optional(
      Type.Object(
        {
          column,
          values: Type.Record(Type.String(), Type.Enum([...importedHelps])),
          loses: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1 }))),
        },
        closed,
      ),
    ),
    language: Type.Optional(Type.Object({ columns: Type.Array(column, { minItems: 1 }) }, closed)),
    formVersions: Type.Array(
      Type.Object(
        {
          version: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
          from: Type.Optional(Type.String()),
          why: Type.Optional(Type.String()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    words: Type.Optional(Type.Array(column, { minItems: 1 })),
    leftOut: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  closed,
);

export type Mapping = Static<typeof MappingShape>;
