/** One spelling for what people and programs write differently: Arabic and Persian digits, marks, spaces. Pure. */

const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Digits and signs as in English, no marks nobody sees, no spaces around. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(directionMarks, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
    .replaceAll('؛', ';')
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For comparing names of columns and values: letters of either case are the same. */
export const alike = (text: string): string => plain(text).toLowerCase();
