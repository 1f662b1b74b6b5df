import { expect, test } from 'vitest';
import { readCountryFile } from '../../report/lines/index.ts';
import { countryFile } from './country.ts';

test('the country table of the demonstration passes the same check as anybody’s, and only there', () => {
  const { country, lines } = countryFile('2026-11-22');
  const written = { ...country, lines };
  expect(readCountryFile(written, 'demonstration')).toHaveProperty('ok');
  expect(readCountryFile(written, 'real')).toHaveProperty('refused');
});

test('no number in it could be dialled', () => {
  for (const { number, example } of countryFile('2026-11-22').lines) {
    expect(example).toBe(true);
    expect(number).not.toMatch(/\d{3}/);
  }
});
