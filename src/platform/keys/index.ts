/**
 * The door of keys. Islands that must stay small import the single files instead; Node's own scrypt is in
 * `node-scrypt.ts`. What is permanent stands in README.md.
 */
export { identityOf, isIdentity, isRecipient, newIdentity, recipientOf } from './age-key.ts';
export {
  type Archive,
  type ArchiveEntry,
  type ArchiveFault,
  type ArchiveStatement,
  archiveKey,
  archiveOf,
  isArchiveEntry,
  signArchive,
} from './archive.ts';
export { assertBounds } from './bounds.ts';
export {
  type Bytes,
  concat,
  equal,
  fromBase64url,
  fromHex,
  fromUtf8,
  toBase64url,
  toHex,
  utf8,
} from './bytes.ts';
export { canonicalJson } from './canonical-json.ts';
export {
  type ChainFault,
  clockSlack,
  foundingSeats,
  type Left,
  opensTogether,
  type ReaderList,
  readers,
  waitingTime,
} from './chain.ts';
export {
  type Code,
  canonicalCode,
  type DigitCode,
  halves,
  joinHalves,
  showCode,
  type WordCode,
} from './code.ts';
export { sha256, sha256Hex, sha256Parts } from './digest.ts';
export { hkdf, type Label } from './hkdf.ts';
export {
  type Bound,
  identityFile,
  newReportKey,
  openBoundSecret,
  openItem,
  openSecret,
  type Place,
  sealExport,
  sealItem,
  sealSecret,
} from './item.ts';
export {
  assertList,
  type CodeList,
  type DigitList,
  digits,
  isWords,
  listFor,
  type WordList,
} from './lists.ts';
export { openOwn, sealOwn } from './own.ts';
export { newPhrase, type ReadPhrase, readPhrase, showPhrase } from './phrase.ts';
export { codeList, everyList, listById, published } from './published.ts';
export { type Draw, randomBytes, randomId, randomInt, randomToken } from './random.ts';
export { type CodeProblem, type ReadCode, readCode } from './read-code.ts';
export {
  newReaderSeed,
  prfInput,
  type ReaderKeys,
  readerKeys,
  unwrapByPhrase,
  unwrapByPrf,
  wrapByPhrase,
  wrapByPrf,
} from './reader.ts';
export { deriveReceipt, lookupHash, newSeed, type Receipt, receiptCode, reportId } from './receipt.ts';
export { KeyRefusal, type KeyRefusalCode } from './refusal.ts';
export { fingerprint, joinRoot, makeRoot, type Root, shareNumber, splitRoot } from './root.ts';
export { type SignedBy, type SignedKind, sign, signed, signerOf, verify } from './sign.ts';
export {
  isReaderEntry,
  type Reader,
  type ReaderEntry,
  type Signature,
  type Statement,
  samePerson,
  sameReader,
  signStatement,
  statementFields,
  statementHash,
} from './statement.ts';
export { browserScrypt, type Cost, type Scrypt } from './stretch.ts';
export {
  isTogether,
  joinShares,
  openShare,
  passShare,
  type Share,
  sealTogether,
  secretIn,
  sharedWith,
  takeShare,
} from './together.ts';
export { solveWork, verifyWork, type Work, workBits } from './work.ts';
