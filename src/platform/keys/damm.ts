/** Damm's check digit (H. M. Damm, 2004): finds every single wrong digit and every swap of neighbours. */
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** `digits`: ASCII digits, any number of them. Appending the answer makes `checkDigit` of the whole '0'. */
export function checkDigit(digits: string): string {
  let row = 0;
  for (const digit of digits) row = Number(table[row]?.[Number(digit)]);
  return String(row);
}
