/**
 * Every catalogue by name. A new file under locales/ is imported here in both languages and added to both tables;
 * Arabic then has to hold every key English holds, or this file does not compile.
 */
import refusalAr from '../../../locales/ar/refusal.json';
import webAr from '../../../locales/ar/web.json';
import refusalEn from '../../../locales/en/refusal.json';
import webEn from '../../../locales/en/web.json';
import type { Message } from './message.ts';

export const english = {
  refusal: refusalEn,
  web: webEn,
};

type Rooms = typeof english;

export const arabic: { readonly [R in keyof Rooms]: Readonly<Record<keyof Rooms[R], Message>> } = {
  refusal: refusalAr,
  web: webAr,
};

/** 'report.kind.followed': the catalogue's name, a dot, the key inside it. */
export type Key = { [R in keyof Rooms]: `${R}.${keyof Rooms[R] & string}` }[keyof Rooms];
