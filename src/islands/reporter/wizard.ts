/** One document, one panel at a time. Answers stay in the form's controls; the address never changes. */
import type { T } from '../../platform/i18n/index.ts';
import { type Fields, type Panel, type Problem, panels } from '../../report/questions.ts';
import { clearErrors, showErrors } from './errors.ts';
import { all, clear, fieldsOf, find, focusOn, make, need, show } from './page.ts';
import { panelAfter, problemsOf, reachable, type Shown } from './way.ts';

export interface Steps {
  form: HTMLFormElement;
  t: T;
  /** Called before a panel is shown: fills what depends on earlier answers. */
  opening(panel: Shown, fields: Fields): void;
  /** What the questions alone cannot know: today's date, who is left to read it. */
  problems(panel: Panel, fields: Fields): readonly Problem[];
  /** Called when Continue is pressed on a panel without problems: where to go instead of `next`. */
  leaving(panel: Panel, next: Panel): Promise<Shown>;
  /** Hides and shows what an answer opens within its own panel. */
  changed(fields: Fields): void;
  /** The browser's history learns nothing: it has one step, whatever was answered. */
  shared: boolean;
  /** What was written before lies on this phone: nothing is gone. */
  kept: boolean;
}

export interface Wizard {
  fields(): Fields;
  /** The panel that is open. */
  current(): Shown;
  /** The furthest panel up to `wanted` that the answers allow. */
  reachable(wanted: Panel): Panel;
  /** Shows a panel off the way, such as "sending", without leaving a step in the history. */
  show(panel: Shown): void;
  /** Shows a question with what is wrong in it. */
  ask(panel: Panel, problems: readonly Problem[]): void;
  /** The end: whatever the browser's Back does, this panel stays. */
  end(panel: Shown): void;
}

export function startWizard(steps: Steps): Wizard {
  const { form, t, opening, problems, leaving, changed, shared, kept } = steps;
  const before: Shown[] = [];
  let current: Shown = 'safe';
  let returning = false;
  let ended = false;
  const fields = () => fieldsOf(form);
  const sectionOf = (panel: Shown) => need(`[data-panel="${panel}"]`, form);

  function reveal(panel: Shown): void {
    opening(panel, fields());
    changed(fields());
    for (const sound of all<HTMLAudioElement>('audio', form)) sound.pause();
    for (const section of all('[data-panel]', form)) show(section, section.dataset.panel === panel);
    const section = sectionOf(panel);
    clearErrors(section);
    current = panel;
    document.title = section.dataset.title ?? form.dataset.title ?? document.title;
    scrollTo(0, 0);
    focusOn(find('h1', section) ?? section);
  }

  function goTo(panel: Shown): void {
    if (shared) before.push(current);
    else history.pushState({ panel }, '');
    reveal(panel);
  }

  function showAgain(wanted: Panel): void {
    if (wanted === 'check') returning = false;
    reveal(wanted === 'safe' ? wanted : reachable(wanted, fields()));
  }

  /** The page's own Back is the browser's, so that both stay in step; where it may know nothing, it is the page's alone. */
  function back(): void {
    const wanted = before.pop();
    if (wanted === undefined) history.back();
    else showAgain(wanted as Panel);
  }

  async function next(): Promise<void> {
    const from = current as Panel;
    const wrong = [...problemsOf(from, fields()), ...problems(from, fields())];
    if (wrong.length > 0) return showErrors(sectionOf(from), wrong, t);
    const panel = await leaving(from, panelAfter(from, fields(), returning));
    if (current !== from) return;
    if (panel === 'check') returning = false;
    goTo(panel);
  }

  const acts: Readonly<Record<string, () => void>> = {
    continue: () => void next(),
    skip: () => {
      clear(sectionOf(current));
      void next();
    },
    back,
  };

  form.addEventListener('click', (event) => {
    const pressed =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-go], [data-change]');
    if (!pressed) return;
    event.preventDefault();
    if (pressed.dataset.change === undefined) return acts[pressed.dataset.go ?? '']?.();
    returning = true;
    goTo(pressed.dataset.change as Panel);
  });
  // Enter in a text field means Continue, never a request that would carry the answers.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if ((panels(fields()) as readonly Shown[]).includes(current) && current !== 'check') void next();
  });
  form.addEventListener('change', () => changed(fields()));
  addEventListener('popstate', (event: PopStateEvent) => {
    if (ended) return;
    // What is being sent is not changed meanwhile: the browser's Back leads here again.
    if (current === 'sending') return history.pushState({ panel: 'check' }, '');
    showAgain((event.state as { panel?: Panel } | null)?.panel ?? 'safe');
  });

  // The history remembers that there was a panel; where nothing was kept, the answers went with the page.
  const begunBefore =
    history.state !== null && typeof (history.state as { panel?: unknown }).panel === 'string';
  if (!shared) history.replaceState({ panel: current }, '');
  reveal(current);
  if (begunBefore && !shared && !kept) {
    const said = make('p', { class: 'note mind', role: 'status' }, t('report.tell.begin_again'));
    need('h1', sectionOf(current)).after(said);
  }
  return {
    fields,
    current: () => current,
    reachable: (wanted) => reachable(wanted, fields()),
    show: reveal,
    ask(panel, wrong) {
      goTo(panel);
      showErrors(sectionOf(panel), wrong, t);
    },
    end(panel) {
      ended = true;
      reveal(panel);
    },
  };
}
