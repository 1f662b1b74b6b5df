/** Where: a named place found in any spelling, or "I don't know" and her own words for it. */
import { useState } from 'preact/hooks';
import { type Place, searchPlaces } from '../../platform/place/model.ts';
import { type Fields, one } from '../../report/questions.ts';
import { Pick, type Picked, Type } from './choices-of.tsx';
import { useDesk } from './desk.ts';

const mostShown = 6;

interface Props {
  legend: string;
  hint: string;
  fields: Fields;
  places: readonly Place[];
  problem: string | undefined;
  set(changes: Readonly<Record<string, Picked>>): void;
}

export function IntakeWhere({ legend, hint, fields, places, problem, set }: Props) {
  const { t } = useDesk();
  const [typed, setTyped] = useState('');
  const where = one(fields, 'where');
  const chosen = places.find(({ id }) => where === `place:${id}`);
  const found = typed.trim() === '' ? [] : searchPlaces(places, typed, mostShown);
  const offered = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  return (
    <div class="stack">
      <Pick
        name="where"
        legend={legend}
        hint={hint}
        choices={[
          ...offered.map(({ id, name, kind }) => ({
            value: `place:${id}`,
            label: t.of(name),
            hint: t(`report.place.${kind}`),
          })),
          { value: 'unknown', label: t('report.where.unknown'), apart: offered.length > 0 },
        ]}
        picked={where}
        problem={problem}
        pick={(next) => set({ where: next, direction: '' })}
      >
        <div class="stack desk-search">
          <Type
            name="place_search"
            label={t('report.where.search_label')}
            hint={t(places.length === 0 ? 'report.where.no_places' : 'report.where.search_hint')}
            value={typed}
            write={setTyped}
          />
          {typed.trim() !== '' && found.length === 0 && <p role="status">{t('report.where.none')}</p>}
        </div>
      </Pick>
      {chosen && chosen.directions.length > 0 && (
        <Pick
          name="direction"
          legend={t('report.where.direction')}
          choices={[
            ...chosen.directions.map((name) => ({
              value: t.of(name),
              label: t('report.where.towards', { name: t.of(name) }),
            })),
            { value: '', label: t('report.where.any_direction') },
          ]}
          picked={one(fields, 'direction')}
          pick={(direction) => set({ direction })}
        />
      )}
      <Type
        name="place_words"
        label={t('report.where.place_words')}
        value={one(fields, 'place_words')}
        write={(place_words) => set({ place_words })}
      />
    </div>
  );
}
