import { defineConfig } from 'vitest/config';

const long = process.env.UPSTANDER_LONG_TESTS === 'yes';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', ...(long ? [] : ['test/long/**'])],
    globalSetup: ['test/once.ts'],
    pool: 'forks',
    // A worker often waits for a browser or the database: three keep two cores busy.
    maxWorkers: 3,
    // The styles that mails and pages of figures carry with them; otherwise tests see every style sheet empty.
    css: { include: [/(mail|thread-page)\/look\.css/] },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
