/** What stands under the words: what they do to the conversation, other ways to say it, and every way out. */
import en from '../../../locales/en/pause.json';
import type { Lang, Meta } from '../../platform/i18n/index.ts';
import { excerpt } from '../../talk/pause/words.ts';
import { button, part } from './parts.ts';
import type { Away } from './reading.ts';

const texts = import.meta.glob<Partial<typeof en>>('../../../locales/*/pause.json', {
  eager: true,
  import: 'default',
});
const metas = import.meta.glob<Pick<Meta, 'dir'>>('../../../locales/*/meta.json', {
  eager: true,
  import: 'default',
});

/** The language a page says it is in, where the pause speaks it; else English. */
export function spoken(said: string): Lang {
  const [lang = ''] = said.toLowerCase().split('-');
  return texts[`../../../locales/${lang}/pause.json`] === undefined ? 'en' : lang;
}

export interface Acts {
  take(sentence: string): void;
  putBack(): void;
  send(): void;
  notMeant(): void;
}

export interface Panel {
  ask(away: Away, text: string): void;
  /** A sentence was taken. */
  taken(): void;
  /** A last word, without any question. */
  say(what: 'put_back.done' | 'not_meant.done'): void;
  hide(): void;
}

/** `home`: where our own pages stand. */
export function panel(root: ShadowRoot, lang: Lang, { home, acts }: { home: string; acts: Acts }): Panel {
  const t = { ...en, ...texts[`../../../locales/${lang}/pause.json`] };
  const { dir = 'ltr' } = metas[`../../../locales/${lang}/meta.json`] ?? {};
  const why = (away: Away) => away.why[lang] ?? away.why.en ?? '';
  const box = part('div', { class: 'pause', role: 'group', 'aria-labelledby': 'head', hidden: '' });
  const status = part('p', { class: 'said', role: 'status' });
  const whole = part('div', { lang, dir }, box, status);
  root.append(whole);

  const show = (...content: readonly Node[]) => {
    box.textContent = '';
    box.append(...content);
    box.hidden = false;
  };
  const link = (path: string, text: string) =>
    part(
      'a',
      { href: new URL(`/${lang}${path}`, home).href, target: '_blank', rel: 'noopener' },
      text,
      part('span', { class: 'vh' }, ` (${t.beside})`),
    );
  const way = (sentence: string) =>
    part(
      'li',
      {},
      button('take', [part('span', { dir: 'auto' }, sentence), part('b', {}, t.take)], () =>
        acts.take(sentence),
      ),
    );

  return {
    ask(away, text) {
      const { before, words, after } = excerpt(text, away.span);
      show(
        part('p', { class: 'head', id: 'head' }, t.head),
        part('p', { class: 'words', dir: 'auto' }, before, part('mark', {}, words), after),
        part('p', {}, why(away)),
        part('p', { class: 'label', id: 'ways' }, t.instead),
        part('ul', { 'aria-labelledby': 'ways' }, ...away.gentler.map(way)),
        part(
          'p',
          { class: 'acts' },
          button('send', [t.send], acts.send),
          button('link', [t.not_meant], acts.notMeant),
        ),
        part(
          'p',
          { class: 'small' },
          t.help,
          link('/seen', t['help.seen']),
          link('/answers', t['help.body']),
        ),
        part('p', { class: 'small' }, t.own),
      );
      status.textContent = t.said.replace('{why}', why(away));
    },
    taken() {
      show(
        part('p', { class: 'head', id: 'head' }, t.taken),
        part('p', { class: 'acts' }, button('link', [t.put_back], acts.putBack)),
      );
      status.textContent = t.taken;
    },
    say(what) {
      show(part('p', { class: 'head', id: 'head' }, t[what]));
      status.textContent = t[what];
    },
    hide() {
      box.hidden = true;
      box.textContent = '';
      status.textContent = '';
    },
  };
}
