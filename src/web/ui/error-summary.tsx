import type { T } from '../../platform/i18n/index.ts';

export interface Mistake {
  /** The id of the control to go to. */
  readonly field: string;
  readonly text: string;
}

/** Stands first on a page that could not go on, takes the focus and leads to each control. Nothing without mistakes. */
export function ErrorSummary({ t, mistakes }: { readonly t: T; readonly mistakes: readonly Mistake[] }) {
  if (mistakes.length === 0) return null;
  return (
    <div class="errors stack-2" role="alert" tabIndex={-1} autofocus aria-labelledby="problem">
      <h2 id="problem">{t('web.problem')}</h2>
      <ul>
        {mistakes.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
