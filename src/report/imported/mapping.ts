/** Reads a mapping somebody wrote: all of it or nothing, and what is wrong by the name of its field. */
import Value from 'typebox/value';
import { isDay } from '../fields.ts';
import { type Mapping, MappingShape } from './shape.ts';
import { alike } from './spelling.ts';

export interface Wrong {
  /** e.g. `kinds.values.Touching[0]`. */
  field: string;
  why: string;
}

export function readMapping(value: unknown): { ok: Mapping } | { wrong: readonly Wrong[] } {
  const wrong = shapeWrong(value);
  if (wrong.length > 0) return { wrong };
  const mapping = value as Mapping;
  const more = [
    ...placeWrong(mapping),
    ...versionsWrong(mapping),
    ...losesWrong(mapping),
    ...wordsWrong(mapping),
  ];
  return more.length > 0 ? { wrong: more } : { ok: mapping };
}

function shapeWrong(value: unknown): Wrong[] {
  return [...Value.Errors(MappingShape, value)].flatMap((error): Wrong[] => {
    const at = fieldOf(error.instancePath, value);
    const params = error.params as Readonly<Record<string, unknown>>;
    const names = (key: string) =>
      (params[key] as readonly string[]).map((name) => (at ? `${at}.${name}` : name));
    if (error.keyword === 'required') {
      return names('requiredProperties').map((field) => ({ field, why: 'is missing' }));
    }
    if (error.keyword === 'additionalProperties') {
      return names('additionalProperties').map((field) => ({ field, why: 'is no field of a mapping' }));
    }
    // Said once more about each property nobody knows.
    if (error.keyword === 'boolean') return [];
    if (error.keyword === 'enum') {
      return [{ field: at, why: `must be one of ${(params.allowedValues as string[]).join(', ')}` }];
    }
    return [{ field: at || 'the file', why: error.message }];
  });
}

/** A JSON pointer as people write it: numbers of a list in brackets, and names as they stand in the file. */
function fieldOf(pointer: string, value: unknown): string {
  let inside = value;
  let field = '';
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    field += Array.isArray(inside) ? `[${name}]` : field === '' ? name : `.${name}`;
    inside = (inside as Readonly<Record<string, unknown>> | undefined)?.[name];
  }
  return field;
}

function placeWrong({ place, within }: Mapping): Wrong[] {
  const isOne = place.column !== undefined;
  const isTwo = place.latitude !== undefined && place.longitude !== undefined;
  const isMixed = isOne && (place.latitude !== undefined || place.longitude !== undefined);
  const corner = within?.findIndex(([lng, lat]) => !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) ?? -1;
  return [
    ...(isOne === isTwo || isMixed
      ? [{ field: 'place', why: 'names either column, or latitude and longitude' }]
      : []),
    ...(corner < 0
      ? []
      : [{ field: `within[${corner}]`, why: 'is no corner: [longitude, latitude] in degrees' }]),
  ];
}

/** The first has no beginning, every other begins later than the one before it. */
function versionsWrong({ formVersions }: Mapping): Wrong[] {
  return formVersions.flatMap(({ version, from }, at): Wrong[] => {
    const field = `formVersions[${at}]`;
    const before = formVersions.slice(0, at);
    if (before.some((other) => other.version === version))
      return [{ field: `${field}.version`, why: `${version} stands twice` }];
    if (at === 0) {
      return from === undefined
        ? []
        : [{ field: `${field}.from`, why: 'the first begins with the first row' }];
    }
    if (from === undefined) return [{ field: `${field}.from`, why: 'is missing' }];
    if (!isDay(from)) return [{ field: `${field}.from`, why: `${from} is no day; written YYYY-MM-DD` }];
    const earlier = before.at(-1)?.from ?? '';
    return from > earlier ? [] : [{ field: `${field}.from`, why: `${from} is not later than ${earlier}` }];
  });
}

function losesWrong({ kinds, helped }: Mapping): Wrong[] {
  const unknown = (name: string, { values, loses = {} }: { values: object; loses?: object }) =>
    Object.keys(loses)
      .filter((value) => !Object.hasOwn(values, value))
      .map((value) => ({ field: `${name}.loses.${value}`, why: `stands for no value of ${name}.values` }));
  return [...unknown('kinds', kinds), ...(helped ? unknown('helped', helped) : [])];
}

/** What is sealed as words is read open nowhere: a value at fault would stand in the file of refused rows. */
function wordsWrong({ words = [], number, only = [], date, told, place, kinds, helped }: Mapping): Wrong[] {
  const open = [date.column, kinds.column, ...only.map(({ column }) => column), ...Object.values(place)];
  const names = [...open, number, told?.column, helped?.column].map((column) => alike(column ?? ''));
  return words.flatMap((column, at) =>
    names.includes(alike(column))
      ? [{ field: `words[${at}]`, why: `${column} is read open by another field` }]
      : [],
  );
}
