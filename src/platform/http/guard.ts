import { Refusal } from '../refusal.ts';
import type { Guard, Person } from './route.ts';

export const sessionCookie = '__Host-session';

/** Refusal 'not_signed_in' or 'forbidden' unless this person may ask. The first thing that happens to a request. */
export function checkGuard(guard: Guard, person: Person | null): void {
  if (guard === 'everyone') return;
  if (person === null) throw new Refusal('not_signed_in');
  if (guard.role !== 'staff' && !person.roles.includes(guard.role)) throw new Refusal('forbidden');
}
