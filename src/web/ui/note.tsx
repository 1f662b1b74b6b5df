import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface NoteProps {
  readonly kind?: 'good' | 'mind' | 'bad';
  readonly icon?: IconName;
  readonly title?: string;
  readonly children: ComponentChildren;
}

const usual = { good: 'check', mind: 'info', bad: 'x', plain: 'info' } as const;

export function Note({ kind, icon, title, children }: NoteProps) {
  return (
    <div class={kind === undefined ? 'note' : `note ${kind}`}>
      <Icon name={icon ?? usual[kind ?? 'plain']} />
      <div>
        {title !== undefined && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
