/** The only SQL for `person_mail`: where the people here want news of the desk. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { DeskNews } from '../../platform/mail/index.ts';
import type { Role } from '../wire.ts';
import type { OwnMail } from './mail-wire.ts';

type MailTables = {
  person: { id: string; roles: Role[] };
  person_mail: OwnMail & { person: string } & Record<DeskNews, Day | null>;
};

/** `db`: also an open transaction. */
export function personMailStore(db: Kysely<unknown>) {
  const tables = db.withTables<MailTables>();
  return {
    async of(person: string): Promise<OwnMail | null> {
      const row = await tables
        .selectFrom('person_mail')
        .select(['address', 'language'])
        .where('person', '=', person)
        .executeTakeFirst();
      return row ?? null;
    },
    async isUsed(): Promise<boolean> {
      return (await tables.selectFrom('person_mail').select('person').limit(1).execute()).length > 0;
    },
    async say(person: string, own: OwnMail): Promise<void> {
      await tables
        .insertInto('person_mail')
        .values({ person, ...own })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ ...own }))
        .execute();
    },
    async forget(person: string): Promise<void> {
      await tables.deleteFrom('person_mail').where('person', '=', person).execute();
    },
    /** Whoever is to be told of this kind of news and was not on this day, marked as told; never `about`, and only `among` where there are such. */
    takeDue: (
      { kind, about, among }: { kind: DeskNews; about: string | null; among: readonly string[] | null },
      day: Day,
    ): Promise<OwnMail[]> =>
      tables
        .updateTable('person_mail')
        .set({ [kind]: day })
        .where('person', 'is distinct from', about)
        .$if(among !== null, (some) => some.where('person', '=', sql<string>`any(${among})`))
        .where((eb) => eb.or([eb(kind, 'is', null), eb(kind, '<', day)]))
        .where('person', 'in', (eb) =>
          eb
            .selectFrom('person')
            .select('id')
            .where((one) => one.not(one('roles', '<@', one.val(['outside', 'moderator'] as Role[])))),
        )
        .returning(['address', 'language'])
        .execute(),
  };
}
