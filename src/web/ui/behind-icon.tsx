import type { T } from '../../platform/i18n/index.ts';
import { Note } from './note.tsx';

interface BehindIconProps {
  readonly t: T;
  /** This page, which opens in the browser itself. */
  readonly href: string;
}

/**
 * Where the cards were opened from their icon, its window shows this instead of what follows it. A manifest's scope alone
 * does not keep a page for telling out of that window.
 */
export function BehindIcon({ t, href }: BehindIconProps) {
  return (
    <div class="behind-icon">
      <Note kind="mind" icon="smartphone" title={t('web.behind_icon')}>
        <p>{t('web.behind_icon.text')}</p>
        <p>
          <a class="lone" href={href} target="_blank" rel="noopener">
            {t('web.behind_icon.open')}
          </a>
        </p>
      </Note>
    </div>
  );
}
