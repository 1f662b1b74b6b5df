import { Refusal } from '../refusal.ts';
import type { Guard, Person, Role } from './route.ts';

export const sessionCookie = '__Host-session';

/** Refusal 'not_signed_in' or 'forbidden' unless this person may ask. The first thing that happens to a request. */
export function checkGuard(guard: Guard, person: Person | null): void {
  if (guard === 'everyone' || 'signed' in guard) return;
  if (person === null) throw new Refusal('not_signed_in');
  if (!mayEnter(guard, person.roles)) throw new Refusal('forbidden');
}

function mayEnter(
  guard: Exclude<Guard, 'everyone' | { readonly signed: readonly string[] }>,
  roles: readonly Role[],
): boolean {
  if ('anyOf' in guard) return guard.anyOf.some((role) => roles.includes(role));
  return guard.role === 'staff' || roles.includes(guard.role);
}
