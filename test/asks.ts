/** Asks for tests, as they stand after they were sent, without the way that leads there. */

import { askWriter } from '../src/answer/ask/store.ts';
import type { Ask, AskEvent } from '../src/answer/index.ts';
import { bodyWriter } from '../src/answer/index.ts';
import type { Kysely } from '../src/platform/db/index.ts';
import { placeWriter } from '../src/platform/place/index.ts';

export const trams = { id: 'trams', name: { en: 'City Trams', ar: 'ترام المدينة' } } as const;
export const stop = { id: 'harbour', name: { en: 'Harbour', ar: 'الميناء' } } as const;

/** A body, a place and an id of an ask to it, in a state and with its days. */
export async function asked(
  db: Kysely<unknown>,
  id: string,
  standing: Partial<Pick<Ask, 'state' | 'sent' | 'due' | 'acknowledgeDue' | 'promised'>> = {},
): Promise<string> {
  await bodyWriter(db).put([
    { ...trams, kind: 'operator', mail: 'trams@trams.example', parent: null, basis: null, publicDuty: true },
  ]);
  await placeWriter(db).put([
    { ...stop, kind: 'stop', cell: null, directions: [], parent: null, spellings: [] },
  ]);
  await db.transaction().execute(async (tx) => {
    const writer = askWriter(tx);
    await writer.add({
      id,
      state: 'draft',
      madeBy: 'ines',
      body: trams.id,
      about: { place: stop.id },
      kinds: ['followed'],
      from: '2026-01',
      to: '2026-02',
      wishes: ['light'],
      words: { en: '', ar: '' },
    });
    await writer.change(id, {
      state: 'sent',
      sent: '2026-03-01',
      asked: [{ en: 'Light at the stop', ar: 'إنارة عند المحطة' }],
      ...standing,
    });
  });
  return id;
}

/** What happened to it, one after the other. */
export async function happened(
  db: Kysely<unknown>,
  ask: string,
  ...events: readonly Pick<AskEvent, 'day' | 'what'>[]
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const event of events) await askWriter(tx).event(ask, event);
  });
}
