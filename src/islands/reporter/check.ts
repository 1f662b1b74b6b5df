/** The check page: what may be counted, what only caseworkers open, what should happen; each with its way back. */
import { weekOf } from '../../platform/clock.ts';
import type { Key, T } from '../../platform/i18n/index.ts';
import { type Fields, many } from '../../report/questions.ts';
import { type Names, type Row, summary } from '../../report/summary.ts';
import { all, find, fromTemplate, make, need, show, write } from './page.ts';

/** A long text is shown by its beginning; the whole stands in its question. */
const mostShown = 240;

export function fillCheck(
  form: HTMLFormElement,
  fields: Fields,
  given: {
    t: T;
    place: (id: string) => string;
    reader: (id: string) => string;
    /** Names of photos and recordings. */
    files: readonly string[];
  },
): void {
  const { t } = given;
  const names: Names = { place: given.place, reader: given.reader, day: t.day, weekOf };
  const lists = all('[data-sum]', form);
  for (const list of lists) list.textContent = '';
  for (const row of summary(fields, names)) {
    lists.find((list) => list.dataset.sum === row.side)?.append(drawn(form, row, t));
  }
  if (given.files.length > 0) {
    const lines = given.files.map((text) => ({ text }));
    const row: Row = { question: 'words', side: 'sealed', label: 'row.files', lines };
    lists.find((list) => list.dataset.sum === row.side)?.append(drawn(form, row, t));
  }
  show(find('[data-not-counted]', form), !many(fields, 'wish').includes('count'));
}

function drawn(form: HTMLFormElement, row: Row, t: T): HTMLElement {
  const element = fromTemplate('template[data-row]', form);
  for (const label of all('[data-label]', element)) write(label, t(`report.${row.label}` as Key));
  const value = need('[data-value]', element);
  value.textContent = '';
  if (row.lines.length === 0) value.append(t('report.row.none'));
  for (const line of row.lines) {
    const said = make('span', { class: 'line' });
    said.append('key' in line ? t(`report.${line.key}` as Key, line.params ?? {}) : own(line.text));
    value.append(said);
  }
  need('[data-change]', element).dataset.change = row.question;
  return element;
}

function own(text: string): HTMLElement {
  return make('bdi', { dir: 'auto' }, text.length > mostShown ? `${text.slice(0, mostShown)} …` : text);
}
