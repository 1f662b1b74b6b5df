/** Whether this browser can seal by itself; otherwise the page goes on without script, and says what that means. */

/** Checks for what is used, not for names and versions. */
export function canSeal(): boolean {
  return (
    isSecureContext &&
    [typeof BigInt, typeof Worker, typeof TransformStream, typeof TextEncoder, typeof fetch].every(
      (kind) => kind === 'function',
    ) &&
    typeof Object.fromEntries === 'function' &&
    typeof crypto === 'object'
  );
}

/** The few newer functions our own code uses, for browsers that lack nothing else. */
export function fillGaps(): void {
  if (!Object.hasOwn) {
    Object.defineProperty(Object, 'hasOwn', {
      value: (object: object, name: PropertyKey) =>
        Object.getOwnPropertyDescriptor(object, name) !== undefined,
    });
  }
  if (!Array.prototype.at) define(Array.prototype, 'at', at);
  if (!String.prototype.at) define(String.prototype, 'at', letterAt);
  if (!Array.prototype.toSorted) define(Array.prototype, 'toSorted', toSorted);
  if (!String.prototype.replaceAll) define(String.prototype, 'replaceAll', replaceAll);
}

function define(on: object, name: string, value: (this: never, ...given: never[]) => unknown): void {
  Object.defineProperty(on, name, { value, configurable: true, writable: true });
}

function at<Item>(this: readonly Item[], index: number): Item | undefined {
  return this[index < 0 ? this.length + index : index];
}

function letterAt(this: string, index: number): string | undefined {
  return this[index < 0 ? this.length + index : index];
}

function toSorted<Item>(this: readonly Item[], compare?: (a: Item, b: Item) => number): Item[] {
  return [...this].sort(compare);
}

/** Strings and global patterns alike: what our code hands in. */
function replaceAll(this: string, pattern: string | RegExp, replacement: string): string {
  return typeof pattern === 'string'
    ? this.split(pattern).join(replacement)
    : this.replace(pattern, replacement);
}
