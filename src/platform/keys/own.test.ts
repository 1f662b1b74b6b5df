/** A secret of somebody else's, readable again in this data folder and in no other. */
import { expect, test } from 'vitest';
import { openOwn, randomBytes, sealOwn } from './index.ts';

test('opens under the secret of the folder it was sealed in, and under no other', async () => {
  const folder = randomBytes(32);
  const sealed = await sealOwn(folder, 'a signing secret');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('signing');
  expect(await openOwn(folder, sealed)).toBe('a signing secret');
  await expect(openOwn(randomBytes(32), sealed)).rejects.toMatchObject({ code: 'not_for_you' });
});

test('a changed one is refused', async () => {
  const folder = randomBytes(32);
  const sealed = await sealOwn(folder, 'a signing secret');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  await expect(openOwn(folder, sealed)).rejects.toMatchObject({ code: 'damaged' });
});
