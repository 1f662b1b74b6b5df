/** Names of the people who will be able to open it, from the proved list only, less those she leaves out. */
import type { T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import { type Fields, many, one } from '../../report/questions.ts';
import { all, fieldsOf, find, fromTemplate, need, write } from './page.ts';
import type { Sending } from './send.ts';

export interface ReaderNames {
  fill(fields: Fields): Promise<void>;
  nameOf(id: string): string;
  /** She left out everybody who could open it. */
  nobodyLeft(fields: Fields): boolean;
}

export function startReaders(form: HTMLFormElement, t: T, sending: Sending): ReaderNames {
  let known: readonly Reader[] = [];

  function drawChoices(): void {
    const place = find('[data-readers]', form);
    if (!place || place.childElementCount > 0) return;
    for (const reader of known.filter((one) => one.place === 'ours')) {
      const option = fromTemplate('template[data-reader-option]', form);
      const box = need<HTMLInputElement>('input', option);
      box.value = reader.id;
      box.id = place.childElementCount === 0 ? 'f-leave_out' : `leave-out-${reader.id}`;
      need('label', option).setAttribute('for', box.id);
      write(find('[data-name]', option) ?? need('label', option), reader.name);
      place.append(option);
    }
  }

  const fitting = (fields: Fields) =>
    sending.fitting(known, {
      age: one(fields, 'age') === 'under_18' ? 'under_18' : 'adult',
      leaveOut: one(fields, 'works_with_us') === 'yes' ? many(fields, 'leave_out') : [],
    });

  function drawNames(fields: Fields): void {
    const fit = fitting(fields);
    for (const place of all('[data-reader-names]', form)) write(place, t.list(fit.map(({ name }) => name)));
  }

  form.addEventListener('change', () => {
    if (known.length > 0) drawNames(fieldsOf(form));
  });

  return {
    async fill(fields) {
      try {
        known = await sending.readers();
        drawChoices();
        if (known.length > 0) drawNames(fields);
      } catch {
        // The page keeps the server's wording; sending proves the list again and refuses by name.
      }
    },
    nobodyLeft: (fields) => known.length > 0 && fitting(fields).length === 0,
    nameOf: (id) => known.find((reader) => reader.id === id)?.name ?? id,
  };
}
