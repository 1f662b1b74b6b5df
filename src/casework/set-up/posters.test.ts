import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type Cast, cast } from '../../../test/cast.ts';
import { realLines } from '../../../test/lines.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { langs, translate } from '../../platform/i18n/index.ts';
import { codeList, digits, fingerprint, showCode } from '../../platform/keys/index.ts';
import { type Line, linesWriter } from '../../report/index.ts';
import { onCard, onPaper } from './posters-page.tsx';

const today = '2026-11-22';
const both = (text: string) => ({ en: text, ar: `${text} ع` });
const tested = { on: '2026-11-01', answered: true, waitMinutes: 2 };
const file = realLines('2026-11-01');
const [listening] = file.lines.filter(({ kind }) => kind === 'support') as [Line];
const line = (id: string, more: Partial<Line> = {}): Line => ({
  ...listening,
  id: id.replace(' ', '-'),
  number: id,
  tested,
  ...more,
});

test('on paper stands who can be reached, for everyone or women; who must be warned has no card', () => {
  const lines = [
    line('1', { name: both('The listening line') }),
    line('2', { notSafeFor: both('people without papers') }),
    line('3', { tested: { on: '2026-08-01', answered: true } }),
    line('4', { tested: { on: '2026-11-01', answered: false } }),
    line('5', { kind: 'emergency' }),
    line('6', { forWhom: ['men'] }),
    line('7', { forWhom: ['women'] }),
    { ...listening, id: '8' },
  ];
  expect(onPaper(lines, today).map(({ id }) => id)).toEqual(['1', '2', '7']);
  expect(onCard(lines, today).map(({ id }) => id)).toEqual(['1', '7']);
});

describe('the page', () => {
  let here: TestWorld;
  let people: Cast;
  let sheets: string;
  beforeAll(async () => {
    here = await world({ kind: 'real', staging: { allowances: 'none' } });
    people = await cast(here);
    const warned = line('0999 222', { name: both('Quiet line'), notSafeFor: both('people without papers') });
    await linesWriter(here.database.db).replace({
      ...file,
      lines: [line('0999 111', { name: both('Harbour women') }), warned],
    });
    const salma = await people.as(people.salma);
    sheets = (await salma.get('/en/desk/set-up/posters')).text;
  }, 60_000);
  afterAll(() => here[Symbol.asyncDispose]());

  const cardsIn = (lang: string) =>
    sheets
      .split('<section class="papers')
      .find((part) => part.includes(`lang="${lang}" dir`) && part.includes('class="paper cards"'))
      ?.split('class="paper cards"')[1]
      ?.split('</section>')[0] ?? 'none';

  test('is for organisers, and has a poster and eight cards in each language', async () => {
    const ines = await people.as(people.ines);
    expect((await ines.get('/en/desk/set-up/posters')).status).toBe(403);
    expect((await browse(here).get('/en/desk/set-up/posters')).status).not.toBe(200);
    expect(sheets.match(/class="paper poster"/g)).toHaveLength(langs.length);
    expect(sheets.match(/class="pocket"/g)).toHaveLength(8 * langs.length);
    // A heading is in the language of the page, its sheets are not.
    expect(sheets.match(/<h2 class="h3 paper-about" lang="en"/g)).toHaveLength(langs.length);
    expect(sheets).not.toMatch(/<script(?![^>]*src=)/);
  });

  test.each(langs)('%s: the words of this very root, its address, and lines with their warning', (lang) => {
    const words = showCode(fingerprint(here.installation.root, lang === 'en' ? codeList('en') : digits));
    const poster = sheets
      .split('class="paper poster"')
      .find((part) => part.includes(translate(lang)('setup.paper.who')));
    for (const part of [poster, cardsIn(lang)]) {
      expect(part).toContain(words);
      expect(part).toContain(new URL(here.config.publicUrl).host);
      expect(part).toContain('0999 111');
    }
    expect(poster).toContain(translate(lang)('lines.not_safe_for'));
    expect(cardsIn(lang)).not.toContain('0999 222');
  });

  test.each(langs)(
    '%s: a card tells nothing of what it is about, and names neither us nor a line',
    (lang) => {
      const text = cardsIn(lang).replace(/<[^>]*>/g, ' ');
      const { name } = here.installation;
      for (const word of [name.en, name.ar, 'Harbour women', 'Upstander']) expect(text).not.toContain(word);
      expect(text).not.toMatch(
        /harass|assault|violence|report|caseworker|follow|touch|تحرش|اعتداء|عنف|بلاغ|harcèl|agress|violen/i,
      );
    },
  );
});
