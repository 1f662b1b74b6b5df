import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface TagProps {
  readonly kind?: 'good' | 'mind' | 'bad' | 'sealed';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

export function Tag({ kind, icon, children }: TagProps) {
  return (
    <span class={kind === undefined ? 'tag' : `tag ${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
