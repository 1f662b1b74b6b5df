/** A site is connected, given its secret, and let go. Secrets stand sealed under the data folder's own. */
import { dayIn } from '../../../platform/clock.ts';
import { openOwn, randomId, randomToken, sealOwn } from '../../../platform/keys/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { TalkDeskDeps } from '../deps.ts';
import { storable } from '../model.ts';
import { type HookKind, hookStore } from './store.ts';

export const longestName = 80;
/** Mastodon's own have 40; shorter ones can be guessed. */
const leastSecret = 16;

type Needs = Pick<TalkDeskDeps, 'db' | 'clock' | 'installation'>;

/**
 * The secret is in the answer and can be read nowhere else. Null for Mastodon, which makes its own: `giveSecret` follows.
 * Refusal 'talk_name' {most}.
 */
export async function connect(
  { db, clock, installation }: Needs,
  { kind, name }: { kind: HookKind; name: string },
): Promise<{ id: string; secret: string | null }> {
  const called = storable(name.trim());
  if (called === '' || called.length > longestName) throw new Refusal('talk_name', { most: longestName });
  const id = randomId();
  const secret = kind === 'mastodon' ? null : randomToken();
  await hookStore(db).add({
    id,
    kind,
    name: called,
    secret: secret === null ? null : await sealOwn(installation.formSecret, secret),
    made: dayIn(installation.zone, clock.now()),
    revoked: null,
  });
  return { id, secret };
}

/** Once. Refusals 'talk_secret' {least}, 'talk_hook'. */
export async function giveSecret({ db, installation }: Needs, id: string, given: string): Promise<void> {
  const secret = given.trim();
  if (secret.length < leastSecret || secret !== storable(secret) || /\s/.test(secret))
    throw new Refusal('talk_secret', { least: leastSecret });
  if ((await hookStore(db).byId(id)) === undefined) throw new Refusal('talk_hook');
  await hookStore(db).setSecret(id, await sealOwn(installation.formSecret, secret));
}

/** From now on its deliveries are refused. Twice is once. */
export async function disconnect({ db, clock, installation }: Needs, id: string): Promise<void> {
  await hookStore(db).revoke(id, dayIn(installation.zone, clock.now()));
}

/** With its secret, for as long as it was not ended. Refusal 'talk_hook'. */
export async function connection({ db, installation }: Pick<Needs, 'db' | 'installation'>, id: string) {
  const hook = await hookStore(db).byId(id);
  if (hook === undefined || hook.secret === null) throw new Refusal('talk_hook');
  return { hook, secret: await openOwn(installation.formSecret, hook.secret) };
}
