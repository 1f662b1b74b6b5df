import type { ComponentChildren } from 'preact';
import type { T } from '../../platform/i18n/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export interface Row {
  readonly term: string;
  /** Several answers stand under each other; none says "Not provided". */
  readonly values: readonly ComponentChildren[];
  /** A link back to the question, or a button that leads there. `hidden` ends the link for screen readers: " where". */
  readonly change?: { readonly href: string; readonly hidden: string } | ComponentChildren;
}

const isLink = (change: Row['change']): change is { href: string; hidden: string } =>
  typeof change === 'object' && change !== null && 'href' in change;

/** Answers to check, each with the way to change it. */
export function Summary({ rows, t }: { readonly rows: readonly Row[]; readonly t: T }) {
  return (
    <dl class="sum">
      {rows.map(({ term, values, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          {values.length === 0 && <dd class="quiet">{t('web.not_given')}</dd>}
          {values.map((value, i) => (
            <dd key={typeof value === 'string' ? value : i} dir="auto">
              {value}
            </dd>
          ))}
          {change !== undefined && (
            <dd class="change">
              {isLink(change) ? (
                <a href={change.href}>
                  {t('web.change')}
                  <span class="vh"> {change.hidden}</span>
                </a>
              ) : (
                change
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface SideProps {
  readonly id: string;
  readonly title: string;
  readonly icon: IconName;
  readonly sealed?: boolean;
  readonly lede?: string;
  readonly children: ComponentChildren;
}

/** One of two sides: what everyone can see, and what only caseworkers can open. */
export function Side({ id, title, icon, sealed, lede, children }: SideProps) {
  return (
    <section class={sealed ? 'side sealed' : 'side'} aria-labelledby={id}>
      <h2 class="h" id={id}>
        <Icon name={icon} big />
        {title}
      </h2>
      {lede !== undefined && <p class="quiet">{lede}</p>}
      {children}
    </section>
  );
}
