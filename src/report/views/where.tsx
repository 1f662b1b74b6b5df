/** Where: a search that needs no script, the places found, or "I don't know"; with script also where the phone is. */
import type { Place } from '../../platform/place/model.ts';
import { Button, Field, Icon } from '../../web/index.ts';
import { one } from '../questions.ts';
import { Listen } from '../recordings/index.ts';
import { type Asked, idOf, say } from './asking.ts';
import { Answer, Slot } from './parts.tsx';

export function Where({ asked }: { asked: Asked }) {
  const { t, mode, hasPlaces } = asked;
  return (
    <div class="question stack">
      <h1>{t('report.q.where')}</h1>
      <Listen from={asked} name="where" />
      <p class="hint">{t('report.hint.where')}</p>
      {!hasPlaces && <p class="note mind">{t('report.where.no_places')}</p>}
      {hasPlaces && <Search asked={asked} />}
      {mode === 'script' && <Here asked={asked} />}
      <Results asked={asked} />
      {mode === 'script' && (
        <div data-line hidden class="field">
          <Direction asked={asked} place={asked.chosen} />
        </div>
      )}
      {mode === 'script' && <PlaceWords asked={asked} />}
    </div>
  );
}

function Search({ asked: { t, typed, mode } }: { asked: Asked }) {
  return (
    <div class="field">
      <label for="where-search">{t('report.where.search_label')}</label>
      <p class="hint small" id="where-search-hint">
        {t('report.where.search_hint')}
      </p>
      <div class="with-btn">
        <input
          class="in"
          id="where-search"
          type="search"
          dir="auto"
          maxLength={60}
          autocomplete="off"
          aria-describedby="where-search-hint"
          value={typed ?? ''}
          {...(mode === 'form' ? { name: 'q' } : { 'data-where-search': true })}
        />
        {mode === 'form' ? (
          <Button kind="second" name="go" value="search" icon="search" formNoValidate>
            {t('report.where.search')}
          </Button>
        ) : (
          <button type="button" class="btn second" data-where-find>
            {t('report.where.search')}
          </button>
        )}
      </div>
    </div>
  );
}

function Here({ asked: { t } }: { asked: Asked }) {
  return (
    <div class="stack-2">
      <p>
        <button type="button" class="btn second" data-here hidden aria-describedby="here-hint">
          <Icon name="map-pin" />
          {t('report.where.use_here')}
        </button>
      </p>
      <p class="small quiet" id="here-hint">
        {t('report.where.here_hint')}
      </p>
      <p data-here-status role="status" hidden />
    </div>
  );
}

function Results({ asked }: { asked: Asked }) {
  const { t, places, typed, fields, mode, chosen } = asked;
  const where = one(fields, 'where');
  const offered = chosen && !places.some(({ id }) => id === chosen.id) ? [chosen, ...places] : places;
  return (
    <Slot field="where" asked={asked}>
      <fieldset>
        <legend class="h3">{typed ? t('report.where.found', { typed }) : t('report.where.results')}</legend>
        {mode === 'script' ? (
          <p data-where-none hidden>
            {t('report.where.none')}
          </p>
        ) : (
          typed && places.length === 0 && <p>{t('report.where.none')}</p>
        )}
        <div class="opts" data-where-results>
          {offered.map((place, at) => (
            <PlaceAnswer key={place.id} place={place} first={at === 0} asked={asked} />
          ))}
          {where.startsWith('here:') && mode === 'form' && (
            <Answer kind="radio" name="where" value={where} id={idOf('where-here')} checked>
              {t('report.where.here')}
            </Answer>
          )}
        </div>
        <div class="opts">
          <Answer
            kind="radio"
            name="where"
            value="unknown"
            id={offered.length === 0 ? idOf('where') : idOf('where-unknown')}
            checked={where === 'unknown'}
            icon="circle-question-mark"
            apart
          >
            {t('report.where.unknown')}
          </Answer>
        </div>
      </fieldset>
      {mode === 'script' && (
        <template data-where-option>
          <div class="opt">
            <input type="radio" name="where" id="where-option" />
            <label for="where-option">
              <span>
                <span data-name dir="auto" />
                <small data-kind-of />
              </span>
            </label>
          </div>
        </template>
      )}
    </Slot>
  );
}

function PlaceAnswer({ place, first, asked }: { place: Place; first: boolean; asked: Asked }) {
  const { t, fields } = asked;
  const value = `place:${place.id}`;
  return (
    <Answer
      kind="radio"
      name="where"
      value={value}
      id={first ? idOf('where') : idOf(`where-${place.id}`)}
      checked={one(fields, 'where') === value}
      hint={t(`report.place.${place.kind}`)}
    >
      <bdi>{t.of(place.name)}</bdi>
    </Answer>
  );
}

/** Direction of a line: sealed. */
export function Direction({ asked, place }: { asked: Asked; place: Place | null }) {
  const { t, fields } = asked;
  return (
    <>
      <label for={idOf('direction')}>{t('report.where.direction')}</label>
      <select class="in sealed" name="direction" id={idOf('direction')}>
        <option value="">{t('report.where.any_direction')}</option>
        {(place?.directions ?? []).map((towards) => (
          <option
            key={towards.en}
            value={t.of(towards)}
            selected={one(fields, 'direction') === t.of(towards)}
          >
            {t('report.where.towards', { name: t.of(towards) })}
          </option>
        ))}
      </select>
    </>
  );
}

/** Finer than the open columns may be: sealed. */
export function PlaceWords({ asked }: { asked: Asked }) {
  const { t, fields, problems } = asked;
  const problem = problems.find(({ field }) => field === 'place_words');
  return (
    <Slot field="place_words" asked={{ ...asked, problems: [] }}>
      <Field
        name="place_words"
        id={idOf('place_words')}
        label={t('report.where.place_words')}
        t={t}
        rows={2}
        sealed
        optional
        value={one(fields, 'place_words')}
        problem={problem && say(t, `problem.${problem.key}`, problem.params)}
        spellcheck={false}
      />
    </Slot>
  );
}
