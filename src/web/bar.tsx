import { type Locale, languages } from '../platform/i18n/index.ts';
import type { Frame } from './frame.ts';
import { Icon } from './ui/icon.tsx';

/** A form whose answers a change of language must not lose: the switch then sends it to the same path in the other language. */
export interface LanguageForm {
  readonly form: string;
  /** The path the form is sent to, without its locale. */
  readonly path: string;
  /**
   * Value of `go` that the Enter key sends. A browser presses a form's first button, which would be this switch: a
   * form with text fields names its own.
   */
  readonly enter?: string;
}

interface BarProps {
  readonly frame: Frame;
  readonly language?: LanguageForm | undefined;
}

export const inLocale = (locale: Locale, path: string): string =>
  path === '/' ? `/${locale}` : `/${locale}${path}`;

/** Name, language, help and Leave: the same things in the same place on every page. */
export function Bar({ frame, language }: BarProps) {
  const { t } = frame;
  return (
    <header class="bar">
      <div class="wrap">
        <a class="mark" href={frame.link('/')}>
          <svg viewBox="0 0 24 28" aria-hidden="true">
            <path d="M7.5 8.5V25M16.5 3v22" />
          </svg>
          <span>{t('web.name')}</span>
        </a>
        <OtherLanguages frame={frame} language={language} />
        <nav class="leave" aria-label={t('web.leaving')}>
          <a href={frame.link('/help')}>
            <Icon name="life-buoy" />
            {t('web.help_now')}
          </a>
          <a href="/leave" data-leave>
            <Icon name="log-out" flip />
            {t('web.leave')}
          </a>
        </nav>
      </div>
    </header>
  );
}

/** Every other language, by its own name. */
function OtherLanguages({ frame, language }: BarProps) {
  const others = languages.filter(({ lang }) => lang !== frame.t.lang);
  return (
    <div class="langs">
      {language?.enter !== undefined && (
        <button
          type="submit"
          class="vh"
          form={language.form}
          name="go"
          value={language.enter}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <Icon name="languages" />
      {others.map(({ lang, name }) =>
        language === undefined ? (
          <a key={lang} class="lang" href={inLocale(lang, frame.path)} lang={lang} hreflang={lang}>
            {name}
          </a>
        ) : (
          <button
            key={lang}
            type="submit"
            class="lang"
            lang={lang}
            form={language.form}
            formAction={inLocale(lang, language.path)}
            formNoValidate
            name="language"
            value={lang}
          >
            {name}
          </button>
        ),
      )}
    </div>
  );
}
