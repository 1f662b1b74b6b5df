/** What is looked at before an ask goes out, in this order, and what may be said of it. Pure; the checks are checks.ts. */
import type { DataLang } from '../../platform/i18n/index.ts';

export const checkNames = [
  'read',
  'consents',
  'enough',
  'minors',
  'works_there',
  'place',
  'kinds',
  'months',
  'wishes',
  'personal',
  'risk',
  'basis',
  'open_already',
  'recently',
  'reach',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `t('answer.check.<check>')` names it, `t('answer.check.<check>.<why>', params)` says how it stands and what helps. */
export interface Check {
  check: CheckName;
  /** 'needs_second': it may go out when a second caseworker has read it too. */
  says: 'pass' | 'fail' | 'needs_second';
  why: string;
  params: Readonly<Record<string, string | number>>;
  /** The reports it is about, by their ids. Empty where it is about the ask itself. */
  reports: readonly string[];
  /** The pieces of the organisation's own words it is about: `from` and `to` count UTF-16 letters. */
  spans: readonly Span[];
}

export interface Span {
  language: DataLang;
  from: number;
  to: number;
  text: string;
  /** Of `personalIn`, `t('answer.personal.<kind>')`, or of `risksIn`, `t('answer.risk.<kind>')`. */
  kind: string;
}

export type Verdict = 'send' | 'second' | 'no';

/** `seconded`: a caseworker other than who drafted it last has read it as it stands. */
export function verdictOf(checks: readonly Pick<Check, 'says'>[], seconded: boolean): Verdict {
  if (checks.some(({ says }) => says === 'fail')) return 'no';
  return !seconded && checks.some(({ says }) => says === 'needs_second') ? 'second' : 'send';
}
