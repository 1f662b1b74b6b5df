import { type IconName, icons } from './icons.ts';

interface IconProps {
  readonly name: IconName;
  /** 24 instead of 20 px. */
  readonly big?: boolean;
  /** Points somewhere, so it turns round where text runs from the right. */
  readonly flip?: boolean;
  readonly turns?: boolean;
}

export const isIcon = (name: string): name is IconName => Object.hasOwn(icons, name);

/** Always beside a word: screen readers pass it by. */
export function Icon({ name, big, flip, turns }: IconProps) {
  const classes = ['i', big && 'big', flip && 'flip', turns && 'turns'].filter(Boolean).join(' ');
  return (
    <svg class={classes} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}
