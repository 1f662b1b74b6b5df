/** "I see it now" as something a phone can install, one for each language: its own pages, and not one where somebody tells. */
import type { Frame } from '../../web/index.ts';

export const appType = 'application/manifest+json';
export const appPath = '/seen/app.webmanifest';

/** The page's paper, in the light; a manifest knows no other (web/style/tokens.css). */
const paper = '#fbfaf7';

/** The mark stands within the circle every phone leaves when it cuts an icon to its own shape. */
const icons = [
  ['icon-192.png', '192x192', 'any'],
  ['icon-512.png', '512x512', 'any'],
  ['icon-512.png', '512x512', 'maskable'],
] as const;

export function appOf({ t, link, asset }: Frame) {
  const first = link('/seen');
  return {
    id: first,
    name: t('web.name'),
    lang: t.lang,
    dir: t.dir,
    start_url: first,
    scope: first,
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: icons.map(([name, sizes, purpose]) => ({ src: asset(name), sizes, type: 'image/png', purpose })),
  };
}
