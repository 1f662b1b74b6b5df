import type { Locale, Said, T } from '../platform/i18n/index.ts';

/** What a page needs to know about the request it answers. */
export interface Frame {
  readonly locale: Locale;
  readonly t: T;
  /** Without its locale: '/report'. */
  readonly path: string;
  readonly demonstration: boolean;
  readonly organisation: Said;
  link(path: string): string;
  asset(name: string): string;
}
