/**
 * Everything that is looked at before an ask goes out, in order, with the reason above each. A check knows nothing of
 * the others; all of them are run, so that a caseworker sees everything that is missing at once. Pure.
 */

import { addDays, daysBetween } from '../../platform/clock.ts';
import { dataLangs } from '../../platform/i18n/index.ts';
import { personalIn } from '../officer/personal.ts';
import type { Check, CheckName, Span } from './check.ts';
import { type Bundled, type Facts, isSame, mayOf, monthsOf } from './facts.ts';
import { risksIn } from './risk.ts';

/** Reports an ask stands on where not each of them said yes to this very body. */
export const enough = 3;
/** An ask that was answered is not repeated sooner. */
const againAfterDays = 30;
const mostMonths = 24;
/** Care rule 7: where the person works there, time is told no finer than this. */
const coarseMonths = 3;

type Says = Pick<Check, 'says' | 'why'> & Partial<Pick<Check, 'params' | 'reports' | 'spans'>>;

export function checksOf(facts: Facts): Check[] {
  return checks.map(([check, look]) => ({ check, params: {}, reports: [], spans: [], ...look(facts) }));
}

const pass = (why = 'pass', more: Omit<Says, 'says' | 'why'> = {}): Says => ({ says: 'pass', why, ...more });
const fail = (why: string, more: Omit<Says, 'says' | 'why'> = {}): Says => ({ says: 'fail', why, ...more });
const second = (why: string, more: Omit<Says, 'says' | 'why'> = {}): Says => {
  return { says: 'needs_second', why, ...more };
};
const about = (reports: readonly Bundled[]) => ({ reports: reports.map(({ id }) => id) });

