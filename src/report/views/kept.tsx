/**
 * What the telling page says about what lies on this phone; the island shows it: [data-kept-before] on the first panel,
 * [data-kept-here] below every panel, [data-until] in both, button[data-delete-kept], panel "deleted".
 */
import { Fill, type Frame, Note } from '../../web/index.ts';
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
        <Until text={t('report.kept.here')} />
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
