/** People at their browsers. One browser for each test file, a fresh context for each person. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { type Lang, languageOf } from '../src/platform/i18n/index.ts';
import { launchBrowser } from './browser/launch.ts';

let launched: Promise<Browser> | undefined;

afterAll(async () => {
  await (await launched)?.close();
});

export interface Habits {
  locale?: Lang;
  /** False: scripts are switched off. */
  script?: boolean;
  dark?: boolean;
  /** 'phone' is 360 wide. */
  screen?: 'phone' | 'desktop';
}

export interface Visitor extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors of scripts, refusals of the content security policy. */
  complaints: string[];
}

const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };

/** `await using amal = await visitor({ locale: 'ar', script: false })`. */
export async function visitor(habits: Habits = {}): Promise<Visitor> {
  const { locale = 'en', script = true, dark = false, screen = 'phone' } = habits;
  launched ??= launchBrowser();
  const context = await (await launched).newContext({
    locale: new Intl.Locale(languageOf(locale).tag).baseName,
    timezoneId: 'Africa/Cairo',
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: screens[screen],
    hasTouch: screen === 'phone',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** What axe finds wrong with the page as it stands, one line each; needs scripts. */
export async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** A passkey device that says yes by itself and knows PRF. Works on localhost and https only. */
export async function passkeyDevice({ page, context }: Pick<Visitor, 'page' | 'context'>): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Asks again until it is true: the page's policy forbids what `waitForFunction` does. */
export async function until(page: Page, isSo: () => boolean, patience = 10_000): Promise<void> {
  for (let waited = 0; !(await page.evaluate(isSo)); waited += 50) {
    if (waited > patience) throw new Error(`It never became so: ${isSo}`);
    await page.waitForTimeout(50);
  }
}

/** Keeps a picture of the whole page in the folder SHOTS names; nothing without. */
export async function look(page: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (SHOTS === undefined) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
