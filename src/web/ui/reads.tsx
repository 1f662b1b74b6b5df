import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface ReadsProps {
  /** Violet and a lock: only caseworkers can open what is typed here. */
  readonly sealed?: boolean;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** Who reads this, in one line. */
export function Reads({ sealed, icon, children }: ReadsProps) {
  return (
    <p class={sealed ? 'reads sealed' : 'reads'}>
      <Icon name={icon ?? (sealed ? 'lock-keyhole' : 'eye')} />
      <span>{children}</span>
    </p>
  );
}
