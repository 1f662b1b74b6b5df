import { expect, it } from 'vitest';
import { MLKEM768X25519, p256 } from './x25519-only.ts';

it('what islands leave out refuses whoever reaches it, before anything is sealed or opened', () => {
  for (const absent of [MLKEM768X25519, p256]) {
    expect(() => Reflect.get(absent, 'lengths')).toThrow(expect.objectContaining({ code: 'bad_key' }));
  }
});
