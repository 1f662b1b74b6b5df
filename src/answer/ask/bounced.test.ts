import { expect, test } from 'vitest';
import { asked } from '../../../test/asks.ts';
import { postfix } from '../../../test/bounce.ts';
import { mailsOf, post } from '../../../test/mail.ts';
import { world } from '../../../test/world.ts';
import { fileReport } from '../../platform/mail/index.ts';
import { put } from '../../platform/outbox/index.ts';
import { askReader } from './store.ts';

const desk = 'desk@organisation.example';

test('a mail that did not arrive stands in the way of its ask, once a day, and the desk is told that something waits', async () => {
  await using here = await world({ env: { MAIL_DESK: desk } });
  const { db } = here.database;
  const ask = await asked(db, 'abcdefghijklmnop', { sent: '2026-11-22', due: '2026-12-13' });
  const id = await post(here, 'ask', { about: { ask } });
  await here.settle();
  expect(await fileReport(db, Buffer.from(postfix({ id })))).toEqual({ what: 'bounced', ask });
  await here.settle();
  await db.transaction().execute((tx) => put(tx, { event: 'mail.bounced', subject: ask }));
  await here.settle();
  const { events } = (await askReader(db).byId(ask)) ?? { events: [] };
  expect(events.map(({ what }) => what)).toEqual(['bounced']);
  const task = (await mailsOf(here)).filter(({ to }) => to === desk);
  expect(task.map(({ subject }) => subject)).toEqual(['Something waits for you at the desk']);
  expect(task[0]?.plain).not.toContain('Trams');
});

test('an answer that was given is told to the desk, several at once in one mail; without a mailbox nobody is told', async () => {
  await using here = await world({ env: { MAIL_DESK: desk, MAIL_LANGUAGE: 'ar' } });
  const given = (event: string) =>
    here.database.db.transaction().execute((tx) => put(tx, { event, subject: 'abcdefghijklmnop' }));
  await given('answer.given');
  await given('answer.given');
  await here.settle();
  expect((await mailsOf(here)).map(({ subject }) => subject)).toEqual(['هناك ما ينتظر في المكتب']);

  await using silent = await world();
  await silent.database.db
    .transaction()
    .execute((tx) => put(tx, { event: 'answer.given', subject: 'abcdefghijklmnop' }));
  await silent.settle();
  expect(await mailsOf(silent)).toEqual([]);
});
