/** One spelling for the letters people mix up: أ إ آ ا, ى ي ئ, ة ه, ؤ و; no marks, no stretching line, no lone hamza. */

const variants: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ی: 'ي',
  ې: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  گ: 'ك',
  چ: 'ج',
  ڤ: 'ف',
  پ: 'ب',
  ء: '',
  ـ: '',
};

/** One character as it is compared; a ligature may be several, a mark is none. */
export function fold(char: string): string {
  const known = variants[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x622 && code <= 0x64a) return char;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  const parts = char.normalize('NFKC').replace(/\p{M}/gu, '');
  if (parts === char) return char;
  return [...parts].map((part) => variants[part] ?? part).join('');
}
