/** Every catalogue there is, found by its place: locales/<language>/<room>.json. The English files say which keys there are. */

import type answer from '../../../locales/en/answer.json';
import type casework from '../../../locales/en/casework.json';
import type health from '../../../locales/en/health.json';
import type home from '../../../locales/en/home.json';
import type imported from '../../../locales/en/imported.json';
import type kept from '../../../locales/en/kept.json';
import type lines from '../../../locales/en/lines.json';
import type mail from '../../../locales/en/mail.json';
import type moderate from '../../../locales/en/moderate.json';
import type officer from '../../../locales/en/officer.json';
import type pause from '../../../locales/en/pause.json';
import type publicPages from '../../../locales/en/public.json';
import type receipt from '../../../locales/en/receipt.json';
import type refusal from '../../../locales/en/refusal.json';
import type report from '../../../locales/en/report.json';
import type saved from '../../../locales/en/saved.json';
import type seen from '../../../locales/en/seen.json';
import type setup from '../../../locales/en/setup.json';
import type staff from '../../../locales/en/staff.json';
import type talk from '../../../locales/en/talk.json';
import type talking from '../../../locales/en/talking.json';
import type web from '../../../locales/en/web.json';
import type { Message } from './message.ts';

/** By path. A room is one file a language; meta.json says what the language is. */
export const files = import.meta.glob<Readonly<Record<string, Message>>>('../../../locales/*/*.json', {
  eager: true,
  import: 'default',
});

interface Rooms {
  answer: typeof answer;
  casework: typeof casework;
  health: typeof health;
  home: typeof home;
  imported: typeof imported;
  kept: typeof kept;
  lines: typeof lines;
  mail: typeof mail;
  moderate: typeof moderate;
  officer: typeof officer;
  pause: typeof pause;
  public: typeof publicPages;
  receipt: typeof receipt;
  refusal: typeof refusal;
  report: typeof report;
  saved: typeof saved;
  seen: typeof seen;
  setup: typeof setup;
  staff: typeof staff;
  talk: typeof talk;
  talking: typeof talking;
  web: typeof web;
}

/** 'report.kind.followed': the catalogue's name, a dot, the key inside it. */
export type Key = { [R in keyof Rooms]: `${R}.${keyof Rooms[R] & string}` }[keyof Rooms];
