/** Names of the people who will be able to open it, from the proved list only, less those she leaves out. */
import type { T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import {
  goesOutside,
  leaveOutHint,
  leaveOutProblems,
  leavingFrom,
  namesOf,
  opensAlone,
  opensFor,
} from '../../report/leaving-out.ts';
import type { Fields, Problem } from '../../report/questions.ts';
import { all, fieldsOf, find, fromTemplate, need, show, write } from './page.ts';
import type { Sending } from './send.ts';

export interface ReaderNames {
  fill(fields: Fields): Promise<void>;
  nameOf(id: string): string;
  /** Leaves out again whom she left out before, also while the list cannot be had. */
  bring(left: readonly { id: string; name: string }[]): void;
  /** She left out everybody who could open it. */
  problems(fields: Fields): readonly Problem[];
}

export function startReaders(form: HTMLFormElement, t: T, sending: Sending): ReaderNames {
  let known: readonly Reader[] = [];

  /** Whoever stands there already, ticked or not, stays. */
  function drawChoices(offered: readonly { id: string; name: string }[], isTicked: boolean): void {
    const place = find('[data-readers]', form);
    if (!place) return;
    for (const reader of offered) {
      if (all<HTMLInputElement>('input', place).some(({ value }) => value === reader.id)) continue;
      const option = fromTemplate('template[data-reader-option]', form);
      const box = need<HTMLInputElement>('input', option);
      box.value = reader.id;
      box.checked = isTicked;
      box.id = place.childElementCount === 0 ? 'f-leave_out' : `leave-out-${reader.id}`;
      need('label', option).setAttribute('for', box.id);
      write(find('[data-name]', option) ?? need('label', option), reader.name);
      place.append(option);
    }
  }

  function drawNames(fields: Fields): void {
    const leaving = leavingFrom(fields, known);
    const opens = opensFor(leaving);
    if (opens.length > 0)
      for (const place of all('[data-reader-names]', form)) write(place, namesOf(opens, t));
    write(find('[data-leave-out-hint]', form), leaveOutHint(leaving, t));
    const goes = goesOutside(leaving, t);
    const line = find('[data-goes-outside]', form);
    show(line, goes !== null);
    if (line?.textContent !== (goes ?? '')) write(line, goes ?? '');
    // Whoever left out everybody here does not press "Send to the caseworkers".
    const names = namesOf(opens, t);
    write(find('[data-send] span', form), t(goes === null ? 'report.send' : 'report.send.to', { names }));
    const alone = opensAlone(leaving, t);
    for (const place of all('[data-opens-alone]', form)) {
      show(place, alone !== null);
      if (place.textContent !== (alone ?? '')) write(place, alone ?? '');
    }
  }

  form.addEventListener('change', () => {
    if (known.length > 0) drawNames(fieldsOf(form));
  });

  return {
    async fill(fields) {
      try {
        known = await sending.readers();
        drawChoices(
          known.filter((one) => one.place === 'ours'),
          false,
        );
        if (known.length > 0) drawNames(fields);
      } catch {
        // The page keeps the server's wording; sending proves the list again and refuses by name.
      }
    },
    problems: (fields) => (known.length === 0 ? [] : leaveOutProblems(leavingFrom(fields, known), t)),
    bring: (left) => drawChoices(left, true),
    nameOf: (id) => known.find((reader) => reader.id === id)?.name ?? id,
  };
}
