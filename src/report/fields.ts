/** What a form sends, and how one field is read and checked. Pure; texts of problems are chosen by key. */
import { addDays } from '../platform/clock.ts';

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;
/** `key` is a catalogue key under report.problem; `field` names the control to go to. */
export interface Problem {
  field: string;
  key: string;
  params?: Readonly<Record<string, string | number>>;
}
export const limits = {
  words: 20_000,
  identifies: 2_000,
  placeWords: 500,
  contact: 200,
  direction: 100,
} as const;

/** The first value given: a day may come from a radio or from the date field beside it. */
export const one = (fields: Fields, name: string): string => {
  const value = fields[name];
  return (typeof value === 'string' ? value : (value?.find((v) => v.trim() !== '') ?? '')).trim();
};
export const many = (fields: Fields, name: string): readonly string[] => {
  const value = fields[name];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
};

export const oneOf = (name: string, allowed: readonly string[], key: string) => (fields: Fields) =>
  allowed.includes(one(fields, name)) ? [] : [{ field: name, key }];
export const optional = (name: string, allowed: readonly string[], key: string) => (fields: Fields) =>
  one(fields, name) === '' || allowed.includes(one(fields, name)) ? [] : [{ field: name, key }];
export const short = (name: keyof typeof limits, field: string) => (fields: Fields) => {
  const length = one(fields, field).length;
  return length <= limits[name] ? [] : [{ field, key: 'too_long', params: { length, most: limits[name] } }];
};
/** A day of the calendar: 31 February is none. */
export const isDay = (text: string): boolean => dayPattern.test(text) && addDays(text, 0) === text;
const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
export const pattern = (name: string, allowed: RegExp, key: string) => (fields: Fields) =>
  one(fields, name) === '' || allowed.test(one(fields, name)) ? [] : [{ field: name, key }];
export const all =
  (...checks: ((fields: Fields) => Problem[])[]) =>
  (fields: Fields) =>
    checks.flatMap((check) => check(fields));
