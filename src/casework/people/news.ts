/**
 * Colleagues learn that something changed: at the desk with a name and a day, and by mail, where they said an address, that
 * there is something to look at. A mail names nobody and no report, and each kind comes once a day at most.
 */
import { dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { type DeskNews, deskNews, isAddress, postMail } from '../../platform/mail/index.ts';
import * as outbox from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseworkDeps } from '../deps.ts';
import { waitedFor } from '../together/waited.ts';
import type { NoticeKind } from '../wire.ts';
import { personMailStore } from './mail-store.ts';
import type { OwnMail } from './mail-wire.ts';
import { type NoticeRow, peopleStore } from './store.ts';

const kindOf: Readonly<Record<NoticeKind, DeskNews>> = {
  came_by_link: 'came_in',
  new_passkey: 'came_in',
  reader_added: 'readers',
  reader_removed: 'readers',
  locked: 'readers',
  removal_waits: 'readers',
  waiting_for_signature: 'readers',
};

/** In the caller's transaction: everybody who works with reports here, except `about`. Telling twice tells once. */
export async function tellOthers(
  tx: Transaction<unknown>,
  about: string | null,
  notice: NoticeRow,
): Promise<void> {
  await peopleStore(tx).tell(about, notice);
  await toMail(tx, kindOf[notice.what], about);
}

/** In the caller's transaction: who is waited for is mailed; at the desk it stands by itself for as long as it waits. */
export const tellWaitedFor = (tx: Transaction<unknown>, asker: string): Promise<void> =>
  toMail(tx, 'asked', asker);

async function toMail(tx: Transaction<unknown>, kind: DeskNews, about: string | null): Promise<void> {
  if (!(await personMailStore(tx).isUsed())) return;
  await outbox.put(tx, { event: 'desk.news', subject: `${kind} ${about ?? ''}` });
}

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'canMail'>;

/** Hears `desk.news`. `news`: a kind and whom it is about. Nothing where no mail is set up. */
export async function mailNews(needs: Needs, news: readonly string[]): Promise<void> {
  const { db, clock, installation, canMail } = needs;
  if (!canMail()) return;
  const day = dayIn(installation.zone, clock.now());
  await db.transaction().execute(async (tx) => {
    for (const one of news) {
      const [said, who = ''] = one.split(' ');
      const kind = deskNews.find((known) => known === said);
      if (kind === undefined) continue;
      const about = who === '' ? null : who;
      // Looked up only now: what was answered meanwhile waits for nobody.
      const among = kind === 'asked' ? await waitedFor(tx, who) : null;
      const due = await personMailStore(tx).takeDue({ kind, about, among }, day);
      for (const { address, language } of due) {
        await postMail(tx, { to: address, locale: language, template: 'news', params: { what: kind } });
      }
    }
  });
}

/** One's own address, and the language of what comes there; null takes it away. Refusal 'mail_address' {address}. */
export async function sayOwnMail(
  { db }: Pick<Needs, 'db'>,
  person: string,
  own: OwnMail | null,
): Promise<void> {
  if (own === null) return personMailStore(db).forget(person);
  if (!isAddress(own.address)) throw new Refusal('mail_address', { address: own.address.slice(0, 254) });
  await personMailStore(db).say(person, own);
}
