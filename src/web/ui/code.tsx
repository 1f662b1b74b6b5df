import { Icon } from './icon.tsx';

interface CodeProps {
  /** Words of a list, or groups of four digits with the check digit last. */
  readonly parts: readonly string[];
  readonly digits?: boolean;
  /** What it is, for screen readers. */
  readonly label: string;
}

/** A code to write down. It prints as a card of its own. */
export function Code({ parts, digits, label }: CodeProps) {
  return (
    <section class="card" aria-label={label}>
      <ol class={digits ? 'words digits' : 'words'}>
        {parts.map((part, i) => (
          <li key={`${i}${part}`} class={digits && part.length === 1 ? 'check-digit' : undefined}>
            {part}
          </li>
        ))}
      </ol>
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
