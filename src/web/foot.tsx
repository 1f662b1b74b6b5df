import { languageOf } from '../platform/i18n/index.ts';
import { inLocale, type LanguageForm } from './bar.tsx';
import type { Frame } from './frame.ts';

interface FootProps {
  readonly frame: Frame;
  readonly language?: LanguageForm | undefined;
}

/** Who runs this, what it keeps, how it speaks to its reader, and who has checked its words. */
export function Foot({ frame, language }: FootProps) {
  const { t } = frame;
  const spoken = languageOf(t.lang);
  return (
    <footer class="foot">
      <div class="wrap stack-2">
        <p>{t('web.run_by', { name: t.of(frame.organisation) })}</p>
        <ul>
          <li>
            <a href={frame.link('/back')}>{t('web.foot.back')}</a>
          </li>
          <li>
            <a href={frame.link('/readers')}>{t('web.foot.readers')}</a>
          </li>
          <li>
            <a href={frame.link('/about')}>{t('web.foot.about')}</a>
          </li>
          <li>
            <a href={frame.link('/keep')}>{t('web.foot.keep')}</a>
          </li>
        </ul>
        {spoken.address.length > 0 && language === undefined && <AddressChoice frame={frame} />}
        {spoken.reviewedBy === null && <p>{t('web.unreviewed')}</p>}
      </div>
    </footer>
  );
}

function AddressChoice({ frame }: { readonly frame: Frame }) {
  const { t, locale, path } = frame;
  const names = { _: t('web.address.neutral'), f: t('web.address.f'), m: t('web.address.m') };
  const choices = [
    [t.lang, names._] as const,
    ...languageOf(t.lang).address.map((form) => [`${t.lang}-${form}`, names[form]] as const),
  ];
  return (
    <nav aria-label={t('web.address')}>
      <ul>
        <li>{t('web.address')}</li>
        {choices.map(([choice, name]) => (
          <li key={choice}>
            <a href={inLocale(choice, path)} aria-current={choice === locale ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
