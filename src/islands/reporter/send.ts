/** Send: seals, works, sends, and shows the receipt in the same document. Until then everything stays where it is. */

import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import type { ChosenFile } from '../../report/files/model.ts';
import { answersFrom } from '../../report/model.ts';
import { one } from '../../report/questions.ts';
import type { Sealing, Waiting } from '../seal.ts';
import { openBeside } from './left.ts';
import { all, fill, find, focusOn, fromTemplate, need, show, write } from './page.ts';
import { firstOpen, problemsOf } from './way.ts';
import type { Wizard } from './wizard.ts';

type Seal = typeof import('../seal.ts');
type Receipt = typeof import('../receipt.ts');
type Done = Awaited<ReturnType<Sealing['resend']>>;

const sealFile = '/assets/seal.js';
const receiptFile = '/assets/receipt.js';

export interface Sending {
  /** Readers of the proved list. Rejects when it cannot be had or does not hold. */
  readers(): Promise<readonly Reader[]>;
  onSend(wizard: Wizard, after: After): void;
  /** Once more what waits; shows the code. */
  resend(waiting: Waiting, say: (line: string) => void): Promise<void>;
  /** The code stands on the page and "I have kept it" was not pressed. */
  codeShown(): boolean;
  wipe(): void;
}

interface Telling {
  form: HTMLFormElement;
  t: T;
  shared: boolean;
  files(): readonly ChosenFile[];
}
export interface After {
  /** The server has said that it is stored. */
  sent(): void;
  /** It is being sealed, and may lie on this phone instead of what she writes. */
  rests(): Promise<void>;
  /** It is sealed and did not get through: kept, with `until` already, unless it `isOver`; rejects where nothing can be kept. */
  waits(kept: { waiting: Waiting; until: Day | null }, isOver: () => boolean): Promise<void>;
  /** It stays as it was: she may change it, and send again. */
  stays(): void;
}

export function startSending({ form, t, shared, files }: Telling): Sending {
  const language = t.lang;
  let sealing: Promise<Sealing> | null = null;
  let receipt: Promise<Receipt> | null = null;
  let shown = false;
  let busy = false;
  let wipes = 0;
  let showSent = (_: Done, __: Receipt): void => {};

  function load(): Promise<Sealing> {
    sealing ??= (import(/* @vite-ignore */ sealFile) as Promise<Seal>).then(
      (seal) => seal.newSealing({ language, shared }),
      (error: unknown) => {
        sealing = null;
        throw error;
      },
    );
    return sealing;
  }
  /** Loaded before Send: a code that cannot be shown must not be sent. */
  function loadReceipt(): Promise<Receipt> {
    receipt ??= (import(/* @vite-ignore */ receiptFile) as Promise<Receipt>).catch((error: unknown) => {
      receipt = null;
      throw error;
    });
    return receipt;
  }

  idle(() => {
    void Promise.all([load().then((ready) => ready.prepare()), loadReceipt()]).catch(() => {
      // Tried again when Send is pressed, and only then is it said.
    });
  });

  /** Asked where a sending begins: whether it was deleted since, or left. */
  function watched(): () => boolean {
    const before = wipes;
    return () => wipes !== before;
  }

  async function send(wizard: Wizard, after: After): Promise<void> {
    const fields = wizard.fields();
    const open = firstOpen(fields);
    if (open) return wizard.ask(open, problemsOf(open, fields));
    if (busy) return;
    busy = true;
    wizard.show('sending');
    const line = find('[data-progress]', form);
    let ready: Sealing | null = null;
    const isOver = watched();
    try {
      const [loaded, page] = await Promise.all([load(), loadReceipt()]);
      if (isOver()) return;
      ready = loaded;
      const done = await ready.send(
        answersFrom(fields),
        (step, done) => write(line, t(`report.send.${step}`, { ...done })),
        { files: files(), rest: shared ? null : after.rests },
      );
      if (!done && one(fields, 'age') === 'under_18') return wizard.end('minor_stop');
      if (!done) return wizard.ask('person', [{ field: 'leave_out', key: 'leave_out' }]);
      showSent(done, page);
    } catch (error) {
      const stays = () => {
        // Deleted while it was on its way, or while it was to be kept: the page has said so already.
        if (isOver()) return;
        after.stays();
        failed(wizard, error);
      };
      // Where its photos and recordings live in the page alone it stays here and is tried again.
      const kept = shared || isSaid(error) ? null : (ready?.waiting() ?? null);
      if (kept === null || isOver()) stays();
      else await after.waits(kept, isOver).catch(stays);
    } finally {
      busy = false;
    }
  }

  async function resend(waiting: Waiting, say: (line: string) => void): Promise<void> {
    const isOver = watched();
    const [ready, page] = await Promise.all([load(), loadReceipt()]);
    if (isOver()) return;
    showSent(await ready.resend(waiting, (step, done) => say(t(`report.send.${step}`, { ...done }))), page);
  }

  /** A list that does not hold stops everything; anything else can be tried again. */
  function failed(wizard: Wizard, error: unknown): void {
    const { code, title, help } = error as { code?: string; title?: string; help?: string };
    const refused = code === 'chain_broken' || code === 'older_list' || code === 'cut_short';
    wizard.show(refused ? 'no_readers' : 'check');
    const place = find('[data-send-problem]', form);
    if (refused || !place) return;
    write(find('p', place), [t('report.send.failed'), title, help].filter(Boolean).join(' '));
    show(place, true);
    const button = find('[data-send]', form);
    write(button && (find('span', button) ?? button), t('report.send.again'));
    focusOn(place);
  }

  return {
    readers: async () => (await (await load()).readers()).active,
    resend,
    onSend(wizard, after) {
      showSent = (done, page) => {
        const panel = need('[data-panel="sent"]', form);
        panel.append(fromTemplate('template[data-receipt]'));
        openBeside(panel, t);
        readElsewhere(form, panel);
        page.showReceipt(panel, done.code, { shared });
        show(find('[data-repeated]', panel), done.received.repeated);
        shown = true;
        after.sent();
        form.reset();
        wizard.end('sent');
      };
      form.addEventListener('click', (event) => {
        const pressed = event.target instanceof Element ? event.target : null;
        if (pressed?.closest('[data-send]')) {
          event.preventDefault();
          void send(wizard, after);
        } else if (pressed?.closest('[data-kept]')) shown = false;
      });
    },
    codeShown: () => shown,
    wipe() {
      wipes++;
      void sealing?.then((ready) => ready.wipe());
      fill(find('[data-panel="sent"]', form));
    },
  };
}

/** The server, or the list of readers, has refused by name; anything else did not get through. */
const isSaid = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string';

/** When the page has nothing better to do; at the latest after three seconds. */
function idle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 1000);
}

/** Everybody here is left out: who reads it then is said once more, and our own promise of a day is not. */
function readElsewhere(form: HTMLFormElement, receipt: HTMLElement): void {
  const goes = find('[data-goes-outside]:not([hidden])', form)?.textContent;
  const read = find('[data-who-reads]', receipt);
  const step = read?.closest('li');
  if (!goes || !read || !step) return;
  write(read, goes);
  for (const promise of all('time, p:not(.what)', step)) show(promise, false);
}
