/** Bring it back, in the browser: the pasted words are read here and leave nobody's hands. Where that fails the form is sent. */
import { render } from 'preact';
import { readTexts } from '../platform/i18n/read.ts';
import { type Voice, voices } from '../talk/replies.ts';
import { Turned } from '../talk/turn/turned.tsx';
import { Details } from '../web/ui/details.tsx';
import { count } from './reconsider/counting.ts';
import { readingOf } from './reconsider/load.ts';

const form = document.querySelector<HTMLFormElement>('form[data-turn]');
const place = document.querySelector<HTMLElement>('[data-turned]');
const state = document.querySelector<HTMLElement>('[data-reading]');
const t = readTexts();

async function turn(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const text = new FormData(form).get('post')?.toString() ?? '';
  if (state) state.textContent = t('talking.answer.looking');
  const reading = await readingOf(text);
  const { moves } = reading.classify(text);
  // What was answered before is made anew, so that nothing changed by hand stays under other words.
  render(null, place);
  render(<Turned t={t} text={text} moves={moves} Fold={Details} />, place);
  offerCopies();
  if (state) state.textContent = '';
  forgive(form);
  document.getElementById('turned')?.focus();
  count(moves.length > 0 ? 'turn.found' : 'turn.nothing');
}

/** What the server found wrong with an earlier try is not so any more. */
function forgive(form: HTMLFormElement): void {
  for (const said of document.querySelectorAll('.errors, .why')) said.remove();
  for (const field of form.querySelectorAll('.wrong')) field.classList.remove('wrong');
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
}

function offerCopies(): void {
  if (!navigator.clipboard) return;
  for (const each of document.querySelectorAll<HTMLElement>('[data-copying]')) each.hidden = false;
}

const isVoice = (name: string | undefined): name is Voice => voices.some((voice) => voice === name);

async function copy(button: HTMLElement): Promise<void> {
  const { copy: voice } = button.dataset;
  const reply = button.closest('.field');
  const field = reply?.querySelector('textarea');
  const said = reply?.querySelector('[role="status"]');
  if (!isVoice(voice) || !field || !said) return;
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = t('talking.answer.copied');
    count(`turn.copied.${voice}`);
  } catch {
    said.textContent = t('talking.answer.copied_not');
  }
}

if (form && place) {
  offerCopies();
  form.addEventListener('submit', (event) => {
    const text = new FormData(form).get('post')?.toString() ?? '';
    // What is wrong with it, the server says best.
    if (text.trim() === '' || text.length > Number(form.dataset.longest)) return;
    event.preventDefault();
    turn(form, place).catch(() => form.submit());
  });
  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
    if (button) void copy(button);
  });
}
