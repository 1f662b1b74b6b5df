/** Every command by its name. Loaded only when called, so that --help is quick. */
import type { Command } from './command.ts';

export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  archive: () => import('./archive.ts'),
  backup: () => import('./backup.ts'),
  country: () => import('./country.ts'),
  demo: () => import('./demo.ts'),
  doctor: () => import('./doctor.ts'),
  due: () => import('./due.ts'),
  health: () => import('./health.ts'),
  import: () => import('./import.ts'),
  languages: () => import('./languages.ts'),
  'mail-in': () => import('./mail-in.ts'),
  readers: () => import('./readers.ts'),
  restore: () => import('./restore.ts'),
  setup: () => import('./setup.ts'),
  talk: () => import('./talk.ts'),
  tick: () => import('./tick.ts'),
};
