/**
 * Keys at the moderators' desk, and Copy. What a key does is marked on the page (data-keys), so without script everything
 * is still there as buttons and links. Off with one press, outside fields only (WCAG 2.1.4).
 */
import { readTexts } from '../platform/i18n/read.ts';
import { readFlag, writeFlag } from './desk/shortcuts.ts';

const t = readTexts();
let on = readFlag();

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
for (const shown of all('[data-with-keys], [data-copy], [data-use]')) shown.hidden = false;

const toggle = document.querySelector('[data-toggle-keys]');
say();
toggle?.addEventListener('click', () => {
  on = !on;
  writeFlag(on);
  say();
});

function say(): void {
  toggle?.setAttribute('aria-pressed', String(on));
  if (toggle) toggle.textContent = t(on ? 'moderate.keys.on' : 'moderate.keys.off');
}

/** Arrows belong to a group of choices, letters to a field; figures choose also from among the choices. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest('input, textarea, select, summary');
  if (field === null) return false;
  return !(field instanceof HTMLInputElement && field.type === 'radio' && !key.startsWith('Arrow'));
}

addEventListener('keydown', (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = [...all('[data-keys]')].find(({ dataset }) => dataset.keys?.split(' ').includes(key));
  if (found === undefined) return;
  event.preventDefault();
  found.focus();
  found.click();
});

for (const button of all('[data-copy], [data-use]')) {
  button.addEventListener('click', async () => {
    const words = button.closest('[data-ready]')?.querySelector('[data-words]')?.textContent ?? '';
    const field = document.querySelector<HTMLTextAreaElement>(`textarea[name="${button.dataset.use}"]`);
    if (field) {
      field.value = words;
      field.focus();
      return;
    }
    await navigator.clipboard.writeText(words);
    const said = button.querySelector('span');
    if (said) said.textContent = t('moderate.copied');
  });
}

// After a decision the next step is one Enter away.
document.getElementById('next')?.focus({ preventScroll: true });
