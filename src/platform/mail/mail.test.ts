import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { mailsOf, post } from '../../../test/mail.ts';
import { world } from '../../../test/world.ts';
import { templates } from './index.ts';

test('every mail is written, kept in the folder of a demonstration, and emptied', async () => {
  await using here = await world();
  for (const template of templates) await post(here, template);
  await here.settle();
  const mails = await mailsOf(here);
  expect(mails).toHaveLength(templates.length);
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from mail
      where state <> 'sent' or recipient is not null or params is not null`.execute(here.database.db);
  expect(rows).toEqual([{ left: 0 }]);
});
