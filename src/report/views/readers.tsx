/** Who can read this: the people on the signed list, how that is checked, and what the server sees all the same. */
import { dayIn } from '../../platform/clock.ts';
import type { Installation } from '../../platform/installation.ts';
import {
  type Archive,
  digits as digitList,
  everyList,
  fingerprint,
  isWords,
  type Reader,
  type ReaderEntry,
  type ReaderList,
  showCode,
} from '../../platform/keys/index.ts';
import { Details, type Frame, Icon, Note, Page, Table, Tag } from '../../web/index.ts';

interface ReadersProps {
  frame: Frame;
  entries: readonly ReaderEntry[];
  /** Null: it does not verify. */
  list: ReaderList | null;
  /** Null: the root has signed none. */
  archive: Archive | 'broken' | null;
  installation: Pick<Installation, 'root' | 'zone'>;
  scripts: readonly { name: string; sha256: string }[];
  /** Within how many hours what is told is copied elsewhere; null: not yet. */
  copied: { hours: number } | null;
}

export function ReadersPage(props: ReadersProps) {
  const { frame, list } = props;
  const { t } = frame;
  return (
    <Page asked={frame} title={t('report.title.readers')} slim>
      <div class="column stack-7">
        <div class="head">
          <h1>{t('report.readers.heading')}</h1>
          <p class="lede">{t('report.readers.lede')}</p>
        </div>
        {list === null ? (
          <Note kind="bad">
            <p>{t('report.readers.broken')}</p>
          </Note>
        ) : (
          <Now {...props} list={list} />
        )}
        {!(list !== null && areTogether(list)) && <ClosedForGood {...props} />}
        <Fingerprint {...props} />
        <WhatItSees t={t} copied={props.copied} two={list !== null && areTogether(list)} />
        <History {...props} />
        <Scripts {...props} />
      </div>
    </Page>
  );
}

