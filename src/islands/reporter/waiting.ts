/** Finished and sealed, and not sent: it waits for her own tap. Nothing here says that it was sent before the server has said so. */
import type { T } from '../../platform/i18n/index.ts';
import type { Waiting } from '../seal.ts';
import { wordsOf } from './ask.ts';
import { fill, find, make, show, write } from './page.ts';
import type { Wizard } from './wizard.ts';

interface Shown {
  form: HTMLFormElement;
  t: T;
  wizard: Wizard;
  waiting: Waiting;
  /** Shows the code, or rejects. */
  resend(waiting: Waiting, say: (line: string) => void): Promise<void>;
}

export function showWaiting({ form, t, wizard, waiting, resend }: Shown): void {
  const status = find('[data-waiting-status]', form);
  const button = find<HTMLButtonElement>('[data-send-waiting]', form);
  const say = (line: string) => write(status, line);
  show(find('[data-kept-here]', form), false);
  wizard.end('waiting');
  addEventListener('online', () => say(t('report.waiting.online')));
  button?.addEventListener('click', () => {
    if (button.disabled) return;
    button.disabled = true;
    void resend(waiting, say)
      .catch((error: unknown) => fill(status, make('strong', {}, wrong(t, error))))
      .then(() => {
        button.disabled = false;
      });
  });
}

function wrong(t: T, error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === 'readers_changed') return t('report.waiting.stale');
  return wordsOf(error) ?? t('report.waiting.still');
}
