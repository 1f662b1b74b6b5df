/**
 * One folder per report for a computer without us: the secret's file, one file with all items, and two commands in
 * words. Everything in it stays sealed; what opens it is taken away on its own page.
 */
import { zipSync } from 'fflate';
import type { OpenedReport } from '../../casework/wire.ts';
import { fromBase64url, recipientOf, sealExport, utf8 } from '../../platform/keys/index.ts';
import { replyItem } from '../../report/reply.ts';
import type { Opened } from './opening.ts';

export interface ExportedReport {
  report: OpenedReport;
  opened: Opened;
}

/** `readme`: the page's words for one folder. Items that did not open are left out and named in it. */
export async function folders(
  reports: readonly ExportedReport[],
  installation: string,
  readme: (missing: readonly string[]) => string,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const { report, opened } of reports) {
    const { id } = report.line;
    const sealed = opened.items.flatMap(({ name, content }) => (content ? [{ item: name, content }] : []));
    const whole = [{ item: 'open', content: openAnswers(report) }, ...sealed];
    const missing = opened.items.filter(({ content }) => !content).map(({ name }) => name);
    files[`${id}/secret.age`] = fromBase64url(report.secret);
    // To the key that opened them: the recipient the server names may be anybody's.
    const recipient = await recipientOf(opened.identity);
    files[`${id}/items.age`] = await sealExport({ installation, report: id, items: whole }, recipient);
    files[`${id}/README.txt`] = utf8(readme(missing));
  }
  // Sealed bytes do not shrink: level 0 stores them as they are.
  return zipSync(files, { level: 0 });
}

/** What the server keeps open, and the day of each item: without it nobody could tell afterwards what it is about. */
function openAnswers({ line, consents, items, replies, events }: OpenedReport): Uint8Array {
  const { who, kinds, soon, helped, place, week, part, language, cameBy, arrived, marks } = line;
  const days = [
    ...items.map(({ name, day }) => ({ name, day })),
    ...replies.map(({ number, day }) => ({ name: replyItem(number), day })),
  ];
  const answers = { who, kinds, soon, helped, place, week, part, language, cameBy, arrived, marks, consents };
  return utf8(JSON.stringify({ ...answers, items: days, steps: events }, null, 2));
}

/** Hands a file to the browser's own saving. */
export function save(name: string, bytes: Uint8Array | string, type: string): void {
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
