import type { T } from '../../platform/i18n/index.ts';
import { type Group, groups, type Stretch } from '../../talk/index.ts';
import { area, line, scaleOf } from './scale.ts';

export interface Drawn {
  t: T;
  along: readonly Stretch[];
  /** Where a stretch stands, 0 to 1. */
  at(stretch: Stretch): number;
  turn: { at: number; from: number; to: number } | null;
  /** Under the beginning and the end. */
  ends: readonly [string, string];
  caption: string;
}

const height = 240;
const top = 28;

/** Shares one above the other, what happened at the bottom, other topics on top. */
export function Stacked({ t, along, at, turn, ends, caption }: Drawn) {
  const scale = scaleOf(t.dir);
  const bands = bandsOf(along, at);
  return (
    <figure class="chart">
      <svg width="100%" height={top + height + 28} role="img" aria-label={caption}>
        <svg
          x="0"
          y={top}
          width="100%"
          height={height}
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {bands.map(({ group, points }) => (
            <path key={group} class={group} d={area(points, scale)} />
          ))}
          {bands.slice(0, -1).map(({ group, points }) => (
            <path
              key={group}
              class={group === 'self' ? 'edge-line' : 'cut'}
              d={line(
                points.map((point) => ({ at: point.at, value: point.high })),
                scale,
              )}
            />
          ))}
          <rect class="frame" x="0" y="0" width="1000" height="100" />
          {turn && (
            <rect
              class="turn-span"
              x={Math.min(scale.x(turn.from), scale.x(turn.to))}
              y="0"
              width={Math.max(2, Math.abs(scale.x(turn.to) - scale.x(turn.from)))}
              height="100"
            />
          )}
        </svg>
        {turn && (
          <TurnLine at={scale.percent(turn.at)} label={t('talk.thread.about.turn')} bottom={top + height} />
        )}
        <text class="q" x={scale.percent(0)} y={top + height + 22}>
          {ends[0]}
        </text>
        <text class="q fin" x={scale.percent(1)} y={top + height + 22}>
          {ends[1]}
        </text>
      </svg>
      <Key t={t} />
      <figcaption class="small quiet">{caption}</figcaption>
    </figure>
  );
}

export function TurnLine({ at, label, bottom }: { at: string; label: string; bottom: number }) {
  return (
    <>
      <text class="mid s" x={at} y="16">
        {label}
      </text>
      <line class="turn-ground" x1={at} x2={at} y1={top - 6} y2={bottom} />
      <line class="turn" x1={at} x2={at} y1={top - 6} y2={bottom} />
    </>
  );
}

function Key({ t }: { t: T }) {
  return (
    <ul class="key">
      {groups.map((group) => (
        <li key={group}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <rect class={group} x="1" y="1" width="12" height="12" rx="3" />
          </svg>
          {t(`talk.thread.group.${group}`)}
        </li>
      ))}
    </ul>
  );
}

function bandsOf(along: readonly Stretch[], at: Drawn['at']) {
  const sofar = along.map(() => 0);
  return groups.map((group: Group) => ({
    group,
    points: whole(
      along.map((stretch, n) => {
        const low = sofar[n] ?? 0;
        const high = group === 'other' ? 1 : Math.min(1, low + stretch.groups[group].value);
        sofar[n] = high;
        return { at: at(stretch), low, high };
      }),
    ),
  }));
}

/** From edge to edge: the first and the last value hold outwards. */
export function whole<P extends { at: number }>(points: readonly P[]): P[] {
  const [first] = points;
  const last = points.at(-1);
  return first === undefined || last === undefined
    ? []
    : [{ ...first, at: 0 }, ...points, { ...last, at: 1 }];
}
