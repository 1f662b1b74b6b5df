/** Bringing in a conversation from a file, and what came of it. */
import { Button, ErrorSummary, Field, Note, Reads } from '../../../web/index.ts';
import type { Came } from '../take.ts';
import { type DeskAsked, DeskPage, sourceName } from './frame.tsx';

interface ImportProps {
  asked: DeskAsked;
  problem?: string;
  title?: string;
  came?: Came & { source: string };
}

export function ImportPage({ asked, problem, title, came }: ImportProps) {
  const { t, link } = asked;
  const mistakes = problem === undefined ? [] : [{ field: 'file', text: problem }];
  return (
    <DeskPage asked={asked} at="import" title={t('moderate.import')} mistaken={problem !== undefined}>
      <div class="column stack-5">
        <ErrorSummary t={t} mistakes={mistakes} />
        <h1>{t('moderate.import')}</h1>
        {came && (
          <div role="status">
            <Note kind="good" title={t('moderate.import.done', { source: sourceName(came.source, t) })}>
              <p>{t('moderate.import.fresh', { n: came.fresh })}</p>
              {came.known > 0 && <p>{t('moderate.import.known', { n: came.known })}</p>}
              <p>{t('moderate.import.listed', { n: came.listed })}</p>
              <p>
                <a href={link('/desk/talk')}>{t('moderate.import.look')}</a>
              </p>
            </Note>
          </div>
        )}
        <p class="lede">{t('moderate.import.lede')}</p>
        <form class="stack-5" method="post" action={link('/desk/talk/import')} encType="multipart/form-data">
          <div class={problem === undefined ? 'field' : 'field wrong'}>
            <label for="file">{t('moderate.import.file')}</label>
            <p class="hint small" id="file-hint">
              {t('moderate.import.forms')}
            </p>
            <input
              class="in"
              type="file"
              id="file"
              name="file"
              accept=".json,.jsonl,.ndjson,.csv,.tsv,.js,.txt"
              aria-describedby="file-hint"
            />
          </div>
          <Field
            name="title"
            label={t('moderate.import.title')}
            hint={t('moderate.import.title.hint')}
            t={t}
            optional
            maxLength={120}
            value={title ?? ''}
          />
          <Reads>{t('moderate.about.accounts')}</Reads>
          <div>
            <Button>{t('moderate.import.do')}</Button>
          </div>
        </form>
      </div>
    </DeskPage>
  );
}
