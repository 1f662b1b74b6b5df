/** Which panel follows which, for given answers: Continue, Change and the browser's own Back. Pure. */
import {
  type Fields,
  type Panel,
  type Problem,
  panels,
  path,
  type QuestionId,
  questions,
} from '../../report/questions.ts';

/** Panels besides the way itself: where it can end, and where it begins. */
export type Shown =
  | Panel
  | 'starting'
  | 'minor_stop'
  | 'sending'
  | 'sent'
  | 'no_readers'
  | 'waiting'
  | 'deleted';

export function problemsOf(panel: Shown, fields: Fields): readonly Problem[] {
  return questions.find(({ id }) => id === panel)?.problems(fields) ?? [];
}

/** The first question whose answer still has a problem; null when the report can be sent. */
export function firstOpen(fields: Fields): QuestionId | null {
  return path(fields).find((question) => question.problems(fields).length > 0)?.id ?? null;
}

const isCard = (panel: Panel): boolean => !questions.some(({ id }) => id === panel) && panel !== 'check';

/**
 * Where Continue leads. `returning`: she came from the check page and goes back there, unless her change calls for a
 * card or opens a question she was never asked.
 */
export function panelAfter(panel: Panel, fields: Fields, returning: boolean): Panel {
  const order = panels(fields);
  const next = order[order.indexOf(panel) + 1] ?? 'check';
  if (!returning || isCard(next)) return next;
  return firstOpen(fields) ?? 'check';
}

/** The panel the browser's Back or Forward may show: `wanted`, or the first unanswered question before it. */
export function reachable(wanted: Panel, fields: Fields): Panel {
  const order = panels(fields);
  const at = order.indexOf(wanted);
  const open = firstOpen(fields);
  if (open === null) return at < 0 ? 'check' : wanted;
  return at < 0 || order.indexOf(open) < at ? open : wanted;
}
