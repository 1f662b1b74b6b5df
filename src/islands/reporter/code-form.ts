/** Typing the code: help while typing, the nearest words for a slip, two cards joined, and what stopped it in words. */
import type { T } from '../../platform/i18n/index.ts';
import type { Code } from '../../platform/keys/code.ts';
import type { TypedCode } from '../../report/typed-code.ts';
import type { Mine } from '../open.ts';
import { wordsOf } from './ask.ts';
import { clearErrors } from './errors.ts';
import { all, find, need, show, write } from './page.ts';

type Open = typeof import('../open.ts');
const openFile = '/assets/open.js';

export function startCode(page: HTMLElement, t: T, opened: (mine: Mine) => void): void {
  const panel = need('[data-panel="code"]', page);
  const form = need<HTMLFormElement>('[data-code-form]', panel);
  const inputs = all<HTMLTextAreaElement>('[data-code-in]', form);
  const [first] = inputs;
  const progress = find('[data-progress]', panel);
  const shared = page.dataset.shared === 'yes';
  let loading: Promise<Open> | null = null;
  let busy = false;
  let pause = 0;

  function load(): Promise<Open> {
    loading ??= (import(/* @vite-ignore */ openFile) as Promise<Open>).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  const say = (read: Exclude<TypedCode, { ok: Code }>): string => {
    if (read.problem === 'halves') return t('receipt.back.problem.halves');
    const { problem, at, typed, got, expected, nearest } = read;
    if (problem === 'count')
      return t(`receipt.back.problem.count_${expected > 10 ? 'digits' : 'words'}`, { got, expected });
    if (problem === 'word' && nearest.length === 0)
      return t('receipt.back.problem.word_alone', { at, typed });
    return t(`receipt.back.problem.${problem}`, { at, typed, nearest: nearest.join(' / ') });
  };

  /** While typing only a slip is named: a code half typed is no mistake. */
  async function help(input: HTMLTextAreaElement): Promise<void> {
    const { readTyped, slip } = await load();
    if (busy) return;
    const read = readTyped(input.value);
    const wrong = 'ok' in read ? null : read.problem === 'check' ? read : slip(input.value);
    write(find('[data-code-help]', input.closest('[data-field]') ?? panel), wrong ? say(wrong) : '');
  }

  async function open(): Promise<void> {
    const module = await load();
    // One code, or two cards in one field or in two.
    const read = module.readTyped(inputs.map(({ value }) => value).join('\n'));
    if (!('ok' in read)) return refuse(say(read));
    write(progress, t('receipt.back.opening'));
    const mine = await module.comeBack(read.ok, { shared });
    // The code is gone from the page once it has opened something.
    form.reset();
    clearErrors(panel);
    show(panel, false);
    opened(mine);
  }

  /** Said once, beside the field that takes the focus: what helped while typing gives way to it. */
  function refuse(text: string): void {
    quiet();
    const beside = find('[data-error-for]', panel);
    write(beside, text);
    show(beside, true);
    beside?.closest('[data-field]')?.classList.add('wrong');
    first?.setAttribute('aria-invalid', 'true');
    first?.focus();
  }

  function quiet(): void {
    clearTimeout(pause);
    clearErrors(panel);
    for (const line of all('[data-code-help]', form)) write(line, '');
  }

  const sentence = (error: unknown): string => {
    const { code } = error as { code?: string };
    if (code === 'report_unknown') return t('receipt.back.problem.unknown');
    return wordsOf(error) ?? t('receipt.back.problem.failed');
  };

  for (const input of inputs) {
    input.addEventListener('focus', () => void load().catch(() => undefined));
    input.addEventListener('input', () => {
      quiet();
      pause = window.setTimeout(() => void help(input).catch(() => undefined), 400);
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    void open()
      .catch((error: unknown) => refuse(sentence(error)))
      .then(() => {
        busy = false;
        write(progress, '');
      });
  });
}
