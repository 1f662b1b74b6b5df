/** Exactly what everybody will see, before anything is sent. */
import type { Day } from '../../../platform/clock.ts';
import type { Asked } from '../../../platform/http/index.ts';
import { Button, ButtonRow, Note, Page, Reads, Side } from '../../../web/index.ts';
import type { PublicAsk } from '../../ask/public.ts';
import { passWithin } from '../../ask/states.ts';
import { AskView } from '../../views/ask.tsx';
import type { Wanted } from '../../views/name.tsx';
import { fields, type Typed } from '../form.ts';
import type { Upload } from '../upload-store.ts';
import { pathOf } from './frame.tsx';

export interface PreviewProps {
  asked: Asked;
  token: string;
  typed: Typed;
  uploads: readonly Upload[];
  /** The ask as if this answer had been given and its words had passed. */
  ask: PublicAsk;
  wanted: Wanted;
  today: Day;
}

export function PreviewPage({ asked, token, typed, uploads, ask, wanted, today }: PreviewProps) {
  const { t } = asked;
  const path = pathOf(token, '/answer');
  const isWords = typed.kind === 'question' || typed.kind === 'extension';
  return (
    <Page
      asked={asked}
      title={t('officer.answer.title')}
      answers
      language={{ form: 'answer', path, enter: 'preview' }}
    >
      <div class="head">
        <h1>{t('officer.preview.title')}</h1>
      </div>
      <div class="beside even">
        <div class="stack-5">
          <Note kind="mind">
            <p>
              {isWords
                ? t(`officer.preview.now.${typed.kind as 'question' | 'extension'}`, { n: passWithin })
                : t('officer.preview.now', { n: passWithin })}
            </p>
          </Note>
          <form id="answer" method="post" action={asked.link(path)} class="stack">
            <input type="hidden" name="shown" value="preview" />
            {fields.map((name) => (
              <input key={name} type="hidden" name={name} value={typed[name]} />
            ))}
            {uploads.map(({ id }) => (
              <input key={id} type="hidden" name="kept" value={id} />
            ))}
            <Reads icon="mail">{t('officer.preview.code', { body: t.of(ask.body.name) })}</Reads>
            <ButtonRow>
              <Button name="go" value="send">
                {t('officer.preview.send')}
              </Button>
              <Button name="go" value="change" kind="second">
                {t('officer.preview.change')}
              </Button>
            </ButtonRow>
          </form>
        </div>
        <Side id="as" title={t('officer.preview.as')} icon="eye">
          <div class="gap">
            <AskView {...{ ask, t, today, wanted }} />
          </div>
        </Side>
      </div>
    </Page>
  );
}
