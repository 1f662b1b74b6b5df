/**
 * Seals one report: on the phone, in the caseworker's browser for assisted intake, and, without script, in the
 * server's memory. The same code on all three, so that what opens one opens all.
 */

import { weekOf } from '../platform/clock.ts';
import type { Lang } from '../platform/i18n/index.ts';
import { fromBase64url, toBase64url, utf8 } from '../platform/keys/bytes.ts';
import { isCutShort, opensTogether } from '../platform/keys/chain.ts';
import { sha256Hex } from '../platform/keys/digest.ts';
import {
  type Code,
  type CodeList,
  deriveReceipt,
  lookupHash,
  type Reader,
  receiptCode,
  reportId,
  type Scrypt,
} from '../platform/keys/index.ts';
import { type Bound, newReportKey, type ReportKey, sealItem, sealSecret } from '../platform/keys/item.ts';
import { KeyRefusal } from '../platform/keys/refusal.ts';
import { sealTogether } from '../platform/keys/together.ts';
import type { Answers, CameBy, Consents, OpenAnswers } from './answers.ts';
import { signConsents } from './consents.ts';
import type { NamedFile } from './files/model.ts';
import { openPart, readersFor, told } from './model.ts';

/** What `POST /api/reports` takes; binary values are base64url. */
export interface Submission {
  id: string;
  /** SHA-256 of the lookup value: the lookup itself first reaches the server when she comes back. */
  lookupHash: string;
  open: OpenAnswers;
  consents: Consents;
  /** Over `recipient` too. */
  consentsSignature: string;
  recipient: string;
  signer: string;
  readers: readonly string[];
  secret: string;
  told: string;
  /** Proof of work, -1 where the sender was slowed down instead (script off) or is a caseworker. */
  work: number;
  /** Where its photos and recordings lie already, and of how many pieces each is made. */
  files?: { bundle: string; pieces: readonly number[] };
}

export interface SealContext {
  installation: string;
  /** Salt of receipts, 16 bytes, base64url. */
  salt: string;
  /** What the code is drawn from: `codeList(language)`. */
  list: CodeList;
  /** Active readers of a verified chain; never an unchecked list. */
  readers: readonly Reader[];
  language: Lang;
  cameBy: CameBy;
  scrypt?: Scrypt;
  /** The key and the files that were sealed to it beforehand; without it a key is made here. */
  before?: { key: ReportKey; bundle: string; files: readonly NamedFile[] };
}

export interface Sealed {
  submission: Submission;
  code: Code;
}

/**
 * Same seed, same id and code: sending twice is one report. Returns null when nobody may read it (a minor without a
 * child-trained reader, or everybody left out): then nothing is sealed and nothing leaves. Refuses `cut_short`.
 */
export async function sealReport(
  answers: Answers,
  seed: Uint8Array,
  context: SealContext,
): Promise<Sealed | null> {
  if (isCutShort(context.readers)) throw new KeyRefusal('cut_short');
  const readers = readersFor(answers, context.readers);
  if (readers.length === 0) return null;
  const { installation } = context;
  const report = reportId(seed);
  const code = receiptCode(seed, context.list);
  const receipt = await deriveReceipt(
    code,
    fromBase64url(context.salt),
    context.scrypt ? { scrypt: context.scrypt } : {},
  );
  const { before } = context;
  const key = before?.key ?? (await newReportKey());
  const { recipient } = key;
  const { consents } = answers;
  const keys = { replyRecipient: receipt.replyRecipient, signer: receipt.signer };
  const content = utf8(JSON.stringify(told(answers, keys, before?.files)));
  const bound = { told: sha256Hex(content), readers: readers.map(({ id }) => id) };
  const [secret, item] = await Promise.all([
    sealFor({ installation, report, identity: key.identity, bound }, readers),
    sealItem({ installation, report, item: 'told', content }, [recipient]),
  ]);
  return {
    code,
    submission: {
      id: report,
      lookupHash: toBase64url(lookupHash(receipt.lookup)),
      open: openPart(answers, { language: context.language, cameBy: context.cameBy, weekOf }),
      consents,
      consentsSignature: signConsents(
        { installation, report, recipient, number: 1, consents },
        receipt.signSecret,
      ),
      recipient,
      signer: receipt.signer,
      readers: readers.map((r) => r.id),
      secret: toBase64url(secret),
      told: toBase64url(item),
      work: -1,
      ...(before && before.files.length > 0
        ? { files: { bundle: before.bundle, pieces: before.files.map(({ pieces }) => pieces) } }
        : {}),
    },
  };
}

/** Whole to each of them; where the signed list says that two must open, to each a share. */
export function sealFor(
  secret: { installation: string; report: string; identity: string; bound: Bound },
  readers: readonly Reader[],
): Promise<Uint8Array> {
  if (opensTogether(readers)) return sealTogether(secret, readers);
  return sealSecret(
    secret,
    readers.map(({ recipient }) => recipient),
  );
}
