import type { ComponentChildren } from 'preact';

/** A number, code or phone number: left to right, and quiet towards the words around it. */
export function Num({ children }: { readonly children: ComponentChildren }) {
  return <bdi class="num">{children}</bdi>;
}
