/** A file of bodies, places or areas: looked at first, then taken in, with how far it is and what would change. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Importable,
  type ImportForm,
  type ImportState,
  importables,
} from '../../../casework/bodies/wire.ts';
import { toBase64url } from '../../../platform/keys/bytes.ts';
import { Note } from '../../../web/ui/note.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, useMissing, Why } from '../missing.tsx';
import { Trouble } from '../problem.tsx';

/** The server's: 48 MiB as base64url in JSON. */
const largest = 35 * 1024 * 1024;

export function TakeFile({ taken }: { taken(): void }) {
  const { t } = useDesk();
  const [what, setWhat] = useState<Importable>('bodies');
  const [file, setFile] = useState<File | null>(null);
  const [namesLater, setNamesLater] = useState(true);
  const [state, setState] = useState<ImportState>({ state: 'none' });
  const act = useAct();
  const missing = useMissing();
  const why = missing.of('import-file');
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );

  const follow = async () => {
    for (;;) {
      const now = await ask<ImportState>('bodies/import');
      if (!here.current) return;
      setState(now);
      if (now.state !== 'running') break;
      await new Promise((done) => setTimeout(done, 500));
    }
    taken();
  };
  const begin = (dryRun: boolean) => {
    const tooLarge = file !== null && file.size > largest;
    const text = tooLarge
      ? t('casework.file.large', { n: largest / 1024 / 1024 })
      : t('casework.file.missing');
    if (missing.stops(file === null || tooLarge ? { field: 'import-file', text } : null) || file === null)
      return;
    act.run(async () => {
      const content = toBase64url(new Uint8Array(await file.arrayBuffer()));
      const form: ImportForm = {
        what,
        name: file.name,
        content,
        dryRun,
        namesLater,
        nameEn: '',
        nameAr: '',
        id: '',
      };
      setState(await ask<ImportState>('bodies/import', form));
      await follow();
    });
  };
  return (
    <section class="stack" aria-labelledby="file-title">
      <h2 id="file-title">{t('casework.file')}</h2>
      <p class="small">{t('casework.file.what')}</p>
      <div class="field">
        <label for="import-what">{t('casework.file.holds')}</label>
        <select
          class="in"
          id="import-what"
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value as Importable)}
        >
          {importables.map((one) => (
            <option key={one} value={one}>
              {t(`casework.file.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div class={fieldClass(why)}>
        <label for="import-file">{t('casework.file.file')}</label>
        <Why id="import-file" text={why} />
        <input
          class="in"
          type="file"
          id="import-file"
          accept=".csv,.geojson,.json,text/csv,application/geo+json"
          {...described('import-file', why)}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <div class="opt">
        <input
          type="checkbox"
          id="import-later"
          checked={namesLater}
          onChange={() => setNamesLater(!namesLater)}
        />
        <label for="import-later">
          <span>{t('casework.file.later')}</span>
        </label>
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="button" class="btn" disabled={act.busy} onClick={() => begin(true)}>
          {t('casework.file.look')}
        </button>
        <button type="button" class="btn second" disabled={act.busy} onClick={() => begin(false)}>
          {t('casework.file.take')}
        </button>
      </p>
      <Shown state={state} />
    </section>
  );
}

const shownMost = 50;

function Shown({ state }: { state: ImportState }) {
  const { t } = useDesk();
  switch (state.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <p role="status">
          {t('casework.file.running', { name: state.name })}{' '}
          {state.total > 0 && <progress max={state.total} value={state.done} aria-label={state.name} />}
        </p>
      );
    case 'failed':
      return (
        <div role="status">
          <Note kind="bad" title={state.title}>
            <p dir="auto">{state.help}</p>
          </Note>
        </div>
      );
    case 'done':
      return (
        <div role="status">
          <Note
            kind={state.dryRun ? 'mind' : 'good'}
            title={t(state.dryRun ? 'casework.file.looked' : 'casework.file.took')}
          >
            <p>{t('casework.file.figures', { ...state.figures })}</p>
            <ul class="small" dir="auto">
              {state.added.slice(0, shownMost).map((id) => (
                <li key={id}>+ {id}</li>
              ))}
              {state.changed.slice(0, shownMost).map(({ id, fields }) => (
                <li key={id}>
                  {id}:{' '}
                  {fields.map(({ field, from, to }) => `${field}: ${from || '∅'} → ${to || '∅'}`).join('; ')}
                </li>
              ))}
              {state.refused.slice(0, shownMost).map(({ line, id, said }) => (
                <li key={line}>{t('casework.file.refused', { line, id: id ?? '', said })}</li>
              ))}
            </ul>
          </Note>
        </div>
      );
  }
}
