/** How an ask stands, as a square and a word: never colour alone. The same square in table, line, legend and map. */
import type { T } from '../../platform/i18n/index.ts';
import type { Standing } from '../ask/states.ts';

/** Worst first: of several asks the one furthest from an answer is shown. */
export const faces = ['none', 'late', 'not', 'no', 'wait', 'says', 'kept'] as const;
export type Face = (typeof faces)[number];

export const faceOf: Readonly<Record<Standing, Face>> = {
  waiting: 'wait',
  question: 'wait',
  promised: 'wait',
  late: 'late',
  promise_late: 'late',
  silent: 'none',
  says_kept: 'says',
  confirmed: 'kept',
  disputed: 'not',
  cannot: 'no',
  not_ours: 'no',
  disputes: 'no',
};

/** Null where there is no ask. */
export function worstOf(standings: readonly Standing[]): Face | null {
  const found = new Set(standings.map((standing) => faceOf[standing]));
  return faces.find((face) => found.has(face)) ?? null;
}

/** Of a place: nobody was asked about it, or nobody has yet said they answer for it. */
export type Unasked = 'unasked' | 'nobody';

export function Square({ face }: { face: Face | Unasked }) {
  return <span class={`sq ${face}`} />;
}

export function State({ standing, t }: { standing: Standing; t: T }) {
  return (
    <span class="state">
      <Square face={faceOf[standing]} />
      {t(`public.standing.${standing}`)}
    </span>
  );
}

/** One square for each ask, in the order given; said in words for those who do not see them. */
export function Squares({ standings, t }: { standings: readonly Standing[]; t: T }) {
  const counted = faces.flatMap((face) => {
    const n = standings.filter((standing) => faceOf[standing] === face).length;
    return n === 0 ? [] : [t('public.pair', { name: t(`public.face.${face}`), value: n })];
  });
  return (
    <span class="asks" role="img" aria-label={counted.join(' · ')}>
      {standings.map((standing, at) => (
        <Square key={`${at}${standing}`} face={faceOf[standing]} />
      ))}
    </span>
  );
}

interface KeyProps {
  t: T;
  only?: readonly Face[];
  more?: readonly Unasked[];
}

/** Best first, as a reader looks for it. */
export function Key({ t, only = faces, more = [] }: KeyProps) {
  return (
    <ul class="key" aria-label={t('public.key')}>
      {[...faces.filter((face) => only.includes(face)).toReversed(), ...more].map((face) => (
        <li key={face}>
          <Square face={face} />
          {t(`public.face.${face}`)}
        </li>
      ))}
    </ul>
  );
}
