/** Where one's own news of the desk goes: an address and the language of what comes there. */
import { useState } from 'preact/hooks';
import type { OwnMailAnswer } from '../../casework/people/mail-wire.ts';
import type { Me } from '../../casework/wire.ts';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { reads, twoMustOpen, useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

/** Those whose only work here is to read from outside get no news. */
export const getsNews = (me: Me): boolean => me.roles.some((role) => role !== 'outside');

export function OwnMail() {
  const desk = useDesk();
  const { t, me } = desk;
  const { value, problem, again } = useLoaded('own-mail', () => ask<OwnMailAnswer>('own-mail'));
  return (
    <section class="stack-2" aria-labelledby="own-mail-title">
      <h2 id="own-mail-title">{t('casework.own_mail')}</h2>
      <p>{t('casework.own_mail.why')}</p>
      {twoMustOpen(desk) && reads(me) && <p>{t('casework.own_mail.together')}</p>}
      {value?.sends === false && <p>{t('casework.own_mail.sends_none')}</p>}
      <Trouble error={problem} t={t} again={again} />
      {value && <Address key={value.own?.address ?? ''} own={value.own} again={again} />}
    </section>
  );
}

function Address({ own, again }: { own: OwnMailAnswer['own']; again(): void }) {
  const desk = useDesk();
  const { t, me } = desk;
  const [address, setAddress] = useState(own?.address ?? '');
  const [language, setLanguage] = useState(own?.language ?? t.lang);
  const missing = useMissing();
  const act = useAct();
  const why = missing.of('own-mail');
  const put = (next: OwnMailAnswer['own']) =>
    act.run(async () => {
      await ask('own-mail', { own: next });
      again();
      desk.say(t(next === null ? 'casework.own_mail.gone' : 'casework.own_mail.saved'));
    });
  const save = (event: Event) => {
    event.preventDefault();
    const lacks = address === '' ? { field: 'own-mail', text: t('casework.missing.own_mail') } : null;
    if (!missing.stops(lacks)) put({ address, language });
  };
  return (
    <form class="stack" noValidate onSubmit={save}>
      <div class={fieldClass(why)}>
        <label for="own-mail">{t('casework.own_mail.address')}</label>
        <p class="hint" id="own-mail-hint">
          {t('casework.own_mail.hint')}
        </p>
        <Why id="own-mail" text={why} />
        <input
          class="in"
          type="email"
          id="own-mail"
          dir="ltr"
          autocomplete="off"
          maxLength={254}
          value={address}
          {...described('own-mail', why, 'own-mail-hint')}
          onInput={(event) => setAddress(event.currentTarget.value.trim())}
        />
      </div>
      <div class="field">
        <label for="own-mail-language">{t('casework.own_mail.language')}</label>
        <select
          class="in short"
          id="own-mail-language"
          value={language}
          onChange={(event) => {
            const chosen = me.languages.find(({ lang }) => lang === event.currentTarget.value);
            if (chosen) setLanguage(chosen.lang);
          }}
        >
          {me.languages.map(({ lang }) => (
            <option key={lang} value={lang}>
              {t.language(lang)}
            </option>
          ))}
        </select>
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn second" disabled={act.busy}>
          {t('casework.own_mail.save')}
        </button>
        {own !== null && (
          <button type="button" class="plain-btn" disabled={act.busy} onClick={() => put(null)}>
            {t('casework.own_mail.remove')}
          </button>
        )}
      </p>
    </form>
  );
}
