/**
 * Somebody with only the guide, on an empty Debian 13: each line of docs/operator.md, "On an empty Debian 13", typed as root.
 * Ours is only what differs everywhere (where the source is, ports, keys), what people do in their browsers, and systemd, of
 * which there is none: test/long/debian/systemctl.sh.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peopleStore, signInLink } from '../../src/casework/index.ts';
import { dayIn, systemClock } from '../../src/platform/clock.ts';
import { freePort } from '../../src/platform/db/index.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { reads } from '../attacks/at-desk.ts';
import { newKeys } from '../cast.ts';
import { realLines } from '../lines.ts';
import { nameServer } from '../name-server.ts';
import { mailServer } from '../smtp.ts';
import { debian, fileOf, type Machine, missing, writeOn } from './debian/machine.ts';
import { opens } from './debian/opening.ts';
import { comesBack, tells, words } from './debian/telling.ts';
import { papers, type Typist, typist } from './debian/typist.ts';
import { comesIn, inside, visit } from './debian/visitor.ts';
import { tell } from './kept-folder.ts';

const lacking = missing();
if (lacking !== null) tell(`An empty Debian 13 is not tried: ${lacking}.`);

const data = '/var/lib/upstander';
const t = translate('en');

test.runIf(lacking === null)(
  'with only the guide: begun, opened, told; brought back on a second folder; withdrawn, and not brought back',
  { timeout: 1_800_000 },
  async () => {
    await using mails = await mailServer({ login: { user: 'user', password: 'password' } });
    await using names = await nameServer({
      'example.org': ['v=spf1 include:mail.example.org -all'],
      '_dmarc.example.org': ['v=DMARC1; p=quarantine'],
    });
    await using machine = await debian();
    const folder = join(machine.folder, data);
    const guide = typist(machine, 'On an empty Debian 13');
    const { instead } = guide;
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
    expect(await visit(outside).get('/healthz')).toMatchObject({ status: 200 });

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
    const salma = await comesIn(
      outside,
      new RegExp(`For Salma, once.*: ${outside.address}(/\\S+)`).exec(links)?.[1] ?? '',
    );
    const people = await inside(folder, async (ground) => {
      const keyholder = async (name: string) => {
        const [person] = await peopleStore(ground.database.db).byName(name);
        return newKeys(ground, { id: person?.id ?? '', name });
      };
      const { id, root } = ground.installation;
      const [ines, omar] = [await keyholder('Ines'), await keyholder('Omar')];
      return { page: { id, root }, ines, omar, layla: await keyholder('Layla') };
    });
    const signed = await guide.step('8', type, 1);
    expect(signed).toMatch(/Signed: (?=.*Ines)(?=.*Omar).*Layla.*\. Their keys count at once\./);
    expect(signed).toContain('These two papers bring the root back.');
    const { page, ines, omar } = people;
    const desk = async ({ id }: { id: string }) =>
      comesIn(
        outside,
        await inside(folder, ({ database }) => signInLink({ db: database.db, clock: systemClock }, id)),
      );

    const today = dayIn('Africa/Cairo', systemClock.now());
    expect(await supportLines(machine, guide, today)).toContain('2 lines of xx.');
    writeOn(machine, '/root/key.txt', key);
    await machine.line('install -D --mode=0400 /root/key.txt /media/stick/key.txt');
    const tried = await guide.step('10');
    expect(tried).toContain('It would work: Door of the City, real');
    expect(await readdir(join(machine.folder, 'dev/shm'))).not.toContain('key.txt');

    const phone = visit(outside);
    expect((await tells(phone, page)).heard.json()).toMatchObject({ code: 'intake_closed' });
    await opens(salma, [await desk(ines), await desk(omar)], { today, mails });
    expect(mails.taken.at(-1)).toMatchObject({ to: ['salma@example.org'], user: 'user' });
    const { id, code, heard } = await tells(phone, page);
    expect(heard.status).toBe(200);
    expect(await comesBack(phone, code)).toMatchObject({
      status: 200,
      text: expect.stringContaining(t('receipt.mine.heading')),
    });

    // What is in this backup is brought back twice: it is last night's.
    expect(await guide.step('10')).toContain('1 reports: each is found by its code');
    const lastNights = await backups(machine);
    await guide.step('To update');
    expect((await comesBack(phone, code)).status).toBe(200);

    await machine.line(`systemctl stop upstander && mv ${data} ${data}-old`);
    await expect(phone.get('/healthz')).rejects.toThrow('ECONNREFUSED');
    expect(await guide.step('To bring a backup back')).toMatch(/with 1 reports.*gone: 0\./s);
    expect(await comesBack(phone, code)).toMatchObject({
      status: 200,
      text: expect.stringContaining(t('receipt.mine.heading')),
    });
    const reports = new Map([[id, words]]);
    expect(await reads(await desk(ines), ines, { installation: page.id, reports })).toBe(1);
    const other = (await tells(phone, page)).code;

    const list = await newestList(machine);
    expect((await comesBack(phone, code, 'withdraw')).status).toBe(200);
    await expect.poll(() => newestList(machine), { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(list);
    await machine.line(`systemctl stop upstander && mv ${data} ${data}-older`);
    // Where midnight fell into this test, the backup made then is newer than what is brought back here.
    const newer = (await backups(machine)).filter((path) => !lastNights.includes(path));
    for (const path of newer) await rm(path);
    expect(await guide.step('To bring a backup back')).toMatch(/with 1 reports.*gone: 1\./s);
    expect([(await comesBack(phone, code)).status, (await comesBack(phone, other)).status]).toEqual([
      410, 422,
    ]);
  },
);

/** The form is filled in as the guide says; as it stands it is refused. */
async function supportLines(machine: Machine, guide: Typist, today: string): Promise<string> {
  const [empty = '', read = ''] = guide.lines('9');
  await machine.line(empty);
  await expect(machine.line(read)).rejects.toThrow('Nothing was taken.');
  const path = '/var/tmp/lines.json';
  const { lines, duty, ...form } = JSON.parse(await fileOf(machine, path));
  const [{ notSafeFor, ...line }] = lines;
  const filled = realLines(today).lines.map((ours) => ({ ...line, ...ours }));
  writeOn(machine, path, JSON.stringify({ ...form, country: 'xx', lines: filled, fiveDays: [] }));
  return machine.line(read);
}

const backups = (machine: Machine) => besides(machine, /-backup-.*\.age$/);

/** What lies in the folder of backups under such names; paths. */
async function besides({ folder }: Machine, names: RegExp): Promise<string[]> {
  const at = join(folder, `${data}-backup`);
  return (await readdir(at)).filter((name) => names.test(name)).map((name) => join(at, name));
}

/** When the newest list of withdrawals was written, in milliseconds since 1970. */
async function newestList(machine: Machine): Promise<number> {
  const lists = await besides(machine, /-tombstones-.*\.age$/);
  const times = await Promise.all(lists.map(async (path) => (await stat(path)).mtimeMs));
  return Math.max(...times);
}
