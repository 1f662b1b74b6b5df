/** Walk 11: she has no papers. Nothing here asks for them: no question, page, export or table, in any language. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rooms } from '../../src/app.ts';
import { countryFile, places } from '../../src/demo/content/index.ts';
import { langs, translate } from '../../src/platform/i18n/index.ts';
import { placeWriter } from '../../src/platform/place/index.ts';
import { linesWriter } from '../../src/report/index.ts';
import { browse } from '../browse.ts';
import { look, problems, visitor } from '../browser.ts';
import { cast } from '../cast.ts';
import { inventAsks } from '../invented.ts';
import { everyText } from '../texts.ts';
import { type TestWorld, world } from '../world.ts';

/** Words by which a person would be asked where they belong, or to show that they do. */
const asking: Readonly<Record<string, RegExp>> = {
  en: /national(ity|s)\b|citizen|passport|\bvisas?\b|residen(ce|cy) permit|identity (card|number)|\bID card|papers|immigra|asylum|migrant|refugee|country of (birth|origin)/i,
  ar: /جنسي[ةت]|جواز سفر|تأشيرة|تصريح إقامة|الإقامة|بطاقة (الهوية|شخصية|الرقم)|الرقم القومي|أوراق ثبوتية|أوراق رسمية|مهاجر|لاجئ|بلا أوراق|بلد (الميلاد|الأصل)/,
  fr: /nationalité|citoyen|passeport|\bvisas?\b|titre de séjour|carte d’identité|papiers|migrant|réfugié|pays (de naissance|d’origine)/i,
};

/** What says that nobody asks; whom a line elsewhere is for or not safe for; and papers that are not a person's. */
const speaksOfThem = [
  /^report\.before\.papers$/,
  /^casework\.intake\.papers$/,
  /^home\.help\.papers$/,
  /^lines\.for\.migrants$/,
  // An officer who wrote somebody's number is told to take it out.
  /^officer\.wrong\.person_number$/,
  // The three papers of the root, and what is printed.
  /^setup\./,
  /^refusal\.(share_wrong|report_archived|archive_none)\./,
  // The same papers, where the desk closes away and names them to those who hold them.
  /^casework\.(archive\.|event\.taken_out$)/,
  /^report\.readers\.archive\./,
];

const isAllowed = (key: string) => speaksOfThem.some((one) => one.test(key));

test('no text in any language asks for nationality or papers; those that name them say that nobody does', async () => {
  for (const lang of langs) {
    const word = asking[lang];
    expect([lang, word !== undefined]).toEqual([lang, true]);
    const found = everyText(lang).filter(({ text }) => word?.test(text));
    expect(found.filter(({ key }) => !isAllowed(key))).toEqual([]);
    const said = found.map(({ key }) => key);
    // Where she begins, where help is named, and where a caseworker fills in with her.
    for (const key of ['report.before.papers', 'casework.intake.papers', 'home.help.papers'])
      expect([lang, said.includes(key)]).toEqual([lang, true]);
  }
});

async function town(): Promise<TestWorld> {
  const here = await world({ browsers: true, staging: { allowances: 'none' } });
  await placeWriter(here.database.db).put(places);
  await linesWriter(here.database.db).replace(countryFile('2026-11-22'));
  await inventAsks(here);
  return here;
}

/** What stands on a page without what is known to speak of papers; a copy to read from a file has every language. Texts a script brings are looked at above. */
function withoutAllowed(text: string): string {
  const lines = countryFile('2026-11-22').lines.flatMap(({ notSafeFor, asks, answeredBy }) =>
    [notSafeFor, asks, answeredBy].flatMap((said) => (said === undefined ? [] : Object.values(said))),
  );
  const allowed = langs.flatMap((lang) => everyText(lang).filter(({ key }) => isAllowed(key)));
  return [...allowed.map((one) => one.text), ...lines].reduce(
    (rest, one) => rest.replaceAll(one, ' '),
    text.replace(/<(script|template|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '),
  );
}

test('no page, answer or table of what is public or at the desk has such a field', async () => {
  await using here = await town();
  const people = await cast(here);
  const desk = {
    ines: await people.as(people.ines),
    salma: await people.as(people.salma),
    guest: browse(here),
  };
  const routes = rooms(here).routes.filter(({ method, url }) => method === 'GET' && !url.includes(':'));
  let pages = 0;
  for (const { guard, url, localised } of routes) {
    if (url.startsWith('/api/v1') && url.endsWith('openapi.json')) continue;
    for (const lang of localised ? langs : (['en'] as const)) {
      const path = localised ? `/${lang}${url === '/' ? '' : url}` : url;
      const asked = guard === 'everyone' ? [desk.guest] : [desk.ines, desk.salma];
      for (const from of asked) {
        const { status, text, headers } = await from.get(path);
        if (status !== 200 || /javascript|css|font|image/.test(String(headers['content-type']))) continue;
        pages++;
        const found = asking[lang]?.exec(withoutAllowed(text));
        expect([path, found?.[0] ?? null]).toEqual([path, null]);
        const fields = [...text.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');
        expect([path, fields.filter((name) => fieldOfPapers.test(name))]).toEqual([path, []]);
      }
    }
  }
  expect(pages).toBeGreaterThan(100);

  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public'`.execute(here.database.db);
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ name }) => fieldOfPapers.test(name))).toEqual([]);
});

const fieldOfPapers =
  /nation|citizen|passport|visa|resident|residence|papers|identity_|id_card|origin|immigra|asylum/i;

test.each(langs)(
  'she reads it before she begins, and where help is (%s)',
  async (lang) => {
    await using here = await town();
    await cast(here);
    const url = await here.listen();
    const t = translate(lang);
    await using amal = await visitor({ locale: lang });
    await amal.page.goto(`${url}/${lang}/report`);
    await amal.page.getByText(t('report.before.papers')).waitFor();
    expect(await problems(amal.page)).toEqual([]);
    await look(amal.page, `walk-no-papers-before-${lang}`);
    await amal.page.goto(`${url}/${lang}/help`);
    await amal.page.getByText(t('home.help.papers')).waitFor();
    expect(await problems(amal.page)).toEqual([]);
    await look(amal.page, `walk-no-papers-help-${lang}`);
  },
  60_000,
);
