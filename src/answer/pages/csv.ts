/** Tables as files (RFC 4180), with a mark that tells spreadsheets it is UTF-8. Pure. */
import type { Said } from '../../platform/i18n/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import type { Figures } from './figures.ts';

type Cell = string | number | null;

const bodyColumns = [
  'body',
  'name_en',
  'name_ar',
  'asked',
  'answered',
  'says_kept',
  'confirmed',
  'silent',
  'median_days',
];

export function bodiesCsv(lines: readonly { id: string; name: Said; figures: Figures }[]): string {
  return csv(
    bodyColumns,
    lines.map(({ id, name, figures }) => [
      id,
      name.en,
      name.ar,
      figures.asked,
      figures.answered,
      figures.saysKept,
      figures.confirmed,
      figures.silent,
      figures.medianDays,
    ]),
  );
}

const askColumns = ['ask', 'body', 'place_en', 'place_ar', 'asked_en', 'asked_ar', 'standing'];
const dayColumns = ['sent', 'due', 'answered', 'promised'];

export function asksCsv(asks: readonly PublicAsk[]): string {
  return csv(
    [...askColumns, ...dayColumns],
    asks.map((ask) => [
      ask.id,
      ask.body.id,
      ask.about.name.en,
      ask.about.name.ar,
      ask.asked.map(({ en }) => en).join(' | '),
      ask.asked.map(({ ar }) => ar).join(' | '),
      ask.standing,
      ask.sent,
      ask.due,
      ask.answered,
      ask.promised,
    ]),
  );
}

const csv = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[columns, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;

/** A cell that begins like a formula is told to be text. */
function cellOf(value: Cell): string {
  const text = String(value ?? '');
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
