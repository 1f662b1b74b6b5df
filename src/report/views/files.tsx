/** Photos and recordings beside her words: fetched and shown by the island where it can seal them. */
import { Button, type Frame } from '../../web/index.ts';
import { longestMinutes, mostFiles } from '../files/model.ts';

/** Where the panel goes once she comes to it: the page itself stays light. */
export function FilesPlace({ t }: Pick<Frame, 't'>) {
  return (
    <>
      <p class="note mind" data-files-lost role="status" hidden>
        {t('report.files.lost')}
      </p>
      <div class="stack" data-files={`/${t.locale}/report/files`} hidden />
    </>
  );
}

/** One more tap, so that what it needs is loaded only where it is wanted. */
export function AddFiles({ t }: Pick<Frame, 't'>) {
  return (
    <>
      <p class="acts">
        <Button type="button" kind="second" icon="image" data-files-open hidden>
          {t('receipt.mine.add_files')}
        </Button>
      </p>
      <p class="quiet" data-no-more-files hidden>
        {t('receipt.mine.no_more_files')}
      </p>
      <FilesPlace t={t} />
    </>
  );
}

/** What the place is filled with: a piece of a page. */
export function FilesPanel({ t }: Pick<Frame, 't'>) {
  return (
    <>
      <h2 class="h3">{t('report.words.files')}</h2>
      <ul class="stack small quiet">
        <li>{t('report.words.files_bounds', { n: mostFiles })}</li>
        <li>{t('report.words.files_photo')}</li>
        <li>{t('report.words.files_voice', { minutes: longestMinutes })}</li>
        <li>{t('report.words.files_stay')}</li>
      </ul>
      <ul class="stack" data-file-list />
      <p data-file-status role="status" hidden />
      <p class="acts">
        <Button type="button" kind="second" icon="image" data-add-photo>
          {t('report.words.add_photo')}
        </Button>
        <Button type="button" kind="second" icon="mic" data-record hidden>
          {t('report.words.record')}
        </Button>
      </p>
      <p class="small quiet" data-cannot-record hidden>
        {t('report.words.cannot_record')}
      </p>
      <Recorder t={t} />
      <input type="file" accept="image/jpeg,image/png,image/webp" hidden />
      <template data-file>
        <li class="stack">
          <span class="between">
            <span data-name />
            <button type="button" class="link" data-remove>
              {t('report.words.take_out')} <span class="vh" data-of />
            </button>
          </span>
        </li>
      </template>
    </>
  );
}

function Recorder({ t }: Pick<Frame, 't'>) {
  return (
    <div class="stack" data-recording hidden>
      <p>
        {t('report.words.recorded')} <b data-recorded dir="ltr" />
      </p>
      <p class="acts">
        <Button type="button" kind="second" data-record-pause>
          {t('report.words.pause')}
        </Button>
        <Button type="button" kind="second" data-record-go-on hidden>
          {t('report.words.go_on')}
        </Button>
        <Button type="button" kind="second" data-record-end>
          {t('report.words.end')}
        </Button>
        <button type="button" class="link" data-record-drop>
          {t('report.words.drop')}
        </button>
      </p>
    </div>
  );
}
