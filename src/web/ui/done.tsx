import { Icon } from './icon.tsx';

/** Something done, in green, with a check. */
export function Done({ children }: { readonly children: string }) {
  return (
    <p class="with-i leafy">
      <Icon name="check" />
      <span>{children}</span>
    </p>
  );
}
