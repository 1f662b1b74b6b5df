/** The one document of the desk. Without script it is a list to read; the island takes its place. */
import type { ComponentChildren } from 'preact';
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import type { T } from '../../platform/i18n/index.ts';
import { waysFrom } from '../../platform/ways.ts';
import { Empty, Note, Page, Tag } from '../../web/index.ts';
import type { InboxLine } from '../wire.ts';

const demoLinks = () => waysFrom().command('demo links');

/** What the island reads with readTexts(). */
const texts = ['answer.', 'public.standing.', 'casework.', 'report.', 'receipt.', 'web.', 'health.title'];

function Document({ asked, children }: { asked: Asked; children: ComponentChildren }) {
  return (
    <Page asked={asked} title={asked.t('staff.desk')} islands={['desk']} texts={texts} desk>
      <div id="desk" data-demonstration={asked.demonstration ? demoLinks() : undefined}>
        {children}
      </div>
    </Page>
  );
}

export function signInPage(asked: Asked): Answer {
  const { t } = asked;
  return page(
    <Document asked={asked}>
      <div class="column stack-5">
        <h1>{t('staff.sign_in')}</h1>
        <p class="lede">{t('staff.sign_in.lede')}</p>
        <div>
          <noscript>
            <Note kind="mind">
              <p>{t('staff.sign_in.script')}</p>
            </Note>
          </noscript>
        </div>
        <p>{t('staff.sign_in.lost')}</p>
        {asked.demonstration && <p>{t('casework.sign_in.demonstration', { command: demoLinks() })}</p>}
        <p>
          <a href={asked.link('/')}>{t('staff.sign_in.not_yours')}</a>
        </p>
      </div>
    </Document>,
  );
}

/** `lines`: null for an organiser, who does not read. */
export function deskPage(asked: Asked, lines: readonly InboxLine[] | null): Answer {
  const { t } = asked;
  return page(
    <Document asked={asked}>
      <div class="stack-5">
        <h1>{lines === null ? t('staff.desk') : t('staff.desk.inbox')}</h1>
        {lines === null ? (
          <p class="lede">{t('staff.desk.organiser')}</p>
        ) : (
          <Lines asked={asked} lines={lines} />
        )}
      </div>
    </Document>,
  );
}

function Lines({ asked: { t }, lines }: { asked: Asked; lines: readonly InboxLine[] }) {
  const open = lines.filter(({ state }) => state !== 'closed');
  if (open.length === 0) {
    return (
      <Empty title={t('staff.desk.empty')}>
        <p>{t('staff.desk.no_key')}</p>
      </Empty>
    );
  }
  return (
    <>
      <Note>
        <p>{t('staff.desk.read_only')}</p>
        {open.some(({ together }) => together) && <p>{t('staff.desk.two')}</p>}
      </Note>
      <ol class="list" aria-label={t('staff.desk.caption')}>
        {open.map((line) => (
          <Line key={line.id} t={t} line={line} />
        ))}
      </ol>
      <p class="small quiet">{t('staff.desk.caption')}</p>
    </>
  );
}

function Line({ t, line }: { t: T; line: InboxLine }) {
  const due = t(line.over ? 'staff.desk.over' : 'staff.desk.due', { day: t.dayOfYear(line.due) });
  return (
    <li>
      <span class="desk-tags">
        {line.soon && (
          <Tag kind="mind" icon="clock-alert">
            {t('staff.desk.soon')}
          </Tag>
        )}
        <Tag {...(line.over ? { kind: 'bad' as const } : {})}>{due}</Tag>
      </span>
      <div>
        <b>{t.list(line.kinds.map((kind) => t(`report.kind.${kind}`)))}</b>
        <p class="meta">{line.place ? t.of(line.place) : t('staff.desk.nowhere')}</p>
      </div>
      <p class="meta">{t(`staff.desk.state.${line.state}`, { name: line.claimedBy?.name ?? '' })}</p>
    </li>
  );
}
