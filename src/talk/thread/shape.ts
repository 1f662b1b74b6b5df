/** Looking into what somebody else's program wrote, where nothing may be taken for granted. Pure. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands below these names, one inside the other; undefined where there is nothing. */
export function below(value: unknown, ...names: readonly string[]): unknown {
  let at = value;
  for (const name of names) at = isFields(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/** '' where it is no text; a number is written out. */
export function textAt(value: unknown, ...names: readonly string[]): string {
  const found = below(value, ...names);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' ? found : '';
}

export function listAt(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const found = below(value, ...names);
  return Array.isArray(found) ? found : [];
}

/** The language, or nothing at all. */
export function langAt(value: unknown): { lang?: string } {
  return typeof value === 'string' && /^[a-z]{2,3}(-|_|$)/i.test(value)
    ? { lang: value.slice(0, 2).toLowerCase() }
    : {};
}
