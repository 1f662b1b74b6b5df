import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Heard } from '../../../test/browse.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { countryFile } from '../../demo/content/country.ts';
import { langs, translate } from '../../platform/i18n/index.ts';
import { linesWriter } from '../index.ts';
import { questionIds } from '../questions.ts';
import { scenes, ways } from '../seen/model.ts';
import { say } from '../views/asking.ts';

let here: TestWorld;
let file: Heard;
beforeAll(async () => {
  here = await world({});
  await linesWriter(here.database.db).replace(countryFile('2026-11-22'));
  file = await browse(here).get('/copy.html');
});
afterAll(() => here[Symbol.asyncDispose]());

test('the copy is a file with a name that says nothing', () => {
  expect(file.headers['content-disposition']).toBe('attachment; filename="upstander.html"');
});

test.each(langs)('numbers, questions and cards stand in it (%s)', (lang) => {
  const t = translate(lang);
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  expect(file.text).toContain(plain(t('home.copy.sends_nothing')));
  for (const id of questionIds) expect(file.text).toContain(plain(say(t, `q.${id}`)));
  for (const scene of scenes)
    for (const way of ways) expect(file.text).toContain(plain(t(`seen.${scene}.${way}.say`)));
  for (const { name, number } of countryFile('2026-11-22').lines) {
    expect(file.text).toContain(plain(t.of(name)));
    expect(file.text).toContain(number);
  }
});

test('it needs nothing and sends nothing: no script, no form, no address but a number to call', () => {
  expect(file.text).toContain("default-src 'none'");
  expect(file.text).not.toMatch(/<(script|form|img|iframe|input|button|link|object|audio)\b/i);
  expect(file.text).not.toMatch(/\son\w+=|url\(|@import|http-equiv="refresh"/i);
  const hrefs = [...file.text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to ?? '');
  expect(hrefs.filter((to) => !/^(#|tel:)/.test(to))).toEqual([]);
  const ids = [...file.text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
