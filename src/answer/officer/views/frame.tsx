/** Every page behind an officer's link: a neutral title, kept by no search engine, shown to nobody else. */
import type { VNode } from 'preact';
import type { Extras } from '../../../platform/http/index.ts';
import { type Answer, page } from '../../../platform/http/index.ts';

/** A link that was forwarded may be pasted anywhere. */
const hidden = { 'x-robots-tag': 'noindex, nofollow, noarchive' };

export const officerPage = (view: VNode, extras: Extras = {}): Answer =>
  page(view, { ...extras, headers: { ...hidden, ...extras.headers } });

/** Of a page, without a locale. */
export const pathOf = (token: string, rest = ''): string => `/o/${token}${rest}`;
