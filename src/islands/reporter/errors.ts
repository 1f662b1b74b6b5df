/** What is missing, said twice: in a summary that takes the focus, and beside the field. */
import type { Key, T } from '../../platform/i18n/index.ts';
import type { Problem } from '../../report/questions.ts';
import { all, find, focusOn, make, show, write } from './page.ts';

export function clearErrors(panel: HTMLElement): void {
  show(find('[data-errors]', panel), false);
  for (const line of all('[data-error-for]', panel)) show(line, false);
  for (const field of all('[data-field].wrong', panel)) field.classList.remove('wrong');
  for (const control of all('[aria-invalid]', panel)) control.removeAttribute('aria-invalid');
}

export function showErrors(panel: HTMLElement, problems: readonly Problem[], t: T): void {
  clearErrors(panel);
  const list = find('[data-error-list]', panel);
  if (list) list.textContent = '';
  for (const problem of problems) list?.append(line(panel, problem, t));
  const summary = find('[data-errors]', panel);
  show(summary, true);
  document.title = t('report.error_title', { title: panel.dataset.title ?? document.title });
  if (summary) focusOn(summary);
}

function line(panel: HTMLElement, problem: Problem, t: T): HTMLLIElement {
  const text = t(`report.problem.${problem.key}` as Key, problem.params ?? {});
  const beside = find(`[data-error-for="${problem.field}"]`, panel);
  write(beside, text);
  show(beside, true);
  find(`[data-field="${problem.field}"]`, panel)?.classList.add('wrong');
  const id = `f-${problem.field}`;
  const control = find(`#${id}`, panel) ?? find('input, textarea', panel);
  control?.setAttribute('aria-invalid', 'true');
  const link = make('a', { href: `#${id}` }, text);
  link.addEventListener('click', (event) => {
    // The address stays as it is: no trace of which question was open.
    event.preventDefault();
    control?.focus();
  });
  return make('li', {}, link);
}
