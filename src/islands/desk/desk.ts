/** What every page of the desk may know and do. Keys and opened words hang on this one object and die with it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me } from '../../casework/wire.ts';
import type { Clock, Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import type { ReaderList } from '../../platform/keys/index.ts';
import type { Held } from './held.ts';
import type { View } from './view.ts';

export interface Desk {
  t: T;
  clock: Clock;
  /** Today in the installation's zone. */
  today(): Day;
  me: Me;
  list: ReaderList;
  /** Null while locked. */
  held: Held | null;
  view: View;
  go(view: View): void;
  /** Asks for `Me` again and proves the list again. */
  refresh(): Promise<void>;
  unlocked(held: Held): void;
  lock(): void;
  /** The session is over on the server: everything here is dropped, the sign-in page says why. */
  signedOut(why: SignedOutWhy): void;
  /** Read out by a screen reader, once, politely. */
  say(text: string): void;
  shortcuts: boolean;
  setShortcuts(on: boolean): void;
  /** Replies not yet sent, by report; in memory until sent or locked. */
  drafts: Map<string, string>;
}
export type SignedOutWhy = 'first' | 'left' | 'ended' | 'locked';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A page of the desk stands outside the desk');
  return desk;
}

/** Two must open a report here: as the proved list says, and while nobody stands in it, as the server does. */
export function twoMustOpen({ me, list }: Pick<Desk, 'me' | 'list'>): boolean {
  const [one = me.asReader] = [...list.active, ...list.waiting.map(({ reader }) => reader)];
  return one?.together === true;
}
export const reads = (me: Me): boolean => me.roles.includes('caseworker') || me.roles.includes('outside');
export const organises = (me: Me): boolean => me.roles.includes('organiser');
