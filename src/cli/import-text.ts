/** What an import did or would do, for a person and for a program. */
import type { Outcome } from '../answer/index.ts';
import { translate } from '../platform/i18n/index.ts';

const t = translate('en');

type Refused = Outcome['refused'][number];

const reason = ({ why, got, allowed }: Refused) => t(`answer.refused.${why}`, { got, allowed });

/** One line of JSON; `rows` is what the file holds. */
export function outcomeData({ figures, added, changed, refused, cells }: Outcome, dryRun: boolean) {
  const { namesWanted, added: fresh, ...rest } = figures;
  return {
    ...rest,
    new: fresh,
    names_wanted: namesWanted,
    ...(cells ? { cells } : {}),
    dry_run: dryRun,
    ids: { new: added, changed },
    refusals: refused.map((one) => ({ line: one.line, id: one.id, why: one.why, said: reason(one) })),
  };
}

export function outcomeText(outcome: Outcome, { what, dryRun }: { what: string; dryRun: boolean }): string {
  const { figures, added, changed, refused, cells } = outcome;
  const place = what === 'areas' ? 'feature' : 'line';
  return [
    ...added.map((id) => `+ ${id}`),
    ...changed.flatMap(({ id, fields }) => [
      `~ ${id}`,
      ...fields.map(({ field, from, to }) => `    ${field}: ${from || '(nothing)'} → ${to || '(nothing)'}`),
    ]),
    ...refused.map((one) => `! ${place} ${one.line}${one.id ? ` (${one.id})` : ''}: ${reason(one)}`),
    `${figures.rows} in the file: ${figures.added} new, ${figures.changed} changed, ${figures.unchanged} unchanged, ${figures.refused} refused.`,
    ...(figures.namesWanted > 0
      ? [`${figures.namesWanted} have their English name only, until there is an Arabic one.`]
      : []),
    ...(cells && cells.whole + cells.border > 0
      ? [`${cells.whole} cells lie whole in an area, ${cells.border} on a border.`]
      : []),
    ...(dryRun ? ['A dry run: nothing was written.'] : []),
  ].join('\n');
}
