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

/** The one newer function our code uses, for browsers that lack nothing else (Chrome before 93, Safari before 15.4). */
export function fillGaps(): void {
  if (typeof Reflect.get(Object, 'hasOwn') === 'function') return;
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(object, name) !== undefined,
    configurable: true,
    writable: true,
  });
}
