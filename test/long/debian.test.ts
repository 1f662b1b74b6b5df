/**
 * Somebody with only the guide, on an empty Debian 13: steps 1 to 8 of docs/operator.md, "On an empty Debian 13", typed as root.
 * Ours is only what differs everywhere (where the source is, ports, keys), what people do in their browsers, and systemd, of
 * which there is none: test/long/debian/systemctl.sh.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { peopleStore } from '../../src/casework/index.ts';
import { freePort } from '../../src/platform/db/index.ts';
import { newKeys } from '../cast.ts';
import { nameServer } from '../name-server.ts';
import { type MailServer, mailServer } from '../smtp.ts';
import { debian, missing, writeOn } from './debian/machine.ts';
import { papers, typist } from './debian/typist.ts';
import { ask, inside, type Outside } from './debian/visitor.ts';
import { tell } from './kept-folder.ts';

const lacking = missing();
if (lacking !== null) tell(`An empty Debian 13 is not tried: ${lacking}.`);

const data = '/var/lib/upstander';

test.runIf(lacking === null)(
  'with only the guide: installed, built, begun, started; a mail arrives, and two papers sign who reads',
  { timeout: 1_800_000 },
  async () => {
    await using mails = await mailServer({ login: { user: 'user', password: 'password' } });
    await using names = await nameServer({
      'example.org': ['v=spf1 include:mail.example.org -all'],
      '_dmarc.example.org': ['v=DMARC1; p=quarantine'],
    });
    await using machine = await debian();
    const { instead, ...guide } = typist(machine, 'On an empty Debian 13');
    instead.set('https://example.org/upstander.git', '/srv/upstander.git');
    instead.set('mail.example.org:587', `127.0.0.1:${mails.port}`);

    await guide.step('1');
    expect(await machine.line('node --version')).toMatch(/^v20\./);
    await guide.step('2');

    const { shares, type } = papers();
    await guide.step('3', type);
    expect(shares.map((share) => share.split(' ').length > 12)).toEqual([true, true, true]);
    const outside = { port: await freePort(), address: 'https://tell.example.org' };
    writeOn(machine, `${data}/settings.env`, `PORT=${outside.port}\n`, 'a');
    await guide.step('4');
    expect(await machine.line('stat -c %U /proc/$(cat /run/upstander.pid)')).toBe('upstander\n');
    expect(await ask(outside, '/healthz')).toMatchObject({ status: 200 });

    await guide.step('5');
    const key = await guide.step('6');
    instead.set('age1…', /age1[a-z0-9]+/.exec(key)?.[0] ?? '');
    writeOn(machine, `${data}/settings.env`, `${guide.written('7')}\n`, 'a');
    // It ends with 1 while anything is wrong, and the people are still missing.
    instead.set('upstander doctor', `upstander doctor --resolver ${names.address} || true`);
    const found = await guide.step('7');
    expect(found).toContain(
      `mail server: 127.0.0.1, port ${mails.port}: without TLS, on this machine, logged in`,
    );
    expect(found).toContain('✓ SPF: example.org: v=spf1 include:mail.example.org -all');
    expect(found).toMatch(/✓ DMARC: .*p=quarantine/);

    const links = await guide.step('8', undefined, 0);
    await mailArrives(outside, links, mails);
    await inside(join(machine.folder, data), async (ground) => {
      for (const name of ['Ines', 'Omar', 'Layla']) {
        const [person] = await peopleStore(ground.database.db).byName(name);
        await newKeys(ground, { id: person?.id ?? '', name });
      }
    });
    const signed = await guide.step('8', type, 1);
    expect(signed).toMatch(/Signed: (?=.*Ines)(?=.*Omar).*Layla.*\. Their keys count at once\./);
    expect(signed).toContain('These two papers bring the root back.');
  },
);

/** Salma comes in by her link and sends herself the mail of the list before opening. */
async function mailArrives(outside: Outside, links: string, mails: MailServer): Promise<void> {
  const path = new RegExp(`For Salma, once.*: ${outside.address}(/\\S+)`).exec(links)?.[1] ?? '';
  const { cookie } = await ask(outside, `/en${path}`, { form: {} });
  expect(cookie).toMatch(/^__Host-session=/);
  const before = mails.taken.length;
  await ask(outside, '/en/desk/set-up/mail', { form: { to: 'salma@example.org' }, cookie });
  while (mails.taken.length === before) await pause(200);
  const mail = mails.taken.at(-1);
  expect(mail).toMatchObject({ to: ['salma@example.org'], user: 'user' });
  const digits = /\b\d{6}\b/.exec(mail?.raw ?? '')?.[0] ?? '';
  expect(await ask(outside, '/en/desk/set-up/mail/code', { form: { code: digits }, cookie })).toMatchObject({
    status: 303,
  });
}
