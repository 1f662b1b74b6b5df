/** Single keys, only outside fields, and off with one press (WCAG 2.1.4). */
const flag = 'upstander.shortcuts';

export const keys = ['j', 'k', 'o', 's', 'r', '?'] as const;
export type ShortcutKey = (typeof keys)[number];

export function readFlag(): boolean {
  try {
    return localStorage.getItem(flag) !== 'off';
  } catch {
    return true;
  }
}

export function writeFlag(on: boolean): void {
  try {
    localStorage.setItem(flag, on ? 'on' : 'off');
  } catch {
    return;
  }
}

/** The shortcut a key press means; null inside a field, with a modifier, or for any other key. */
export function shortcutOf(event: KeyboardEvent): ShortcutKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return null;
  return keys.find((key) => key === event.key.toLowerCase()) ?? null;
}
