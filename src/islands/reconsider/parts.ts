/** Pieces of a page, made without a library: the element must weigh next to nothing. */

type Content = Node | string;

export function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

export function button(kind: string, content: readonly Content[], pressed: () => void): HTMLButtonElement {
  const made = part('button', { type: 'button', class: kind }, ...content);
  made.addEventListener('click', pressed);
  return made;
}
