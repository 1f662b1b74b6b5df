/** Sends what was written: again and again until a server takes it, or says that it never will. */
import { addDays, type Clock, dayIn } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Kysely } from '../db/index.ts';
import type { Installation } from '../installation.ts';
import type { Handle, Jobs } from '../jobs/index.ts';
import * as outbox from '../outbox/index.ts';
import type { Mailbox } from './address.ts';
import type { Carrier } from './carry.ts';
import { compose } from './compose.tsx';
import { folderCarrier } from './folder.ts';
import { keptDays, mostTries } from './model.ts';
import { smtpCarrier } from './smtp.ts';
import { mailWriter } from './store.ts';

export interface MailDeps {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Pick<Installation, 'kind' | 'name' | 'zone'>;
  config: Pick<Config, 'data' | 'mail' | 'publicUrl'>;
  /** How long an SMTP server that could not be reached is left alone. */
  restMs?: number;
}

/** A name nobody can own (RFC 2606): mail of a demonstration is from nowhere. */
const nowhere: Mailbox = { name: 'Upstander', address: 'upstander@demonstration.invalid' };

interface Post {
  carrier: Carrier;
  from: Mailbox;
  returnTo: string;
}

/** A demonstration writes files, whatever its settings say. Null where a real installation was not told how to send. */
function postOf({ installation, config, restMs }: MailDeps): Post | null {
  const { data, mail } = config;
  const from = mail.from ?? nowhere;
  const returnTo = mail.returnTo ?? from.address;
  if (installation.kind === 'demonstration') return { carrier: folderCarrier(data), from, returnTo };
  if (mail.smtp === null || mail.from === null) return null;
  return { carrier: smtpCarrier(mail.smtp, restMs), from, returnTo };
}

/** True where mail can be sent: elsewhere letters are printed. */
export const canMail = ({ installation, config }: Pick<MailDeps, 'installation' | 'config'>): boolean =>
  installation.kind === 'demonstration' || (config.mail.smtp !== null && config.mail.from !== null);

/** Before `jobs.start`. */
export function listen(jobs: Jobs, deps: MailDeps): void {
  jobs.on('mail.written', sending(deps));
}

function sending(deps: MailDeps): Handle {
  const post = postOf(deps);
  return async (ids) => {
    for (const id of ids) await send(deps, post, id);
  };
}

/** What was sent, or refused, longer ago than reports about it may come; how many. */
export function forgetMail({
  db,
  clock,
  installation,
}: Pick<MailDeps, 'db' | 'clock' | 'installation'>): Promise<number> {
  const before = addDays(dayIn(installation.zone, clock.now()), -keptDays);
  return db.transaction().execute((tx) => mailWriter(tx).clear(before));
}

/** Thrown so that the queue tries again; says nothing about whom the mail was for. */
class NotYet extends Error {
  override name = 'NotYet';
}

/**
 * The row is locked while a server is spoken to, so nobody else sends it too. A process killed between the server's yes
 * and our mark sends it twice, under one Message-ID: a mail that comes twice is better than one that never comes.
 */
async function send(deps: MailDeps, post: Post | null, id: string): Promise<void> {
  const { db, clock, installation, config } = deps;
  const problem = await db.transaction().execute(async (tx) => {
    const writer = mailWriter(tx);
    const waiting = await writer.lock(id);
    if (waiting === null) return null;
    if (post === null) return 'no_server';
    const { carrier, from, returnTo } = post;
    const now = clock.now();
    const today = dayIn(installation.zone, now);
    const sender = { organisation: installation.name, publicUrl: config.publicUrl };
    const composed = compose(waiting, sender, config.mail.language);
    const done = await carrier.carry({ ...composed, id, from, returnTo, to: waiting.to, date: now });
    if (done.taken) {
      await writer.sent(id, today);
      return null;
    }
    if (done.when === 'later' && waiting.tries + 1 < mostTries) {
      await writer.failed(id, done.problem);
      return done.problem;
    }
    await writer.refused(id, today);
    if (waiting.ask !== null) await outbox.put(tx, { event: 'mail.bounced', subject: waiting.ask });
    return null;
  });
  if (problem !== null) throw new NotYet(problem);
}
