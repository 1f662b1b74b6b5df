/** Fifteen minutes without a touch lock the desk; two minutes before, it says so (WCAG 2.2.1). */
import type { Clock } from '../../platform/clock.ts';

export const idleMinutes = 15;
export const warnMinutes = 2;
const minute = 60_000;

/** What to do `idleFor` milliseconds after the last touch. */
export function idleState(idleFor: number): 'awake' | 'warn' | 'lock' {
  if (idleFor >= idleMinutes * minute) return 'lock';
  return idleFor >= (idleMinutes - warnMinutes) * minute ? 'warn' : 'awake';
}

/** The instant at which the desk will lock when nobody touches it again. */
export function locksAt(touched: Date): Date {
  return new Date(touched.getTime() + idleMinutes * minute);
}

export interface Watch {
  touched(): Date;
  /** Counts as a touch: "Stay unlocked". */
  stay(): void;
  stop(): void;
}

/**
 * Calls back when the state changes. While the warning stands, moving about is not enough: one press of the button
 * extends it, so that nobody else's sleeve keeps a desk open.
 */
export function watchIdle(clock: Clock, on: (state: 'awake' | 'warn' | 'lock') => void): Watch {
  let last = clock.now();
  let state: 'awake' | 'warn' | 'lock' = 'awake';
  const touch = () => {
    if (state === 'awake') last = clock.now();
  };
  const look = () => {
    const next = idleState(clock.now().getTime() - last.getTime());
    if (next === state) return;
    state = next;
    on(next);
  };
  // A laptop that slept wakes with timers late: coming back to the page looks at once.
  const timer = setInterval(look, 5_000);
  const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
  for (const event of events) addEventListener(event, touch, { passive: true });
  document.addEventListener('visibilitychange', look);
  return {
    touched: () => last,
    stay() {
      last = clock.now();
      look();
    },
    stop() {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, touch);
      document.removeEventListener('visibilitychange', look);
    },
  };
}
