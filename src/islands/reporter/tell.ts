/** Puts the telling page together: the way through the questions, the place search, the check page, the sending. */
import type { T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import { future, many, one, type Panel } from '../../report/questions.ts';
import type { Waiting } from '../seal.ts';
import { startBeside } from './beside.ts';
import { fillCheck } from './check.ts';
import { sayToday } from './days.ts';
import { type Draft, restore, startDraft, tellUntil } from './draft.ts';
import { type Found, keep } from './drawer.ts';
import { askBeforeLoss, neverKeep, openBeside, wipeWhenLeft } from './left.ts';
import { showWhatFits } from './opens.ts';
import { all, find, show } from './page.ts';
import { canKeepPages, forgetPages, keepPages } from './pages.ts';
import { startReaders } from './reader-names.ts';
import { startSending } from './send.ts';
import { showWaiting } from './waiting.ts';
import type { Shown } from './way.ts';
import { startWhere } from './where.ts';
import { startWizard } from './wizard.ts';

/** `found`: what lay on this phone. Null on a phone that others use: there nobody looks, and nothing is kept. */
export function tell(form: HTMLFormElement, t: T, found: Found | null): void {
  const shared = form.dataset.shared === 'yes';
  const lying = (found?.value ?? null) as Draft | Waiting | null;
  let before = lying?.kind === 'draft' ? lying : null;
  if (form.dataset.fromPhone !== undefined) sayToday(form);
  // Firefox fills a reloaded form again; what she wrote comes back by her own tap alone.
  form.reset();
  neverKeep(form.parentElement ?? form);
  openBeside(document, t);
  let answered = false;
  const files = startBeside(form, t, {
    changed() {
      answered = true;
    },
  });
  const where = startWhere(form, t);
  const sending = startSending({ form, t, shared, files: files.chosen });
  const names = startReaders(form, t, sending);

  const wizard = startWizard({
    form,
    t,
    shared,
    kept: before !== null,
    changed: (fields) => showWhatFits(form, fields),
    problems(panel, fields) {
      if (panel === 'when') return future(fields, form.dataset.today ?? '9999-12-31');
      return panel === 'person' ? names.problems(fields) : [];
    },
    opening(panel, fields) {
      show(find('[data-kept-before]', form), panel === 'safe' && before !== null);
      if (isStop(form, panel)) void drafts?.clear();
      // Under 18 fewer can open it, and the list is there already: each page names them and nobody else.
      if (panel === 'person' || panel === 'check' || one(fields, 'age') === 'under_18')
        void names.fill(fields);
      // A recording ends with its question, whichever way she leaves it.
      if (panel === 'words') files.open();
      else void files.ready();
      if (panel === 'check')
        fillCheck(form, fields, { t, place: where.nameOf, reader: names.nameOf, files: files.names() });
    },
    async leaving(panel, next) {
      if (panel === 'safe' && before !== null) return goOn(before);
      if (panel === 'words') await files.ready();
      if (panel === 'under_18' && !(await minorsCanTell(form, sending.readers))) return 'minor_stop';
      return next;
    },
  });
  const drafts = shared ? null : startDraft(form, t, draft);
  if (found !== null) tellUntil(form, t, found.until);

  function draft(): Draft {
    const fields = wizard.fields();
    const place = one(fields, 'where');
    const left = many(fields, 'leave_out').map((id) => [id, names.nameOf(id)]);
    return {
      kind: 'draft',
      fields,
      panel: wizard.reachable(wizard.current() as Panel),
      names: Object.fromEntries([[place, where.nameOf(place.replace(/^place:/, ''))], ...left]),
    };
  }
  function goOn({ fields, panel, names: called }: Draft) {
    before = null;
    const value = one(fields, 'where');
    where.bring({ value, name: called[value] ?? value, direction: one(fields, 'direction') });
    names.bring(many(fields, 'leave_out').map((id) => ({ id, name: called[id] ?? id })));
    restore(form, fields);
    show(find('[data-kept-here]', form), true);
    return wizard.reachable(panel);
  }
  function forget(): void {
    files.wipe();
    answered = false;
    before = null;
    sending.wipe();
    form.reset();
  }

  form.addEventListener('change', () => {
    answered = true;
  });
  form.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-delete-kept]')) return;
    forget();
    void forgetPages('tell');
    void drafts?.forget().then(() => wizard.end('deleted'));
  });
  const wait = (waiting: Waiting, until: string): void => {
    tellUntil(form, t, until);
    showWaiting({ form, t, wizard, waiting, resend: sending.resend });
  };
  sending.onSend(wizard, {
    sent() {
      files.wipe();
      answered = false;
      void drafts?.forget();
      void forgetPages('tell');
    },
    async rests() {
      await drafts?.rest();
    },
    async waits({ waiting, until }, isOver) {
      await drafts?.rest();
      if (isOver()) return;
      const day = until ?? (await keep(waiting));
      if (isOver()) return;
      answered = false;
      files.wipe();
      form.reset();
      wait(waiting, day);
    },
    stays: () => drafts?.goOn(),
  });
  if (lying?.kind === 'waiting') wait(lying, found?.until ?? '');
  if (!shared && canKeepPages()) void keepThis(form);
  // A draft holds answers alone: photos and recordings would have to be made again.
  askBeforeLoss(() => (answered && !drafts?.isKept()) || files.isAny() || sending.codeShown());
  wipeWhenLeft((forGood) => {
    if (forGood) void drafts?.forget();
    forget();
  });
}

/** The questions and the numbers open without a network from now on, with all they need. */
async function keepThis(form: HTMLFormElement): Promise<void> {
  const here = location.pathname;
  const own = all<HTMLScriptElement & HTMLLinkElement>('script[src], link[rel="stylesheet"]').map(
    (one) => new URL(one.src || one.href).pathname,
  );
  const pages = [
    here,
    here.replace('/tell', ''),
    here.replace('/tell', '/files'),
    here.replace('report/tell', 'help'),
    ...own,
    ...loadedLater,
  ];
  try {
    await keepPages('tell', { worker: form.dataset.worker ?? '', pages });
    show(find('[data-offline]', form), true);
  } catch {
    // No room, or the network went away: nothing was promised.
  }
}

/** The server writes the hashed names in here, as wherever one script loads another. */
const loadedLater = [
  '/assets/report-start.js',
  '/assets/seal.js',
  '/assets/receipt.js',
  '/assets/find.js',
  '/assets/files.js',
  '/assets/stretch.js',
  '/assets/work.js',
  '/api/readers',
  '/api/places',
];

/** Nobody may read it: the page says that nothing is kept. */
const isStop = (form: HTMLFormElement, panel: Shown): boolean =>
  panel === 'minor_stop' || (panel === 'under_18' && form.dataset.minors !== 'yes');

/** Under 18 is told only to child-trained readers; without one, or without a checked duty text, there are lines only. */
async function minorsCanTell(
  form: HTMLFormElement,
  readers: () => Promise<readonly Reader[]>,
): Promise<boolean> {
  if (form.dataset.minors !== 'yes') return false;
  try {
    return (await readers()).some((reader) => reader.childTrained);
  } catch {
    // No list yet: she may go on, and sending refuses if nobody may read it.
    return true;
  }
}
