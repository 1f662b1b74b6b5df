/** Links used once. Looking at one changes nothing: mail scanners follow every link. Only its button uses it up. */
import type { Transaction } from '../../platform/db/index.ts';
import type { Cookie } from '../../platform/http/index.ts';
import { randomToken, sha256 } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { waysFrom } from '../../platform/ways.ts';
import type { CaseworkDeps } from '../deps.ts';
import type { Role } from '../wire.ts';
import { beginSession, later } from './sessions.ts';
import { accessStore, type LinkKind } from './store.ts';
import { tellColleagues } from './tell.ts';

const hour = 3_600_000;
/** In milliseconds. */
export const linkLasts: Readonly<Record<LinkKind, number>> = {
  invitation: 7 * 24 * hour,
  sign_in: 24 * hour,
};
const paths: Readonly<Record<LinkKind, string>> = { invitation: '/invitation/', sign_in: '/sign-in/' };

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

/** In a demonstration whoever looks around makes new sign-in links, and is told how; invitations are the organiser's. */
function usedUp({ installation }: Pick<Needs, 'installation'>, kind: LinkKind): Refusal {
  const ownWay = installation.kind === 'demonstration' && kind === 'sign_in';
  return ownWay
    ? new Refusal('link_used_demonstration', { command: waysFrom().command('demo links') })
    : new Refusal('link_used');
}

/** A path; earlier links of the same person stop working. In the caller's transaction. */
export async function newLink(
  tx: Transaction<unknown>,
  link: { person: string; kind: LinkKind; now: Date },
): Promise<string> {
  const token = randomToken();
  const store = accessStore(tx);
  await store.dropLinks(link.person);
  const ends = later(link.now, linkLasts[link.kind]);
  await store.addLink({ hash: sha256(token), kind: link.kind, person: link.person, ends });
  return `${paths[link.kind]}${token}`;
}

export interface Guest {
  name: string;
  roles: readonly Role[];
}

/** Whose link it is; Refusal 'link_used' or 'link_used_demonstration'. Writes nothing. */
export async function lookAtLink(needs: Needs, kind: LinkKind, token: string): Promise<Guest> {
  const { db, clock } = needs;
  const found = await accessStore(db).link(sha256(token), { kind, now: clock.now() });
  if (found === undefined) throw usedUp(needs, kind);
  return { name: found.name, roles: found.roles };
}

/** Signs in and uses the link up, both or neither. Refused as above for the second of two. */
export function useLink(needs: Needs, kind: LinkKind, token: string): Promise<Cookie> {
  const { db, clock, installation } = needs;
  return db.transaction().execute(async (tx) => {
    const person = await accessStore(tx).takeLink(sha256(token), { kind, now: clock.now() });
    if (person === null) throw usedUp(needs, kind);
    await tellColleagues(tx, needs, { person, what: 'came_by_link' });
    return beginSession(tx, person, { clock, zone: installation.zone });
  });
}
