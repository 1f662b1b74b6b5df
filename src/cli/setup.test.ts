import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrive, type Stage } from '../../test/cast.ts';
import { world } from '../../test/world.ts';
import { waitingForSignature } from '../casework/index.ts';
import { readConfig } from '../platform/config.ts';
import { createInstallation, openInstallation } from '../platform/installation.ts';
import { codeList, makeRoot, splitRoot } from '../platform/keys/index.ts';
import { entriesReader } from '../report/index.ts';
import type { Place } from './place.ts';
import { remove, sign } from './readers.ts';
import { setUp } from './setup.ts';
import type { Talk } from './terminal.ts';

interface Scripted extends Talk {
  said: string[];
  /** What stood on the screen when it was last asked. */
  screen: string[];
}

/** Answers by the first pattern that fits the question; a function may look at what was said so far. */
function scripted(answers: readonly [RegExp, string | ((said: readonly string[]) => string)][]): Scripted {
  const said: string[] = [];
  const screen: string[] = [];
  return {
    said,
    screen,
    async ask(question) {
      screen.push(question);
      const found = answers.find(([pattern]) => pattern.test(question))?.[1];
      if (found === undefined) throw new Error(`Nobody answers: ${question}`);
      return typeof found === 'string' ? found : found(said);
    },
    say(line) {
      said.push(line);
      screen.push(line);
    },
    wipe: () => void screen.splice(0),
    [Symbol.dispose]() {},
  };
}

/** The nth share as it was shown, on one line. */
const shown = (said: readonly string[], n: number) =>
  (said.find((line) => line.includes(`Share ${n} of 3`)) ?? '')
    .replace(/\s*Share \d of 3\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();

const usual = (folder: string, changes: [RegExp, string | ((said: readonly string[]) => string)][] = []) =>
  scripted([
    ...changes,
    [/folder/, folder],
    [/in English/, 'The Lantern Circle'],
    [/in Arabic/, 'دايرة الفانوس'],
    [/zone/, 'Africa/Cairo'],
    [/country/, 'EG'],
    [/address/, 'https://tell.example.org'],
    [/PostgreSQL/, 'own'],
    [/organiser/, 'Salma of the Bridge'],
    [/Enter/, ''],
    [/First share/, (said) => shown(said, 3)],
    [/Another share/, (said) => shown(said, 1)],
  ]);

/** A share with another word of the list as its n-th. */
const changed = (share: string, n: number) => {
  const words = share.split(' ');
  words[n - 1] = words[n - 1] === words[n] ? (words[n + 1] ?? '') : (words[n] ?? '');
  return words.join(' ');
};

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'upstander-setup-'));
  try {
    await run(join(parent, 'data'));
  } finally {
    await rm(parent, { recursive: true });
  }
}
const config = readConfig({});

