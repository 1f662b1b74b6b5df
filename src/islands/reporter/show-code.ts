/** The receipt in the pieces the page has for it: the code, its picture, its two cards, printing, and Copy last. */
import { type Code, groupsOf, halves, showCode } from '../../platform/keys/code.ts';
import { listById } from '../../platform/keys/published.ts';
import { all, find, make, show, write } from './page.ts';
import { qrOf } from './qr.ts';

export function showReceipt(within: HTMLElement, code: Code, { shared }: { shared: boolean }): void {
  fill(find('[data-code]', within), code);
  write(find('[data-check-digit]', within), checkOf(code));
  const picture = find('[data-qr]', within);
  if (picture && picture.childElementCount === 0) picture.append(qrOf(showCode(code)));
  showHalves(within, code);
  offerPrint(within);
  offerCopy(within, code, shared);
}

const partsOf = (code: Code): readonly string[] =>
  code.list === 'digits' ? groupsOf(code.digits, 4).split(' ') : code.words;
const checkOf = (code: Code): string => (code.list === 'digits' ? code.check : '');

/** One `li` per word or group of four; what already stands there stays. */
function fill(list: HTMLElement | null, code: Code): void {
  if (!list || list.childElementCount > 0) return;
  for (const part of partsOf(code)) list.append(make('li', { dir: 'ltr' }, part));
}

/** Drawn once for this page: printing twice gives the same two cards. */
function showHalves(within: HTMLElement, code: Code): void {
  const list = listById(code.list);
  const places = ['a', 'b'].map((name) => find(`[data-half="${name}"]`, within));
  if (!list || places.every((place) => !place || place.childElementCount > 0)) return;
  halves(code, list).forEach((half, at) => {
    fill(places[at] ?? null, half);
    write(find(`[data-half-check="${at === 0 ? 'a' : 'b'}"]`, within), checkOf(half));
  });
}

function offerPrint(within: HTMLElement): void {
  for (const button of all<HTMLButtonElement>('[data-print]', within)) {
    show(button, true);
    button.addEventListener('click', () => {
      const mark = `print-${button.dataset.print ?? 'code'}`;
      document.documentElement.classList.add(mark);
      addEventListener('afterprint', () => document.documentElement.classList.remove(mark), { once: true });
      print();
    });
  }
}

function offerCopy(within: HTMLElement, code: Code, shared: boolean): void {
  for (const button of all<HTMLButtonElement>('[data-copy]', within)) {
    // What is copied can be pasted by whoever holds the phone next.
    if (shared || !navigator.clipboard) {
      button.remove();
      continue;
    }
    show(button, true);
    button.addEventListener('click', () => {
      void navigator.clipboard
        .writeText(showCode(code))
        .then(() => show(find('[data-copied]', within), true));
    });
  }
}
