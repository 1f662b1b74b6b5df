/** The page for the day the database is away: it opens, in both languages, in the light and in the dark. */
import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { connect } from '../../src/platform/db/connect.ts';
import { look, problems, visitor } from '../browser.ts';
import { world } from '../world.ts';

const nowhere = connect('postgres://u:sesame@127.0.0.1:1/u', { max: 1, name: 'nobody' });
afterAll(() => nowhere.db.destroy());

const sentences = { en: 'The database does not answer', ar: 'قاعدة البيانات لا تجيب' } as const;

const patience = { timeout: 60_000 };

test.each(['en', 'ar'] as const)(
  'while the database is away the page says so, in %s',
  patience,
  async (locale) => {
    await using here = await world({ browsers: true });
    const app = await buildApp({ ...here, database: { ...here.database, db: nowhere.db } });
    await app.listen({ host: 'localhost', port: here.config.port });
    try {
      await using someone = await visitor({ locale, dark: locale === 'ar' });
      const { page } = someone;
      const answer = await page.goto(`${here.config.publicUrl}/${locale}/desk/health`);
      expect(answer?.status()).toBe(503);
      expect(await page.locator('main').innerText()).toContain(sentences[locale]);
      expect(await problems(page)).toEqual([]);
      await look(page, `health-away.${locale}`);
    } finally {
      await app.close();
    }
  },
);
