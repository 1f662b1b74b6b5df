/** The place for photos and recordings: what it needs is loaded when she comes to it. Without it her words still go. */
import type { T } from '../../platform/i18n/index.ts';
import type { ChosenFile } from '../../report/files/model.ts';
import type { Files } from './files.ts';
import { find, show } from './page.ts';

const file = '/assets/files.js';

export interface Beside extends Omit<Files, 'isRecording'> {
  /** The place is on the page; where it could not be loaded it is tried again and said. */
  open(opened?: () => void): void;
  /** Something stands here that lives in this page alone. */
  isAny(): boolean;
}

/** `before`: how many files the report has already. */
export function startBeside(
  within: HTMLElement,
  t: T,
  { changed, before = () => 0 }: { changed: () => void; before?: () => number },
): Beside {
  let isAsked = false;
  let files: Files | null = null;
  const none: readonly ChosenFile[] = [];

  async function load(): Promise<void> {
    const place = find('[data-files]', within);
    if (!place) return;
    const answer = await fetch(place.dataset.files ?? '');
    if (!answer.ok) throw new Error('no panel');
    const panel = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
    place.textContent = '';
    place.append(...panel.childNodes);
    const { startFiles } = (await import(/* @vite-ignore */ file)) as typeof import('../files.ts');
    files ??= startFiles(place, { t, changed, before });
  }
  return {
    open(opened) {
      if (isAsked) return;
      isAsked = true;
      const lost = find('[data-files-lost]', within);
      show(lost, false);
      load().then(opened, () => {
        isAsked = false;
        show(lost, true);
      });
    },
    chosen: () => files?.chosen() ?? none,
    names: () => files?.names() ?? [],
    isAny: () => files !== null && (files.isRecording() || files.chosen().length > 0),
    ready: async () => (await files?.ready()) ?? none,
    wipe: () => files?.wipe(),
  };
}
