/** A link inside the desk: a real address without any id, whose click swaps the content and keeps the keys. */
import type { ComponentChildren } from 'preact';
import { useDesk } from './desk.ts';
import { addressOf, type View } from './view.ts';

interface Props {
  to: View;
  current?: boolean;
  class?: string;
  /** The shortcut that follows it. */
  shortcut?: string;
  children: ComponentChildren;
}

export function Link({ to, current, class: name, shortcut, children }: Props) {
  const desk = useDesk();
  return (
    <a
      href={addressOf(to)}
      {...(name ? { class: name } : {})}
      {...(shortcut ? { 'data-key': shortcut } : {})}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      onClick={(event) => {
        event.preventDefault();
        desk.go(to);
      }}
    >
      {children}
    </a>
  );
}
