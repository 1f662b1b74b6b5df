/** Support lines as a person in need reads them: number first, then what to expect, then who stands behind it. */
import type { ComponentChildren } from 'preact';
import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Details, Said, Tag } from '../../web/index.ts';
import { callable, type Line, reached } from './model.ts';

interface ListProps {
  lines: readonly Line[];
  today: Day;
  t: T;
  /** Said instead of an empty list. */
  none?: string;
}

/** Every line given, in that order; without any, a sentence that says so. */
export function LineList({ lines, today, t, none }: ListProps) {
  if (lines.length === 0) return <p class="quiet">{none ?? t('lines.none')}</p>;
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id} class="stack-2">
          <h3>{t.of(line.name)}</h3>
          <Dial line={line} t={t} />
          <dl class="pairs">
            <Pair term={t('lines.hours')}>
              <Said t={t} said={line.hours} />
            </Pair>
            <Pair term={t('lines.languages')}>{spoken(line, t)}</Pair>
            <Pair term={t('lines.for')}>{t.list(line.forWhom.map((who) => t(`lines.for.${who}`)))}</Pair>
            {line.notSafeFor && (
              <Pair term={t('lines.not_safe_for')}>
                <Said t={t} said={line.notSafeFor} />
              </Pair>
            )}
          </dl>
          <p class="small quiet">{tested(line, today, t)}</p>
          <Details summary={t('lines.before')}>
            <dl class="pairs">
              <Pair term={t('lines.answered_by')}>
                <Said t={t} said={line.answeredBy} />
              </Pair>
              <Pair term={t('lines.asks')}>
                <Said t={t} said={line.asks} />
              </Pair>
            </dl>
            <p class="small quiet">
              {t('lines.source', {
                source: t.of(line.source),
                day: t.day(line.checkedOn),
                name: line.reviewer,
              })}
            </p>
          </Details>
        </li>
      ))}
    </ul>
  );
}

function Dial({ line, t }: { line: Line; t: T }) {
  const href = callable(line);
  const number = <bdi class="num">{line.number}</bdi>;
  return (
    <p class="between">
      {href ? (
        <a class="number" href={href}>
          <span class="vh">{t('lines.call', { number: '' })}</span>
          {number}
        </a>
      ) : (
        <span class="number">{number}</span>
      )}
      <span class="chips">
        <Tag>{t(`lines.kind.${line.kind}`)}</Tag>
        {line.example && <Tag kind="mind">{t('lines.example')}</Tag>}
      </span>
    </p>
  );
}

function Pair({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function spoken(line: Line, t: T): string {
  return t.list(line.languages.map((code) => t.language(code)));
}

function tested(line: Line, today: Day, t: T): string {
  const found = reached(line, today);
  if (found.state === 'untested' || found.state === 'not_lately') return t(`lines.reached.${found.state}`);
  if (found.state === 'silent' || found.waitMinutes === null)
    return t(`lines.reached.${found.state}`, { day: t.day(found.on) });
  return t('lines.reached.waited', { day: t.day(found.on), n: found.waitMinutes });
}
