/** Tells the installation what became of a pause: one name of a number. No text, no cookie, no address of the page. */
import { type Counted, version } from '../../talk/count/model.ts';

/** Also while the page is being left. That it did not arrive matters to nobody here. */
export function count(what: Counted): void {
  fetch(new URL(/* @vite-ignore */ '/api/talk/count', import.meta.url).href, {
    method: 'POST',
    body: new URLSearchParams({ what, version: String(version) }),
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    // a number less; the form has gone its way
  });
}
