/** Somebody new, or somebody who never came in: a link used once, which says nothing about them. */
import { dayIn } from '../../platform/clock.ts';
import { randomId } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { newLink } from '../access/links.ts';
import { accessStore } from '../access/store.ts';
import type { CaseworkDeps } from '../deps.ts';
import { rolesApart } from '../model.ts';
import type { Role } from '../wire.ts';
import { peopleStore } from './store.ts';

export interface Invited {
  name: string;
  roles: readonly Role[];
  childTrained: boolean;
  /** Only and always for an outside reader. */
  organisation?: string;
}

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

/**
 * A path, '/invitation/…'; the origin is the caller's. Refusals: 'unreadable' {field}; 'roles_apart' for more than one role;
 * 'name_taken' {name} when somebody of this name has come in already: one invitation more would be a way to become them.
 */
export function invite({ db, clock, installation }: Needs, invited: Invited): Promise<string> {
  const { roles, organisation, childTrained } = invited;
  const name = invited.name.trim().replace(/\s+/g, ' ');
  const isOutside = roles.includes('outside');
  if (name === '') throw new Refusal('unreadable', { field: 'name' });
  if (roles.length === 0) throw new Refusal('unreadable', { field: 'roles' });
  if (!rolesApart(roles)) throw new Refusal('roles_apart');
  if (isOutside !== (organisation !== undefined && organisation.trim() !== '')) {
    throw new Refusal('unreadable', { field: 'organisation' });
  }
  return db.transaction().execute(async (tx) => {
    const people = peopleStore(tx);
    const now = clock.now();
    const row = {
      id: randomId(),
      name,
      roles: [...new Set(roles)],
      child_trained: childTrained,
      organisation: organisation?.trim() ?? null,
      reader: null,
      added: dayIn(installation.zone, now),
    };
    for (const known of await people.byName(name)) {
      const passkeys = await accessStore(tx).passkeys(known.id);
      const wraps = await people.wraps(known.id);
      if (known.reader !== null || passkeys.length > 0 || wraps.length > 0) {
        throw new Refusal('name_taken', { name });
      }
      await people.forget(known.id);
    }
    await people.add(row);
    return newLink(tx, { person: row.id, kind: 'invitation', now });
  });
}

/**
 * Sessions, links and passkeys of a moderator are gone with them. Refusal 'forbidden' for anybody who may hold keys: their
 * way out is a signed list. Twice is once.
 */
export async function endModerator({ db }: Pick<Needs, 'db'>, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const person = await peopleStore(tx).lock(id);
    if (person === undefined) return;
    if (!person.roles.every((role) => role === 'moderator')) throw new Refusal('forbidden');
    await peopleStore(tx).forget(id);
  });
}

/** A path, '/sign-in/…', for somebody who has come in before. Refusal 'not_found' for a name nobody has. */
export function signInLink({ db, clock }: Pick<Needs, 'db' | 'clock'>, person: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    if ((await peopleStore(tx).byId(person)) === undefined) throw new Refusal('not_found');
    return newLink(tx, { person, kind: 'sign_in', now: clock.now() });
  });
}
