import { sized, type T } from '../platform/i18n/index.ts';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import { Note } from './ui/note.tsx';
import { Num } from './ui/num.tsx';
import { Summary } from './ui/summary.tsx';

/** What was found: nothing here is about a person or a report. */
export interface VitalsShown {
  /** Null: it answers. Else the kind of error. */
  readonly database: string | null;
  readonly freeMb: number | null;
  readonly memoryMb: number;
  readonly stuck: { readonly tasks: number; readonly mails: number } | null;
  readonly mails: boolean;
  /** Since the newest one; null where there is none. */
  readonly backupHours: number | null;
  readonly load: { readonly isHeavy: boolean } | null;
}

/** "63 GB", in the words of the page. */
function sizeIn(t: T, mb: number): string {
  const { n, unit } = sized(mb * 1e6);
  return t(`health.size.${unit}`, { n });
}

/** Below this many MB the database stops before long. */
const littleMb = 500;

/** One was due a day after the last, and half a day has gone since. */
const oldHours = 36;

interface HealthPageProps {
  readonly asked: Frame;
  readonly vitals: VitalsShown;
  /** How a command of ours is typed on this server. */
  command(line: string): string;
}

/** What is wrong in words, and the command that helps. Opens while the database is away. */
export function HealthPage({ asked, vitals, command }: HealthPageProps) {
  const { t } = asked;
  const troubles = troublesOf(vitals, t, command('backup'));
  const away = vitals.database !== null;
  return (
    <Page asked={asked} title={t('health.title')} slim>
      <div class="column stack-5">
        <div class="stack">
          <h1>{t('health.title')}</h1>
          {troubles.length === 0 && <p class="lede">{t('health.fine')}</p>}
        </div>
        {troubles.map(({ title, help }) => (
          <Note key={title} kind="mind" title={title}>
            <p>{help}</p>
          </Note>
        ))}
        {troubles.length > 0 && (
          <div class="stack-2">
            <p>{t('health.command')}</p>
            <p>
              <Num>{command('doctor')}</Num>
            </p>
          </div>
        )}
        <Summary t={t} rows={rowsOf(vitals, t)} />
        {!away && (
          <p>
            <a class="lone" href={asked.link('/desk/kept')}>
              {t('health.kept')}
            </a>
          </p>
        )}
        <p class="small quiet">{away ? t('health.open') : t('health.no_people')}</p>
      </div>
    </Page>
  );
}

function troublesOf(
  { database, freeMb, stuck, backupHours, load }: VitalsShown,
  t: T,
  backup: string,
): { title: string; help: string }[] {
  const found = (wrong: boolean, title: string, help: string) => (wrong ? [{ title, help }] : []);
  return [
    ...found(load?.isHeavy === true, t('health.busy'), t('health.busy.help')),
    ...found(database !== null, t('health.database.away'), t('health.database.help')),
    ...found(
      freeMb !== null && freeMb < littleMb,
      t('health.disk.low', { size: sizeIn(t, freeMb ?? 0) }),
      t('health.disk.help', { size: sizeIn(t, littleMb) }),
    ),
    ...found(
      (stuck?.tasks ?? 0) > 0,
      t('health.tasks.stuck', { n: stuck?.tasks ?? 0 }),
      t('health.tasks.help'),
    ),
    ...found(
      (stuck?.mails ?? 0) > 0,
      t('health.mails.stuck', { n: stuck?.mails ?? 0 }),
      t('health.mails.help'),
    ),
    ...found(
      (backupHours ?? 0) > oldHours,
      t('health.backup.old'),
      t('health.backup.help', { command: backup }),
    ),
  ];
}

function rowsOf({ database, freeMb, memoryMb, stuck, mails, backupHours }: VitalsShown, t: T) {
  const unknown = t('health.unknown');
  const queue = (n: number | undefined, none: string) =>
    n === undefined ? unknown : n === 0 ? none : t.number(n);
  const row = (term: string, value: string) => ({ term, values: [value] });
  // Then the page is open to everybody.
  if (database !== null) return [row(t('health.database'), database)];
  return [
    row(t('health.database'), t('health.answers')),
    row(t('health.disk'), freeMb === null ? unknown : t('health.disk.free', { size: sizeIn(t, freeMb) })),
    row(t('health.memory'), sizeIn(t, memoryMb)),
    row(t('health.tasks'), queue(stuck?.tasks, t('health.tasks.none'))),
    row(t('health.mails'), mails ? queue(stuck?.mails, t('health.mails.none')) : t('health.mails.off')),
    row(
      t('health.backup'),
      backupHours === null ? t('health.backup.none') : t('health.backup.age', { n: backupHours }),
    ),
  ];
}
