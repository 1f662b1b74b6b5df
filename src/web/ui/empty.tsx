import type { ComponentChildren } from 'preact';
import { Place } from './place.tsx';

interface EmptyProps {
  readonly title: string;
  readonly place?: 'stop' | 'stair' | 'square';
  readonly children: ComponentChildren;
}

/** Nothing here yet, said plainly. */
export function Empty({ title, place, children }: EmptyProps) {
  return (
    <section class="empty">
      {place && <Place name={place} />}
      <div class="stack-2">
        <h2 class="h3">{title}</h2>
        {children}
      </div>
    </section>
  );
}
