/** What she is asked about others, and what became of it: drawn from what the server says now, anew after each word. */
import type { T } from '../../platform/i18n/index.ts';
import { isBodyWordOffered, isWordOffered } from '../../report/offered.ts';
import type { BodyQuestion, ChangedWord, MyAsk } from '../../report/wire.ts';
import type { Mine } from '../open.ts';
import { all, fill, find, focusOn, fromTemplate, need, show, write } from './page.ts';
import { tried } from './tried.ts';

export function drawBeyond(panel: HTMLElement, t: T, mine: Mine): void {
  const { questions, asks } = mine.report.beyond;
  const bodies = need('[data-questions]', panel);
  const sent = need('[data-asks]', panel);
  // Nothing can be said where the report does not carry her signature: the page tells her elsewhere.
  const shown = mine.hers ? questions : [];
  show(bodies, shown.length > 0);
  show(sent, asks.length > 0);
  const again = (place: string, at: number, words: string) => {
    drawBeyond(panel, t, mine);
    const item = find(`${place} [data-list]`, panel)?.children[at];
    if (!(item instanceof HTMLElement)) return;
    write(find('[data-status]', item), words);
    focusOn(find('h3', item) ?? item);
  };
  fill(
    find('[data-list]', bodies),
    ...shown.map((question, at) => {
      const item = drawnBody(bodies, t, question);
      onSay(item, t, async (say) => {
        if (say === 'later') return t('receipt.beyond.waits');
        await mine.sayBody(question.body, say === 'yes' ? 'yes' : 'no');
        again('[data-questions]', at, t('receipt.beyond.heard'));
        return '';
      });
      return item;
    }),
  );
  fill(
    find('[data-list]', sent),
    ...asks.map((ask, at) => {
      const item = drawnAsk(sent, t, ask);
      onSay(item, t, async (say) => {
        await mine.sayChanged(ask.id, say as ChangedWord['said']);
        again('[data-asks]', at, t('receipt.beyond.heard'));
        return '';
      });
      return item;
    }),
  );
}

function drawnBody(within: HTMLElement, t: T, { name, kind, why, said, day }: BodyQuestion): HTMLElement {
  const item = fromTemplate('template[data-body]', within);
  for (const place of all('[data-name]', item)) write(place, t.of(name));
  write(find('[data-what]', item), t('receipt.beyond.what', { kind: t.of(kind), why: t.of(why) }));
  if (said !== null) tell(item, t(`receipt.beyond.said_${said}`, { day: t.day(day ?? '') }));
  for (const button of all('[data-say]', item))
    show(button, isBodyWordOffered(said, button.dataset.say ?? ''));
  return item;
}

function drawnAsk(within: HTMLElement, t: T, ask: MyAsk): HTMLElement {
  const { name, about, sent, stands, path, question, said, day } = ask;
  const item = fromTemplate('template[data-ask]', within);
  for (const place of all('[data-name]', item)) write(place, t.of(name));
  write(find('[data-sent]', item), t('receipt.beyond.sent', { day: t.day(sent), about: t.of(about) }));
  write(find('[data-stands]', item), t.of(stands));
  const page = need<HTMLAnchorElement>('[data-page]', item);
  show(page.parentElement, path !== null);
  show(find('[data-paused]', item), path === null);
  // It holds the way to the first page in her language.
  if (path !== null) page.href = `${page.getAttribute('href')}${path}`;
  show(find('[data-change]', item), question !== null);
  if (question === null) return item;
  write(find('[data-legend] b', item), t(`receipt.beyond.${question}`));
  if (said !== null) tell(item, t(`receipt.beyond.you_${said}`, { day: t.day(day ?? '') }));
  for (const button of all('[data-say]', item)) {
    const say = button.dataset.say as ChangedWord['said'];
    write(find('[data-word]', button), t(`receipt.beyond.${question}_${say}`));
    show(button, isWordOffered({ question, said }, say));
  }
  return item;
}

function tell(item: HTMLElement, words: string): void {
  const note = find('[data-said]', item);
  write(note, words);
  show(note, true);
}

/** The buttons of the form say it here; the form itself would send the code. */
function onSay(item: HTMLElement, t: T, act: (say: string) => Promise<string>): void {
  find<HTMLFormElement>('form', item)?.addEventListener('submit', (event) => {
    event.preventDefault();
    const say = event.submitter?.dataset.say;
    if (say) void tried(item, t, () => act(say));
  });
}
