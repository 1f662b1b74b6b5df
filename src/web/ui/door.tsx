import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

interface DoorProps {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly icon: IconName;
  /** One 'first' a page; 'now' is ember and only for calling somebody. */
  readonly kind?: 'first' | 'now';
}

export function Door({ href, title, text, icon, kind }: DoorProps) {
  return (
    <a class={kind === undefined ? 'door' : `door ${kind}`} href={href}>
      <Icon name={icon} big />
      <span>
        <b>{title}</b>
        <small>{text}</small>
      </span>
      <Icon name="arrow-right" flip />
    </a>
  );
}
