import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Convert } from 'typebox/value';
import { Refusal } from '../refusal.ts';

export type Reader = (value: unknown) => unknown;

/** Paths and forms carry only text: numbers and single choices of a list are read out of it first. */
export type Source = 'text' | 'json';

function lists(schema: TSchema): readonly string[] {
  const properties =
    'properties' in schema ? (schema.properties as Readonly<Record<string, { type?: string }>>) : {};
  return Object.keys(properties).filter((name) => properties[name]?.type === 'array');
}

/** One ticked box arrives as text, none as nothing; both are lists. */
function asLists(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || typeof value !== 'object' || value === null) return value;
  const read: Record<string, unknown> = { ...value };
  for (const name of names) {
    if (read[name] !== undefined && !Array.isArray(read[name])) read[name] = [read[name]];
  }
  return read;
}

/**
 * Checks a value against a schema. Refusal 'unreadable' names the first field that does not fit, never what was in it.
 * Without a schema nothing that was sent is handed on.
 */
export function reader(schema: TSchema | undefined, source: Source): Reader {
  if (schema === undefined) return () => ({});
  const validator = Compile(schema);
  const names = lists(schema);
  return (sent) => {
    const value = source === 'json' ? sent : Convert(schema, asLists({ ...(sent as object) }, names));
    if (validator.Check(value)) return value;
    const [first] = validator.Errors(value);
    throw new Refusal('unreadable', { field: first?.instancePath.slice(0, 100) ?? '' });
  };
}
