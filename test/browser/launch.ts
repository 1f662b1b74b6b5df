/** The test browser: one that comes with the packages, with the libraries and fonts a bare machine lacks. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';
import { trueTypeOf } from './woff2.ts';

const find = createRequire(import.meta.url).resolve;

/** Not the package's own list: that one switches off what these tests are about (web security, site isolation). */
const args = [
  '--no-sandbox',
  '--headless=shell',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await usual());

/** A phone that remembers: everything it keeps lies in this folder, and Back may show a page as it was left. */
export const openProfile = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    ...(await usual()),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    locale: 'en',
    timezoneId: 'Africa/Cairo',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });

/** CHROMIUM_PATH names another one. */
async function usual(): Promise<LaunchOptions> {
  const { CHROMIUM_PATH, ...env } = process.env;
  const home = await unpacked();
  const own = CHROMIUM_PATH === undefined;
  return {
    executablePath: CHROMIUM_PATH ?? join(home, 'chromium'),
    args,
    env: {
      ...defined(env),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      ...(own ? { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } : {}),
    },
  };
}

/** Unpacked once for each version, beside and then put in place, so that several tests may ask at a time. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(find('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8'));
  const home = join(tmpdir(), `upstander-browser-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(join(home, 'fonts.conf'))) return home;

  const unfinished = await mkdtemp(`${home}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(parts.map((part) => inflate(join(bin, part))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await addFonts(unfinished, home);
  await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true }));
  return home;
}

/** The package's own font is Latin only; without another, Arabic is blank wherever the page brings no font. */
async function addFonts(folder: string, home: string): Promise<void> {
  const files = join(dirname(find('@fontsource-variable/readex-pro/package.json')), 'files');
  await mkdir(join(folder, 'fonts', 'ours'), { recursive: true });
  for (const script of ['arabic', 'latin']) {
    const font = trueTypeOf(readFileSync(join(files, `readex-pro-${script}-wght-normal.woff2`)));
    await writeFile(join(folder, 'fonts', 'ours', `${script}.ttf`), font);
  }
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'cache')}</cachedir></fontconfig>`,
  ];
  await writeFile(join(folder, 'fonts.conf'), lines.join('\n'));
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
