/** Another way to open the same seed: a new paper phrase, or one more passkey. The server cannot tell what is inside. */
import { Refusal } from '../../platform/refusal.ts';
import { accessStore } from '../access/store.ts';
import { bytesOf } from '../binary.ts';
import type { CaseworkDeps } from '../deps.ts';
import { refuseTouch } from '../list/enrol.ts';
import { twoMustOpen } from '../together/house.ts';
import type { Wrap } from '../wire.ts';
import { peopleStore } from './store.ts';

/**
 * Refusals 'keys_refused' {why: 'unknown_passkey' | 'no_keys' | 'phrase_only'}: after Lock now there is nothing to wrap, and a device that
 * was open elsewhere must not bring the old seed back.
 */
export function putWrap({ db }: Pick<CaseworkDeps, 'db'>, person: string, { by, body }: Wrap): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const people = peopleStore(tx);
    await people.lock(person);
    if ((await people.wraps(person)).length === 0) throw new Refusal('keys_refused', { why: 'no_keys' });
    refuseTouch(await twoMustOpen(tx), [{ by }]);
    const own = await accessStore(tx).passkeys(person);
    if (by !== 'phrase' && !own.some(({ id }) => id === by)) {
      throw new Refusal('keys_refused', { why: 'unknown_passkey' });
    }
    await people.putWrap(person, by, bytesOf(body, 'body'));
  });
}