function Now({ frame, entries, list, installation }: ReadersProps & { list: ReaderList }) {
  const { t } = frame;
  const { zone } = installation;
  return (
    <section class="stack" aria-labelledby="now">
      <h2 id="now">{t('report.readers.now')}</h2>
      <p>{t(list.active.length === 0 ? 'report.readers.none' : 'report.readers.later')}</p>
      {areTogether(list) && <p>{t('report.readers.two')}</p>}
      <ul class="plain stack">
        {list.active.map((reader) => (
          <li key={reader.id}>
            <Icon name="lock-keyhole" />
            <div class="stack-2">
              <p>
                <b>
                  <bdi>{reader.name}</bdi>
                </b>
                {t.dir === 'rtl' ? '،' : ','}{' '}
                {t('report.readers.since', { day: t.day(since(reader, entries, zone)) })}{' '}
                {reader.childTrained && <Tag kind="good">{t('report.readers.child_trained')}</Tag>}
              </p>
              <p class="quiet small">{role(reader, frame)}</p>
            </div>
          </li>
        ))}
      </ul>
      {list.waiting.length > 0 && (
        <>
          <h3>{t('report.readers.waiting')}</h3>
          <ul class="stack-2">
            {list.waiting.map(({ reader, from }) => (
              <li key={reader.id}>
                {t('report.readers.waiting_line', {
                  name: reader.name,
                  day: t.day(dayIn(zone, from)),
                  time: t.time(from, zone),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** All of a list are on the same terms, also those who do not count yet. */
const areTogether = ({ active, waiting }: ReaderList): boolean =>
  [...active, ...waiting.map(({ reader }) => reader)].some(({ together }) => together === true);

function role({ place, organisation = '' }: Reader, { t, organisation: ours }: Frame): string {
  return place === 'ours'
    ? t('report.readers.role.ours', { organisation: t.of(ours) })
    : t('report.readers.role.outside', { organisation });
}

/** The day of the statement that added this reader with these keys. */
function since(reader: Reader, entries: readonly ReaderEntry[], zone: string): string {
  const entry = entries.findLast(
    ({ statement }) => statement.change === 'add' && statement.reader.id === reader.id,
  );
  return dayIn(zone, new Date(entry?.statement.date ?? 0));
}

function ClosedForGood({ frame: { t }, archive, installation: { zone } }: ReadersProps) {
  return (
    <section class="stack" aria-labelledby="archive">
      <h2 id="archive">{t('report.readers.archive')}</h2>
      {archive === 'broken' ? (
        <Note kind="bad">
          <p>{t('report.readers.archive.broken')}</p>
        </Note>
      ) : archive === null ? (
        <p>{t('report.readers.archive.none')}</p>
      ) : (
        <p>{t('report.readers.archive.signed', { day: t.day(dayIn(zone, archive.from)) })}</p>
      )}
    </section>
  );
}

function Fingerprint({ frame: { t }, installation }: ReadersProps) {
  const list = everyList.find(isWords) ?? digitList;
  return (
    <section class="stack" aria-labelledby="fingerprint">
      <h2 id="fingerprint">{t('report.readers.fingerprint')}</h2>
      <p>{t('report.readers.fingerprint_text')}</p>
      <dl class="pairs">
        <div>
          <dt>{t('report.readers.words')}</dt>
          <dd>
            <bdi class="num fingerprint" lang="en">
              {showCode(fingerprint(installation.root, list))}
            </bdi>
          </dd>
        </div>
        <div>
          <dt>{t('report.readers.digits')}</dt>
          <dd>
            <bdi class="num fingerprint">{showCode(fingerprint(installation.root, digitList))}</bdi>
          </dd>
        </div>
      </dl>
    </section>
  );
}

const seen = ['sees', 'not', 'without_script', 'bad', 'could', 'locked'] as const;

function WhatItSees({ t, copied, two }: Pick<ReadersProps, 'copied'> & { t: Frame['t']; two: boolean }) {
  return (
    <>
      <section class="stack" aria-labelledby="server">
        <h2 id="server">{t('report.readers.server')}</h2>
        {seen.map((one) => (
          <p key={one}>{t(`report.readers.server.${one}`)}</p>
        ))}
        <p>{t(two ? 'report.readers.claim_two' : 'report.readers.claim')}</p>
      </section>
      <section class="stack" aria-labelledby="organiser">
        <h2 id="organiser">{t('report.readers.organiser')}</h2>
        <p>{t('report.readers.organiser_text')}</p>
      </section>
      <section class="stack" aria-labelledby="court">
        <h2 id="court">{t('report.readers.court')}</h2>
        <p>{t('report.readers.court_text')}</p>
        <p>
          {copied === null ? t('report.readers.copy.none') : t('report.readers.copy', { n: copied.hours })}
        </p>
      </section>
    </>
  );
}

function History({ frame: { t }, entries, installation: { zone } }: ReadersProps) {
  if (entries.length === 0) return null;
  const nameOf = (id: string) =>
    entries.find(({ statement }) => statement.reader.id === id)?.statement.reader.name ?? id;
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{t('report.readers.changes')}</h2>
      <ol class="time small-time">
        {entries.map(({ statement, signatures }) => (
          <li key={statement.number}>
            <time dateTime={statement.date}>{t.day(dayIn(zone, new Date(statement.date)))}</time>
            <p class="what">
              {statement.change === 'add'
                ? t('report.readers.change.add', { name: statement.reader.name })
                : t('report.readers.change.remove', { name: statement.reader.name })}
            </p>
            <p class="small quiet">
              {signatures.some(({ by }) => by === 'root')
                ? t('report.readers.signed_root')
                : t('report.readers.signed_two', { names: t.list(signatures.map(({ by }) => nameOf(by))) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Scripts({ frame: { t }, scripts }: ReadersProps) {
  return (
    <section class="stack" aria-labelledby="scripts">
      <h2 id="scripts">{t('report.readers.scripts')}</h2>
      {scripts.length === 0 ? (
        <p>{t('report.readers.scripts_none')}</p>
      ) : (
        <Details summary={t('report.readers.scripts_show', { n: scripts.length })}>
          <Table
            tight
            caption={t('report.readers.scripts_text')}
            columns={[{ label: t('report.readers.file') }, { label: t('report.readers.hash') }]}
            rows={scripts.map(({ name, sha256 }) => [
              <bdi key={name} class="num">
                {name}
              </bdi>,
              <code key={sha256} class="num hash">
                {sha256}
              </code>,
            ])}
          />
        </Details>
      )}
    </section>
  );
}
