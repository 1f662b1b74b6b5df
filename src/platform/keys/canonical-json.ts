/**
 * One value, one text: keys sorted by UTF-16 code units, no spaces, as RFC 8785 does for the values used here
 * (strings, whole numbers, booleans, null, arrays, plain objects). A key whose value is undefined is left out, as it
 * is when the value travels as JSON. Throws TypeError for anything else: a signed text must have one reading.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlain(value)) {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  const spellable =
    typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isSafeInteger(value);
  if (!spellable)
    throw new TypeError(`Got ${typeof value}, expected a string, whole number, boolean or null`);
  return JSON.stringify(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}
