/**
 * <upstander-reconsider>: around a text field and the button that sends it, in any form. It looks at the words when the
 * writer pauses, asks once, and never holds, changes or delays the form's own sending.
 */
import { randomInt } from '../../platform/keys/random.ts';
import type { Arm, End } from '../../talk/count/model.ts';
import { sentenceOf, stillIn } from '../../talk/pause/words.ts';
import { count } from './counting.ts';
import { lookAt } from './load.ts';
import look from './look.css?raw';
import { type Panel, panel, spoken } from './panel.ts';
import type { Away } from './reading.ts';
import { isQuiet, keepQuiet } from './thread.ts';

/** Of everybody who opens a page half see nothing, so that the effect can be known. Kept nowhere. */
const drawn: Arm = randomInt(2) === 0 ? 'shown' : 'held';
/** Lots are drawn for a page visit, so a page visit counts once: what happens at its first pause cannot change what comes later. */
let isFirst = true;
const pauseAfter = 1200;
const shortest = 8;

export class Reconsider extends HTMLElement {
  #panel: Panel | null = null;
  #field: HTMLTextAreaElement | null = null;
  #timer = 0;
  #composing = false;
  /** The marked words of the pause that is open. */
  #open: string | null = null;
  #isCounted = false;
  /** Asked about on this page already. */
  #asked: string[] = [];
  #away: Away | null = null;
  /** The text before a sentence was taken. */
  #before: string | null = null;
  #quiet = false;
  #leaving: AbortController | null = null;

  connectedCallback(): void {
    this.#panel ??= this.#makePanel();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.addEventListener('input', (event) => this.#written(event), { signal });
    this.addEventListener('compositionstart', () => this.#compose(true), { signal });
    this.addEventListener('compositionend', () => this.#compose(false), { signal });
    // A form inside somebody's own tree sends within it.
    this.getRootNode().addEventListener(
      'submit',
      ({ target }) => {
        if (target === this.#field?.form) this.#sent();
      },
      { signal, capture: true },
    );
    addEventListener('pagehide', () => this.#end('dropped'), { signal });
  }

  disconnectedCallback(): void {
    this.#leaving?.abort();
    clearTimeout(this.#timer);
    queueMicrotask(() => {
      if (!this.isConnected) this.#end('dropped');
    });
  }

  get #counts(): boolean {
    return this.getAttribute('counts') !== 'off';
  }

  get #arm(): Arm {
    return this.#counts ? drawn : 'shown';
  }

  get #thread(): string {
    return this.getAttribute('thread') ?? location.pathname;
  }

  #makePanel(): Panel {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement('slot'));
    const said = this.closest('[lang]')?.getAttribute('lang') ?? '';
    return panel(root, spoken(said), {
      home: import.meta.url,
      acts: {
        take: (sentence) => this.#take(sentence),
        putBack: () => this.#putBack(),
        send: () => this.#send(),
        notMeant: () => this.#notMeant(),
      },
    });
  }

  #compose(is: boolean): void {
    this.#composing = is;
    this.#wait();
  }

  #written({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.#field = target;
    if (this.#away !== null && this.#open !== null && !stillIn(this.#open, target.value)) this.#hide();
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(), pauseAfter);
  }

  async #look(): Promise<void> {
    const field = this.#field;
    if (field === null || this.#composing || this.#open !== null || this.#quiet) return;
    const text = field.value;
    if (text.trim().length < shortest || isQuiet(this.#thread) || isSaving()) return;
    const isStill = () => this.isConnected && !this.#composing && field.value === text;
    const away = await lookAt(text, isStill);
    if (away === null || this.#open !== null) return;
    const words = text.slice(...away.span);
    if (this.#asked.some((asked) => stillIn(asked, words) || stillIn(words, asked))) return;
    this.#asked.push(words);
    this.#open = words;
    this.#isCounted = isFirst && this.#counts;
    isFirst = false;
    if (this.#arm === 'held') return;
    this.#away = away;
    this.#panel?.ask(away, text);
  }

  #take(sentence: string): void {
    const field = this.#field;
    if (field === null || this.#away === null) return;
    this.#before = field.value;
    const at = field.value.indexOf(this.#open ?? '');
    const [from, to] =
      at < 0 ? [0, field.value.length] : sentenceOf(field.value, [at, at + (this.#open?.length ?? 0)]);
    this.#away = null;
    write(field, { from, to, sentence });
    this.#panel?.taken();
  }

  #putBack(): void {
    const field = this.#field;
    if (field === null || this.#before === null) return;
    write(field, { from: 0, to: field.value.length, sentence: this.#before });
    this.#panel?.say('put_back.done');
  }

  #notMeant(): void {
    this.#quiet = true;
    keepQuiet(this.#thread);
    this.#end('not_meant');
    this.#panel?.say('not_meant.done');
    this.#field?.focus();
  }

  /** The form's own button is pressed, so that the form sends as it always does. */
  #send(): void {
    const form = this.#field?.form;
    const own = form?.querySelector<HTMLElement>('button:not([type]), [type="submit"], [type="image"]');
    if (own) own.click();
    else form?.requestSubmit();
  }

  #sent(): void {
    const { value = '' } = this.#field ?? {};
    if (this.#open !== null) this.#end(stillIn(this.#open, value) ? 'as_it_was' : 'changed');
  }

  #end(end: End): void {
    clearTimeout(this.#timer);
    if (this.#open === null) return;
    this.#open = null;
    this.#hide();
    if (this.#isCounted) count(`pause.${this.#arm}.${end}`);
  }

  #hide(): void {
    this.#away = null;
    this.#panel?.hide();
  }
}

/** As if it had been typed, so that Undo knows of it; where a browser cannot, the form is told by an event. */
function write(
  field: HTMLTextAreaElement,
  { from, to, sentence }: { from: number; to: number; sentence: string },
): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (document.execCommand('insertText', false, sentence)) return;
  field.setRangeText(sentence, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Somebody who saves data is not made to load a model. */
function isSaving(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
