/**
 * `upstander restore`: a backup into an empty folder and an empty database. Cut off, it is begun again by the same words.
 * With --check into a folder that is removed again: whether it would work, on any machine.
 */
import { dirname, resolve } from 'node:path';
import { copiesOfRooms } from '../backup.ts';
import { manifestOf, openable, rehearse, restore } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Installation } from '../platform/installation.ts';
import { codeList, digits, fingerprint, showCode } from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { byMegabytes, identityIn, listsIn } from './backup.ts';
import type { Answer, Called, Command } from './command.ts';
import { interrupt } from './interrupt.ts';

export const command: Command = {
  summary: 'brings a backup back, into an empty folder and an empty database',
  usage: [
    'restore FILE --identity KEYFILE',
    'restore FILE --identity KEYFILE --withdrawals FILE',
    'restore --check FILE --identity KEYFILE',
  ],
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
    check: {
      type: 'boolean',
      help: 'tries it in a temporary folder (TMPDIR), looks at everything, and removes it again',
    },
  },
  async run(called) {
    const { args, options, config } = called;
    const [path, ...more] = args;
    if (path === undefined || more.length > 0)
      return { data: { usage: command.usage }, text: command.usage.join('\n'), failed: true };
    const file = resolve(path);
    if (options.identity === undefined) throw new Refusal('restore_no_key', { file: path });
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
    const from = { file, identity, apart: [...given, ...lists.map((list) => list.path)] };
    return options.check === true ? checked(called, from) : restored(called, from);
  },
};

interface From {
  file: string;
  identity: string;
  apart: readonly string[];
}

async function restored({ config, progress, note }: Called, from: From): Promise<Answer> {
  note(`Restoring into ${config.data}. Nothing starts there until it is done.`);
  using bars = new DisposableStack();
  const { installation, manifest, replayed } = await restore({
    ...from,
    config,
    rooms: copiesOfRooms(systemClock),
    progress(total) {
      const bar = bars.use(progress('MB', Math.floor(total / 1e6)));
      return byMegabytes((some) => bar.step(some));
    },
  });
  const { made } = manifest;
  const reports = manifest.tables.find(({ name }) => name === 'report')?.rows ?? 0;
  const { withdrawn = 0, readers = 0, mails = 0 } = replayed ?? {};
  const { id, kind, name } = installation;
  const words = wordsOf(installation);
  return {
    data: { id, kind, made, reports, withdrawn, readers, mails, fingerprint: words },
    text: [
      `Restored: ${name.en}, ${kind}, as it was at ${made.slice(0, 16)} UTC, with ${reports} reports.`,
      `Compare with your poster: ${words.join(', or ')}. Other words: somebody else's installation; do not open it.`,
      `Withdrawn since, and gone: ${withdrawn}. Entries of the list of readers that came since: ${readers}.`,
      `Mails that waited then and are not sent by themselves: ${mails}.`,
      'Everybody signs in anew. Settings of the old machine, if there were any, lie in settings.env.before.',
    ].join('\n'),
  };
}

/** Whatever ends it, also Ctrl-C: what was unpacked is removed. */
async function checked({ progress, note }: Called, from: From): Promise<Answer> {
  note('Trying the restore in a temporary folder, which is removed afterwards.');
  using stop = interrupt(() => note('\nStopping. What was unpacked is removed first.'));
  using bars = new DisposableStack();
  const { signal } = stop;
  try {
    const { installation, manifest, replayed, rows, tables, figures } = await rehearse({
      ...from,
      rooms: copiesOfRooms(systemClock),
      signal,
      progress(total) {
        const bar = bars.use(progress('MB', Math.floor(total / 1e6)));
        return byMegabytes((some) => bar.step(some));
      },
      proving(total) {
        const bar = bars.use(progress('Reports', total));
        return (some) => bar.step(some);
      },
    });
    const { made } = manifest;
    const { id, kind, name } = installation;
    const words = wordsOf(installation);
    const { reports = 0, erased = 0, entries = 0, active = 0, waiting = 0 } = figures;
    return {
      data: { whole: true, id, kind, made, rows, tables, ...figures, ...replayed, fingerprint: words },
      text: [
        `It would work: ${name.en}, ${kind}, as it was at ${made.slice(0, 16)} UTC. Nothing of the trial is left.`,
        `${rows} rows of ${tables} tables were put into a database and read out again.`,
        `${reports} reports: each is found by its code, is signed by who told, and ${reports - erased} hold what was told, sealed (${erased} were erased a year after closing).`,
        `The list of readers holds from the root on: ${entries} entries, ${active} readers count, ${waiting} wait.`,
        `Withdrawn since, and gone: ${replayed.withdrawn}. Entries of the list of readers that came since: ${replayed.readers}.`,
        `Compare with your poster: ${words.join(', or ')}. Other words: it is a backup of somebody else's installation.`,
      ].join('\n'),
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { data: { stopped: true }, text: 'Stopped. Nothing of the trial is left.', failed: true };
  }
}

const wordsOf = ({ root }: Pick<Installation, 'root'>): string[] =>
  [fingerprint(root, codeList('en')), fingerprint(root, digits)].map(showCode);
