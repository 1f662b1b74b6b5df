/** The shape of what is sent, with every size bounded. A schema finds typos; submit.ts finds lies. */

import { Type } from 'typebox';
import { langs } from '../platform/i18n/index.ts';
import { asks, cameBys, formVersion, helps, kinds, parts, whos } from './answers.ts';
import { mostFiles, mostPieces } from './files/model.ts';

const literals = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>(Type.Enum([...values]));
const strict = { additionalProperties: false } as const;
export const base64url = (most: number, least = 1) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: least, maxLength: most });
export const reportIdShape = base64url(22, 22);
export const signatureShape = base64url(86, 86);
/** SHA-256 or a lookup value: 32 bytes. */
export const bytes32Shape = base64url(43, 43);
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(shape: S) =>
  Type.Union([shape, Type.Null()]);

export const consentsShape = Type.Object(
  { count: Type.Boolean(), ask: orNull(literals(asks)), contact: Type.Boolean(), keep: Type.Boolean() },
  strict,
);

const openShape = Type.Object(
  {
    who: literals(whos),
    kinds: Type.Array(literals(kinds), { minItems: 1, maxItems: kinds.length, uniqueItems: true }),
    soon: Type.Boolean(),
    helped: literals(helps),
    place: orNull(Type.String({ pattern: '^[a-z0-9-]{1,60}$' })),
    cell: orNull(Type.String({ pattern: '^8[0-9a-f]{14}$' })),
    week: orNull(Type.String({ pattern: '^(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })),
    part: orNull(literals(parts)),
    language: literals(langs),
    formVersion: Type.Integer({ minimum: 1, maximum: formVersion }),
    cameBy: literals(cameBys),
  },
  strict,
);

export const mostReaders = 50;
/** About 200 letters for each reader's stanza; a share, which names all readers, is at most ten times that. */
const longestSecret = 1_000 + 4_000 * mostReaders;
/** The largest item: 20,000 letters of four bytes each and their JSON, padded to 192 KiB, as base64url. */
export const longestItem = 300_000;

export const bundleShape = base64url(22, 22);
/** Of each file, how many pieces it has. */
export const filesShape = Type.Object(
  {
    bundle: bundleShape,
    pieces: Type.Array(Type.Integer({ minimum: 1, maximum: mostPieces }), {
      minItems: 1,
      maxItems: mostFiles,
    }),
  },
  strict,
);

export const submissionShape = Type.Object(
  {
    id: reportIdShape,
    lookupHash: bytes32Shape,
    open: openShape,
    consents: consentsShape,
    consentsSignature: signatureShape,
    recipient: Type.String({ pattern: '^age1[02-9ac-hj-np-z]{58}$' }),
    signer: bytes32Shape,
    readers: Type.Array(Type.String({ pattern: '^[\\w-]{1,64}$' }), {
      minItems: 1,
      maxItems: mostReaders,
      uniqueItems: true,
    }),
    secret: base64url(longestSecret),
    told: base64url(longestItem),
    work: Type.Integer({ minimum: -1 }),
    files: Type.Optional(filesShape),
  },
  strict,
);
