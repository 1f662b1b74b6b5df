/** She takes back what she told, from a phone that knows nothing but her code. */
import { deriveReceipt, sign, toBase64url } from '../src/platform/keys/index.ts';
import { nodeScrypt } from '../src/platform/keys/node-scrypt.ts';
import type { Sealed } from '../src/report/seal.ts';
import { browse } from './browse.ts';
import type { Stage } from './cast.ts';

/** The status of the answer. */
export async function withdraws(here: Stage, told: Pick<Sealed, 'code'> & { id: string }): Promise<number> {
  const { id: installation, salt } = here.installation;
  const receipt = await deriveReceipt(told.code, salt, { scrypt: nodeScrypt });
  const signature = sign('withdrawal', [installation, told.id], receipt.signSecret);
  const lookup = toBase64url(receipt.lookup);
  return (await browse(here).post('/api/back/withdraw', { lookup, signature })).status;
}
