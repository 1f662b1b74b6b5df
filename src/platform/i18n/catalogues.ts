/**
 * Every catalogue by name. A new file under locales/ is imported here in both languages and added to both tables;
 * Arabic then has to hold every key English holds, or this file does not compile.
 */

import answerAr from '../../../locales/ar/answer.json';
import caseworkAr from '../../../locales/ar/casework.json';
import healthAr from '../../../locales/ar/health.json';
import homeAr from '../../../locales/ar/home.json';
import importedAr from '../../../locales/ar/imported.json';
import linesAr from '../../../locales/ar/lines.json';
import mailAr from '../../../locales/ar/mail.json';
import moderateAr from '../../../locales/ar/moderate.json';
import officerAr from '../../../locales/ar/officer.json';
import pauseAr from '../../../locales/ar/pause.json';
import publicAr from '../../../locales/ar/public.json';
import receiptAr from '../../../locales/ar/receipt.json';
import refusalAr from '../../../locales/ar/refusal.json';
import reportAr from '../../../locales/ar/report.json';
import savedAr from '../../../locales/ar/saved.json';
import seenAr from '../../../locales/ar/seen.json';
import staffAr from '../../../locales/ar/staff.json';
import talkAr from '../../../locales/ar/talk.json';
import talkingAr from '../../../locales/ar/talking.json';
import webAr from '../../../locales/ar/web.json';
import answerEn from '../../../locales/en/answer.json';
import caseworkEn from '../../../locales/en/casework.json';
import healthEn from '../../../locales/en/health.json';
import homeEn from '../../../locales/en/home.json';
import importedEn from '../../../locales/en/imported.json';
import linesEn from '../../../locales/en/lines.json';
import mailEn from '../../../locales/en/mail.json';
import moderateEn from '../../../locales/en/moderate.json';
import officerEn from '../../../locales/en/officer.json';
import pauseEn from '../../../locales/en/pause.json';
import publicEn from '../../../locales/en/public.json';
import receiptEn from '../../../locales/en/receipt.json';
import refusalEn from '../../../locales/en/refusal.json';
import reportEn from '../../../locales/en/report.json';
import savedEn from '../../../locales/en/saved.json';
import seenEn from '../../../locales/en/seen.json';
import staffEn from '../../../locales/en/staff.json';
import talkEn from '../../../locales/en/talk.json';
import talkingEn from '../../../locales/en/talking.json';
import webEn from '../../../locales/en/web.json';
import type { Message } from './message.ts';

export const english = {
  seen: seenEn,
  imported: importedEn,
  lines: linesEn,
  health: healthEn,
  home: homeEn,
  pause: pauseEn,
  public: publicEn,
  receipt: receiptEn,
  refusal: refusalEn,
  report: reportEn,
  answer: answerEn,
  casework: caseworkEn,
  mail: mailEn,
  moderate: moderateEn,
  officer: officerEn,
  saved: savedEn,
  staff: staffEn,
  talk: talkEn,
  talking: talkingEn,
  web: webEn,
};

type Rooms = typeof english;

export const arabic: { readonly [R in keyof Rooms]: Readonly<Record<keyof Rooms[R], Message>> } = {
  seen: seenAr,
  imported: importedAr,
  lines: linesAr,
  health: healthAr,
  home: homeAr,
  pause: pauseAr,
  public: publicAr,
  receipt: receiptAr,
  refusal: refusalAr,
  report: reportAr,
  answer: answerAr,
  casework: caseworkAr,
  mail: mailAr,
  moderate: moderateAr,
  officer: officerAr,
  saved: savedAr,
  staff: staffAr,
  talk: talkAr,
  talking: talkingAr,
  web: webAr,
};

/** 'report.kind.followed': the catalogue's name, a dot, the key inside it. */
export type Key = { [R in keyof Rooms]: `${R}.${keyof Rooms[R] & string}` }[keyof Rooms];
