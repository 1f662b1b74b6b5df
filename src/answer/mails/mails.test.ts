import { describe, expect, test } from 'vitest';
import { asked, trams } from '../../../test/asks.ts';
import { postfix } from '../../../test/bounce.ts';
import { mailsOf } from '../../../test/mail.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { fileReport } from '../../platform/mail/index.ts';
import { put } from '../../platform/outbox/index.ts';
import type { AskEvent } from '../ask/model.ts';
import { askReader, askWriter } from '../ask/store.ts';
import { bodyReader, bodyWriter } from '../body/store.ts';
import { openLink } from '../officer/link.ts';

const today = '2026-11-22';

async function happened({ database }: TestWorld, ask: string, event: string, what: Omit<AskEvent, 'number'>) {
  await database.db.transaction().execute(async (tx) => {
    const { who, note, ...rest } = what;
    await askWriter(tx).event(ask, { ...rest, ...(who ? { who } : {}), ...(note ? { note } : {}) });
    await put(tx, { event, subject: ask });
  });
}

const sent = (why: 'mail' | 'letter') => ({ day: today, what: 'sent', who: 'ines', note: { why } }) as const;

describe('what happens to an ask becomes mail', () => {
  test('sent: the body gets a link that opens, once, whatever is told twice', async () => {
    await using here = await world();
    const { db } = here.database;
    const ask = await asked(db, 'abcdefghijklmnop', { sent: today, due: '2026-12-13' });
    await happened(here, ask, 'ask.sent', sent('mail'));
    await here.settle();
    await db.transaction().execute((tx) => put(tx, { event: 'ask.sent', subject: ask }));
    await here.settle();
    const [mail, ...more] = await mailsOf(here);
    expect(more).toEqual([]);
    expect(mail?.to).toBe('trams@trams.example');
    expect(mail?.subject).toBe('A request to City Trams · مطلب إلى ترام المدينة');
    expect(mail?.plain).toContain('Light at the stop');
    expect(mail?.plain).toContain('13 December 2026');
    const token = /\/en\/o\/([\w-]{43})/.exec(mail?.plain ?? '')?.[1] ?? '';
    expect(await openLink(db, token, today)).toMatchObject({ ask, until: '2026-12-13' });
    expect(mail?.plain.includes(`/ar/o/${token}`)).toBe(true);
  });

  test('sent by letter, paused, or to a body without a mailbox: no mail', async () => {
    await using here = await world();
    const { db } = here.database;
    const dues = { sent: today, due: '2026-12-13' } as const;
    await happened(here, await asked(db, 'by-letter', dues), 'ask.sent', sent('letter'));
    const paused = await asked(db, 'paused', dues);
    await db.transaction().execute((tx) => askWriter(tx).change(paused, { paused: today }));
    await happened(here, paused, 'ask.sent', sent('mail'));
    await here.settle();
    const silent = await asked(db, 'no-mailbox', dues);
    const body = await bodyReader(db).byId(trams.id);
    if (body) await bodyWriter(db).put([{ ...body, mail: null }]);
    await happened(here, silent, 'ask.sent', sent('mail'));
    await here.settle();
    expect(await mailsOf(here)).toEqual([]);
  });

  test('passed and told: the registered mailbox hears of it', async () => {
    await using here = await world();
    const ask = await asked(here.database.db, 'abcdefghijklmnop', { sent: today, due: '2026-12-16' });
    const by = { day: today, who: 'omar', note: { number: 1 } };
    await happened(here, ask, 'answer.passed', { ...by, what: 'passed' });
    await happened(here, ask, 'body.told', { ...by, what: 'told' });
    await here.settle();
    const mails = await mailsOf(here);
    expect(mails.map(({ subject }) => subject.split(' · ')[0]).sort()).toEqual([
      'Your answer is on its page',
      'Your question has an answer',
    ]);
    expect(mails.some(({ plain }) => plain.includes(`/en/asks/${ask}\n`))).toBe(true);
  });
});

test('a mail that did not arrive stands in the way of its ask, once a day, and the desk is told that something waits', async () => {
  await using here = await world({ env: { MAIL_DESK: 'desk@organisation.example' } });
  const { db } = here.database;
  const ask = await asked(db, 'abcdefghijklmnop', { sent: today, due: '2026-12-13' });
  await happened(here, ask, 'ask.sent', sent('mail'));
  await here.settle();
  const [mail] = await mailsOf(here);
  const id = mail?.name.slice(-22) ?? '';
  expect(await fileReport(db, Buffer.from(postfix({ id })))).toEqual({ what: 'bounced', ask });
  await here.settle();
  await db.transaction().execute((tx) => put(tx, { event: 'mail.bounced', subject: ask }));
  await here.settle();
  const { events } = (await askReader(db).byId(ask)) ?? { events: [] };
  expect(events.filter(({ what }) => what === 'bounced')).toHaveLength(1);
  const task = (await mailsOf(here)).filter(({ to }) => to === 'desk@organisation.example');
  expect(task.map(({ subject }) => subject)).toEqual(['Something waits for you at the desk']);
  expect(task[0]?.plain).not.toContain('Trams');
});
