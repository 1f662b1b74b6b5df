/** Places as hexagons of one size, filled by the answer: solid, hatched or empty, so that grey print tells them apart. */
import type { T } from '../../platform/i18n/index.ts';
import { type Face, worstOf } from '../views/standing.tsx';
import type { AreaLine } from './area-lines.ts';
import { middleOfTile, rowHeight, tiles } from './tiles.ts';

export type Fill = Face | 'unasked' | 'nobody';

/** Of several asks the one furthest from an answer. */
export function fillOf({ asks, bodies }: AreaLine): Fill {
  return worstOf(asks.map(({ standing }) => standing)) ?? (bodies.length === 0 ? 'nobody' : 'unasked');
}

/** Of the drawing's own units: a hexagon is this wide. */
const wide = 72;
const gap = 3;

interface HexagonsProps {
  lines: readonly AreaLine[];
  /** Where a hexagon leads. */
  to(line: AreaLine): string | null;
  t: T;
}

/** Numbered as the rows of the table, which says the same in words: readers who do not see it lose nothing. */
export function Hexagons({ lines, to, t }: HexagonsProps) {
  const laid = tiles(lines.map(({ key, at }) => ({ id: key, at })));
  const middles = [...laid.values()].map(middleOfTile);
  const width = (Math.max(0, ...middles.map(({ x }) => x)) + 0.5) * wide + 2 * gap;
  const height = (Math.max(0, ...middles.map(({ y }) => y)) + 0.5 / rowHeight) * wide + 2 * gap;
  return (
    <figure class="map stack-2">
      <svg viewBox={`0 0 ${round(width)} ${round(height)}`} width={round(width)} aria-hidden="true">
        <Hatches />
        {lines.map((line, n) => {
          const tile = laid.get(line.key);
          const hexagon = tile && (
            <Hexagon at={middleOfTile(tile)} fill={fillOf(line)} number={t.number(n + 1)} />
          );
          const href = to(line);
          return href === null ? (
            <g key={line.key}>{hexagon}</g>
          ) : (
            <a key={line.key} href={href} tabIndex={-1}>
              {hexagon}
            </a>
          );
        })}
      </svg>
      <figcaption class="small quiet">{t('public.map.caption')}</figcaption>
    </figure>
  );
}

/** Where a plain colour is not enough; the rest is in the style sheet. */
const hatched: Partial<Readonly<Record<Fill, string>>> = {
  late: 'url(#hatch-late)',
  no: 'url(#hatch-no)',
  not: 'url(#hatch-not)',
  says: 'url(#hatch-says)',
};

interface HexagonProps {
  /** In widths of a hexagon. */
  at: { x: number; y: number };
  fill: Fill;
  number: string;
}

function Hexagon({ at, fill, number }: HexagonProps) {
  const [x, y] = [at.x * wide + gap, at.y * wide + gap];
  const radius = (wide - gap) / 2 / rowHeight;
  const corners = Array.from({ length: 6 }, (_, n) => {
    const angle = (Math.PI / 3) * n + Math.PI / 6;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  });
  return (
    <>
      <polygon class={`hex ${fill}`} fill={hatched[fill]} points={corners.join(' ')} />
      <circle class="plate" cx={round(x)} cy={round(y)} r="14" />
      <text x={round(x)} y={round(y + 5)}>
        {number}
      </text>
    </>
  );
}

/** The same marks as on the squares. */
function Hatches() {
  return (
    <defs>
      <pattern
        id="hatch-late"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="h-ground" d="M0 0h7v7H0z" />
        <path class="h-late" d="M0 0h3v7H0z" />
      </pattern>
      <pattern id="hatch-no" width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="h-ground" d="M0 0h8v8H0z" />
        <path class="h-no" d="M0 3h8v2H0z" />
      </pattern>
      <pattern
        id="hatch-not"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="h-ground" d="M0 0h9v9H0z" />
        <path class="h-not" d="M0 0h1.5v9H0zM0 0h9v1.5H0z" />
      </pattern>
      <linearGradient id="hatch-says" x1="0" y1="0" x2="1" y2="1">
        <stop class="g-kept" offset="0.5" />
        <stop class="g-ground" offset="0.5" />
      </linearGradient>
    </defs>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;
