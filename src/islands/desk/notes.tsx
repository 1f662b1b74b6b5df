/** Notes among caseworkers: sealed to the report, never shown to her, erased with it. */
import { useId, useState } from 'preact/hooks';
import { Details } from '../../web/ui/details.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';
import type { Unsealed } from './report.tsx';
import { sealNote, type Written } from './sending.ts';
import { NoteText } from './texts.tsx';

export function Notes({ report, opened, sent }: Unsealed & { sent(written: Written): void }) {
  const desk = useDesk();
  const { t, me, held } = desk;
  const field = useId();
  const [text, setText] = useState('');
  const act = useAct();
  const missing = useMissing();
  const why = missing.of(field);
  const notes = opened.items.filter(({ kind }) => kind === 'note');
  // A note is sealed to the report's recipient: where that is not the one she signed, nothing is sealed to it.
  const may = report.line.state !== 'closed' && opened.mismatches.length === 0;
  const save = (event: Event) => {
    event.preventDefault();
    if (missing.stops(text.trim() === '' ? { field, text: t('casework.missing.note') } : null)) return;
    act.run(async () => {
      const reader = me.reader?.id;
      if (!held || !reader) return;
      const writing = { installation: me.installation.id, report, opened, text: text.trim() };
      const written = await sealNote(writing, { held, reader });
      await ask('note', written.sealed);
      setText('');
      desk.say(t('casework.note.saved'));
      sent(written);
    });
  };
  return (
    <Details
      summary={notes.length === 0 ? t('casework.notes_none') : t('casework.notes', { n: notes.length })}
    >
      <div class="stack">
        <ul class="speak">
          {notes.map((item) => (
            <NoteText key={item.name} item={item} report={report.line.id} />
          ))}
        </ul>
        {may && (
          <form class="stack" onSubmit={save} autocomplete="off">
            <div class={fieldClass(why)}>
              <label for={field}>{t('casework.note')}</label>
              <p class="hint small" id={`${field}-who`}>
                {t('casework.note.who')}
              </p>
              <Why id={field} text={why} />
              <textarea
                class="in sealed"
                id={field}
                rows={3}
                dir="auto"
                value={text}
                {...described(field, why, `${field}-who`)}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </div>
            <Trouble error={act.problem} t={t} />
            <p class="acts">
              <button type="submit" class="btn second" disabled={act.busy}>
                {t('casework.note.save')}
              </button>
            </p>
          </form>
        )}
      </div>
    </Details>
  );
}
