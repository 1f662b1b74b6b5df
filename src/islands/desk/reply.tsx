/** Writing to her: sealed to what she sealed in, signed by the one who writes. The draft stays until it is sent. */
import { useId, useState } from 'preact/hooks';
import savedAr from '../../../locales/ar/saved.json';
import savedEn from '../../../locales/en/saved.json';
import { Details } from '../../web/ui/details.tsx';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';
import type { Unsealed } from './report.tsx';
import { sealReply, type Written } from './sending.ts';

/** In her language, not in that of the desk. */
const saved = { en: savedEn, ar: savedAr } as const;
const names = ['read', 'choices', 'contact', 'lines', 'waiting', 'close'] as const;
export const longestReply = 4_000;

export function Reply({ report, opened, sent }: Unsealed & { sent(written: Written): void }) {
  const desk = useDesk();
  const { t, me, held, drafts } = desk;
  const { id, language } = report.line;
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
      <Details summary={t('casework.saved', { language: t(`casework.language.${language}`) })}>
        <ul class="stack-2 desk-saved">
          {names.map((name) => (
            <li key={name}>
              <button
                class="plain-btn"
                type="button"
                lang={language}
                dir={language === 'ar' ? 'rtl' : 'ltr'}
                onClick={() =>
                  write(
                    text.trim() === '' ? saved[language][name] : `${text.trim()}\n\n${saved[language][name]}`,
                  )
                }
              >
                {saved[language][name]}
              </button>
            </li>
          ))}
        </ul>
      </Details>
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
