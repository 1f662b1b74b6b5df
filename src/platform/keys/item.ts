/**
 * A sealed item: one age file whose plaintext says where it belongs and is padded, so that an envelope put in
 * another's place is refused and its size says little. Safe to call twice: each call makes a new file.
 */
import { isIdentity, newIdentity, recipientOf } from './age-key.ts';
import { concat, fromUtf8, utf8 } from './bytes.ts';
import { contentAt, type Place, padded, withHeader } from './header.ts';
import { KeyRefusal } from './refusal.ts';
import { openWith, sealFor } from './seal.ts';

export type { Place } from './header.ts';

/** The one key of one report. `identity` leaves the phone only inside `sealSecret`. */
export interface ReportKey {
  identity: string;
  recipient: string;
}

export async function newReportKey(): Promise<ReportKey> {
  const identity = newIdentity();
  return { identity, recipient: await recipientOf(identity) };
}

/** `recipients`: age X25519 recipients. Refuses `bad_name`, `no_readers`, `bad_key`. */
export async function sealItem(
  item: Place & { content: Uint8Array },
  recipients: readonly string[],
): Promise<Uint8Array> {
  return sealFor(recipients, padded(withHeader(item, item.content)));
}

/** The content exactly as sealed. Refuses `not_for_you`, `damaged`, `swapped` {field}. */
export async function openItem(file: Uint8Array, identity: string, place: Place): Promise<Uint8Array> {
  return contentAt(place, await openWith(identity, file), 'padded');
}

/**
 * What stands beside the identity in a report's secret. Anybody can seal an item to the report's recipient, which the
 * server knows; only who knows the identity itself can write these lines beside it.
 */
export interface Bound {
  /** Sha-256 (hexadecimal) of the content of the first item. */
  told: string;
  /** Ids of all readers it was ever sealed to: nobody else's key may take the place of one of theirs. */
  readers: readonly string[];
}

/** The report's own identity, sealed to its readers. Not padded: its size depends on their number alone. */
export async function sealSecret(
  secret: { installation: string; report: string; identity: string; bound?: Bound },
  recipients: readonly string[],
): Promise<Uint8Array> {
  if (!isIdentity(secret.identity)) throw new KeyRefusal('bad_key');
  const lines = [...boundLines(secret.bound), secret.identity, ''];
  return sealFor(recipients, withHeader({ ...secret, item: 'secret' }, utf8(lines.join('\n'))));
}

/** Refuses `bad_name` for what would not be read back as it is. */
export function boundLines(bound: Bound | undefined): string[] {
  if (bound === undefined) return [];
  const { told, readers } = bound;
  const lines = [`# told ${told}`, `# readers ${readers.join(' ')}`];
  // Read back as it will be: a line break in an id would forge a line.
  const found = boundShape.exec(`${lines.join('\n')}\n`);
  if (found?.groups?.told !== told || found.groups.readers !== readers.join(' '))
    throw new KeyRefusal('bad_name', { field: 'bound' });
  return lines;
}

/** Comment lines, so that the opened secret stays an identity file for stock age. */
const boundShape = /^# told (?<told>[0-9a-f]{64})\n# readers (?<readers>[\w-]{1,64}(?: [\w-]{1,64})*)\n/;

/** The report's identity, for a reader. Refuses as `openItem` does. */
export async function openSecret(
  file: Uint8Array,
  identity: string,
  place: { installation: string; report: string },
): Promise<string> {
  return (await openBoundSecret(file, identity, place)).identity;
}

/** The same with what is bound to it; null where the secret binds nothing, so nothing is known of the first item. */
export async function openBoundSecret(
  file: Uint8Array,
  identity: string,
  place: { installation: string; report: string },
): Promise<{ identity: string; bound: Bound | null }> {
  const content = contentAt({ ...place, item: 'secret' }, await openWith(identity, file), 'exact');
  const { bound, rest } = boundIn(fromUtf8(content));
  const line = rest.trimEnd();
  // Sealed for us and bound to this report, yet no identity: opening items with it could only fail later and unclear.
  if (!isIdentity(line)) throw new KeyRefusal('damaged', { what: 'secret' });
  return { identity: line, bound };
}

/** What `boundLines` wrote at the beginning of a text, and what follows it. */
export function boundIn(text: string): { bound: Bound | null; rest: string } {
  const found = boundShape.exec(text);
  const { told, readers } = found?.groups ?? {};
  const bound = told === undefined || readers === undefined ? null : { told, readers: readers.split(' ') };
  return { bound, rest: text.slice(found?.[0].length ?? 0) };
}

/**
 * All items of one report in one age file for the exported folder: each with its readable header, one after the
 * other. Stock age opens it with the identity file that opening `secret.age` yields.
 */
export async function sealExport(
  report: { installation: string; report: string; items: readonly { item: string; content: Uint8Array }[] },
  recipient: string,
): Promise<Uint8Array> {
  const texts = report.items.map(({ item, content }) =>
    concat(
      withHeader({ installation: report.installation, report: report.report, item }, content),
      utf8('\n'),
    ),
  );
  return sealFor([recipient], concat(...texts));
}

/** The identity file a caseworker takes away, `age -d -i` reads it. Comment lines say what it opens. */
export function identityFile(identity: string, comments: readonly string[] = []): string {
  return [...comments.map((comment) => `# ${comment.replace(/[\r\n]+/g, ' ')}`), identity, ''].join('\n');
}
