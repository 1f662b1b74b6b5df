/** A report with files as a phone makes it, its pieces sealed ahead, for tests that send it themselves. */

import { newSeed, randomBytes, randomId, reportId, toBase64url } from '../src/platform/keys/index.ts';
import { newReportKey, type ReportKey } from '../src/platform/keys/item.ts';
import { nodeScrypt } from '../src/platform/keys/node-scrypt.ts';
import { codeList } from '../src/platform/keys/published.ts';
import { quickWork } from '../src/platform/keys/quick-work.ts';
import type { Answers } from '../src/report/answers.ts';
import type { NamedFile } from '../src/report/files/model.ts';
import { nameFile, openFile, sealPiece } from '../src/report/files/seal.ts';
import { type Sealed, sealReport } from '../src/report/seal.ts';
import type { Sealer } from './attacks/pool.ts';
import { plainAnswers } from './told.ts';

export interface SentPiece {
  file: number;
  number: number;
  body: Uint8Array;
}

export interface WithFiles extends Sealed {
  id: string;
  bundle: string;
  key: ReportKey;
  contents: readonly Uint8Array[];
  named: readonly NamedFile[];
  pieces: readonly SentPiece[];
  work: number;
}

/** `sizes`: of each file, in bytes. */
export async function tellsWithFiles(
  sealer: Sealer,
  sizes: readonly number[],
  changes: Partial<Answers> = {},
): Promise<WithFiles> {
  const { installation, readers, day, scrypt = nodeScrypt } = sealer;
  const seed = newSeed();
  const report = reportId(seed);
  const key = await newReportKey();
  const contents = sizes.map(noise);
  const named = contents.map((content) => nameFile({ kind: 'photo', type: 'image/jpeg', content }));
  const bundle = randomId();
  const pieces: SentPiece[] = [];
  for (const [at, { pieces: count }] of named.entries()) {
    const place = { installation: installation.id, report, item: 'told', file: at + 1 };
    const content = contents[at] ?? new Uint8Array();
    for (let number = 1; number <= count; number++) {
      const body = await sealPiece(place, number, { content, recipient: key.recipient });
      pieces.push({ file: at + 1, number, body });
    }
  }
  const sealed = await sealReport({ ...plainAnswers, ...changes }, seed, {
    installation: installation.id,
    salt: toBase64url(installation.salt),
    list: codeList('en'),
    readers,
    language: 'en',
    cameBy: 'self',
    scrypt,
    before: { key, bundle, files: named },
  });
  if (sealed === null) throw new Error('Nobody may read this report');
  const { counter: work } = quickWork({ day, report });
  const submission = { ...sealed.submission, work };
  return { ...sealed, submission, id: report, bundle, key, contents, named, pieces, work };
}

function noise(size: number): Uint8Array {
  const whole = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) whole.set(randomBytes(Math.min(65_536, size - at)), at);
  return whole;
}

/** As the browser sends it. */
export function pieceForm(
  { id, bundle, work, item = 'told' }: Pick<WithFiles, 'id' | 'bundle' | 'work'> & { item?: string },
  { file, number, body }: SentPiece,
): FormData {
  const form = new FormData();
  const fields = { bundle, report: id, item, file: `${file}`, number: `${number}`, work: `${work}` };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('piece', new Blob([new Uint8Array(body)]), 'piece');
  return form;
}

/** File 1 as the desk puts it together, from pieces handed out by `piece`. */
export const opens = (
  told: WithFiles,
  installation: string,
  piece: (number: number) => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const place = { installation, report: told.id, item: 'told', file: 1 };
  const [named] = told.named;
  if (named === undefined) throw new Error('It has no file');
  return openFile(place, named, { identity: told.key.identity, piece });
};
