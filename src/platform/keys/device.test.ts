import { describe, expect, test } from 'vitest';
import { newDeviceKey, openOnDevice, sealOnDevice } from './device.ts';

const text = JSON.stringify({ words: 'Canary on the stairs, القناري' });

describe('a key that stays in its browser', () => {
  test('opens what it sealed, in the same place, and cannot be taken out', async () => {
    const key = await newDeviceKey();
    expect(await openOnDevice(key, 'a', await sealOnDevice(key, 'a', text))).toBe(text);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  test('another key, another place, one changed byte: nothing opens', async () => {
    const key = await newDeviceKey();
    const sealed = await sealOnDevice(key, 'a', text);
    await expect(openOnDevice(await newDeviceKey(), 'a', sealed)).rejects.toThrow();
    await expect(openOnDevice(key, 'b', sealed)).rejects.toThrow();
    const changed = sealed.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    await expect(openOnDevice(key, 'a', changed)).rejects.toThrow();
  });

  test('never twice the same bytes, and one tick more is not longer', async () => {
    const key = await newDeviceKey();
    const [once, twice] = [await sealOnDevice(key, 'a', text), await sealOnDevice(key, 'a', text)];
    expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(false);
    expect((await sealOnDevice(key, 'a', `${text}, and more`)).length).toBe(once.length);
  });
});
