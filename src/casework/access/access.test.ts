import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { authenticator } from '../../../test/authenticator.ts';
import { type Browser, browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { signInLink } from '../index.ts';
import type { Me } from '../wire.ts';

const code = (heard: Awaited<ReturnType<Browser['get']>>) => heard.json<{ code: string }>().code;

/** Every row of every table, as text. */
async function everything({ database: { db } }: TestWorld): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const tables = await Promise.all(
    rows.map(async ({ name }) => {
      const { rows: all } = await sql`select * from ${sql.table(name)} order by 1`.execute(db);
      return { name, all };
    }),
  );
  return JSON.stringify(tables);
}

describe('a link', () => {
  it('changes nothing when it is looked at, in any way', async () => {
    await using here = await world();
    const people = await cast(here);
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    const before = await everything(here);
    const guest = browse(here);
    for (const path of [`/en${link}`, `/ar${link}`, link, `/ar-f${link}`]) await guest.get(path);
    await here.app.inject({ method: 'HEAD', url: `/en${link}` });
    expect((await everything(here)) === before).toBe(true);
    expect((await guest.get(`/en${link}`)).text).toContain('Sign in as Ines');
  });

  it('signs in once, and of two at the same moment one', async () => {
    await using here = await world();
    const people = await cast(here);
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    const guest = browse(here);
    const both = await Promise.all([guest.post(`/en${link}`, {}), guest.post(`/en${link}`, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
    const cookie = both.find(({ status }) => status === 303)?.cookie ?? '';
    expect((await browse(here, cookie).get('/desk/api/me')).json<Me>().name).toBe('Ines');
    const used = await guest.get(`/en${link}`);
    expect([used.status, used.text.includes('npm run -s upstander -- demo links')]).toEqual([410, true]);
    // A mail program cut it: whoever opens what is left is told of the link, not of what could not be read.
    expect((await guest.get(`/en${link.slice(0, -20)}`)).status).toBe(410);
    const out = await guest.get('/en/desk/health');
    expect([out.status, out.text.includes('href="/en/desk"')]).toEqual([401, true]);
    expect((await everything(here)).includes(cookie)).toBe(false);
  });

  it('ends after a day, an invitation after seven', async () => {
    await using here = await world();
    const people = await cast(here);
    const salma = await people.as(people.salma);
    here.clock.pass({ minutes: 7 });
    const invited = await salma.post('/desk/api/invite', {
      name: 'Mona',
      roles: ['caseworker'],
      childTrained: false,
    });
    const invitation = new URL(invited.json<{ url: string }>().url).pathname;
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    const { rows } = await sql<{ ends: Date }>`select ends from staff_link`.execute(here.database.db);
    expect(rows.map(({ ends }) => ends.getTime() % 900_000)).toEqual([0, 0]);
    const guest = browse(here);
    here.clock.pass({ hours: 25 });
    expect((await guest.get(`/en${link}`)).status).toBe(410);
    expect((await guest.get(`/en${invitation}`)).status).toBe(200);
    here.clock.pass({ days: 6 });
    expect((await guest.post(`/en${invitation}`, {})).status).toBe(410);
  });

  it('of one kind does not work as the other', async () => {
    await using here = await world();
    const people = await cast(here);
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    expect((await browse(here).post(`/en${link.replace('sign-in', 'invitation')}`, {})).status).toBe(410);
  });
});

describe('a session', () => {
  it('ends after twelve hours, and after four without a request', async () => {
    await using here = await world();
    const people = await cast(here);
    const idle = await people.as(people.ines);
    const busy = await people.as(people.omar);
    for (let hour = 0; hour < 11; hour += 3) {
      here.clock.pass({ hours: 3 });
      expect((await busy.get('/desk/api/me')).status).toBe(hour < 9 ? 200 : 401);
    }
    expect((await idle.get('/desk/api/me')).status).toBe(401);
  });

  it('is listed, can be ended from another device, and is nobody else’s to end', async () => {
    await using here = await world();
    const people = await cast(here);
    const [phone, laptop, omar] = [
      await people.as(people.ines),
      await people.as(people.ines),
      await people.as(people.omar),
    ];
    const { sessions } = (await laptop.get('/desk/api/me')).json<Me>();
    expect(sessions.map(({ here: mine }) => mine).sort()).toEqual([false, true]);
    const other = sessions.find((one) => !one.here)?.id ?? '';
    await omar.post('/desk/api/sessions/end', { id: other });
    expect((await phone.get('/desk/api/me')).status).toBe(200);
    await laptop.post('/desk/api/sessions/end', { id: other });
    expect((await phone.get('/desk/api/me')).status).toBe(401);
    const out = await laptop.post('/desk/api/sign-out', {});
    expect([out.cookie, (await laptop.get('/desk/api/me')).status]).toEqual(['', 401]);
  });
});

describe('a passkey', () => {
  it('signs in, once for each question', async () => {
    await using here = await world();
    const people = await cast(here);
    const ines = await people.as(people.ines);
    const device = authenticator(here.config.publicUrl);
    const asked = (await ines.post('/desk/api/passkey/options', {})).json();
    const made = await device.create(asked);
    const added = await ines.post('/desk/api/passkey', { response: made, wrap: null });
    expect(added.json()).toEqual({ id: made.id });
    expect((await ines.get('/desk/api/me')).json<Me>().passkeys.map(({ id }) => id)).toEqual([made.id]);
    expect(code(await ines.post('/desk/api/passkey', { response: made, wrap: null }))).toBe(
      'passkey_refused',
    );

    const guest = browse(here);
    const question = (await guest.post('/desk/api/sign-in/options', {})).json();
    expect(JSON.stringify(question)).not.toContain(made.id);
    const response = await device.get(question);
    const answer = await guest.post('/desk/api/sign-in', { response });
    expect((await browse(here, answer.cookie ?? '').get('/desk/api/me')).json<Me>().name).toBe('Ines');
    expect(code(await guest.post('/desk/api/sign-in', { response }))).toBe('passkey_refused');
  });

  it('is refused for another site, an old question, or without the person', async () => {
    await using here = await world();
    const people = await cast(here);
    const ines = await people.as(people.ines);
    const device = authenticator(here.config.publicUrl);
    const made = await device.create((await ines.post('/desk/api/passkey/options', {})).json());
    await ines.post('/desk/api/passkey', { response: made, wrap: null });
    const guest = browse(here);
    const question = async () => (await guest.post('/desk/api/sign-in/options', {})).json();
    const tries = [
      async () => device.get(await question(), { origin: 'https://other.example' }),
      async () => device.get(await question(), { verified: false }),
      async () => authenticator(here.config.publicUrl).get(await question()),
      async () => {
        const response = await device.get(await question());
        here.clock.pass({ minutes: 6 });
        return response;
      },
    ];
    for (const attempt of tries) {
      const answer = await guest.post('/desk/api/sign-in', { response: await attempt() });
      expect([answer.status, answer.cookie]).toEqual([422, null]);
    }
  });

  it('cannot be added with a question somebody else was asked', async () => {
    await using here = await world();
    const people = await cast(here);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const made = await authenticator(here.config.publicUrl).create(
      (await ines.post('/desk/api/passkey/options', {})).json(),
    );
    expect(code(await omar.post('/desk/api/passkey', { response: made, wrap: null }))).toBe(
      'passkey_refused',
    );
  });
});

describe('the pages without script', () => {
  it('say how to come in, with neutral titles, in both languages', async () => {
    await using here = await world();
    const guest = browse(here);
    for (const path of ['/en/sign-in', '/ar/sign-in', '/en/desk', '/ar/desk']) {
      const { status, text } = await guest.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain('<noscript>');
      expect(/<title>(.*?)<\/title>/.exec(text)?.[1]).toMatch(/^(Desk|المكتب)$/);
    }
  });
});

describe('colleagues are told', () => {
  it('of who comes in with a link, and of a passkey that is added, by name and day', async () => {
    await using here = await world({ kind: 'real', now: '2026-11-22T10:00:00Z' });
    const people = await cast(here);
    const omar = await people.as(people.omar);
    const ines = await people.as(people.ines);
    await people.as(people.ines);
    const made = await authenticator(here.config.publicUrl).create(
      (await ines.post('/desk/api/passkey/options', {})).json(),
    );
    await ines.post('/desk/api/passkey', { response: made, wrap: null });
    const newsOf = async (browser: Browser) =>
      (await browser.get('/desk/api/me'))
        .json<Me>()
        .notices.filter(({ what }) => what === 'came_by_link' || what === 'new_passkey');
    const day = '2026-11-22';
    expect(await newsOf(omar)).toEqual([
      { what: 'came_by_link', name: 'Ines', day },
      { what: 'new_passkey', name: 'Ines', day },
    ]);
    expect(await newsOf(ines)).toEqual([{ what: 'came_by_link', name: 'Omar', day }]);
    expect(await newsOf(await people.as(people.salma))).toHaveLength(3);
    expect(await newsOf(await people.as(people.layla))).toEqual([]);
  });

  it('of nobody in a demonstration, where whoever looks around makes links', async () => {
    await using here = await world();
    const people = await cast(here);
    const omar = await people.as(people.omar);
    await people.as(people.ines);
    const { notices } = (await omar.get('/desk/api/me')).json<Me>();
    expect(notices.filter(({ what }) => what === 'came_by_link')).toEqual([]);
  });
});
