/**
 * What the telling page says about what lies on this phone; the island shows it: [data-kept-before] on the first panel,
 * [data-kept-here] below every panel, [data-until] in both, button[data-delete-kept], panels "waiting" and "deleted".
 */
import { Button, ButtonRow, Fill, type Frame, Note } from '../../web/index.ts';
import { Panel } from './panel.tsx';

/** It is opened by her own tap: whoever else looks at the page learns only that there is something. */
export function KeptBefore({ t }: Pick<Frame, 't'>) {
  return (
    <div data-kept-before hidden>
      <Note kind="mind" icon="archive">
        <p>
          <Until text={t('report.kept.before')} />
        </p>
        <DeleteKept t={t} />
      </Note>
    </div>
  );
}

export function KeptHere({ t }: Pick<Frame, 't'>) {
  return (
    <p class="small quiet between gap-top" data-kept-here hidden>
      <span role="status">
        <Until text={t('report.kept.here')} />{' '}
        <span data-offline hidden>
          {t('report.kept.offline')}
        </span>
      </span>
      <DeleteKept t={t} />
    </p>
  );
}

const DeleteKept = ({ t }: Pick<Frame, 't'>) => (
  <button type="button" class="link" data-delete-kept>
    {t('report.kept.delete')}
  </button>
);

/** The island writes the day. */
const Until = ({ text }: { text: string }) => <Fill text={text} parts={{ day: <span data-until /> }} />;

/** Finished, sealed and not sent; the island ends the way here until she sends or deletes it. */
export function Waiting({ t }: Pick<Frame, 't'>) {
  return (
    <Panel name="waiting" title={t('report.title.waiting')}>
      <div class="column stack-5">
        <h1>{t('report.waiting.heading')}</h1>
        <p class="lede">
          <Until text={t('report.waiting.until')} />
        </p>
        <Note icon="lock-keyhole">
          <p>{t('report.waiting.sealed')}</p>
        </Note>
        <p data-waiting-status role="status" />
        <ButtonRow>
          <Button type="button" icon="lock-keyhole" data-send-waiting>
            {t('report.waiting.send')}
          </Button>
          <DeleteKept t={t} />
        </ButtonRow>
      </div>
    </Panel>
  );
}

export function Deleted({ frame: { t, link } }: { frame: Frame }) {
  return (
    <Panel name="deleted" title={t('report.title.before')}>
      <h1>{t('report.kept.deleted')}</h1>
      <p class="lede">{t('report.kept.deleted_text')}</p>
      <p>
        <a class="lone" href={link('/')}>
          {t('web.home')}
        </a>
      </p>
    </Panel>
  );
}
