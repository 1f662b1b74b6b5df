import type { Frame } from '../../web/index.ts';
import type { OwnRow } from '../correction/model.ts';
import { Name, type Wanted } from '../views/name.tsx';
import { Squares } from '../views/standing.tsx';
import { daysText } from './figures-line.ts';
import type { BodyLine } from './who-answers.tsx';

interface BodyTableProps {
  asked: Frame;
  lines: readonly BodyLine[];
  /** Ourselves, where there is enough to say. */
  own: OwnRow | null;
  wanted: Wanted;
}

const columns = ['asked', 'answered', 'says_kept', 'confirmed', 'silent'] as const;

/** A row for each body; on a phone each row is a short block. */
export function BodyTable({ asked, lines, own, wanted }: BodyTableProps) {
  const { t, link, organisation } = asked;
  return (
    <table class="reflow bodies">
      <caption class="vh">{t('public.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('public.table.body')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" class="n">
              {t(`public.table.${column}`)}
            </th>
          ))}
          <th scope="col" class="n">
            {t('public.table.days')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, figures }) => (
          <tr key={id}>
            <th scope="row" class="whole">
              <a href={link(`/answers/${id}`)}>
                <Name name={name} t={t} of={`body ${id}`} wanted={wanted} />
              </a>
              <Squares standings={figures.standings} t={t} />
            </th>
            <Cells
              t={t}
              values={[figures.asked, figures.answered, figures.saysKept, figures.confirmed, figures.silent]}
              days={figures.medianDays}
            />
          </tr>
        ))}
        {own !== null && (
          <tr>
            <th scope="row" class="whole">
              <a href={link('/corrections')}>{t('public.own', { name: t.of(organisation) })}</a>
            </th>
            <Cells
              t={t}
              values={[own.asked, own.answered, own.corrected, null, own.late]}
              days={own.medianDays}
            />
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface CellsProps {
  t: Frame['t'];
  /** In the order of the columns; null where it cannot be said. */
  values: readonly (number | null)[];
  days: number | null;
}

function Cells({ t, values, days }: CellsProps) {
  return (
    <>
      {columns.map((column, at) => (
        <td key={column} class="n">
          <span class="lbl">{t(`public.table.${column}`)}</span>
          {values[at] == null ? '–' : t.number(values[at] ?? 0)}
        </td>
      ))}
      <td class="n">
        <span class="lbl">{t('public.table.days')}</span>
        {daysText(days, t)}
      </td>
    </>
  );
}
