/** Invented: of three weeks, the last one first, what became of comments at which a pause was shown or held out, and replies. */
import type { Counted } from '../../talk/pages/index.ts';

export const pauses: readonly Readonly<Partial<Record<Counted, number>>>[] = [
  {
    'pause.shown.as_it_was': 31,
    'pause.shown.changed': 12,
    'pause.shown.dropped': 5,
    'pause.shown.not_meant': 3,
    'pause.held.as_it_was': 42,
    'pause.held.changed': 4,
    'pause.held.dropped': 4,
    'turn.found': 14,
    'turn.nothing': 6,
    'turn.copied.egyptian': 8,
    'turn.copied.english': 2,
  },
  {
    'pause.shown.as_it_was': 27,
    'pause.shown.changed': 9,
    'pause.shown.dropped': 4,
    'pause.shown.not_meant': 2,
    'pause.held.as_it_was': 36,
    'pause.held.changed': 3,
    'pause.held.dropped': 3,
  },
  {
    'pause.shown.as_it_was': 24,
    'pause.shown.changed': 8,
    'pause.shown.dropped': 3,
    'pause.shown.not_meant': 4,
    'pause.held.as_it_was': 33,
    'pause.held.changed': 5,
    'pause.held.dropped': 2,
  },
];
