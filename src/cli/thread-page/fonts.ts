/** The heading face inside the page, so that it looks the same where nothing else can be fetched. */
import type { Lang } from '../../platform/i18n/index.ts';
import arabic from '../../web/fonts/readex-pro-arabic-wght-normal.woff2?inline';
import figures from '../../web/fonts/readex-pro-figures-wght-normal.woff2?inline';
import latin from '../../web/fonts/readex-pro-latin-wght-normal.woff2?inline';

const face = (name: string, data: string) =>
  `@font-face{font-family:"${name}";src:url(${data}) format("woff2");font-weight:160 700}`;

const rest = face('Readex Pro', latin);
const faces: Readonly<Record<Lang, string>> = {
  ar: face('Readex Pro Arabic', arabic) + face('Readex Pro Figures', figures),
};

export function facesOf(lang: Lang): string {
  return faces[lang] ?? rest;
}
