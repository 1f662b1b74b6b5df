import { dataDir, type Said as SaidText, type T } from '../../platform/i18n/index.ts';

/** What the organisation's data says: in the page's language, else in another, which is then marked as that. */
export function Said({ t, said }: { readonly t: T; readonly said: SaidText }) {
  const lang = t.langOf(said);
  if (lang === t.lang) return <>{t.of(said)}</>;
  return (
    <span lang={lang} dir={dataDir(lang)}>
      {t.of(said)}
    </span>
  );
}
