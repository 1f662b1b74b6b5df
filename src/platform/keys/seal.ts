/** age v1 files to X25519 recipients, and nothing else of age: https://age-encryption.org/v1 */
import { Decrypter, Encrypter } from 'age-encryption';
import { isIdentity, isRecipient } from './age-key.ts';
import { KeyRefusal } from './refusal.ts';

const nobodyHere = "no identity matched any of the file's recipients";

/** Seals for every recipient named; refuses `no_readers` and `bad_key` before a byte is sealed. */
export async function sealFor(recipients: readonly string[], plaintext: Uint8Array): Promise<Uint8Array> {
  if (recipients.length === 0) throw new KeyRefusal('no_readers');
  const age = new Encrypter();
  for (const recipient of new Set(recipients)) {
    // Passphrases, hybrid and tag recipients would be accepted by the library; our readers' software may not know them.
    if (!isRecipient(recipient)) throw new KeyRefusal('bad_key');
    try {
      age.addRecipient(recipient);
    } catch {
      throw new KeyRefusal('bad_key');
    }
  }
  return age.encrypt(plaintext);
}

/** Refuses `not_for_you` when the identity is no reader of the file, `damaged` for every other failure. */
export async function openWith(identity: string, file: Uint8Array): Promise<Uint8Array> {
  if (!isIdentity(identity)) throw new KeyRefusal('bad_key');
  const age = new Decrypter();
  try {
    age.addIdentity(identity);
  } catch {
    throw new KeyRefusal('bad_key');
  }
  try {
    return await age.decrypt(file);
  } catch (error) {
    // age authenticates header and every chunk before we see a byte, so nothing half-opened leaves this function.
    throw new KeyRefusal(error instanceof Error && error.message === nobodyHere ? 'not_for_you' : 'damaged');
  }
}
