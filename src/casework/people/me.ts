/** Everything a desk needs to know about the person in front of it. */

import type { Person } from '../../platform/http/index.ts';
import { languages } from '../../platform/i18n/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { currentReaders, entriesReader } from '../../report/index.ts';
import { accessStore } from '../access/store.ts';
import type { CaseworkDeps } from '../deps.ts';
import { capacity } from '../inbox/capacity.ts';
import { asReader } from '../list/enrol.ts';
import { listStore } from '../list/store.ts';
import { listSays, twoMustOpen } from '../together/house.ts';
import type { Colleague, Me } from '../wire.ts';
import { peopleStore } from './store.ts';

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

export async function me(needs: Needs, person: Person): Promise<Me> {
  const { db, clock, installation } = needs;
  const people = peopleStore(db);
  const access = accessStore(db);
  const [row, wraps, notices, passkeys, sessions, entries, waiting, told] = await Promise.all([
    people.byId(person.id),
    people.wraps(person.id),
    people.notices(person.id),
    access.passkeys(person.id),
    access.sessions(person.id, clock.now()),
    entriesReader(db).all(),
    listStore(db).enrolmentOf(person.id),
    capacity(needs),
  ]);
  if (row === undefined) throw new Refusal('not_signed_in');
  const held = entries
    .map(({ statement }) => statement.reader)
    .find(({ id }) => row.reader !== null && id === row.reader);
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    reader: held ? { id: held.id, recipient: held.recipient, signer: held.signer } : null,
    asReader: asReader(row, listSays(entries) ?? (await twoMustOpen(db))),
    waiting: waiting?.keys ?? null,
    wraps: wraps.map(({ by, body }) => ({ by, body: toBase64url(body) })),
    passkeys: passkeys.map(({ id, added }) => ({ id, added })),
    sessions: sessions.map(({ id, since, last_seen: lastSeen }) => ({
      id,
      since,
      lastSeen,
      here: id === person.sessionId,
    })),
    notices,
    entries,
    installation: {
      id: installation.id,
      kind: installation.kind,
      salt: toBase64url(installation.salt),
      name: installation.name,
      zone: installation.zone,
    },
    languages: languages.map(({ lang, dir }) => ({ lang, dir })),
    capacity: told,
  };
}

/** For the organiser: who works here, never what they read. */
export async function colleagues(needs: Needs): Promise<Colleague[]> {
  const { db, clock } = needs;
  const [people, open, list, enrolments] = await Promise.all([
    peopleStore(db).all(),
    accessStore(db).sessionCounts(clock.now()),
    currentReaders({ ...needs, readers: () => entriesReader(db).all() }),
    listStore(db).enrolments(),
  ]);
  const active = new Set(list.active.map(({ id }) => id));
  const waiting = new Set(list.waiting.map(({ reader }) => reader.id));
  const toSign = new Set(enrolments.map(({ person }) => person));
  const keyOf = (id: string, reader: string | null): Colleague['key'] => {
    if (reader !== null && active.has(reader)) return 'counts';
    if (reader !== null && waiting.has(reader)) return 'waits';
    return toSign.has(id) ? 'to_sign' : 'none';
  };
  return people.map(({ id, name, roles, reader }) => ({
    id,
    name,
    roles,
    key: keyOf(id, reader),
    sessions: open.get(id) ?? 0,
  }));
}
