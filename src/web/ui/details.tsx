import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface DetailsProps {
  readonly summary: string;
  /** What waits inside, so that nothing comes as a surprise. */
  readonly about?: string;
  /** Violet: what is inside was sealed. */
  readonly sealed?: boolean;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** Something that opens on purpose, without script. */
export function Details({ summary, about, sealed, open, children }: DetailsProps) {
  return (
    <details class={sealed ? 'closed' : 'opens'} open={open}>
      <summary>
        <Icon name="chevron-right" turns />
        {summary}
        {about !== undefined && <small>{about}</small>}
      </summary>
      <div>{children}</div>
    </details>
  );
}
