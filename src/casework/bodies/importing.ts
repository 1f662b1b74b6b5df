/**
 * A file of bodies, places or areas given at the desk: one import at a time, beside the server's other work, looked at
 * while it runs. All of a file is one transaction, so a server that ends in the middle has written nothing.
 */
import { importAreas, importBodies, importPlaces, type Outcome, usualName } from '../../answer/index.ts';
import { dayIn } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { fromBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type BodiesNeeds, reason } from './edit.ts';
import type { ImportForm, ImportState } from './wire.ts';

export interface Importing {
  /** Refusal 'import_busy' while another one runs. Returns at once; `now` says how far it is. */
  begin(form: ImportForm, by: { person: string; t: T }): ImportState;
  now(): ImportState;
}

export function importing(needs: BodiesNeeds): Importing {
  let state: ImportState = { state: 'none' };

  async function run(form: ImportForm, { person, t }: { person: string; t: T }): Promise<void> {
    const { what, name } = form;
    try {
      const outcome = await take(needs, form, {
        person,
        watch(total) {
          let done = 0;
          state = { state: 'running', what, name, done, total };
          const step = () => {
            state = { state: 'running', what, name, done: ++done, total };
          };
          return { step, [Symbol.dispose]() {} };
        },
      });
      state = { state: 'done', what, name, dryRun: form.dryRun, ...shown(outcome, t) };
    } catch (error) {
      // Nothing was written. What it was stands in the words of the refusal; anything else is a fault of ours.
      const code = error instanceof Refusal ? error.code : 'import_broke';
      const params = error instanceof Refusal ? error.params : { name };
      const said = (part: 'title' | 'help') => t(`refusal.${code}.${part}`, params);
      state = { state: 'failed', what, name, title: said('title'), help: said('help') };
    }
  }

  return {
    begin(form, by) {
      if (state.state === 'running') throw new Refusal('import_busy', { name: state.name });
      state = { state: 'running', what: form.what, name: form.name, done: 0, total: 0 };
      void run(form, by);
      return state;
    },
    now: () => state,
  };
}

interface By {
  person: string;
  watch(total: number): Disposable & { step(): void };
}

function take(needs: BodiesNeeds, form: ImportForm, { person, watch }: By): Promise<Outcome> {
  const { db, installation, clock } = needs;
  const file = { name: form.name, bytes: fromBase64url(form.content) };
  const { dryRun, namesLater } = form;
  const how = { dryRun, namesLater, by: person, day: dayIn(installation.zone, clock.now()), watch };
  if (form.what === 'bodies') return importBodies(db, file, how);
  if (form.what === 'places') return importPlaces(db, file, how);
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const reading = {
    nameEn: given(form.nameEn) ?? usualName,
    nameAr: given(form.nameAr),
    id: given(form.id),
    body: undefined,
    parent: undefined,
  };
  return importAreas(db, file, { how, reading });
}

function shown({ figures, added, changed, refused }: Outcome, t: T) {
  return {
    figures,
    added,
    changed,
    refused: refused.map((one) => ({ line: one.line, id: one.id, said: reason(one, t) })),
  };
}
