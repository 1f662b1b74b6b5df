/** `upstander restore`: a backup into an empty folder and an empty database. Cut off, it is begun again by the same words. */
import { dirname, resolve } from 'node:path';
import { copiesOfRooms } from '../backup.ts';
import { manifestOf, openable, restore } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import { codeList, digits, fingerprint, showCode } from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { byMegabytes, identityIn, listsIn } from './backup.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'brings a backup back, into an empty folder and an empty database',
  usage: ['restore FILE --identity KEYFILE', 'restore FILE --identity KEYFILE --withdrawals FILE'],
  options: {
    identity: { type: 'string', help: 'the file with the AGE-SECRET-KEY line that backup key printed' },
    withdrawals: {
      type: 'string',
      help: 'a file …-tombstones-….age; those beside the backup are found by themselves',
    },
    'without-withdrawals': {
      type: 'boolean',
      help: 'only where every newer one is lost: what was withdrawn since comes back',
    },
  },
  async run({ args, options, config, progress, note }) {
    const [path, ...more] = args;
    if (path === undefined || more.length > 0 || options.identity === undefined)
      return { data: { usage: command.usage }, text: command.usage.join('\n'), failed: true };
    const file = resolve(path);
    const identity = await identityIn(String(options.identity));
    const { made, installation: id } = await manifestOf(file, identity);
    const folders = new Set([
      dirname(file),
      ...(config.backup.folder === null ? [] : [config.backup.folder]),
    ]);
    const beside = (await Promise.all([...folders].map((folder) => listsIn(folder, id)))).flat();
    const open = await openable(
      beside.map((list) => list.path),
      identity,
    );
    const lists = beside.filter((list) => open.includes(list.path));
    const given = options.withdrawals === undefined ? [] : [resolve(String(options.withdrawals))];
    const isKnown = given.length > 0 || lists.some((list) => list.made >= new Date(made));
    if (!isKnown && options['without-withdrawals'] !== true)
      throw new Refusal('restore_no_withdrawals', { made: `${made.slice(0, 16)} UTC` });
    note(`Restoring into ${config.data}. Nothing starts there until it is done.`);
    let bar: Disposable | undefined;
    const { installation, manifest, replayed } = await restore({
      config,
      file,
      identity,
      apart: [...given, ...lists.map((list) => list.path)],
      rooms: copiesOfRooms(systemClock),
      progress(total) {
        const megabytes = progress('MB', Math.floor(total / 1e6));
        bar = megabytes;
        return byMegabytes((some) => megabytes.step(some));
      },
    }).finally(() => bar?.[Symbol.dispose]());
    const reports = manifest.tables.find(({ name }) => name === 'report')?.rows ?? 0;
    const { withdrawn = 0, readers = 0, mails = 0 } = replayed ?? {};
    const words = [
      fingerprint(installation.root, codeList('en')),
      fingerprint(installation.root, digits),
    ].map(showCode);
    return {
      data: { id, kind: installation.kind, made, reports, withdrawn, readers, mails, fingerprint: words },
      text: [
        `Restored: ${installation.name.en}, ${installation.kind}, as it was at ${made.slice(0, 16)} UTC, with ${reports} reports.`,
        `Compare with your poster: ${words.join(', or ')}. Other words: somebody else's installation; do not open it.`,
        `Withdrawn since, and gone: ${withdrawn}. Entries of the list of readers that came since: ${readers}.`,
        `Mails that waited then and are not sent by themselves: ${mails}.`,
        'Everybody signs in anew. Settings of the old machine, if there were any, lie in settings.env.before.',
      ].join('\n'),
    };
  },
};
