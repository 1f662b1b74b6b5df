/** Where: a named place found while typing, a line with its direction, or where the phone is, rounded before it leaves. */
import type { T } from '../../platform/i18n/index.ts';
import type { Place } from '../../platform/place/model.ts';
import type { NearPlaces } from '../../report/wire.ts';
import { getJson, postJson } from './ask.ts';
import { find, fromTemplate, make, need, show, write } from './page.ts';

type Search = typeof import('../find.ts');
interface Offered {
  value: string;
  name: string;
  kind?: Place['kind'];
}

const searchFile = '/assets/find.js';
const mostShown = 6;

export interface Where {
  /** Name of a place in the reader's language. */
  nameOf(id: string): string;
  /** Offers and chooses again what was chosen before, under the name it had then. */
  bring(chosen: { value: string; name: string; direction: string }): void;
}

export function startWhere(form: HTMLFormElement, t: T): Where {
  const panel = need('[data-panel="where"]', form);
  // Absent where no place was ever entered: then her own words and "where I am" are all there is.
  const input = find<HTMLInputElement>('[data-where-search]', panel);
  const results = need('[data-where-results]', panel);
  const names = new Map<string, string>();
  let places: readonly Place[] = [];
  let search: Search | null = null;
  let loading: Promise<void> | null = null;

  /** Once; again after a failure, when she types on. */
  function load(): Promise<void> {
    loading ??= Promise.all([
      getJson<{ places: readonly Place[] }>('/api/places'),
      import(/* @vite-ignore */ searchFile) as Promise<Search>,
    ]).then(
      ([answer, module]) => {
        places = answer.places;
        search = module;
      },
      () => {
        // The places the page came with, "where I am" and her own words still work.
        loading = null;
      },
    );
    return loading;
  }

  async function look(): Promise<void> {
    await load();
    if (!search || !input || input.value.trim() === '') return;
    const found = search.searchPlaces(places, input.value, mostShown);
    offer(found.map(({ id, name, kind }) => ({ value: `place:${id}`, name: t.of(name), kind })));
    show(find('[data-where-none]', panel), found.length === 0);
  }

  /** Replaces what stands there; a choice already made stays chosen. */
  function offer(offered: readonly Offered[]): void {
    const before = find<HTMLInputElement>('input[name="where"]:checked', panel);
    const kept = before && results.contains(before) ? before.closest('.opt') : null;
    results.textContent = '';
    if (kept) results.append(kept);
    for (const one of offered) if (one.value !== before?.value) results.append(option(one));
  }

  function option({ value, name, kind }: Offered): HTMLElement {
    const option = fromTemplate('template[data-where-option]', form);
    const radio = need<HTMLInputElement>('input', option);
    radio.value = value;
    radio.id = `where-${value.replace(':', '-')}`;
    need('label', option).setAttribute('for', radio.id);
    write(find('[data-name]', option), name);
    write(find('[data-kind-of]', option), kind ? t(`report.place.${kind}`) : '');
    names.set(value, name);
    return option;
  }

  const chosen = () => find<HTMLInputElement>('input[name="where"]:checked', panel)?.value ?? '';
  const line = () =>
    places.find((place) => `place:${place.id}` === chosen() && place.kind === 'line') ?? null;

  function bring(before: { value: string; name: string; direction: string }): void {
    if (!/^(place|here):/.test(before.value)) return;
    if (!find(`input[value="${before.value}"]`, results)) results.prepend(option(before));
    need<HTMLInputElement>(`input[value="${before.value}"]`, results).checked = true;
    const { direction } = before;
    const select = find<HTMLSelectElement>('select[name="direction"]', panel);
    void load()
      .then(offerDirections)
      .then(() => {
        if (!select || direction === '') return;
        const isOffered = Array.from(select.options).some(({ value }) => value === direction);
        if (!isOffered)
          select.append(make('option', { value: direction }, t('report.where.towards', { name: direction })));
        show(find('[data-line]', panel), true);
        select.value = direction;
      });
  }

  function offerDirections(): void {
    const towards = line()?.directions ?? [];
    show(find('[data-line]', panel), towards.length > 0);
    const select = find<HTMLSelectElement>('select[name="direction"]', panel);
    if (!select) return;
    while (select.options.length > 1) select.remove(1);
    for (const direction of towards) {
      const name = t.of(direction);
      select.append(make('option', { value: name }, t('report.where.towards', { name })));
    }
  }

  async function here(status: HTMLElement | null): Promise<void> {
    show(status, true);
    write(status, t('report.where.asking'));
    try {
      const { coords } = await position();
      const near = await postJson<NearPlaces>('/api/place', {
        lat: thousandth(coords.latitude),
        lng: thousandth(coords.longitude),
      });
      const value = `here:${near.cell}`;
      offer([
        { value, name: t('report.where.here') },
        ...near.near.map(({ id, name }) => ({ value: `place:${id}`, name: t.of(name) })),
      ]);
      const radio = need<HTMLInputElement>(`input[value="${value}"]`, results);
      radio.checked = true;
      radio.dispatchEvent(new Event('change', { bubbles: true }));
      show(status, false);
      focusFirst(results);
    } catch {
      // Refused, switched off or no signal: the search is enough, and nobody is asked twice.
      write(status, t('report.where.refused'));
    }
  }

  let pause = 0;
  input?.addEventListener('focus', () => void load());
  input?.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void look(), 150);
  });
  input?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void look();
  });
  find('[data-where-find]', panel)?.addEventListener('click', (event) => {
    event.preventDefault();
    void look();
  });
  panel.addEventListener('change', (event) => {
    if ((event.target as HTMLInputElement).name === 'where') void load().then(offerDirections);
  });
  const button = find<HTMLButtonElement>('[data-here]', panel);
  show(button, 'geolocation' in navigator);
  button?.addEventListener('click', (event) => {
    event.preventDefault();
    void here(find('[data-here-status]', panel));
  });

  const inPlaces = (id: string) => {
    const place = places.find((one) => one.id === id);
    return place && t.of(place.name);
  };
  return {
    bring,
    nameOf: (id) =>
      inPlaces(id) ??
      names.get(`place:${id}`) ??
      find(`label[for="${find(`input[value="place:${id}"]`, panel)?.id}"] bdi`, panel)?.textContent ??
      id,
  };
}

function focusFirst(results: HTMLElement): void {
  find('input:checked', results)?.focus();
}

/** Cut to 0.001 degree, about 110 m: the finest a phone sends. */
const thousandth = (degrees: number): number => Math.round(degrees * 1000) / 1000;

const position = () =>
  new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 15_000, maximumAge: 60_000 }),
  );
