/** What the questions' views need to know besides the answers. */
import type { Key, Params, T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import type { Place } from '../../platform/place/model.ts';
import { namesOf } from '../leaving-out.ts';
import type { Fields, Problem } from '../questions.ts';
import type { FindRecording } from '../recordings/index.ts';

export interface Asking {
  t: T;
  /** 'script': one document, sealed on the phone. 'form': page by page, sealed on the server. */
  mode: 'script' | 'form';
  organisation: string;
  /** 'YYYY-MM-DD' in the installation's zone. */
  today: string;
  yesterday: string;
  /** Our own readers who count now; with those of elsewhere; and those who can open it as it is answered so far. */
  readers: readonly Reader[];
  active: readonly Reader[];
  opens: readonly Reader[];
  recording: FindRecording;
  /** Places offered to choose from; `typed` is what was searched for. */
  places: readonly Place[];
  typed: string | null;
  hasPlaces: boolean;
  /** The place already chosen, when it is known. */
  chosen: Place | null;
}

export interface Asked extends Asking {
  fields: Fields;
  problems: readonly Problem[];
}

/** A text of this room by a name put together from data: `say(t, 'kind.followed')`. */
export const say = (t: T, name: string, params?: Params): string => t(`report.${name}` as Key, params);

/** What is wrong with a field, or undefined. */
export function problemOf({ t, problems }: Pick<Asked, 't' | 'problems'>, field: string): string | undefined {
  const problem = problems.find((one) => one.field === field);
  return problem && say(t, `problem.${problem.key}`, problem.params);
}

/** The id of a field's first control, where an error summary leads. */
export const idOf = (field: string): string => `f-${field}`;

export const readerNames = ({ t, opens }: Pick<Asking, 't' | 'opens'>): string => namesOf(opens, t);
