import type { Texts } from './texts.ts';
import { type T, translator } from './translator.ts';

/** In a browser: the texts the server put into this page's `<script type="application/json" id="texts">`. */
export function readTexts(from: Document = document): T {
  const { locale, messages } = JSON.parse(from.getElementById('texts')?.textContent ?? 'null') as Texts;
  return translator(locale, (key) => messages[key]);
}
