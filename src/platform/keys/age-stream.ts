/** age v1 files of any length, sealed and opened as they pass: what no memory has to hold. Server only. */
import { Decrypter, Encrypter } from 'age-encryption';
import { isIdentity, isRecipient } from './age-key.ts';
import { KeyRefusal } from './refusal.ts';

const nobodyHere = "no identity matched any of the file's recipients";

/** For every recipient named, X25519 only. Refuses `no_readers` and `bad_key` before a byte is read. */
export async function sealStream(
  recipients: readonly string[],
  plaintext: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  if (recipients.length === 0) throw new KeyRefusal('no_readers');
  const age = new Encrypter();
  for (const recipient of recipients) {
    if (!isRecipient(recipient)) throw new KeyRefusal('bad_key');
    try {
      age.addRecipient(recipient);
    } catch {
      throw new KeyRefusal('bad_key');
    }
  }
  return age.encrypt(plaintext);
}

/**
 * Each part is authenticated before it is handed out; that the file ends where it ended when it was sealed is known only
 * after the last one. Refuses `bad_key`, `not_for_you`, and `damaged` also in the middle.
 */
export async function* openStream(
  identity: string,
  file: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (!isIdentity(identity)) throw new KeyRefusal('bad_key');
  const age = new Decrypter();
  try {
    age.addIdentity(identity);
  } catch {
    throw new KeyRefusal('bad_key');
  }
  try {
    yield* await age.decrypt(file);
  } catch (error) {
    throw new KeyRefusal(error instanceof Error && error.message === nobodyHere ? 'not_for_you' : 'damaged');
  }
}
