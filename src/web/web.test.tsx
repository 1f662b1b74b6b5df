import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { type Locale, langs, locales, translate } from '../platform/i18n/index.ts';
import { ErrorSummary, Field, type Frame, Options, Page, ProblemPage, Summary } from './index.ts';
import { icons } from './ui/icons.ts';

const frame = (locale: Locale, demonstration = true): Frame => ({
  locale,
  t: translate(locale),
  path: '/report',
  demonstration,
  organisation: { en: 'Safe Streets', ar: 'شوارع آمنة' },
  link: (path) => (path === '/' ? `/${locale}` : `/${locale}${path}`),
  asset: (name) => `/assets/${name}`,
});

test('name, language, help and Leave stand on every page, in every locale', () => {
  for (const locale of locales) {
    const html = renderToString(
      <Page asked={frame(locale)} title="Question 3">
        <h1>Where?</h1>
      </Page>,
    );
    expect(html).toContain(
      `<html lang="${locale.slice(0, 2)}" dir="${locale.startsWith('ar') ? 'rtl' : 'ltr'}"`,
    );
    expect(html).toContain('<title>Question 3</title>');
    expect(html).toContain(`<a href="/${locale}/help">`);
    expect(html).toMatch(/<a href="\/leave" data-leave/);
    for (const lang of langs)
      expect(html.includes(`href="/${lang}/report" lang="${lang}"`)).toBe(!locale.startsWith(lang));
    expect(html).toContain('<a class="skip" href="#main">');
    expect(html).not.toMatch(/<script(?! type="module" src=)|<style|style="|\son\w+="/);
  }
});

test('the reader of Arabic chooses how to be addressed, and the choice rides in the path', () => {
  const html = renderToString(<Page asked={frame('ar-f')} title="x" children={null} />);
  expect(html).toContain('<a href="/ar-f/report" aria-current="true">');
  expect(html).toContain('<a href="/ar-m/report">');
  expect(renderToString(<Page asked={frame('en')} title="x" children={null} />)).not.toContain('/ar-f/');
});

test('a wizard that changes its language takes its answers along', () => {
  const language = { form: 'wizard', path: '/report/step' };
  const html = renderToString(<Page asked={frame('en')} title="x" language={language} children={null} />);
  expect(html).toMatch(
    /<button type="submit" class="lang"[^>]* form="wizard" formaction="\/ar\/report\/step"/i,
  );
});

test('a demonstration says so on every page, and where words are taken that anyone can read them', () => {
  const [plain, taking, real] = [
    <Page asked={frame('en')} title="x" children={null} />,
    <Page asked={frame('en')} title="x" takesWords children={null} />,
    <Page asked={frame('en', false)} title="x" takesWords children={null} />,
  ].map((page) => renderToString(page));
  expect(plain).toContain('A demonstration.');
  expect(taking).toContain('Demonstration: anyone can read this.');
  expect(real).not.toContain('emonstration');
});

test('texts nobody has checked are marked so, in their own language', () => {
  const arabic = renderToString(<Page asked={frame('ar')} title="x" children={null} />);
  expect(arabic).toContain(translate('ar')('web.unreviewed'));
  const english = renderToString(<Page asked={frame('en')} title="x" children={null} />);
  expect(english).not.toContain(translate('en')('web.unreviewed'));
});

test('what a page carries for its islands cannot end the place it stands in', () => {
  const html = renderToString(
    <Page asked={frame('en')} title="x" data={{ a: '</template><script>' }} children={null} />,
  );
  expect(html).toContain('&lt;/template');
  expect(html).not.toContain('</template><script>');
});

test('each mistake leads to a control, and is said beside it in the same words', () => {
  const t = translate('en');
  const html = renderToString(
    <div>
      <ErrorSummary
        t={t}
        mistakes={[
          { field: 'place', text: 'Choose a place' },
          { field: 'kinds', text: 'Choose one' },
        ]}
      />
      <Field t={t} name="place" label="Place" hint="A stop" problem="Choose a place" />
      <Options
        t={t}
        name="kinds"
        kind="checkbox"
        legend="What?"
        problem="Choose one"
        options={[{ value: 'followed', label: 'Followed' }]}
      />
    </div>,
  );
  for (const [, id] of html.matchAll(/href="#([\w-]+)"/g)) expect(html).toContain(` id="${id}"`);
  for (const [, ids = ''] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
    for (const id of ids.split(' ')) expect(html).toContain(` id="${id}"`);
  }
  expect(html.match(/Choose a place/g)).toHaveLength(2);
  expect(html).toContain('aria-invalid');
});

test('an answer that was not given says so', () => {
  const html = renderToString(<Summary t={translate('en')} rows={[{ term: 'When', values: [] }]} />);
  expect(html).toContain('Not provided');
});

test('a form that could not be taken is handed back, whatever was typed', () => {
  const again = { url: '/en/report/step', fields: [['words', '"><script>']] as const };
  const problem = { status: 429, title: 'Please wait a little', help: 'Wait 2 minutes', again };
  const html = renderToString(<ProblemPage asked={frame('en')} problem={problem} />);
  expect(html).toContain('<form method="post" action="/en/report/step"');
  expect(html).toContain('name="words" value="&quot;>&lt;script>"');
});

const files = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test('styles follow the direction of reading, and colours stand in one file', () => {
  for (const { name, text } of files(join(import.meta.dirname, 'style'), /\.css$/)) {
    const rules = text.replace(/\/\*[\s\S]*?\*\//g, '');
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|text-align:\s*(?:left|right)/m;
    expect([name, physical.exec(rules.replace(/@media[^{]+/g, ''))?.[0]]).toEqual([name, undefined]);
    // Paper is white, whatever the screen is.
    if (!['tokens.css', 'print.css', 'letter.css', 'posters.css'].includes(name)) {
      expect([name, /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.exec(rules)?.[0]]).toEqual([name, undefined]);
    }
  }
});

test('no icon is carried that nobody shows', () => {
  const source = files(join(import.meta.dirname, '..'), /\.tsx?$/)
    .filter(({ name }) => !name.endsWith('icons.ts'))
    .map(({ text }) => text)
    .join('\n');
  const unused = Object.keys(icons).filter(
    (name) => !source.includes(`'${name}'`) && !source.includes(`"${name}"`),
  );
  expect(unused).toEqual([]);
});
