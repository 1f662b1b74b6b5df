/** The only SQL for `person`, `reader_key`, `wrap` and `notice`. Take a transaction where several must hold together. */
import type { Kysely } from '../../platform/db/index.ts';
import type { NoticeKind, Role } from '../wire.ts';

type PeopleTables = {
  person: PersonRow;
  reader_key: { reader: string; person: string };
  wrap: { person: string; by: string; body: Uint8Array };
  notice: { person: string; what: NoticeKind; name: string; day: string };
};

export type PersonRow = {
  id: string;
  name: string;
  roles: Role[];
  child_trained: boolean;
  organisation: string | null;
  reader: string | null;
  added: string;
};

export interface NoticeRow {
  what: NoticeKind;
  name: string;
  day: string;
}

/** `db`: also an open transaction. */
export function peopleStore(db: Kysely<unknown>) {
  const tables = db.withTables<PeopleTables>();
  return {
    async add(person: PersonRow): Promise<void> {
      await tables.insertInto('person').values(person).execute();
    },
    /** Only for somebody who never came in, or who never held keys. */
    async forget(id: string): Promise<void> {
      await tables.deleteFrom('person').where('id', '=', id).execute();
    },
    byId: (id: string) => tables.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst(),
    byName: (name: string) => tables.selectFrom('person').selectAll().where('name', '=', name).execute(),
    all: () => tables.selectFrom('person').selectAll().orderBy('name').orderBy('id').execute(),
    async byIds(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await tables.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    /** Makes everything that reads or changes this person's keys wait for its turn. */
    lock: (id: string) =>
      tables.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),

    /** Makes whoever would change this person's keys wait for the caller's transaction; others may read them too. */
    async holdStill(id: string): Promise<void> {
      await tables.selectFrom('person').select('id').where('id', '=', id).forShare().execute();
    },

    /** The key this person opens with from now on. */
    async holds(id: string, reader: string): Promise<void> {
      await tables.insertInto('reader_key').values({ reader, person: id }).execute();
      await tables.updateTable('person').set({ reader }).where('id', '=', id).execute();
    },
    async dropReader(id: string): Promise<void> {
      await tables.updateTable('person').set({ reader: null }).where('id', '=', id).execute();
    },
    byReader: (reader: string) =>
      tables.selectFrom('person').selectAll().where('reader', '=', reader).executeTakeFirst(),
    async keysOf(person: string): Promise<string[]> {
      const rows = await tables
        .selectFrom('reader_key')
        .select('reader')
        .where('person', '=', person)
        .execute();
      return rows.map(({ reader }) => reader);
    },
    /** Every key anybody here ever held, with the one its person holds now. */
    keys: () =>
      tables
        .selectFrom('reader_key')
        .innerJoin('person', 'person.id', 'reader_key.person')
        .select(['reader_key.reader as old', 'person.reader as now'])
        .execute(),

    wraps: (person: string) =>
      tables.selectFrom('wrap').select(['by', 'body']).where('person', '=', person).orderBy('by').execute(),
    async putWrap(person: string, by: string, body: Uint8Array): Promise<void> {
      await tables
        .insertInto('wrap')
        .values({ person, by, body })
        .onConflict((conflict) => conflict.columns(['person', 'by']).doUpdateSet({ body }))
        .execute();
    },
    async dropWraps(person: string): Promise<void> {
      await tables.deleteFrom('wrap').where('person', '=', person).execute();
    },

    notices: (person: string) =>
      tables
        .selectFrom('notice')
        .select(['what', 'name', 'day'])
        .where('person', '=', person)
        .orderBy('day')
        .execute(),
    /** Tells everybody who works with reports here except `about`. Telling twice tells once. */
    async tell(about: string | null, notice: NoticeRow): Promise<void> {
      await tables
        .insertInto('notice')
        .columns(['person', 'what', 'name', 'day'])
        .expression((eb) =>
          eb
            .selectFrom('person')
            .select((one) => [
              'person.id',
              one.val(notice.what).as('what'),
              one.val(notice.name).as('name'),
              one.cast<string>(one.val(notice.day), 'date').as('day'),
            ])
            .where('person.id', 'is distinct from', about)
            .where((one) => one.not(one('person.roles', '<@', one.val(['outside', 'moderator'] as Role[])))),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async seenNotices(person: string): Promise<void> {
      await tables.deleteFrom('notice').where('person', '=', person).execute();
    },
  };
}

export type PeopleStore = ReturnType<typeof peopleStore>;
