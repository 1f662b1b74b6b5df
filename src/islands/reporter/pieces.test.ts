import { afterEach, expect, test, vi } from 'vitest';
import { keepWhole, keptPiece } from './pieces.ts';

afterEach(() => vi.unstubAllGlobals());

/** As a browser does where its storage is blocked: it throws at once. */
const blocked = () =>
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });

test('where storage is blocked no piece lies on the phone, and her photo is sealed anew for each try', async () => {
  blocked();
  expect(await keptPiece('bundle', { file: 1, number: 1 })).toBeNull();
});

test('where storage is blocked nothing is kept, and that is said', async () => {
  blocked();
  const keeping = { bundle: 'bundle', pieces: [], seal: async () => new Uint8Array(), mind: () => undefined };
  await expect(keepWhole({}, keeping)).rejects.toThrow('insecure');
});
