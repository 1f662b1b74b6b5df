import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { fixture } from '../../platform/http/fixture.tsx';
import { page, route } from '../../platform/http/index.ts';
import { type Key, translate } from '../../platform/i18n/index.ts';
import { Keep } from './keep.tsx';

/** Which sentence of the page speaks of which columns. */
const said: Readonly<Record<string, Key>> = {
  'report.who': 'home.keep.open.who',
  'report.kinds': 'home.keep.open.kinds',
  'report.soon inbox.soon': 'home.keep.open.soon',
  'report.helped': 'home.keep.open.helped',
  'report.place report.cell': 'home.keep.open.place',
  'report.week report.part': 'home.keep.open.when',
  'report.consents report.consents_number': 'home.keep.open.consents',
  'report.readers report.together': 'home.keep.open.readers',
  'report.came_by report.language report.form_version': 'home.keep.open.form',
  'report.arrived report.arrived_minute inbox.urgent_due': 'home.keep.open.day',
  'report.recipient report.consents_signature report.signer report_item.signature': 'home.keep.open.keys',
  'report.erased': 'home.keep.long.year',
  'report.lookup_hash': 'home.keep.never.code',
  'report_event.number report_event.day report_event.what report_event.who report_item.day report_item.author report_reply.day report_reply.author':
    'home.keep.open.steps',
  'inbox.state inbox.claimed_by inbox.due inbox.waiting inbox.opened inbox.marks inbox.hold_until inbox.close_reason inbox.closed_on':
    'home.keep.open.work',
  'inbox.crowded arrival.at arrival.day arrival.state arrival.why arrival.reason arrival.proposed_by arrival.second_by arrival.decided arrival.came_back':
    'home.keep.open.crowded',
  'report_bundle.id report_bundle.begun_for report_bundle.item report_bundle.begun report_bundle.bytes report_piece.bundle report_piece.file report_piece.number report_piece.body':
    'home.keep.sealed.files',
  'report_archive.since report_archive.asked': 'home.keep.open.away',
  'report_secret.body report_archive.body report_item.body report_item.kind report_item.number':
    'home.keep.sealed.words',
  'report_reply.body report_reply.number': 'home.keep.sealed.replies',
  'pressure.id pressure.day pressure.author pressure.readers pressure.body': 'home.keep.open.pressure',
  'tombstone.day tombstone.signer tombstone.signature': 'home.keep.long.withdraw',
};

test('every column about a report has its sentence on the page, in both languages', async () => {
  await using database = await testDatabase();
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_name in ('inbox', 'arrival', 'tombstone', 'pressure') or table_name like 'report%'`.execute(
    database.db,
  );
  const ids = new Set([
    'report.id',
    ...rows.map(({ name }) => name).filter((name) => name.endsWith('.report')),
  ]);
  const spoken = new Set(Object.keys(said).flatMap((columns) => columns.split(' ')));
  expect(rows.map(({ name }) => name).filter((name) => !ids.has(name) && !spoken.has(name))).toEqual([]);

  const keep = route({
    method: 'GET',
    url: '/keep',
    guard: 'everyone',
    localised: true,
    handle: (asked) => page(<Keep asked={asked} copied={null} kept={[]} held={null} />),
  });
  await using house = await fixture({ routes: [keep] });
  for (const locale of ['en', 'ar'] as const) {
    const { body } = await house.app.inject({ url: `/${locale}/keep` });
    for (const key of Object.values(said)) expect(body).toContain(translate(locale)(key));
  }
});
