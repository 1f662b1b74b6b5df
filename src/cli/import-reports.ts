/** `upstander import reports`: from the words on the command line to an import and what is said of it. */
import { readFile, realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { migrate, openDatabase } from '../platform/db/index.ts';
import { translate } from '../platform/i18n/index.ts';
import { matchInstallation, openInstallation } from '../platform/installation.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  builtIn,
  type Imported,
  importReports,
  type Mapping,
  type Reason,
  readBox,
  readMapping,
} from '../report/index.ts';
import type { Answer, Called } from './command.ts';
import { interrupt } from './interrupt.ts';

const t = translate('en');
const why = (reason: Reason): string => t(`imported.reason.${reason}`);

export async function importFile(called: Called, file: string): Promise<Answer> {
  const { config, options } = called;
  const mappings = await mappingsOf(text(options.map));
  const within = boxOf(text(options.within));
  const refusedTo = resolve(
    text(options.refused) ?? join(config.data, 'imports', `${basename(file)}.refused.csv`),
  );
  if ((await real(refusedTo)) === (await real(file))) {
    throw new Refusal('import_file', { file: refusedTo, why: 'it is the file to be read' });
  }
  const source = text(options.source);
  if (source !== undefined && !/^[a-z0-9-]{1,40}$/.test(source)) {
    throw new Refusal('config', {
      variable: '--source',
      value: source,
      allowed: 'up to 40 of a-z, 0-9 and -',
    });
  }
  const isDry = options['dry-run'] === true;
  using stop = interrupt(() => called.note('\nStopping after the rows in hand.'));
  await using here = await opened(config);
  const done = await importReports(here, {
    file,
    mappings,
    ...(source === undefined ? {} : { source }),
    ...(within === undefined ? {} : { within }),
    isDry,
    refusedTo,
    why,
    signal: stop.signal,
    progress: (total) => called.progress(isDry ? 'Reading' : 'Importing', total),
  });
  return {
    data: { ...done, dryRun: isDry, refusedFile: refusedTo },
    text: said(done, { isDry, refusedTo }).join('\n'),
    ...(done.stopped ? { failed: true } : {}),
  };
}

const text = (option: string | boolean | undefined) => (typeof option === 'string' ? option : undefined);

const real = (path: string) => realpath(path).catch(() => resolve(path));

async function opened(config: Config) {
  const installation = await openInstallation(config.data);
  if (installation === null) throw new Refusal('installation_missing', { folder: config.data });
  await using started = new AsyncDisposableStack();
  const { db } = started.use(await openDatabase(config, { max: 2 }));
  await migrate(db);
  await matchInstallation(db, installation);
  const ended = started.move();
  return { db, installation, clock: systemClock, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

/** Refusals 'import_no_mapping' and 'import_mapping', which names every field that is wrong. */
async function mappingsOf(map: string | undefined): Promise<Mapping[]> {
  const known = map !== undefined && Object.hasOwn(builtIn, map) ? builtIn[map] : undefined;
  if (known === undefined && !map?.endsWith('.json')) {
    throw new Refusal('import_no_mapping', { map: map ?? '…', known: Object.keys(builtIn).join(', ') });
  }
  return (known ?? [await written(map ?? '')]).map((value) => {
    const read = readMapping(value);
    if ('ok' in read) return read.ok;
    const problems = read.wrong.map(({ field, why }) => `${field} ${why}`).join('; ');
    throw new Refusal('import_mapping', { file: map ?? '', field: read.wrong[0]?.field ?? '', problems });
  });
}

async function written(file: string): Promise<unknown> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('import_file', { file, why: error.code ?? error.message });
  });
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Refusal('import_mapping', {
      file,
      field: '',
      problems: `it is no JSON (${(error as Error).message})`,
    });
  }
}

function boxOf(value: string | undefined) {
  if (value === undefined) return undefined;
  const box = readBox(value);
  if (box === null) throw new Refusal('import_box', { value });
  return box;
}

/** Counts, and never a row. */
function said(done: Imported, { isDry, refusedTo }: { isDry: boolean; refusedTo: string }): string[] {
  const { rows, imported, refused, already, total } = done;
  const n = (count: number) => t.number(count);
  const verb = isDry ? 'would be imported' : 'imported';
  return [
    imported === 0 && already > 0
      ? `Nothing new: ${n(already)} of ${n(rows)} rows were here already, ${n(refused)} refused.`
      : `${n(rows)} rows: ${n(imported)} ${verb}, ${n(refused)} refused, ${n(already)} were here already.`,
    'Nobody of these people was asked: they are history, for the map and for practice, never in a bundle.',
    ...section('Refused, and why:', done.reasons, (reason) => why(reason as Reason)),
    ...(refused > 0 ? [`Each refused row, with the one field at fault: ${refusedTo}`] : []),
    ...section('Rows of which our words say less than the source did:', done.lost, (value) => value),
    ...versions(done),
    ...(done.stopped ? [stopped(n(rows), n(total))] : []),
  ];
}

const stopped = (rows: string, total: string) =>
  `Stopped after ${rows} of ${total} rows. Run the same command once more to go on: what is here is not imported twice.`;

function section(
  title: string,
  counts: Readonly<Record<string, number>>,
  name: (key: string) => string,
): string[] {
  const lines = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return lines.length === 0
    ? []
    : [title, ...lines.map(([key, count]) => `${t.number(count).padStart(9)}  ${name(key)}`)];
}

/** Side by side and never added up: the same question may have been asked, or noted, in another way. */
function versions({ formVersions }: Imported): string[] {
  const lines = Object.entries(formVersions).map(([version, counts]) => {
    const said = Object.entries(counts).map(
      ([helped, count]) => `${helped.replaceAll('_', ' ')} ${t.number(count)}`,
    );
    return `  ${version}: ${said.join(', ')}`;
  });
  return lines.length === 0 ? [] : ['Did anyone help, by form version; never to be added up:', ...lines];
}
