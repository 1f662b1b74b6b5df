import type { ComponentChildren } from 'preact';
import { type Frame, Icon } from '../../web/index.ts';

interface PanelProps {
  name: string;
  title: string;
  question?: string;
  children?: ComponentChildren;
}

/** One page of the one document; the island shows one at a time. */
export function Panel({ name, title, question, children }: PanelProps) {
  return (
    <section class="stack-5" data-panel={name} data-question={question} data-title={title} hidden>
      {children}
    </section>
  );
}

export function BackButton({ t }: { t: Frame['t'] }) {
  return (
    <button type="button" class="back" data-go="back">
      <Icon name="chevron-left" flip />
      {t('report.back')}
    </button>
  );
}
