/**
 * What she signs, with one signature: the key her report is sealed to, and what may be done with it. Whoever changes
 * either, or puts it under another report, has nothing signed. Pure.
 */
import { KeyRefusal } from '../platform/keys/refusal.ts';
import { canonicalJson, sign, verify } from '../platform/keys/sign.ts';
import type { Consents } from './answers.ts';
import type { Choices, MyReport } from './wire.ts';

export interface SignedConsents {
  installation: string;
  report: string;
  /** The report's own key: what is sealed later is sealed to it. */
  recipient: string;
  /** 1 at sending, one more with each change. */
  number: number;
  consents: Consents;
}

/** Fields of the signature, the same for signing and checking. */
export const consentsFields = (choices: SignedConsents): string[] => [
  choices.installation,
  choices.report,
  choices.recipient,
  String(choices.number),
  canonicalJson(choices.consents),
];

/** Base64url Ed25519 signature. Only for a recipient that is known to be hers: just made, or signed by her before. */
export const signConsents = (choices: SignedConsents, signSecret: Uint8Array): string =>
  sign('consents', consentsFields(choices), signSecret);

export interface ReportPlace {
  installation: string;
  report: string;
}

/** What a server shows of it, wherever it shows a report. */
export type ShownConsents = Pick<MyReport, 'recipient' | 'consents' | 'consentsNumber' | 'consentsSignature'>;

/** Whether her own key signed this report's recipient together with these choices. */
export function isHers({ installation, report }: ReportPlace, shown: ShownConsents, signer: string): boolean {
  const { recipient, consents, consentsNumber: number, consentsSignature: signature } = shown;
  const fields = consentsFields({ installation, report, recipient, number, consents });
  return verify('consents', fields, { signer, signature });
}

/**
 * Other choices under the next number, over the same recipient. Refuses `bad_key` where she has not signed what is
 * shown: else a server could show her a recipient of its own and have it signed.
 */
export function chooseAnew(
  { installation, report }: ReportPlace,
  consents: Consents,
  keys: ShownConsents & { signer: string; signSecret: Uint8Array },
): Omit<Choices, 'lookup'> {
  if (!isHers({ installation, report }, keys, keys.signer)) throw new KeyRefusal('bad_key');
  const number = keys.consentsNumber + 1;
  const { recipient, signSecret } = keys;
  const signature = signConsents({ installation, report, recipient, number, consents }, signSecret);
  return { number, consents, signature };
}
