/** Writing to her: sealed to what she sealed in, signed by the one who writes. The draft stays until it is sent. */
import { useId, useState } from 'preact/hooks';
import type { Lang } from '../../platform/i18n/index.ts';
import { Details } from '../../web/ui/details.tsx';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';
import type { Unsealed } from './report.tsx';
import { sealReply, type Written } from './sending.ts';

const names = ['read', 'choices', 'contact', 'lines', 'waiting', 'close'] as const;
type Saved = Readonly<Record<(typeof names)[number], string>>;
const everySaved = import.meta.glob<Saved>('../../../locales/*/saved.json', {
  eager: true,
  import: 'default',
});

/** In her language, not in that of the desk. */
const savedIn = (lang: Lang): Saved | undefined => everySaved[`../../../locales/${lang}/saved.json`];
export const longestReply = 4_000;

export function Reply({ report, opened, sent }: Unsealed & { sent(written: Written): void }) {
  const desk = useDesk();
  const { t, me, held, drafts } = desk;
  const { id, language } = report.line;
  const saved = savedIn(language);
  const dir = me.languages.find(({ lang }) => lang === language)?.dir;
  const field = useId();
  const [text, setText] = useState(drafts.get(id) ?? '');
  const act = useAct();
  const missing = useMissing();
  const why = missing.of(field);
  const write = (next: string) => {
    drafts.set(id, next);
    setText(next);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (missing.stops(text.trim() === '' ? { field, text: t('casework.missing.reply') } : null)) return;
    act.run(async () => {
      const readerId = me.reader?.id;
      if (!held || !readerId) return;
      const writing = { installation: me.installation.id, report, opened, text: text.trim() };
      const written = await sealReply(writing, { held, reader: readerId });
      await ask('reply', written.sealed);
      write('');
      desk.say(t('casework.reply.sent'));
      sent(written);
    });
  };
  return (
    <form class="stack" onSubmit={send} autocomplete="off">
      <div class={fieldClass(why)}>
        <label for={field}>{t('casework.reply')}</label>
        <p class="hint small" id={`${field}-who`}>
          {t('casework.reply.who')}
        </p>
        <Why id={field} text={why} />
        <textarea
          class="in sealed"
          id={field}
          rows={5}
          dir="auto"
          lang={language}
          data-key="r"
          maxLength={longestReply}
          value={text}
          {...described(field, why, `${field}-who`)}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
      {saved !== undefined && (
        <Details summary={t('casework.saved', { language: t.language(language) })}>
          <ul class="stack-2 desk-saved">
            {names.map((name) => (
              <li key={name}>
                <button
                  class="plain-btn"
                  type="button"
                  lang={language}
                  dir={dir}
                  onClick={() => write(text.trim() === '' ? saved[name] : `${text.trim()}\n\n${saved[name]}`)}
                >
                  {saved[name]}
                </button>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Trouble error={act.problem} t={t} />
      {act.problem !== null && <p class="quiet">{t('casework.reply.kept')}</p>}
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          <Icon name="lock-keyhole" />
          {t('casework.reply.send')}
        </button>
      </p>
    </form>
  );
}
