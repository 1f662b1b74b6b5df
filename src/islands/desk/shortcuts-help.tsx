/** Listens for the keys; each page marks what they do with data-key, the list with data-row. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../web/ui/icon.tsx';
import { useDesk } from './desk.ts';
import { keys, type ShortcutKey, shortcutOf } from './shortcuts.ts';

export function Shortcuts() {
  const { t, setShortcuts } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = shortcutOf(event);
      const help = dialog.current;
      // Turned off a moment ago: the listener may go after the page has.
      if (key === null || help === null) return;
      event.preventDefault();
      if (key === '?') {
        if (help.open) help.close();
        else help.showModal();
      } else if (!help.open) act(key);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <dialog class="desk-dialog" ref={dialog} aria-labelledby="keys-title">
      <div class="stack-5">
        <h2 id="keys-title">{t('casework.shortcuts')}</h2>
        <dl class="desk-keys">
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`casework.shortcut.${key === '?' ? 'help' : key}`)}</dd>
            </div>
          ))}
        </dl>
        <p class="acts">
          <button class="btn" type="button" onClick={() => dialog.current?.close()}>
            {t('casework.close')}
          </button>
          <button class="btn second" type="button" onClick={() => setShortcuts(false)}>
            <Icon name="keyboard-off" />
            {t('casework.shortcuts.turn_off')}
          </button>
        </p>
      </div>
    </dialog>
  );
}

function act(key: Exclude<ShortcutKey, '?'>): void {
  if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1);
    return;
  }
  const here = document.activeElement?.closest('[data-row]');
  const target =
    key === 'o'
      ? (here?.querySelector('[data-key="o"]') ?? document.querySelector('[data-key="o"]'))
      : key === 's'
        ? document.querySelector('[data-show] summary')
        : document.querySelector('[data-key="r"]');
  if (!(target instanceof HTMLElement)) return;
  if (key === 'r') target.focus();
  else target.click();
}

/** Next or previous row of the list, from the one that has focus. */
function step(by: 1 | -1): void {
  const rows = Array.from(document.querySelectorAll<HTMLElement>('[data-row] [data-key="o"]'));
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
  next?.focus();
}
