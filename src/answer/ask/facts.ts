/** What the checks know: the ask, the reports behind it as far as they stand open, and what else runs at the same body. */
import type { Day } from '../../platform/clock.ts';
import type { PlaceKind } from '../../platform/place/index.ts';
import type { Consents, Kind } from '../../report/index.ts';
import type { Bodies } from '../body/model.ts';
import { type Consenting, type May, maySend } from '../consent.ts';
import type { Standing } from '../route/candidates.ts';
import type { About, Ask, Both, Draft, Month, Wish } from './model.ts';
import type { Standing as AskStanding } from './states.ts';

/** How it reaches the body. */
export type By = 'mail' | 'letter';

/** One report behind an ask. Nothing of its words. */
export interface Bundled {
  id: string;
  kinds: readonly Kind[];
  /** The Monday of its week; null where she did not say. */
  week: Day | null;
  consents: Pick<Consents, 'ask'>;
  /** Her words about bodies. */
  said: ReadonlyMap<string, 'yes' | 'no'>;
  /** Set by a caseworker who has read it. */
  worksThere: boolean;
  under18: boolean;
  /** A caseworker has opened it. */
  read: boolean;
  /** Closed because the same person sent it twice. */
  twice: boolean;
  standing: Standing;
  /** Its named place with what that lies in, nearest first, and the areas that have its cell. */
  lies: { places: readonly string[]; areas: readonly string[] };
}

/** Another ask at the same body. */
export type Other = Pick<Ask, 'id' | 'about' | 'wishes' | 'sent'> & { standing: AskStanding };

export interface Facts {
  draft: Draft;
  reports: readonly Bundled[];
  bodies: Bodies;
  /** Null where there is no such place or area. */
  about: { kind: PlaceKind; name: Both } | null;
  wishes: readonly Wish[];
  /** Those that were sent, paused ones too. */
  others: readonly Other[];
  /** A new address of the body waits for a second caseworker. */
  mailWaits: boolean;
  by: By;
  /** This server has somewhere to hand mails to. */
  canMail: boolean;
  today: Day;
}

export function mayOf(report: Bundled, body: string, bodies: Bodies): May {
  const consenting: Consenting = { ...report };
  return maySend(consenting, body, bodies);
}

export const isSame = (one: About, other: About): boolean =>
  'place' in one ? 'place' in other && one.place === other.place : 'area' in other && one.area === other.area;

/** A week may lie in two months; either is right. */
export function monthsOf(monday: Day, sunday: Day): readonly [Month, Month] {
  return [monday.slice(0, 7), sunday.slice(0, 7)];
}
