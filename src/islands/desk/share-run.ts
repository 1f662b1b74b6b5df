/**
 * Seals many secrets anew, for a colleague or for the archive, batch by batch. What a batch has written stays written: stopping, closing the
 * page or a kill between two batches loses nothing, and beginning again goes on with the rest.
 */
import type { Clock } from '../../platform/clock.ts';
import { KeyRefusal } from '../../platform/keys/index.ts';

export interface Run {
  of: number;
  /** Written. */
  shared: number;
  /** Sealed, and written with the rest of their batch. */
  sealed: number;
  /** Not allowed, or not opened by this key. */
  kept: number;
  /** Milliseconds since it began. */
  took: number;
}

/** How far it is, is told after so many. */
const shownEach = 20;

export interface Sharer<Line, Anew> {
  /** A batch as it is handed out; `after` null when there is no more. */
  secrets(after: string | null): Promise<{ reports: readonly Line[]; after: string | null }>;
  seal(line: Line): Promise<Anew>;
  send(reports: readonly Anew[]): Promise<{ shared: number }>;
  /** Asked before each report; lets the page be drawn meanwhile. */
  goOn(): Promise<boolean>;
}

/** True when nothing is left, false when it was stopped. `of`: how many there are, as far as known. */
export async function shareAll<Line, Anew>(
  { secrets, seal, send, goOn }: Sharer<Line, Anew>,
  { of, clock, on }: { of: number; clock: Clock; on(run: Run): void },
): Promise<boolean> {
  const began = clock.now().getTime();
  let [shared, kept] = [0, 0];
  const tell = (sealed: number) => {
    const took = clock.now().getTime() - began;
    on({ of: Math.max(of, shared + kept + sealed), shared, sealed, kept, took });
  };
  for (let after: string | null = null; ; ) {
    const page = await secrets(after);
    const sealed: Anew[] = [];
    for (const line of page.reports) {
      if (!(await goOn())) return false;
      try {
        sealed.push(await seal(line));
      } catch (error) {
        // One that may not be shared must not keep the others from her colleague.
        if (!(error instanceof KeyRefusal)) throw error;
        kept++;
      }
      if (sealed.length > 0 && sealed.length % shownEach === 0) tell(sealed.length);
    }
    if (sealed.length > 0) shared += (await send(sealed)).shared;
    tell(0);
    if (page.after === null) return true;
    after = page.after;
  }
}

/** What the server puts off, for as long as it says, is done then. `wait`: milliseconds. */
export async function patiently<Answer>(
  call: () => Promise<Answer>,
  { putOff, wait }: { putOff(error: unknown): number | null; wait(ms: number): Promise<void> },
): Promise<Answer> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const seconds = putOff(error);
      if (seconds === null) throw error;
      await wait(seconds * 1000);
    }
  }
}

/** Reports a minute and minutes left, both rounded up; null before there is anything to measure. */
export function pace({
  of,
  shared,
  sealed,
  kept,
  took,
}: Run): { perMinute: number; minutesLeft: number } | null {
  const done = shared + sealed + kept;
  if (done === 0 || took <= 0) return null;
  const perMinute = (done * 60_000) / took;
  return { perMinute: Math.ceil(perMinute), minutesLeft: Math.ceil((of - done) / perMinute) };
}
