import type { T } from '../../platform/i18n/index.ts';
import { Icon } from './icon.tsx';

interface BackProps {
  readonly href: string;
  readonly t: T;
  /** Where it leads, when "Back" would not say. */
  readonly text?: string;
}

export function Back({ href, t, text }: BackProps) {
  return (
    <a class="back" href={href}>
      <Icon name="chevron-left" flip />
      {text ?? t('web.back')}
    </a>
  );
}