const checks: readonly (readonly [CheckName, (facts: Facts) => Says])[] = [
  // How old she is and whether the person works there stands inside: nobody knows it of a report nobody has read.
  [
    'read',
    ({ reports }) => {
      const unread = reports.filter(({ read }) => !read);
      return unread.length > 0 ? fail('unread', about(unread)) : pass();
    },
  ],
  // Care rule 6: nothing is ever sent outside what each of them agreed to.
  [
    'consents',
    ({ reports, draft: { body }, bodies }) => {
      const known = reports.filter(({ kinds }) => kinds.includes('known'));
      if (known.length > 0) return fail('known', about(known));
      const no = reports.filter((report) => mayOf(report, body, bodies) === 'no');
      if (no.length > 0) return fail('no', about(no));
      const open = reports.filter((report) => mayOf(report, body, bodies) === 'ask_her');
      return open.length > 0 ? fail('ask_her', about(open)) : pass();
    },
  ],
  // Threat model: a body must not find out who told, or on which day. Who said yes to this very body has weighed it.
  [
    'enough',
    ({ reports, draft: { body } }) => {
      const twice = reports.filter((report) => report.twice);
      if (twice.length > 0) return fail('twice', about(twice));
      if (reports.length === 0) return fail('none');
      if (reports.length >= enough) return pass();
      const unsaid = reports.filter(({ said }) => said.get(body) !== 'yes');
      return unsaid.length > 0
        ? fail('few', { params: { n: enough - reports.length }, ...about(unsaid) })
        : pass('own_yes');
    },
  ],
  // Care rule 14: nothing about a minor goes to a body alone, whatever she said.
  [
    'minors',
    ({ reports }) => {
      const minors = reports.filter(({ under18 }) => under18);
      if (minors.length === 0) return pass();
      return reports.length < enough ? fail('alone', about(minors)) : pass('among', about(minors));
    },
  ],
  // Care rule 7: the answerer may be the one. Above the office, coarser, and signed by two.
  [
    'works_there',
    ({ reports, draft }) => {
      const marked = reports.filter(({ worksThere }) => worksThere);
      if (marked.length === 0) return pass();
      const office = marked.filter(({ standing }) => standing.offices.has(draft.body));
      if (office.length > 0) return fail('office', about(office));
      const own = marked.filter(({ lies }) => 'place' in draft.about && lies.places[0] === draft.about.place);
      if (own.length > 0) return fail('finer', about(own));
      if (spanOf(draft) < coarseMonths) return fail('months', { params: { n: coarseMonths } });
      return second('above', about(marked));
    },
  ],
  // Care rule 5: a named public place or an area, and each of them lies there.
  [
    'place',
    ({ reports, draft, about: known }) => {
      if (known === null) return fail('unknown');
      const outside = reports.filter(({ lies }) =>
        'place' in draft.about
          ? !lies.places.includes(draft.about.place)
          : !lies.areas.includes(draft.about.area),
      );
      return outside.length > 0 ? fail('elsewhere', about(outside)) : pass();
    },
  ],
  // Every kind was told by somebody behind this ask; what one alone told, she would know herself by.
  [
    'kinds',
    ({ reports, draft: { kinds } }) => {
      const told = (kind: string) => reports.filter((one) => one.kinds.some((own) => own === kind)).length;
      if (kinds.length === 0) return fail('none');
      if (kinds.includes('known')) return fail('known');
      if (kinds.some((kind) => told(kind) === 0)) return fail('untold');
      const others = reports.filter((one) => !one.kinds.some((kind) => kinds.includes(kind)));
      if (others.length > 0) return fail('others', about(others));
      return reports.length > 1 && kinds.some((kind) => told(kind) === 1) ? second('single') : pass();
    },
  ],
  // Never finer than a month, never a month nobody told of, never the future.
  [
    'months',
    ({ reports, draft, today }) => {
      if (draft.from > draft.to) return fail('order');
      if (draft.to > today.slice(0, 7)) return fail('future');
      if (spanOf(draft) > mostMonths) return fail('long', { params: { n: mostMonths } });
      const outside = reports.filter(({ week }) => {
        if (week === null) return false;
        const [first, last] = monthsOf(week, addDays(week, 6));
        return last < draft.from || first > draft.to;
      });
      return outside.length > 0 ? fail('outside', about(outside)) : pass();
    },
  ],
  // Something is asked, from the catalogue, in both languages.
  [
    'wishes',
    ({ draft, wishes }) => {
      if (draft.wishes.length === 0) return fail('none');
      const inUse = (id: string) => wishes.some((wish) => wish.id === id && wish.inUse);
      if (!draft.wishes.every(inUse)) return fail('not_in_use');
      return (draft.words.en.trim() === '') !== (draft.words.ar.trim() === '')
        ? fail('one_language')
        : pass();
    },
  ],
  // Nobody is named, neither who told nor whom they spoke of.
  [
    'personal',
    (facts) => {
      const spans = spansOf(facts, personalIn);
      return spans.length > 0 ? fail('found', { spans }) : pass();
    },
  ],
  // Words that accuse, threaten or point at one person: two have read them.
  [
    'risk',
    (facts) => {
      const known = [
        ...Object.values(facts.about?.name ?? {}),
        ...Object.values(facts.bodies.get(facts.draft.body)?.name ?? {}),
      ];
      const spans = spansOf(facts, (text) => risksIn(text, known));
      return spans.length > 0 ? second('found', { spans }) : pass();
    },
  ],
  // Care rule 9: a business without a public duty is asked only by somebody who knows that it answers there.
  [
    'basis',
    ({ bodies, draft }) => {
      const body = bodies.get(draft.body);
      if (body === undefined) return fail('unknown');
      if (body.publicDuty) return pass();
      return body.basis === null ? fail('none') : pass('basis');
    },
  ],
  // One thing at a time: a second ask about the same place blurs the clock of the first.
  [
    'open_already',
    ({ draft, others }) => {
      const open = ['waiting', 'question', 'late', 'promised', 'promise_late'];
      const same = others.filter((one) => isSame(one.about, draft.about) && open.includes(one.standing));
      return same[0] === undefined ? pass() : fail('open', { params: { ask: same[0].id } });
    },
  ],
  // What was just answered gets the time to become true.
  [
    'recently',
    ({ draft, others, today }) => {
      const recent = others.find(
        ({ about: there, wishes, sent }) =>
          isSame(there, draft.about) &&
          sent !== null &&
          daysBetween(sent, today) < againAfterDays &&
          wishes.some((wish) => draft.wishes.includes(wish)),
      );
      return recent ? fail('asked', { params: { ask: recent.id, n: againAfterDays } }) : pass();
    },
  ],
  // A mail goes to an address two have confirmed; where there is none, a letter is printed.
  [
    'reach',
    ({ draft, bodies, by, mailWaits, canMail }) => {
      if (by === 'letter') return pass('letter');
      if ((bodies.get(draft.body)?.mail ?? null) === null) return fail('no_mail');
      if (!canMail) return fail('no_post');
      return mailWaits ? fail('mail_waits') : pass();
    },
  ],
];

/** Months from the first to the last, both counted. */
function spanOf({ from, to }: { from: string; to: string }): number {
  const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return at(to) - at(from) + 1;
}

function spansOf(
  { draft: { words } }: Facts,
  find: (text: string) => readonly { kind: string; from: number; to: number }[],
): Span[] {
  return dataLangs.flatMap((language) =>
    find(words[language]).map(({ kind, from, to }) => {
      return { language, kind, from, to, text: words[language].slice(from, to) };
    }),
  );
}
