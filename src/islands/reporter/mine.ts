/** Her own view of her report: the way so far, replies, her choices. Never the story. */
import type { T } from '../../platform/i18n/index.ts';
import { mostFiles } from '../../report/files/model.ts';
import { consentsFrom } from '../../report/model.ts';
import { limits } from '../../report/questions.ts';
import type { Mine, MyReply } from '../open.ts';
import { type Beside, startBeside } from './beside.ts';
import { drawBeyond } from './beyond.ts';
import { askBeforeLoss, wipeWhenLeft } from './left.ts';
import { all, fieldsOf, fill, find, focusOn, fromTemplate, make, need, show, write } from './page.ts';
import { tried } from './tried.ts';

export function showMine(page: HTMLElement, t: T, mine: Mine): void {
  const panel = need('[data-panel="mine"]', page);
  show(panel, true);
  document.title = panel.dataset.title ?? document.title;
  drawWay(panel, t, mine);
  for (const place of all('[data-reader-names]', panel)) write(place, t.list([...mine.report.readers]));
  write(find('[data-you-and-names]', panel), t.list([t('receipt.mine.replies_you'), ...mine.report.readers]));
  drawBeyond(panel, t, mine);
  drawReplies(panel, t, mine);
  for (const part of all('form[data-add], form[data-choices]', panel))
    show(part.closest<HTMLElement>('section, details'), mine.hers);
  show(find('[data-nothing-added]', panel), !mine.hers);
  drawErased(panel, t, mine);
  drawArchived(panel, t, mine);
  const files = startAdding(panel, t, mine);
  startChoosing(panel, t, mine);
  startWithdrawing(page, t, { mine, files });
  scrollTo(0, 0);
  focusOn(find('h1', panel) ?? panel);
}

/** Its words went a year after closing: there is nothing to read, and nobody could open what is added. */
function drawErased(panel: HTMLElement, t: T, { report: { erased } }: Mine): void {
  if (erased === null) return;
  const note = find('[data-erased]', panel);
  write(note, t('receipt.mine.erased', { day: t.day(erased) }));
  show(note, true);
  for (const part of all('[data-kept]', panel)) show(part, false);
}

/** Closed away: what she adds is kept, and nobody reads it soon. */
function drawArchived(panel: HTMLElement, t: T, { report: { archived } }: Mine): void {
  if (archived === null) return;
  write(find('[data-archived-since]', panel), t('receipt.mine.archived', { day: t.day(archived) }));
  for (const part of all('[data-archived]', panel)) show(part, true);
  show(find('[data-open-to]', panel), false);
}

function drawWay(panel: HTMLElement, t: T, { report }: Mine): void {
  fill(
    find('[data-way]', panel),
    ...report.events.map(({ day, what }, at) =>
      make(
        'li',
        at === report.events.length - 1 ? { class: 'now' } : {},
        make('time', { datetime: day }, t.day(day)),
        make('p', { class: 'what' }, t(`receipt.mine.event.${what}`)),
      ),
    ),
  );
  const isRead = report.events.some(({ what }) => what === 'opened');
  show(find('[data-waiting]', panel), !report.aside && report.archived === null && !isRead);
}

function drawReplies(panel: HTMLElement, t: T, mine: Mine): void {
  fill(find('[data-replies]', panel), ...mine.replies.map((reply) => drawn(panel, t, { mine, reply })));
  show(find('[data-no-replies]', panel), mine.replies.length === 0);
}

function drawn(panel: HTMLElement, t: T, { mine, reply }: { mine: Mine; reply: MyReply }): HTMLElement {
  const item = fromTemplate('template[data-reply]', panel);
  const { from: name, withdrawn } = reply;
  if (name !== null) {
    const head = withdrawn === null ? 'receipt.mine.reply_from' : 'receipt.mine.reply_former';
    write(find('[data-who]', item), t(head, { name }));
  }
  write(find('[data-day]', item), t.day(reply.day));
  if (withdrawn !== null) {
    const note = find('[data-withdrawn]', item);
    write(note, t('receipt.mine.reply_withdrawn', { day: t.day(withdrawn) }));
    show(note, true);
  }
  write(find('[data-text]', item), reply.text ?? t('receipt.mine.reply_damaged'));
  show(find('[data-unsigned]', item), reply.text !== null && reply.from === null);
  find('[data-delete]', item)?.addEventListener('click', () => {
    void tried(item, t, async () => {
      await mine.forgetReply(reply.number);
      item.remove();
      const list = find('[data-replies]', panel);
      show(find('[data-no-replies]', panel), list?.childElementCount === 0);
      focusOn(find('h1', panel) ?? panel);
      return '';
    });
  });
  return item;
}

