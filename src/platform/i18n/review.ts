import ar from '../../../locales/ar/meta.json';
import en from '../../../locales/en/meta.json';
import type { Lang } from './locale.ts';

/** Who has read a whole catalogue and stands behind it. Without a name the pages say that nobody has. */
export interface Review {
  readonly reviewedBy: string | null;
  readonly date: string | null;
}

export const review: Readonly<Record<Lang, Review>> = { en, ar };
