/** A number of days, and which days it counts. */
import type { Term } from '../../../answer/clock/reckon.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, Why } from '../missing.tsx';

/** As it is typed. */
export interface TypedTerm {
  days: string;
  counted: Term['counted'];
}

interface Props {
  id: string;
  legend: string;
  term: TypedTerm;
  why: string | null;
  set(term: TypedTerm): void;
}

const ways = ['working', 'calendar'] as const;

export function TermFields({ id, legend, term, why, set }: Props) {
  const { t } = useDesk();
  return (
    <fieldset class="stack-2">
      <legend class="h3">{legend}</legend>
      <div class={fieldClass(why)}>
        <label for={id}>{t('casework.terms.days')}</label>
        <Why id={id} text={why} />
        <input
          class="in short"
          id={id}
          inputMode="numeric"
          autocomplete="off"
          maxLength={6}
          value={term.days}
          {...described(id, why)}
          onInput={(event) => set({ ...term, days: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-counted`}>{t('casework.terms.counted')}</label>
        <select
          class="in short"
          id={`${id}-counted`}
          value={term.counted}
          onChange={({ currentTarget: { value } }) =>
            set({ ...term, counted: ways.find((one) => one === value) ?? term.counted })
          }
        >
          {ways.map((one) => (
            <option key={one} value={one}>
              {t(`casework.terms.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
