import type { T } from '../../platform/i18n/index.ts';

/** Sentences of the essay this began with: hers, in her words, and never said as ours. */
export function Hers({ t }: { t: T }) {
  return (
    <figure class="hers stack-2">
      <blockquote lang="en" dir="ltr">
        <p>“Okay, I believe you... but what are you actually doing?”</p>
      </blockquote>
      <figcaption class="small quiet">{t('public.hers')}</figcaption>
    </figure>
  );
}
