/** What stands above everything on a page of help: the emergency number, and beside it the other ways. */
import type { T } from '../../platform/i18n/index.ts';
import { callable, type Line } from './model.ts';

interface DangerProps {
  lines: readonly Line[];
  t: T;
  /** Where "Other ways" leads: `/en/help#other-ways`, or `#other-ways` on that page itself. */
  otherWays: string;
}

/** Emergency numbers of the country table; without any, the one she knows. */
export function Danger({ lines, t, otherWays }: DangerProps) {
  const numbers = lines.flatMap((line) => {
    const href = line.kind === 'emergency' ? callable(line) : null;
    return href ? [{ line, href }] : [];
  });
  return (
    <div class="stack-2">
      {numbers.map(({ line, href }) => (
        <a key={line.id} class="call-line" href={href}>
          <span>{t('lines.danger.emergency', { name: t.of(line.name) })}</span>
          <b>
            <bdi class="num">{line.number}</bdi>
          </b>
        </a>
      ))}
      {numbers.length === 0 && (
        <p class="call-line">
          <span>
            <b class="own-line">{t('lines.danger')}</b> {t('lines.danger.call')}
          </span>
        </p>
      )}
      <a class="lone" href={otherWays}>
        {t('lines.other_ways')}
      </a>
    </div>
  );
}

const ways = ['place', 'person', 'one', 'lines', 'police', 'later'] as const;

/** General, careful words: nothing here is law, and nothing here is owed. `within`: a document that holds it more than once. */
export function OtherWays({ t, within }: { t: T; within?: string }) {
  const id = within === undefined ? 'other-ways' : `other-ways-${within}`;
  return (
    <section id={id} class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('lines.other_ways')}</h2>
      <p>{t('lines.other_ways.lede')}</p>
      <dl class="ways">
        {ways.map((way) => (
          <div key={way}>
            <dt>{t(`lines.other_ways.${way}`)}</dt>
            <dd>{t(`lines.other_ways.${way}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
