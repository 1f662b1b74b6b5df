/** `upstander archive`: the key that reports are closed away to, and bringing one back, with two of the root's papers. */
import { type Asked, askedBack, heirs, takeIn } from '../casework/index.ts';
import { translate } from '../platform/i18n/index.ts';
import {
  archiveKey,
  archiveOf,
  type CodeList,
  KeyRefusal,
  openBoundSecret,
  type Reader,
  type ReaderEntry,
  type Root,
  recipientOf,
  samePerson,
  sealSecret,
  signArchive,
} from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { archiveStore } from '../report/index.ts';
import { typedShares } from './ceremony.ts';
import type { Answer, Command } from './command.ts';
import { openPlace, type Place, proved, withRoot, yes } from './place.ts';
import type { Talk } from './terminal.ts';

export const command: Command = {
  summary: 'the archive key, and reports that were closed away',
  usage: ['archive key [--digits]', 'archive open [--digits]'],
  options: { digits: { type: 'boolean', help: 'the shares on paper are digits, not words' } },
  async run(called) {
    const [what = '', ...more] = called.args;
    if (more.length > 0 || (what !== 'key' && what !== 'open')) {
      return { data: { usage: command.usage }, text: command.usage.join('\n'), failed: true };
    }
    await using place = await openPlace(called.config);
    const act = what === 'key' ? sign : bringBack;
    return await withRoot(called, (talk, list) => act(place, talk, list));
  },
};

const rootOf = async (place: Place, talk: Talk, list: CodeList): Promise<Root> => {
  const root = place.root ?? (await typedShares(talk, list, { root: place.installation.root }));
  talk.wipe();
  return root;
};

/** Signs the archive key where none is signed that holds. Refusal 'share_wrong' {why}. */
export async function sign(place: Place, talk: Talk, list: CodeList): Promise<Answer> {
  const before = await standing(place);
  if (before !== null) {
    const from = before.toISOString();
    const text = `The archive key is signed. It counts from ${from.slice(0, 16)} UTC.`;
    return { data: { signed: false, from }, text };
  }
  const root = await rootOf(place, talk, list);
  await putArchiveKey(place, root);
  root.secret.fill(0);
  const from = (await standing(place))?.toISOString() ?? '';
  return {
    data: { signed: true, from },
    text: `Signed. From ${from.slice(0, 16)} UTC on a caseworker can close away what was closed a month ago.`,
  };
}

/** From when on the signed archive key counts; null where none holds. */
async function standing(place: Place): Promise<Date | null> {
  const word = await archiveStore(place.db).word();
  if (word === null) return null;
  const { root, id: installation } = place.installation;
  const { entries } = await proved(place);
  try {
    return archiveOf(word, { entries, root, installation, now: place.clock.now() }).from;
  } catch (error) {
    if (error instanceof KeyRefusal) return null;
    throw error;
  }
}

/** False where it stood there already. The root's secret stays the caller's. */
export async function putArchiveKey(place: Place, root: Root): Promise<boolean> {
  if ((await standing(place)) !== null) return false;
  const { recipient } = await archiveKey(root.secret);
  const { list } = await proved(place);
  const statement = {
    installation: place.installation.id,
    number: list.number,
    head: list.head,
    date: place.clock.now().toISOString(),
    recipient,
  };
  await archiveStore(place.db).putWord(signArchive(statement, root.secret));
  return true;
}

/**
 * Each report that was asked for at the desk is named, by its days and who asked; what is said yes to is sealed to those it
 * belongs to by the signed list, and to nobody else. Refusal 'share_wrong' {why}.
 */
export async function bringBack(place: Place, talk: Talk, list: CodeList): Promise<Answer> {
  const asked = await askedBack(place);
  const chosen: Asked[] = [];
  for (const [at, one] of asked.entries()) {
    talk.say(`\nReport ${at + 1} of ${asked.length}: told ${one.arrived}, closed away ${one.since}.`);
    talk.say(`Asked for by ${one.by ?? 'nobody the way names'}, on ${one.asked}.`);
    if (await yes(talk, 'Did they tell you why, and does it come back? (yes/no)')) chosen.push(one);
  }
  if (chosen.length === 0) {
    const text = asked.length === 0 ? 'Nobody at the desk has asked for a report.' : 'Nothing was opened.';
    return { data: { opened: 0, refused: 0 }, text };
  }
  const root = await rootOf(place, talk, list);
  const { identity } = await archiveKey(root.secret);
  root.secret.fill(0);
  // A list that does not hold is said as that, before anything is opened.
  const known = await proved(place);
  const lines: string[] = [];
  for (const one of chosen) lines.push(await open(place, one, { identity, ...known }));
  const opened = lines.filter((line) => line.startsWith('Back')).length;
  return { data: { opened, refused: lines.length - opened }, text: lines.join('\n') };
}

/** An older key of one of these. */
const isOf = (id: string, readers: readonly Reader[], entries: readonly ReaderEntry[]): boolean =>
  entries.some(
    ({ statement }) => statement.reader.id === id && readers.some((one) => samePerson(one, statement.reader)),
  );

type Opener = Awaited<ReturnType<typeof proved>> & { identity: string };

async function open(
  place: Place,
  asked: Asked,
  { identity: archive, entries, list }: Opener,
): Promise<string> {
  const at = { installation: place.installation.id, report: asked.report };
  const day = `told ${asked.arrived}`;
  try {
    const { identity, bound } = await openBoundSecret(asked.secret, archive, at);
    if (bound === null || (await recipientOf(identity)) !== asked.recipient) {
      return `Refused (${day}): what lies in the archive is not this report's secret.`;
    }
    const before = { ...asked, readers: bound.readers };
    const to = heirs(before, { entries, list: { ...list, waiting: [] }, zone: place.installation.zone });
    if (to.length === 0) return `Refused (${day}): nobody who may read it is on the list of readers.`;
    const ids = to.map(({ id }) => id);
    const readers = [...new Set([...bound.readers, ...ids])];
    const secret = await sealSecret(
      { ...at, identity, bound: { ...bound, readers } },
      to.map(({ recipient }) => recipient),
    );
    // An old key whose person has no new one yet stays named, so that their next one can take its place.
    const listed = [...list.active, ...list.waiting.map(({ reader }) => reader)];
    const gone = asked.named.filter(
      (id) => !listed.some((reader) => reader.id === id) && !isOf(id, to, entries),
    );
    await takeIn(place, { report: asked.report, secret, readers: [...ids, ...gone] });
    return `Back (${day}): ${translate('en').list(to.map(({ name }) => name))} can open it, and it is new in the list.`;
  } catch (error) {
    if (error instanceof KeyRefusal) return `Refused (${day}): it does not open with this archive key.`;
    if (error instanceof Refusal && error.code === 'not_found')
      return `Refused (${day}): it is gone meanwhile.`;
    throw error;
  }
}