/** Every file of a folder as one text. */
async function written(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

describe('setup', () => {
  it('makes a real installation whose root is on paper and in no file', () =>
    inFolder(async (folder) => {
      const talk = usual(folder);
      const { data, text } = await setUp({ options: {}, config }, talk);
      const installation = await openInstallation(folder);
      expect(installation).toMatchObject({
        kind: 'real',
        name: { en: 'The Lantern Circle', ar: 'دايرة الفانوس' },
        zone: 'Africa/Cairo',
        country: 'eg',
      });
      expect((await readdir(folder)).sort()).toEqual(['installation.json', 'settings.env']);
      expect((await stat(join(folder, 'settings.env'))).mode & 0o777).toBe(0o600);
      expect(readConfig({ UPSTANDER_DATA: folder }).publicUrl).toBe('https://tell.example.org');
      const files = await written(folder);
      for (const n of [1, 2, 3]) {
        expect(shown(talk.said, n).length).toBeGreaterThan(100);
        for (const place of [files, text, JSON.stringify(data), talk.screen.join('\n')]) {
          expect(place.includes(shown(talk.said, n).slice(0, 40))).toBe(false);
        }
      }
      expect(data).toMatchObject({
        start: `UPSTANDER_DATA=${folder} npm start`,
        invite: `UPSTANDER_DATA=${folder} npm run -s upstander -- readers invite 'Salma of the Bridge' --organiser`,
      });
    }));

  it('makes nothing until two shares were typed back right', () =>
    inFolder(async (folder) => {
      const mistyped = usual(folder, [[/Another share/, (said) => `${shown(said, 1)} lamp`]]);
      await expect(setUp({ options: {}, config }, mistyped)).rejects.toMatchObject({ code: 'share_wrong' });
      expect(mistyped.said.join('\n')).toMatch(/got (\d+) words, expected \d+; word \1 differs/);
      const slip = usual(folder, [[/First share/, (said) => changed(shown(said, 3), 7)]]);
      await expect(setUp({ options: {}, config }, slip)).rejects.toMatchObject({ code: 'share_wrong' });
      expect(slip.said.join('\n')).toContain('mistyped; word 7 differs from what was shown');
      const same = usual(folder, [[/Another share/, (said) => shown(said, 3)]]);
      await expect(setUp({ options: {}, config }, same)).rejects.toMatchObject({ code: 'share_wrong' });
      const foreign = splitRoot(makeRoot(), codeList('en'));
      const other = usual(folder, [
        [/First share/, foreign[0]],
        [/Another share/, foreign[1]],
      ]);
      await expect(setUp({ options: {}, config }, other)).rejects.toMatchObject({ code: 'share_wrong' });
      await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    }));

  it('refuses a folder that holds an installation of either kind, or anything else', () =>
    inFolder(async (folder) => {
      const about = { root: makeRoot().public, name: { en: 'A', ar: 'أ' }, zone: 'UTC', country: 'demo' };
      for (const kind of ['demonstration', 'real'] as const) {
        await createInstallation(folder, { kind, ...about });
        const holds = kind === 'real' ? 'a real installation' : 'a demonstration';
        await expect(setUp({ options: {}, config }, usual(folder))).rejects.toMatchObject({
          code: 'folder_taken',
          params: { folder, holds },
        });
        await rm(join(folder, 'installation.json'));
      }
      await writeFile(join(folder, 'notes.txt'), 'mine');
      await expect(setUp({ options: {}, config }, usual(folder))).rejects.toMatchObject({
        code: 'folder_taken',
      });
    }));

  it('asks only for what its options do not say, and says what an option may be', () =>
    inFolder(async (folder) => {
      const options = { folder, 'name-en': 'A', 'name-ar': 'أ', zone: 'Africa/Cairo', country: 'eg' };
      const more = { url: 'https://tell.example.org', database: 'own', organiser: 'Salma', digits: true };
      const paper = usual('nowhere').ask;
      const talk = { ...usual('nowhere'), ask: paper };
      const wrong = setUp({ options: { ...options, ...more, url: 'http://tell.example.org' }, config }, talk);
      await expect(wrong).rejects.toMatchObject({ code: 'config', params: { variable: '--url' } });
      const right = usual('nowhere');
      const { data } = await setUp({ options: { ...options, ...more }, config }, right);
      expect(right.said.some((line) => /Share 1 of 3\s+\d{4} /.test(line))).toBe(true);
      expect((data as { fingerprint: string }).fingerprint).toMatch(/^\d{4} /);
    }));
});

const placeOf = ({ database, installation, clock, config: { publicUrl } }: Stage): Place => ({
  db: database.db,
  installation,
  clock,
  publicUrl,
  async [Symbol.asyncDispose]() {},
});

describe('signing with the root', () => {
  it('signs who was recognised: the first two at once, later ones for 72 hours on', async () => {
    await using here = await world({ kind: 'real' });
    const list = codeList('en');
    const [first, , third] = splitRoot(here.root, list);
    const paper: [RegExp, string][] = [
      [/First share/, first],
      [/Another share/, third],
    ];
    for (const name of ['Ines', 'Omar']) await arrive(here, { name, roles: ['caseworker'] });
    const place = placeOf(here);
    const signed = await sign(place, scripted([[/Are they the same/, 'yes'], ...paper]), list);
    expect(signed.data).toEqual({ signed: expect.arrayContaining(['Ines', 'Omar']), founding: true });
    await arrive(here, { name: 'Mona', roles: ['caseworker'] });
    const refused = await sign(place, scripted([[/Are they the same/, 'no']]), list);
    expect([refused.data, (await waitingForSignature(place)).waiting.length]).toEqual([{ signed: [] }, 1]);
    const later = await sign(place, scripted([[/Are they the same/, 'yes'], ...paper]), list);
    expect(later.data).toEqual({ signed: ['Mona'], founding: false });
    await arrive(here, { name: 'Mona', roles: ['caseworker'] });
    const namesake = scripted([]);
    expect((await sign(place, namesake, list)).data).toEqual({ signed: [] });
    expect(namesake.said.join()).toContain('An older key of Mona is still on the list');
    const gone = await remove(place, scripted([[/Remove/, 'yes'], ...paper]), { name: 'Mona', list });
    expect(gone.data).toMatchObject({ removed: [expect.any(String)] });
    expect((await entriesReader(here.database.db).all()).map(({ statement }) => statement.change)).toEqual([
      'add',
      'add',
      'add',
      'remove',
    ]);
  });

  it('asks for no paper in a demonstration, whose root lies in its folder', async () => {
    await using here = await world();
    await arrive(here, { name: 'Ines', roles: ['caseworker'] });
    const place = { ...placeOf(here), root: { ...here.root, secret: here.root.secret.slice() } };
    const signed = await sign(place, scripted([[/Are they the same/, 'yes']]), codeList('en'));
    expect(signed.data).toMatchObject({ signed: ['Ines'] });
  });

  it('signs nothing with the papers of another organisation', async () => {
    await using here = await world({ kind: 'real' });
    const list = codeList('en');
    const [first, second] = splitRoot(makeRoot(), list);
    await arrive(here, { name: 'Ines', roles: ['caseworker'] });
    const talk = scripted([
      [/Are they/, 'yes'],
      [/First share/, first],
      [/Another share/, second],
    ]);
    await expect(sign(placeOf(here), talk, list)).rejects.toMatchObject({ code: 'share_wrong' });
    expect(await entriesReader(here.database.db).all()).toEqual([]);
  });
});
