/**
 * Before an ask goes out: each person behind it signed what the server says she chose, with the key she sealed into her
 * report; and what she sealed is marked where the rules ask for it. A server that lies about either is named.
 */
import type { Proof, Signed } from '../../../casework/asks/wire.ts';
import {
  fromBase64url,
  fromUtf8,
  openItem,
  recipientOf,
  sha256Hex,
  verify,
} from '../../../platform/keys/index.ts';
import type { Told } from '../../../report/answers.ts';
import { consentsFields } from '../../../report/consents.ts';
import type { Held } from '../held.ts';
import { openSecret } from '../together/secret.ts';

export const unproved = ['told', 'signer', 'consents', 'word', 'under_18', 'above_office'] as const;
export type Unproved = (typeof unproved)[number];

export interface Finding {
  report: string;
  what: Unproved;
}

export interface About {
  held: Held;
  installation: string;
  /** The body of the ask. */
  body: string;
}

/** Empty: everything holds. Throws KeyRefusal where a report does not open at all. `signed` and `proofs` in one order. */
export async function prove(
  signed: readonly Signed[],
  proofs: readonly Proof[],
  about: About,
): Promise<Finding[]> {
  const found = await Promise.all(proofs.map((proof, at) => findings(signed[at], proof, about)));
  return found.flatMap((whats, at) => whats.map((what) => ({ report: proofs[at]?.report ?? '', what })));
}

async function findings(signed: Signed | undefined, proof: Proof, about: About): Promise<Unproved[]> {
  const place = { installation: about.installation, report: proof.report };
  const { identity, bound } = await openSecret(fromBase64url(proof.secret), about.held, place);
  const content = await openItem(fromBase64url(proof.told), identity, { ...place, item: 'told' });
  const told = JSON.parse(fromUtf8(content)) as Told;
  const isSameKey = (await recipientOf(identity)) === signed?.recipient;
  const holds: Readonly<Record<Unproved, boolean>> = {
    told: bound?.told === sha256Hex(content),
    signer: signed !== undefined && signed.signer === told.signer && isSameKey,
    consents: signed !== undefined && holdsConsents(signed, told.signer, place),
    word: signed !== undefined && holdsWord(signed, told.signer, { ...place, body: about.body }),
    under_18: told.age !== 'under_18' || proof.marks.includes('under_18'),
    above_office: told.worksThere !== 'yes' || proof.marks.includes('above_office'),
  };
  return unproved.filter((what) => !holds[what]);
}

type Place = { installation: string; report: string };

function holdsConsents(signed: Signed, signer: string, place: Place): boolean {
  const { recipient, consents, consentsNumber: number, consentsSignature: signature } = signed;
  return verify('consents', consentsFields({ ...place, recipient, number, consents }), { signer, signature });
}

/** Never asked is no word, and nothing to check: then it is her consents that count. */
function holdsWord(
  { word }: Signed,
  signer: string,
  { installation, report, body }: Place & { body: string },
) {
  if (word === null) return true;
  const { number, said, signature } = word;
  return verify('body', [installation, report, body, String(number), said], { signer, signature });
}
