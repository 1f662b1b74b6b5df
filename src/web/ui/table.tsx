import type { ComponentChildren } from 'preact';

export interface Column {
  readonly label: string;
  /** Digits under digits. */
  readonly number?: boolean;
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row names the row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly tight?: boolean;
}

export function Table({ caption, columns, rows, tight }: TableProps) {
  const kind = (i: number) => (columns[i]?.number ? 'n' : undefined);
  return (
    <table class={tight ? 'tight' : undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label }, i) => (
            <th key={label} scope="col" class={kind(i)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest], r) => (
          <tr key={typeof first === 'string' ? first : r}>
            <th scope="row">{first}</th>
            {rest.map((cell, i) => (
              <td key={columns[i + 1]?.label ?? i} class={kind(i + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
