import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

type Rest = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'icon'>;

interface ButtonProps extends Rest {
  /** A link that looks like a button; without it a button that sends its form. */
  readonly href?: string;
  readonly icon?: IconName;
  /** One button a page is the first; all others are second. 'call' only where somebody is called. */
  readonly kind?: 'first' | 'second' | 'call';
  readonly wide?: boolean;
  readonly tall?: boolean;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly form?: string;
  readonly formAction?: string;
  readonly formNoValidate?: boolean;
  readonly children: ComponentChildren;
}

/** The word on it says the act. */
export function Button({
  href,
  icon,
  kind = 'first',
  wide,
  tall,
  type = 'submit',
  children,
  ...rest
}: ButtonProps) {
  const classes = ['btn', kind !== 'first' && kind, tall && 'tall', wide && 'wide'].filter(Boolean).join(' ');
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a class={classes} href={href} id={rest.id}>
        {inside}
      </a>
    );
  }
  return (
    <button class={classes} type={type} {...rest}>
      {inside}
    </button>
  );
}

/** Buttons and links side by side; `even` gives them the same width. */
export function ButtonRow({
  children,
  even,
}: {
  readonly children: ComponentChildren;
  readonly even?: boolean;
}) {
  return <div class={even ? 'acts even' : 'acts'}>{children}</div>;
}
