/** The one document of the desk. Without script it is a list to read; the island takes its place. */
import type { ComponentChildren } from 'preact';
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import { Empty, Note, Page, Table } from '../../web/index.ts';
import type { InboxLine } from '../wire.ts';

/** What the island reads with readTexts(). */
const texts = ['casework.', 'report.', 'receipt.', 'web.'];

function Document({ asked, children }: { asked: Asked; children: ComponentChildren }) {
  return (
    <Page asked={asked} title={asked.t('staff.desk')} islands={['desk']} texts={texts} desk>
      <div id="desk">{children}</div>
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
        <noscript>
          <Note kind="mind">
            <p>{t('staff.sign_in.script')}</p>
          </Note>
        </noscript>
        <p>{t('staff.sign_in.lost')}</p>
        <p class="quiet">{t('staff.sign_in.not_yours')}</p>
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
      </Note>
      <Table
        caption={t('staff.desk.caption')}
        columns={(['what', 'where', 'due', 'state'] as const).map((name) => ({
          label: t(`staff.desk.column.${name}`),
        }))}
        rows={open.map((line) => {
          const name = line.claimedBy?.name ?? '';
          const what = t.list(line.kinds.map((kind) => t(`report.kind.${kind}`)));
          return [
            line.soon ? `${what} (${t('staff.desk.soon')})` : what,
            line.place?.[t.lang] ?? t('staff.desk.nowhere'),
            t(line.over ? 'staff.desk.over' : 'staff.desk.due', { day: t.dayOfYear(line.due) }),
            t(`staff.desk.state.${line.state}`, { name }),
          ];
        })}
      />
    </>
  );
}
