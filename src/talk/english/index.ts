/** English as data: words, classes, patterns of moves, guards. */
import type { Language } from '../grammar.ts';
import { accounts, addresses, cues, endorses, releases } from './accounts.ts';
import { answered } from './answered.ts';
import { blame } from './blame.ts';
import { classes } from './classes.ts';
import { discredit } from './discredit.ts';
import { hints } from './hints.ts';
import { lessUsual } from './less-usual.ts';
import { minimise, minimiseOthers } from './minimise.ts';
import { notAll } from './not-all.ts';
import { reported } from './reported.ts';
import { tone } from './tone.ts';
import { whatAbout } from './what-about.ts';
import { fold, read } from './words.ts';

export const english: Language = {
  id: 'en',
  fold,
  read,
  classes,
  groups: [
    ...notAll,
    ...whatAbout,
    ...minimise,
    ...minimiseOthers,
    ...blame,
    ...tone,
    ...discredit,
    ...hints,
    ...lessUsual,
  ],
  guards: [...reported, ...answered],
  releases,
  endorses,
  addresses,
  accounts,
  cues,
  whyModel: {
    not_all: 'Taken together, these words defend people nobody accused.',
    what_about: 'Taken together, these words turn to something else.',
    minimise: 'Taken together, these words make it smaller than it was.',
    blame: 'Taken together, these words look at what the person it happened to did.',
    tone: 'Taken together, these words speak of how it was said, not of what was said.',
    discredit: 'Taken together, these words doubt the person without any ground but doubt.',
  },
};
