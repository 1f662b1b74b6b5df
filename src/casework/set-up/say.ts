/** What organisers and caseworkers say about the tasks. Each is written down with a name and a day, and stays. */
import { type Day, dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { randomInt } from '../../platform/keys/index.ts';
import { mac } from '../../platform/keys/node-mac.ts';
import { isAddress, postMail } from '../../platform/mail/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { linesWriter } from '../../report/index.ts';
import { confirmedCaseworkers } from '../list/confirmed.ts';
import type { SetUpNeeds } from './facts.ts';
import { factsOf } from './facts.ts';
import {
  type Both,
  type Confirming,
  confirmed,
  type Decided,
  type Feature,
  lawfulUpTo,
  type TextName,
} from './model.ts';
import { setUpStore } from './store.ts';

type Who = Pick<Person, 'id' | 'name'>;

const todayOf = ({ clock, installation }: Pick<SetUpNeeds, 'clock' | 'installation'>): Day =>
  dayIn(installation.zone, clock.now());

function say(needs: SetUpNeeds, who: Who, what: string, said: unknown): Promise<void> {
  const saying = { what, said, by: who.id, byName: who.name, day: todayOf(needs) };
  return setUpStore(needs.db).say(saying);
}

/** As it stands now. */
export async function confirm(needs: SetUpNeeds, who: Who, what: Confirming): Promise<void> {
  await say(needs, who, what, confirmed((await factsOf(needs)).house)[what]);
}

/** What was agreed to before is agreed no more. */
export const decide = (needs: SetUpNeeds, who: Who, feature: Feature, decided: Decided): Promise<void> =>
  say(needs, who, `lawful.${feature}`, decided);

/**
 * A caseworker whose key counts, to the answers as they were shown. Refusals: 'forbidden' for a key that does not count,
 * so that nobody invites themselves a second voice; 'set_up_changed' where an answer is another one by now.
 */
export async function agree(needs: SetUpNeeds, who: Who, upTo: number): Promise<void> {
  if (!(await confirmedCaseworkers(needs)).has(who.id)) throw new Refusal('forbidden');
  const now = lawfulUpTo(await setUpStore(needs.db).last());
  if (now === 0 || now !== upTo) throw new Refusal('set_up_changed');
  await say(needs, who, 'lawful.agreed', { upTo });
}

export interface Called {
  line: string;
  caller: string;
  on: Day;
  answered: boolean;
  /** Minutes until a person spoke. */
  waitMinutes: number | null;
}

/** Refusal 'not_found' for a line nobody entered. */
export function called(needs: SetUpNeeds, who: Who, { line, ...call }: Called): Promise<void> {
  return needs.db.transaction().execute(async (tx) => {
    const { on, answered, waitMinutes } = call;
    const tested = { on, answered, ...(waitMinutes === null ? {} : { waitMinutes }) };
    if (!(await linesWriter(tx).tested(line, tested))) throw new Refusal('not_found');
    await say({ ...needs, db: tx }, who, `lines.${line}`, call);
  });
}

/** Somebody brought a backup back and compared the words. */
export const rehearsedRestore = (
  needs: SetUpNeeds,
  who: Who,
  rehearsal: { who: string; on: Day },
): Promise<void> => say(needs, who, 'backup.rehearsed', rehearsal);

export const write = (needs: SetUpNeeds, who: Who, name: TextName, text: Both): Promise<void> =>
  say(needs, who, `text.${name}`, text);

const codeMinutes = 30;
interface MailSent {
  hash: string;
  until: string;
  from: string;
}

/** A real mail with six digits to the organiser's own mailbox. Refusals 'mail_off', 'mail_address' {address}. */
export async function sendTestMail(needs: SetUpNeeds, who: Who, to: string): Promise<void> {
  const { db, clock, installation, setUp } = needs;
  if (setUp.mailFrom === null) throw new Refusal('mail_off');
  if (!isAddress(to)) throw new Refusal('mail_address', { address: to.slice(0, 254) });
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(clock.now().getTime() + codeMinutes * 60_000).toISOString();
  const sent: MailSent = { hash: hashOf(installation.formSecret, code), until, from: setUp.mailFrom };
  await db.transaction().execute(async (tx: Transaction<unknown>) => {
    await postMail(tx, { to, template: 'trial', locale: 'both', params: { code } });
    await say({ ...needs, db: tx }, who, 'mail.sent', sent);
  });
}

/** Keyed: of six digits a bare hash would say all. */
const hashOf = (secret: Uint8Array, code: string): string =>
  Buffer.from(mac(secret, `set-up code 1\n${code}`)).toString('hex');

/** True where these are the digits of the last mail, within half an hour. */
export async function typedCode(needs: SetUpNeeds, who: Who, typed: string): Promise<boolean> {
  const { clock, installation } = needs;
  const sent = (await setUpStore(needs.db).last()).get('mail.sent')?.said as MailSent | undefined;
  const code = typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\D/g, '');
  if (sent === undefined || Date.parse(sent.until) < clock.now().getTime()) return false;
  if (sent.hash !== hashOf(installation.formSecret, code)) return false;
  await say(needs, who, 'mail.arrived', { from: sent.from });
  return true;
}
