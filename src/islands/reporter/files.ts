/** Photos beside her words: chosen, drawn anew, listed, taken out. They live in this page and nowhere else until Send. */
import type { T } from '../../platform/i18n/index.ts';
import { type ChosenFile, mostBytes, mostFiles } from '../../report/files/model.ts';
import { all, find, fromTemplate, need, show, write } from './page.ts';
import { redrawn } from './redraw.ts';

export interface Files {
  chosen(): readonly ChosenFile[];
  wipe(): void;
}

/** Nothing where the page has no place for files. `changed`: something was added or taken out. */
export function startFiles(within: HTMLElement, t: T, changed: () => void): Files {
  const place = find('[data-files]', within);
  let chosen: readonly ChosenFile[] = [];
  if (!place) return { chosen: () => chosen, wipe() {} };
  const status = need('[data-file-status]', place);
  const input = need<HTMLInputElement>('input[type="file"]', place);

  function say(key: 'drawing' | 'added' | 'out' | 'not_picture' | 'many' | 'large' | null): void {
    show(status, key !== null);
    write(status, key === null ? '' : t(`report.files.${key}`, { most: mostFiles }));
  }

  function draw(): void {
    const list = need('[data-file-list]', place ?? within);
    list.textContent = '';
    chosen.forEach((file, at) => {
      const item = fromTemplate('template[data-file]', within);
      write(find('[data-name]', item), nameOf(file, at, t));
      for (const name of all('[data-of]', item)) write(name, nameOf(file, at, t));
      need('[data-remove]', item).addEventListener('click', () => {
        set(chosen.filter((one) => one !== file));
        say('out');
        need('[data-add-photo]', place ?? within).focus();
      });
      list.append(item);
    });
  }

  function set(next: readonly ChosenFile[]): void {
    chosen = next;
    draw();
    changed();
  }

  function add(file: ChosenFile | null): void {
    const why = file === null ? 'not_picture' : whyNot(file);
    if (file !== null && why === null) set([...chosen, file]);
    say(why ?? 'added');
  }

  function whyNot({ content }: ChosenFile): 'many' | 'large' | null {
    if (chosen.length >= mostFiles) return 'many';
    const size = chosen.reduce((sum, one) => sum + one.content.length, content.length);
    return size > mostBytes ? 'large' : null;
  }

  need('[data-add-photo]', place).addEventListener('click', () => {
    if (chosen.length >= mostFiles) say('many');
    else input.click();
  });
  input.addEventListener('change', () => {
    const [picked] = Array.from(input.files ?? []);
    if (!picked) return;
    say('drawing');
    void redrawn(picked).then((content) => {
      input.value = '';
      add(content && { kind: 'photo', type: 'image/jpeg', content });
    });
  });
  within.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-go="skip"]') : null;
    if (pressed && place.closest('[data-panel]')?.contains(pressed)) wipe();
  });
  show(place, true);

  function wipe(): void {
    for (const { content } of chosen) content.fill(0);
    set([]);
    say(null);
  }
  return { chosen: () => chosen, wipe };
}

/** "Photo 1, 640 kB". */
export const nameOf = ({ kind, content }: ChosenFile, at: number, t: T): string =>
  t(`report.files.${kind}`, { number: at + 1, size: Math.max(1, Math.round(content.length / 1024)) });
