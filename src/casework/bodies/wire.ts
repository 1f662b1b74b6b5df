/**
 * What the desk and the server say to each other about bodies. Caseworkers and organisers; an address is confirmed by
 * caseworkers alone.
 *
 * GET  /desk/api/bodies                             -> BodiesAnswer
 * POST /desk/api/bodies         BodyForm            -> BodiesAnswer | body_refused {why, got, allowed} 422
 * POST /desk/api/bodies/confirm {body, mail}        -> BodiesAnswer | mail_changed 409 | same_person 403
 * POST /desk/api/bodies/drop    {body}              -> BodiesAnswer
 * POST /desk/api/bodies/import  ImportForm          -> ImportState    begins; one at a time
 * GET  /desk/api/bodies/import                      -> ImportState
 * GET  /desk/api/bodies/terms?body=                 -> BodyTerms | not_found 404
 * POST /desk/api/bodies/terms   TermsForm           -> BodyTerms | terms_days, terms_weekend, terms_order,
 *                                                     calendar_unreadable 422
 * POST /desk/api/bodies/terms/usual {body}          -> BodyTerms; its own ones are gone | not_found 404
 */
import type { Basis, Body, BodyKind, Figures, Term, Weekday } from '../../answer/index.ts';

/** As somebody types it. `id` null: a new one, whose id is made from its English name. */
export interface BodyForm {
  id: string | null;
  kind: BodyKind;
  nameEn: string;
  /** '': it keeps the English one until there is one. */
  nameAr: string;
  /** '': none. */
  mail: string;
  parent: string | null;
  basis: Basis | null;
  publicDuty: boolean;
}

export interface BodyLine extends Body {
  /** Its name in Arabic is still the English one. */
  nameWanted: boolean;
  /** An address that a colleague of `by` has to confirm. `by` null: it came from a file. */
  newMail: { mail: string; by: { id: string; name: string } | null; day: string } | null;
}

export interface BodiesAnswer {
  bodies: readonly BodyLine[];
}

export const importables = ['bodies', 'places', 'areas'] as const;
export type Importable = (typeof importables)[number];

export interface ImportForm {
  what: Importable;
  /** Name and content of the file, base64url. */
  name: string;
  content: string;
  dryRun: boolean;
  namesLater: boolean;
  /** Areas: the properties that hold names and id, as on the command line; '' for the usual ones. */
  nameEn: string;
  nameAr: string;
  id: string;
}

export type ImportState =
  | { state: 'none' }
  | { state: 'running'; what: Importable; name: string; done: number; total: number }
  | { state: 'failed'; what: Importable; name: string; title: string; help: string }
  | {
      state: 'done';
      what: Importable;
      name: string;
      dryRun: boolean;
      figures: Figures;
      changed: readonly { id: string; fields: readonly { field: string; from: string; to: string }[] }[];
      added: readonly string[];
      refused: readonly { line: number; id: string | null; said: string }[];
    };

/** How long a body has. */
export interface BodyTerms {
  /** False: it has none of its own, these are the usual ones. */
  own: boolean;
  acknowledge: Term;
  answer: Term;
  weekend: readonly Weekday[];
  /** Day and name, from today on. */
  holidays: readonly (readonly [day: string, name: string])[];
}

export interface TermsForm extends Pick<BodyTerms, 'acknowledge' | 'answer' | 'weekend'> {
  body: string;
  /** An iCalendar file as text, '' for none; null keeps the holidays that are there. */
  holidays: string | null;
}
