/**
 * Seals a report in the server's memory, for those who send without script. The words are in this process while this
 * runs and nowhere else: not in a table, a log, a queue or a file.
 */
import type { Lang } from '../../platform/i18n/index.ts';
import { fromBase64url, toBase64url } from '../../platform/keys/bytes.ts';
import { type Code, codeList, listById, receiptCode, reportId } from '../../platform/keys/index.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { currentReaders } from '../chain/current.ts';
import type { ReportDeps } from '../deps.ts';
import { answersFrom } from '../model.ts';
import { sealReport } from '../seal.ts';
import { reportReader } from '../store.ts';
import { submit } from '../submit.ts';
import type { Started } from './way.ts';

export interface Kept {
  code: Code;
  /** True when it had been sent before: then the answers of this sending were not looked at. */
  repeated: boolean;
}

/** Null: nobody may read it, nothing was sealed and nothing kept. Refusals as of `submit`. */
export async function sealHere(deps: ReportDeps, state: Started, language: Lang): Promise<Kept | null> {
  const { active } = await currentReaders(deps);
  const sealed = await sealReport(answersFrom(state.fields), fromBase64url(state.seed), {
    installation: deps.installation.id,
    salt: toBase64url(deps.installation.salt),
    list: listOf(state),
    readers: active,
    language,
    cameBy: 'self',
    scrypt: nodeScrypt,
  });
  if (sealed === null) return null;
  const { repeated } = await submit(deps, sealed.submission, 'server');
  return { code: sealed.code, repeated };
}

const listOf = (state: Started) => listById(state.list) ?? codeList('');

/** The code of a form that was sent before; null when its report is not here, or not any more. */
export async function codeAgain(deps: ReportDeps, state: Started): Promise<Code | null> {
  const seed = fromBase64url(state.seed);
  const report = await reportReader(deps.db).byId(reportId(seed));
  return report && receiptCode(seed, listOf(state));
}
