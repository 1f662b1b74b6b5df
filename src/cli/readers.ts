/** `upstander readers`: who can read, who is invited, and whom the root signs, on the organiser's own terminal. */

import {
  append,
  invite,
  type PersonRow,
  peopleStore,
  type Role,
  readerFingerprint,
  signInLink,
  waitingForSignature,
} from '../casework/index.ts';
import { translate } from '../platform/i18n/index.ts';
import {
  type CodeList,
  foundingSeats,
  type Reader,
  type Root,
  samePerson,
  signStatement,
} from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { putArchiveKey } from './archive.ts';
import { typedShares } from './ceremony.ts';
import type { Answer, Called, Command } from './command.ts';
import { openPlace, type Place, proved, withRoot, yes } from './place.ts';
import { rehearse } from './rehearse.ts';
import type { Talk } from './terminal.ts';

export const command: Command = {
  summary: 'who can read reports; invitations; signing keys with the root',
  usage: [
    'readers list',
    'readers invite <name> [--organiser] [--child-trained] [--outside …]',
    'readers invite <name> --again',
    'readers sign [--digits]',
    'readers remove <name> [--digits]',
    'readers rehearse [--digits]',
  ],
  options: {
    organiser: { type: 'boolean', help: 'runs the installation and opens no report' },
    caseworker: { type: 'boolean', help: 'opens reports; what an invitation means unless said otherwise' },
    'child-trained': { type: 'boolean', help: 'trained to talk with people under 18' },
    outside: { type: 'string', help: 'a reader of this other organisation' },
    again: { type: 'boolean', help: 'a new sign-in link for somebody who has come in before' },
    digits: { type: 'boolean', help: 'the shares on paper are digits, not words' },
  },
  async run(called) {
    const [what = '', ...names] = called.args;
    const name = names.join(' ').trim();
    await using place = await openPlace(called.config);
    if (what === 'list' && name === '') return await list(place);
    if (what === 'invite' && name !== '') return await invited(place, name, called);
    if (what === 'sign' && name === '')
      return await withRoot(called, (talk, list) => sign(place, talk, list));
    if (what === 'rehearse' && name === '')
      return await withRoot(called, (talk, list) => rehearse(place, talk, list));
    if (what === 'remove' && name !== '') {
      return await withRoot(called, (talk, list) => remove(place, talk, { name, list }));
    }
    return { data: { usage: command.usage }, text: command.usage.join('\n'), failed: true };
  },
};

const described = ({ name, organisation, childTrained, together }: Reader): string =>
  [
    name,
    organisation ?? 'ours',
    ...(childTrained ? ['child-trained'] : []),
    ...(together ? ['two must open'] : []),
  ].join(', ');

/** The first key decides for all that follow, so it is said before it is signed. */
const termsStay = ({ together }: Reader): string =>
  together
    ? 'So it stays here for every key after this one, and is not turned off later.'
    : 'One key opens a report alone here. So it stays for every key after this one; the other choice, two must open, is on the set-up page.';

/** Lock now without the key: only a removal takes it off the list. */
const lockedNow = 'has pressed Lock now; off the list by: readers remove';

async function list(place: Place): Promise<Answer> {
  const { list: now } = await proved(place);
  const { waiting, locked } = await waitingForSignature(place);
  const line = (reader: Reader, state: string) => `${described(reader)}: ${state}`;
  const lines = [
    ...now.active.map((reader) => line(reader, locked.includes(reader.id) ? lockedNow : 'counts')),
    ...now.waiting.map(({ reader, from }) =>
      line(reader, `counts from ${from.toISOString().slice(0, 16)} UTC`),
    ),
    ...waiting.map(({ reader }) => line(reader, 'waits for signatures')),
  ];
  return {
    data: {
      number: now.number,
      active: now.active,
      waiting: now.waiting,
      unsigned: waiting.map(({ reader }) => reader),
    },
    text: lines.length === 0 ? 'Nobody can read reports yet.' : lines.join('\n'),
  };
}

async function invited(place: Place, name: string, { options }: Called): Promise<Answer> {
  const outside = typeof options.outside === 'string' ? options.outside : undefined;
  const isOrganiser = options.organiser === true;
  const isCaseworker = options.caseworker === true || (!isOrganiser && outside === undefined);
  const roles: Role[] = [
    ...(isOrganiser ? ['organiser' as const] : []),
    ...(isCaseworker ? ['caseworker' as const] : []),
    ...(outside === undefined ? [] : ['outside' as const]),
  ];
  const path =
    options.again === true
      ? await signInLink(place, (await known(place, name)).id)
      : await invite(place, {
          name,
          roles,
          childTrained: options['child-trained'] === true,
          ...(outside === undefined ? {} : { organisation: outside }),
        });
  const url = `${place.publicUrl}${path}`;
  const lasts = options.again === true ? 'a day' : 'seven days';
  return { data: { name, url }, text: `For ${name}, once, within ${lasts}: ${url}` };
}

