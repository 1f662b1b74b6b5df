import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface DetailsProps {
  readonly summary: string;
  /** What waits inside, so that nothing comes as a surprise. */
  readonly about?: string;
  /** Violet: what is inside was sealed. */
  readonly sealed?: boolean;
  readonly open?: boolean;
  /** For an island: it opens or closes. */
  readonly toggled?: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/** Something that opens on purpose, without script. */
export function Details({ summary, about, sealed, open, toggled, children }: DetailsProps) {
  return (
    <details
      class={sealed ? 'closed' : 'opens'}
      open={open}
      {...(toggled ? { onToggle: (event) => toggled(event.currentTarget.open) } : {})}
    >
      <summary>
        <Icon name="chevron-right" turns />
        {summary}
        {about !== undefined && <small>{about}</small>}
      </summary>
      <div>{children}</div>
    </details>
  );
}
