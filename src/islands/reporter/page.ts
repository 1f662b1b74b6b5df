/** The few things every reporter page does with its document. Sentences, labels and icons stand in the server's HTML. */
import type { Fields } from '../../report/questions.ts';

export const find = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document) =>
  within.querySelector<E>(selector);

export const all = <E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document) =>
  Array.from(within.querySelectorAll<E>(selector));

/** An element the page cannot do without; throws, and the page falls back to its script-off path. */
export function need<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E {
  const element = find<E>(selector, within);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}

export function show(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown;
}

export function write(element: HTMLElement | null, text: string): void {
  if (element) element.textContent = text;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '');
  for (const part of inside) element.append(part);
  return element;
}

/** What stood in it is gone, and this stands there instead. */
export function fill(element: HTMLElement | null, ...inside: Node[]): void {
  if (!element) return;
  element.textContent = '';
  for (const part of inside) element.append(part);
}

/** The first element of a `<template>`, ready to be filled. */
export function fromTemplate(selector: string, within: ParentNode = document): HTMLElement {
  const copy = document.importNode(need<HTMLTemplateElement>(selector, within).content, true);
  const element = copy.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error(`The template ${selector} is empty`);
  return element;
}

/** The form's fields as questions.ts reads them. They live in the form's own controls and nowhere else. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Record<string, string | string[]> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value !== 'string') return;
    const before = fields[name];
    fields[name] = before === undefined ? value : ([] as string[]).concat(before, value);
  });
  return fields;
}

/** Puts the focus on a heading or message, so that what changed is read first. */
export function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus();
}

/** Empties every control of a panel. */
export function clear(within: ParentNode): void {
  for (const control of all<HTMLInputElement>('input, textarea, select', within)) {
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = control.defaultChecked;
    else control.value = '';
  }
}
