import type { ComponentChildren } from 'preact';

export interface Moment {
  /** '' where no day is known. */
  readonly when: string;
  /** 'YYYY-MM-DD', for machines. */
  readonly day?: string;
  readonly title: ComponentChildren;
  readonly text?: ComponentChildren;
  /** Done unless said otherwise; 'now' is where things stand, 'next' has not happened. */
  readonly state?: 'done' | 'now' | 'next';
}

/** What happened and what comes, oldest first. */
export function TimeList({
  moments,
  small,
}: {
  readonly moments: readonly Moment[];
  readonly small?: boolean;
}) {
  return (
    <ol class={small ? 'time small-time' : 'time'}>
      {moments.map(({ when, day, title, text, state = 'done' }) => (
        <li key={`${when}${String(title)}`} class={state === 'done' ? undefined : state}>
          {when !== '' && <time dateTime={day}>{when}</time>}
          <p class="what">{title}</p>
          {text && (typeof text === 'string' ? <p>{text}</p> : text)}
        </li>
      ))}
    </ol>
  );
}
