/**
 * Writes src/web/ui/icons.ts: the shapes of each lucide icon we use, so that no icon is ever fetched.
 * Add a name here, run `node scripts/icons.mjs`, commit both.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const names = `
  archive arrow-right bandage bus chart-no-axes-column check chevron-left chevron-right
  circle-alert circle-check circle-dot circle-question-mark clock clock-alert copy download ellipsis eye eye-off footprints
  hand hand-helping heart-crack house image info key-round keyboard-off languages life-buoy lock-keyhole
  log-out mail map-pin menu message-circle minus moon octagon-x pencil phone plus printer   search send smartphone sprout store sun sunrise sunset user
  users video wifi-off x
`
  .trim()
  .split(/\s+/);

/** The shapes of an icon's file, each as [name, attributes]. */
const shapes = (name) =>
  [
    ...readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8').matchAll(/<(\w+) ([^<>]*?)\/>/g),
  ].map(([, shape, attributes]) => [
    shape,
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  ]);

const lines = names.map((name) => `  '${name}': ${JSON.stringify(shapes(name))},`);
writeFileSync(
  'src/web/ui/icons.ts',
  `// Written by scripts/icons.mjs from lucide (ISC, see THIRD_PARTY). Not edited by hand.
type Shape = readonly ['path' | 'circle' | 'rect' | 'line' | 'polyline' | 'polygon' | 'ellipse', Readonly<Record<string, string>>];

export const icons = {
${lines.join('\n')}
} as const satisfies Record<string, readonly Shape[]>;

export type IconName = keyof typeof icons;
`,
);
