import type { T } from '../../platform/i18n/index.ts';
import { Icon } from './icon.tsx';
import { Num } from './num.tsx';

interface CodeProps {
  /** Words of a list, or groups of four digits. */
  readonly parts: readonly string[];
  readonly digits?: boolean;
  /** The check digit that stands apart from its digits. */
  readonly check?: string;
  readonly t: T;
  /** What it is, for screen readers. */
  readonly label: string;
}

/** A code to write down. It prints as a card of its own. */
export function Code({ parts, digits, check, label, t }: CodeProps) {
  return (
    <section class="card" aria-label={label}>
      <ol class={digits ? 'words digits' : 'words'}>
        {parts.map((part, i) => (
          <li key={`${i}${part}`}>{part}</li>
        ))}
      </ol>
      {check !== undefined && (
        <p class="small">
          {t('web.code.check')}:{' '}
          <b>
            <Num>{check}</Num>
          </b>
        </p>
      )}
    </section>
  );
}

/** Something done, in green, with a check. */
export function Done({ children }: { readonly children: string }) {
  return (
    <p class="with-i leafy">
      <Icon name="check" />
      <span>{children}</span>
    </p>
  );
}
