/** The only SQL for `session`, `staff_link`, `challenge` and `passkey`: how people come in. */
import type { Kysely } from '../../platform/db/index.ts';
import type { Role } from '../wire.ts';

/** Not in any copy: whoever was signed in signs in again, with a new link where there is no passkey. */
export const endsWithTheMachine = ['session', 'staff_link', 'challenge'] as const;

type AccessTables = {
  person: { id: string; name: string; roles: Role[] };
  session: SessionRow;
  staff_link: { hash: Uint8Array; kind: LinkKind; person: string; ends: Date };
  challenge: { hash: Uint8Array; person: string | null; ends: Date };
  passkey: PasskeyRow;
};
export type LinkKind = 'invitation' | 'sign_in';
export type SessionRow = {
  id: string;
  hash: Uint8Array;
  person: string;
  since: string;
  last_seen: string;
  ends: Date;
  idle_until: Date;
};
export type PasskeyRow = {
  id: string;
  person: string;
  public_key: Uint8Array;
  counter: string | number;
  transports: string[];
  added: string;
};

/** `db`: also an open transaction. */
export function accessStore(db: Kysely<unknown>) {
  const tables = db.withTables<AccessTables>();
  return {
    async addSession(session: SessionRow): Promise<void> {
      await tables.insertInto('session').values(session).execute();
    },
    /** The session behind a cookie and whose it is, while it lasts. */
    session: (hash: Uint8Array, now: Date) =>
      tables
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person')
        .select(['session.id', 'session.idle_until', 'person.id as person', 'person.name', 'person.roles'])
        .where('session.hash', '=', hash)
        .where('session.ends', '>', now)
        .where('session.idle_until', '>', now)
        .executeTakeFirst(),
    async touch(id: string, seen: Pick<SessionRow, 'last_seen' | 'idle_until'>): Promise<void> {
      await tables.updateTable('session').set(seen).where('id', '=', id).execute();
    },
    sessions: (person: string, now: Date) =>
      tables
        .selectFrom('session')
        .select(['id', 'since', 'last_seen'])
        .where('person', '=', person)
        .where('ends', '>', now)
        .where('idle_until', '>', now)
        .orderBy('since')
        .execute(),
    async sessionCounts(now: Date): Promise<Map<string, number>> {
      const rows = await tables
        .selectFrom('session')
        .select((eb) => ['person', eb.fn.countAll<string>().as('open')])
        .where('ends', '>', now)
        .where('idle_until', '>', now)
        .groupBy('person')
        .execute();
      return new Map(rows.map(({ person, open }) => [person, Number(open)]));
    },
    /** Only one of this person's own. */
    async endSession(person: string, id: string): Promise<void> {
      await tables.deleteFrom('session').where('person', '=', person).where('id', '=', id).execute();
    },
    /** Sessions, unused links and open questions of a person: nothing is left to come in by but a passkey. */
    async endAll(person: string): Promise<void> {
      await tables.deleteFrom('session').where('person', '=', person).execute();
      await tables.deleteFrom('staff_link').where('person', '=', person).execute();
      await tables.deleteFrom('challenge').where('person', '=', person).execute();
    },
    /** Sessions, links and questions whose time is over; how many of all three. */
    async forgetEnded(now: Date): Promise<number> {
      const gone = [
        await tables
          .deleteFrom('session')
          .where((eb) => eb.or([eb('ends', '<=', now), eb('idle_until', '<=', now)]))
          .executeTakeFirst(),
        await tables.deleteFrom('staff_link').where('ends', '<=', now).executeTakeFirst(),
        await tables.deleteFrom('challenge').where('ends', '<=', now).executeTakeFirst(),
      ];
      return gone.reduce((all, { numDeletedRows }) => all + Number(numDeletedRows), 0);
    },

    async addLink(link: { hash: Uint8Array; kind: LinkKind; person: string; ends: Date }): Promise<void> {
      await tables.insertInto('staff_link').values(link).execute();
    },
    async dropLinks(person: string): Promise<void> {
      await tables.deleteFrom('staff_link').where('person', '=', person).execute();
    },
    link: (hash: Uint8Array, asked: { kind: LinkKind; now: Date }) =>
      tables
        .selectFrom('staff_link')
        .innerJoin('person', 'person.id', 'staff_link.person')
        .select(['person.name', 'person.roles'])
        .where('hash', '=', hash)
        .where('kind', '=', asked.kind)
        .where('ends', '>', asked.now)
        .executeTakeFirst(),
    /** Whose link it was; of two who use it at once one gets nothing. */
    async takeLink(hash: Uint8Array, asked: { kind: LinkKind; now: Date }): Promise<string | null> {
      const row = await tables
        .deleteFrom('staff_link')
        .where('hash', '=', hash)
        .where('kind', '=', asked.kind)
        .where('ends', '>', asked.now)
        .returning('person')
        .executeTakeFirst();
      return row?.person ?? null;
    },

    async addChallenge(challenge: { hash: Uint8Array; person: string | null; ends: Date }): Promise<void> {
      await tables.insertInto('challenge').values(challenge).execute();
    },
    async takeChallenge(hash: Uint8Array, asked: { person: string | null; now: Date }): Promise<boolean> {
      const row = await tables
        .deleteFrom('challenge')
        .where('hash', '=', hash)
        .where('person', 'is not distinct from', asked.person)
        .where('ends', '>', asked.now)
        .returning('hash')
        .executeTakeFirst();
      return row !== undefined;
    },

    async addPasskey(passkey: PasskeyRow): Promise<void> {
      await tables.insertInto('passkey').values(passkey).execute();
    },
    passkey: (id: string) => tables.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst(),
    passkeys: (person: string) =>
      tables
        .selectFrom('passkey')
        .select(['id', 'transports', 'added'])
        .where('person', '=', person)
        .orderBy('added')
        .execute(),
    async countPasskey(id: string, counter: number): Promise<void> {
      await tables.updateTable('passkey').set({ counter }).where('id', '=', id).execute();
    },
  };
}
