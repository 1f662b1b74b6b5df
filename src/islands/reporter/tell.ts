/** Puts the telling page together: the way through the questions, the place search, the check page, the sending. */
import type { T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import { future } from '../../report/questions.ts';
import { fillCheck } from './check.ts';
import { askBeforeLoss, neverKeep, openBeside, wipeWhenLeft } from './left.ts';
import { showWhatFits } from './opens.ts';
import { startReaders } from './reader-names.ts';
import { startSending } from './send.ts';
import { startWhere } from './where.ts';
import { startWizard } from './wizard.ts';

export function tell(form: HTMLFormElement, t: T): void {
  const shared = form.dataset.shared === 'yes';
  // Firefox fills a reloaded form again; what was answered before a reload is gone, as she was told.
  form.reset();
  neverKeep(form.parentElement ?? form);
  openBeside(document, t);
  const where = startWhere(form, t);
  const sending = startSending({ form, t, shared });
  const names = startReaders(form, t, sending);
  let answered = false;

  const wizard = startWizard({
    form,
    t,
    changed: (fields) => showWhatFits(form, fields),
    problems(panel, fields) {
      if (panel === 'when') return future(fields, form.dataset.today ?? '9999-12-31');
      return panel === 'person' ? names.problems(fields) : [];
    },
    opening(panel, fields) {
      if (panel === 'person' || panel === 'check') void names.fill(fields);
      if (panel === 'check') fillCheck(form, fields, { t, place: where.nameOf, reader: names.nameOf });
    },
    async leaving(panel, next) {
      if (panel === 'under_18' && !(await minorsCanTell(form, sending.readers))) return 'minor_stop';
      return next;
    },
  });

  form.addEventListener('change', () => {
    answered = true;
  });
  sending.onSend(wizard, () => {
    answered = false;
  });
  askBeforeLoss(() => answered || sending.codeShown());
  wipeWhenLeft(() => {
    answered = false;
    sending.wipe();
    form.reset();
  });
}

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
