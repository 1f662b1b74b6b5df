/** A delivery: whose, whether it is theirs, whether it is new, and then like any other post. */

import type { Signed } from '../../../platform/http/index.ts';
import { sha256 } from '../../../platform/keys/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { TalkDeskDeps } from '../deps.ts';
import { take } from '../take.ts';
import { connection } from './connect.ts';
import { checkAge, type Delivered, discourse, generic, jsonOf, mastodon } from './payload.ts';
import { checkSignature, checkTime, headers, minutesApart, timed } from './sign.ts';
import { type Hook, hookStore } from './store.ts';

export interface Received {
  /** 'ignored': an event that brings no post, or one not everybody may read. */
  post: 'taken' | 'known' | 'ignored';
  /** Whether it waits for a decision. */
  waits: boolean;
}

/**
 * Refusals: 'talk_hook' for a connection that is not there or was ended · 'talk_signature' · 'talk_time' · 'talk_replayed'
 * · 'talk_payload'. Nothing is kept before the signature fits.
 */
export async function receive(deps: TalkDeskDeps, id: string, signed: Signed): Promise<Received> {
  const { hook, secret } = await connection(deps, id);
  const now = deps.clock.now();
  const given = await checked(deps, { hook, secret, signed });
  if (given === null) return { post: 'ignored', waits: false };
  if (hook.kind !== 'generic') checkAge(given, now);
  const { post, title } = given;
  const came = await take(deps, {
    source: hook.kind,
    hook: hook.id,
    key: given.thread ?? (await threadOf(deps, hook, given)),
    title,
    posts: [post],
  });
  return { post: came.fresh > 0 ? 'taken' : 'known', waits: came.listed > 0 };
}

interface Delivery {
  hook: Hook;
  secret: string;
  signed: Signed;
}

async function checked(
  { db, clock }: Pick<TalkDeskDeps, 'db' | 'clock'>,
  { hook, secret, signed }: Delivery,
): Promise<Delivered | null> {
  const { body } = signed;
  const header = headers[hook.kind];
  const given = signed.headers[header] ?? '';
  if (hook.kind !== 'generic') {
    checkSignature(body, { secret, given, header });
    const value = jsonOf(body);
    return hook.kind === 'mastodon'
      ? mastodon(value)
      : discourse(signed.headers[headers.discourseEvent] ?? '', value);
  }
  const time = signed.headers[headers.time] ?? '';
  const now = clock.now();
  checkSignature(timed(time, body), { secret, given, header });
  checkTime(time, now);
  const delivered = generic(jsonOf(body));
  const ends = new Date(now.getTime() + 2 * minutesApart * 60_000);
  const hash = sha256(`${hook.id}\n${given.trim().toLowerCase()}`);
  if (!(await hookStore(db).isFirst(hash, ends))) throw new Refusal('talk_replayed');
  return delivered;
}

/** A status names the one it answers and no conversation: it is where that one is. */
async function threadOf({ db }: Pick<TalkDeskDeps, 'db'>, hook: Hook, { post }: Delivered): Promise<string> {
  const parent = post.parent ?? post.id;
  return (await hookStore(db).threadOf(hook.id, parent)) ?? parent;
}