/** Refusal 'not_found' for a name nobody or more than one has. */
async function known(place: Place, name: string): Promise<PersonRow> {
  const [one, another] = await peopleStore(place.db).byName(name);
  if (one === undefined || another !== undefined) throw new Refusal('not_found');
  return one;
}

/**
 * Signs waiting keys, each only after its words were compared. Founding while there are not yet two caseworkers, so that
 * those count at once; everybody after them counts after 72 hours.
 */
export async function sign(place: Place, talk: Talk, list: CodeList): Promise<Answer> {
  const { waiting } = await waitingForSignature(place);
  const chosen: Reader[] = [];
  const { list: now } = await proved(place);
  const listed = [...now.active, ...now.waiting.map(({ reader }) => reader)];
  for (const { reader } of waiting) {
    if (listed.some((one) => samePerson(one, reader))) {
      talk.say(`\nAn older key of ${reader.name} is still on the list. First: readers remove ${reader.name}`);
      continue;
    }
    talk.say(`\n${described(reader)}`);
    if (reader.together) talk.say('Two must open together: this key alone opens no report.');
    if (listed.length + chosen.length === 0) talk.say(termsStay(reader));
    talk.say(`Compare aloud with ${reader.name}'s screen: ${readerFingerprint(reader, list)}`);
    if (await yes(talk, 'Are they the same, and is it really them? (yes/no)')) chosen.push(reader);
  }
  if (chosen.length === 0) return { data: { signed: [] }, text: 'Nothing was signed.' };
  const root = place.root ?? (await typedShares(talk, list, { root: place.installation.root }));
  talk.wipe();
  const atOnce: Reader[] = [];
  for (const reader of chosen) {
    const founding = mayFound(await proved(place), reader);
    await signed(place, root, { change: 'add', reader, founding });
    if (founding) atOnce.push(reader);
  }
  // While the papers are here: nobody fetches them a second time for it.
  const archive = await putArchiveKey(place, root);
  root.secret.fill(0);
  const names = (readers: readonly Reader[]) => translate('en').list(readers.map(({ name }) => name));
  const later = chosen.filter((reader) => !atOnce.includes(reader));
  return {
    data: { signed: chosen.map(({ name }) => name), founding: later.length === 0 },
    text: [
      ...(atOnce.length > 0 ? [`Signed: ${names(atOnce)}. Their keys count at once.`] : []),
      ...(later.length > 0 ? [`Signed: ${names(later)}. Their keys count after 72 hours.`] : []),
      ...(archive ? ['Signed: the archive key, made from the same papers. It counts after 72 hours.'] : []),
    ].join('\n'),
  };
}

function mayFound(
  { entries, list: { active } }: Awaited<ReturnType<typeof proved>>,
  reader: Reader,
): boolean {
  const seated = active.filter(({ place }) => place === reader.place).length;
  return entries.every(({ statement }) => statement.founding) && seated < foundingSeats[reader.place];
}

/** By the root alone, for when no two caseworkers can. Counts at once. */
export async function remove(
  place: Place,
  talk: Talk,
  { name, list }: { name: string; list: CodeList },
): Promise<Answer> {
  const { list: now } = await proved(place);
  const found = [...now.active, ...now.waiting.map(({ reader }) => reader)].filter(
    (one) => one.name === name,
  );
  if (found.length === 0) throw new Refusal('not_found');
  if (!(await yes(talk, `Remove ${name} from the readers? (yes/no)`))) {
    return { data: { removed: [] }, text: 'Nothing was changed.' };
  }
  const root = place.root ?? (await typedShares(talk, list, { root: place.installation.root }));
  talk.wipe();
  for (const reader of found) await signed(place, root, { change: 'remove', reader, founding: false });
  root.secret.fill(0);
  return { data: { removed: found.map(({ id }) => id) }, text: `${name} reads nothing from now on.` };
}

async function signed(
  place: Place,
  root: Root,
  { change, reader, founding }: { change: 'add' | 'remove'; reader: Reader; founding: boolean },
): Promise<void> {
  const { list } = await proved(place);
  const statement = {
    number: list.number + 1,
    previous: list.head,
    installation: place.installation.id,
    date: place.clock.now().toISOString(),
    founding,
    change,
    reader,
  };
  const entry = { statement, signatures: [signStatement(statement, 'root', root.secret)] };
  await place.db.transaction().execute((tx) => append(tx, place, { entry }));
}