function startAdding(panel: HTMLElement, t: T, mine: Mine): Beside {
  const quiet = () => show(find('form[data-add] [data-error-for="text"]', panel), false);
  const files = startBeside(panel, t, { changed: quiet, before: () => mine.report.files });
  const open = find('[data-files-open]', panel);
  const offer = () => {
    const isRoom = mine.report.files < mostFiles;
    show(open, isRoom && find('[data-files]', panel)?.hidden !== false);
    show(find('[data-no-more-files]', panel), !isRoom);
    if (!isRoom) show(find('[data-files]', panel), false);
  };
  offer();
  open?.addEventListener('click', () =>
    files.open(() => {
      offer();
      // The button that was pressed is gone: what it brought takes the focus.
      find('[data-add-photo]', panel)?.focus();
    }),
  );
  find('form[data-add] [name="text"]', panel)?.addEventListener('input', quiet);
  askBeforeLoss(files.isAny);
  wipeWhenLeft(files.wipe);
  onSubmit(find<HTMLFormElement>('form[data-add]', panel), t, async (form) => {
    const text = need<HTMLTextAreaElement>('[name="text"]', form);
    const length = text.value.trim().length;
    const problem = find('[data-error-for="text"]', form);
    const chosen = await files.ready();
    const isNone = length === 0 && chosen.length === 0;
    show(problem, isNone || length > limits.words);
    if (isNone || length > limits.words) {
      const none = mine.report.files < mostFiles ? 'nothing' : 'no_words';
      const key = `receipt.back.problem.${isNone ? none : 'too_long'}` as const;
      write(problem, t(key, { length, most: limits.words }));
      text.focus();
      return '';
    }
    const status = find('[data-status]', form);
    const told = (n: number, of: number) => write(status, t('report.send.files', { n, of }));
    await mine.add(text.value.trim(), { files: chosen, told });
    files.wipe();
    offer();
    form.reset();
    return t('receipt.mine.added');
  });
  return files;
}

function startChoosing(panel: HTMLElement, t: T, mine: Mine): void {
  const form = find<HTMLFormElement>('form[data-choices]', panel);
  if (!form) return;
  const { consents } = mine.report;
  const ticked: Readonly<Record<string, boolean>> = { ...consents, ask: consents.ask !== null };
  show(find('[data-asks]', form), mine.report.offersAsk);
  for (const box of all<HTMLInputElement>('[name="wish"]', form)) box.checked = ticked[box.value] ?? false;
  for (const radio of all<HTMLInputElement>('[name="ask"]', form))
    radio.checked = radio.value === (consents.ask ?? 'each_time');
  const showWhich = () => show(find('[data-ask-which]', form), fieldsOf(form).wish?.includes('ask') ?? false);
  form.addEventListener('change', showWhich);
  showWhich();
  onSubmit(form, t, async () => {
    await mine.choose(consentsFrom(fieldsOf(form)));
    return t('receipt.mine.choices_saved');
  });
}

function startWithdrawing(page: HTMLElement, t: T, { mine, files }: { mine: Mine; files: Beside }): void {
  const panel = need('[data-panel="mine"]', page);
  onSubmit(find<HTMLFormElement>('form[data-withdraw]', panel), t, async () => {
    try {
      await mine.withdraw();
    } catch (error) {
      if (typeof (error as { code?: unknown }).code === 'string') throw error;
      return t('receipt.mine.withdraw_unreached');
    }
    files.wipe();
    panel.remove();
    const gone = need('[data-panel="withdrawn"]', page);
    show(gone, true);
    document.title = gone.dataset.title ?? document.title;
    focusOn(find('h1', gone) ?? gone);
    return '';
  });
}

function onSubmit(form: HTMLFormElement | null, t: T, act: (form: HTMLFormElement) => Promise<string>): void {
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void tried(form, t, () => act(form));
  });
}
