/**
 * What she is writing, kept closed on this phone: it survives a reload and a lost connection, and goes by sending, by
 * Delete, by Leave, and with its day. It is opened by her own tap alone.
 */
import type { T } from '../../platform/i18n/index.ts';
import { type Fields, many, one, type Panel } from '../../report/questions.ts';
import { empty, keep } from './drawer.ts';
import { all, find, show, write } from './page.ts';

export interface Draft {
  kind: 'draft';
  fields: Fields;
  panel: Panel;
  /** What the page called the chosen place and whom she left out, by value. */
  names: Readonly<Record<string, string>>;
}
export interface Drafts {
  /** Nothing typed is at risk. */
  isKept(): boolean;
  /** Gone from the phone. */
  clear(): Promise<void>;
  /** The same, and nothing is written any more. */
  forget(): Promise<void>;
  /** Nothing is written any more, so that something finished can lie there instead. */
  rest(): Promise<void>;
  /** It did not come to that. */
  goOn(): void;
}

/** How long a pause in typing is. */
const pause = 400;

export function startDraft(form: HTMLFormElement, t: T, take: () => Draft): Drafts {
  let timer = 0;
  let open = 0;
  let isFailed = false;
  let isStopped = false;
  let writing: Promise<unknown> = Promise.resolve();

  function save(): void {
    clearTimeout(timer);
    timer = 0;
    // Leave has emptied the page: nothing of it is written once more.
    if (isStopped || !form.isConnected) return;
    const draft = take();
    open++;
    writing = writing
      .then(() => (isStopped ? null : keep(draft)))
      .then((until) => {
        isFailed = false;
        if (until === null || isStopped) return;
        tellUntil(form, t, until);
        show(find('[data-kept-here]', form), true);
      })
      .catch(() => {
        // A private window, or no room: then it lives in the page alone, and leaving it asks first.
        isFailed = true;
        show(find('[data-kept-here]', form), false);
      })
      .then(() => {
        open--;
      });
  }
  function soon(): void {
    clearTimeout(timer);
    timer = window.setTimeout(save, pause);
  }

  function clear(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    show(find('[data-kept-here]', form), false);
    const cleared = writing.then(empty);
    writing = cleared.catch(() => null);
    return cleared;
  }

  form.addEventListener('input', soon);
  form.addEventListener('change', save);
  // Put away while she types: the last chance on many phones.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer !== 0) save();
  });
  addEventListener('pagehide', () => {
    if (timer !== 0) save();
  });
  return {
    isKept: () => timer === 0 && open === 0 && !isFailed,
    clear,
    async rest() {
      isStopped = true;
      clearTimeout(timer);
      await writing;
    },
    goOn() {
      isStopped = false;
      save();
    },
    forget() {
      isStopped = true;
      return clear();
    },
  };
}

/** "Kept on this phone until …", wherever it stands. */
export function tellUntil(form: HTMLFormElement, t: T, until: string): void {
  for (const place of all('[data-until]', form)) write(place, t.day(until));
}

/** Puts answers back into the controls the page has; a place or a reader it does not have yet must be brought before. */
export function restore(form: HTMLFormElement, fields: Fields): void {
  const day = one(fields, 'day');
  for (const control of all<HTMLInputElement>('input, textarea, select', form)) {
    const { name, type } = control;
    if (name === '' || name === 'day') continue;
    if (type === 'radio' || type === 'checkbox') control.checked = many(fields, name).includes(control.value);
    else control.value = one(fields, name);
  }
  if (day === '') return;
  // What was "today" when she wrote it may be another day by now.
  const days = all<HTMLInputElement>('input[name="day"]', form);
  const named = days.find(({ type, value }) => type === 'radio' && value === day);
  for (const control of days) {
    if (control.type === 'radio') control.checked = control === (named ?? days.find(isOther));
    else if (!named) control.value = day;
  }
}

const isOther = ({ type, value }: HTMLInputElement): boolean => type === 'radio' && value === '';
