/**
 * Lock now: this key opens nothing any more, on no device. Unlocked, the person signs their own removal, so that no
 * browser seals to the key again; locked, the server still drops the wraps and sessions, and colleagues sign the removal.
 */
import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { nextStatement, signedBy } from './enrolling.ts';

export async function lockNow(desk: Desk): Promise<void> {
  await ask('lock', { entry: ownRemoval(desk) });
}

/** Null while the key is closed. */
export function ownRemoval({ me, list, held, clock }: Desk) {
  const reader = [...list.active, ...list.waiting.map((one) => one.reader)].find(
    ({ id }) => id === me.reader?.id,
  );
  if (!held || !reader || reader.signer !== held.signer) return null;
  const statement = nextStatement(list, {
    installation: me.installation.id,
    change: 'remove',
    reader,
    date: clock.now(),
  });
  return { statement, signatures: [signedBy(statement, reader.id, held)] };
}
