/** Bring it back: a reply is pasted, and three answers come. */
import { Button, Details, ErrorSummary, Field, type Frame, Reads } from '../../web/index.ts';
import type { Found } from '../model.ts';
import { Turned } from '../turn/turned.tsx';
import { Experimental, TalkPage } from './frame.tsx';

/** Letters that are read. */
export const longest = 5000;

interface AnswerProps {
  asked: Frame;
  /** As it was typed. */
  post?: string;
  problem?: string;
  moves?: readonly Found[];
}

export function AnswerPage({ asked, post = '', problem, moves }: AnswerProps) {
  const { t, link } = asked;
  return (
    <TalkPage
      asked={asked}
      title={t('talking.answer')}
      text={t('talking.text')}
      islands={['turn']}
      texts={['talking.answer.', 'talk.move.']}
      mistaken={problem !== undefined}
    >
      <div class="head">
        <h1>{t('talking.answer')}</h1>
        <p class="lede">{t('talking.answer.lede')}</p>
      </div>
      <div class="beside even">
        <form
          class="stack"
          method="post"
          action={link('/talk/answer')}
          data-turn
          data-lang={t.lang}
          data-longest={longest}
        >
          {problem !== undefined && <ErrorSummary t={t} mistakes={[{ field: 'post', text: problem }]} />}
          <Field
            name="post"
            label={t('talking.answer.post')}
            hint={t('talking.answer.hint', { most: t.number(longest) })}
            rows={6}
            value={post}
            problem={problem}
            t={t}
          />
          <Reads icon="eye-off">{t('talking.answer.script')}</Reads>
          <p class="acts">
            <Button>{t('talking.answer.look')}</Button>
          </p>
          <p class="small quiet" role="status" data-reading />
        </form>
        <div data-turned>{moves && <Turned t={t} text={post} moves={moves} Fold={Details} />}</div>
      </div>
      <div class="gap-top stack-2">
        <p class="small quiet">{t('talking.answer.counted')}</p>
        <p class="small quiet">{t('talking.answer.effect')}</p>
        <Experimental t={t} />
      </div>
    </TalkPage>
  );
}
