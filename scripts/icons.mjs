/**
 * Writes src/web/ui/icons.ts: each lucide icon we use, so that no icon is ever fetched.
 * Add a name here, run `node scripts/icons.mjs`, commit both.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const names = `
  archive arrow-right bandage bus calendar-check calendar-days calendar-minus chart-no-axes-column check chevron-left chevron-right
  circle-alert circle-check circle-dot circle-question-mark clock clock-alert copy download ellipsis eye eye-off footprints
  hand hand-helping heart-crack house image info key-round keyboard-off languages life-buoy lock-keyhole
  log-out mail map-pin menu message-circle mic minus moon octagon-x pencil phone plus printer   search send smartphone sprout store sun sunrise sunset user
  users video wifi-off x
  file-text rss scale
`
  .trim()
  .split(/\s+/);

const number = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)';
const start = new RegExp(`^m\\s*(${number})[\\s,]*(${number})[\\s,]*(?=([-+.\\d])?)`);
const round = (n) => String(Math.round(n * 1000) / 1000);

/** How each shape of SVG is drawn with one pen (SVG 2, chapter 10: "Basic shapes", equivalent paths). */
const drawn = {
  // The first "m" of a path is absolute; behind another path it would not be.
  path: ({ d }) => d.replace(start, (_, x, y, more) => `M${x} ${y}${more === undefined ? '' : 'l'}`),
  circle: ({ cx, cy, r }) =>
    `M${round(cx - r)} ${cy}a${r} ${r} 0 1 0 ${round(2 * r)} 0a${r} ${r} 0 1 0 ${round(-2 * r)} 0`,
  rect: ({ x = 0, y = 0, width, height, rx = 0, ry = rx }) => {
    const [w, h] = [round(width - 2 * rx), round(height - 2 * ry)];
    const corner = (dx, dy) => (Number(rx) === 0 ? '' : `a${rx} ${ry} 0 0 1 ${dx} ${dy}`);
    const top = `M${round(Number(x) + Number(rx))} ${y}h${w}${corner(rx, ry)}v${h}${corner(-rx, ry)}`;
    return `${top}h${-w}${corner(-rx, -ry)}v${-h}${corner(rx, -ry)}z`;
  },
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
};

const attributes = (text) =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));

/** All shapes of an icon's file as one path. */
function path(name) {
  const file = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  return [...file.matchAll(/<(\w+) ([^<>]*?)\/>/g)]
    .map(([, shape, text]) => drawn[shape](attributes(text)))
    .join('');
}

const lines = names.map((name) => `  '${name}': '${path(name)}',`);
writeFileSync(
  'src/web/ui/icons.ts',
  `// Written by scripts/icons.mjs from lucide (ISC, see THIRD_PARTY): each icon as one path. Not edited by hand.
export const icons = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof icons;
`,
);
