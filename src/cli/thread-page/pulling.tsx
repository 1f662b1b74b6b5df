import { area, line, scaleOf } from './scale.ts';
import { type Drawn, TurnLine, whole } from './stacked.tsx';

const height = 150;
const top = 28;

/** One line with its band: how many posts pull away. */
export function Pulling({ t, along, at, turn, ends, caption }: Drawn) {
  const scale = scaleOf(t.dir);
  const points = whole(along.map(({ pull, ...stretch }) => ({ ...pull, at: at({ pull, ...stretch }) })));
  return (
    <figure class="chart">
      <svg width="100%" height={top + height + 28} role="img" aria-label={caption}>
        {[0, 0.5, 1].map((share) => (
          <line
            key={share}
            class="grid"
            x1="0%"
            x2="100%"
            y1={top + (1 - share) * height}
            y2={top + (1 - share) * height}
          />
        ))}
        <svg
          x="0"
          y={top}
          width="100%"
          height={height}
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path class="band" d={area(points, scale)} />
          <path class="bold" d={line(points, scale)} />
        </svg>
        {turn && (
          <TurnLine at={scale.percent(turn.at)} label={t('talk.thread.about.turn')} bottom={top + height} />
        )}
        {[0.5, 1].map((share) => (
          <text key={share} class="q" x={scale.percent(0)} y={top + (1 - share) * height - 4}>
            {t.number(share * 100)}
          </text>
        ))}
        <text class="q" x={scale.percent(0)} y={top + height + 22}>
          {ends[0]}
        </text>
        <text class="q fin" x={scale.percent(1)} y={top + height + 22}>
          {ends[1]}
        </text>
      </svg>
      <figcaption class="small quiet">{caption}</figcaption>
    </figure>
  );
}
