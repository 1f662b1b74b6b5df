/** The rows that were not imported, as a CSV for who looks after the source: the reason, and the one field at fault. */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../../platform/refusal.ts';
import type { Reason } from './model.ts';
import type { Refused } from './row.ts';

export interface RefusedRow extends Refused {
  line: number;
}

export interface RefusedFile extends AsyncDisposable {
  /** On its way to the disk when this returns, in the order given. */
  write(rows: readonly RefusedRow[]): Promise<void>;
}

/** Long values are cut: enough to find the field by. */
const LONGEST = 200;

/**
 * Written anew by every run, readable by its owner only. `why` says a reason in words.
 * Refusal 'import_file' {file, why} where it cannot be written.
 */
export async function refusedFile(file: string, why: (reason: Reason) => string): Promise<RefusedFile> {
  const handle = await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    .then(() => open(file, 'w', 0o600))
    .catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('import_file', { file, why: error.code ?? error.message });
    });
  await handle.appendFile('line,row,reason,field,value,why\n');
  return {
    async write(rows) {
      if (rows.length === 0) return;
      const lines = rows.map(({ line, row, reason, field, value }) =>
        [line, row ?? '', reason, quoted(field), quoted(value), quoted(why(reason))].join(','),
      );
      await handle.appendFile(`${lines.join('\n')}\n`);
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** What a spreadsheet would run as a formula gets an apostrophe before it; a number stays a number. */
function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const isFormula = /^[=+\-@\t\r]/.test(cut) && !/^-?[\d.,]+$/.test(cut);
  return `"${isFormula ? "'" : ''}${cut.replaceAll('"', '""')}"`;
}
