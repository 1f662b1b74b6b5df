/** A page that comes in the place of another is read from its heading on: give it to the h1, with tabIndex -1. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The focus goes there when the page comes, and again with each `step`. */
export function useHeading(step = ''): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, [step]);
  return title;
}
