/** The way without script: one page an answer to one sending. The answers so far ride in the form. */
import { Button, ButtonRow, ErrorSummary, type Frame, Icon, Note, Page, Reads } from '../../web/index.ts';
import type { Problem } from '../questions.ts';
import type { Situation } from '../situation.ts';
import { numberOf, questionsOn, type Stage, type Started } from '../wizard/way.ts';
import type { Asked } from './asking.ts';
import { idOf, readerNames, say } from './asking.ts';
import { AgeNote, FiveDays, Known, Safe, SafeWays } from './cards.tsx';
import { Last } from './last.tsx';
import { QuestionView, WhoReads } from './question.tsx';

export interface StepProps {
  frame: Frame;
  now: Situation;
  state: Started;
  /** The signed state. */
  signed: string;
  asked: Asked;
  problems: readonly Problem[];
  /** Why it is not sent, and Send can be pressed again. */
  not?: NotSent | undefined;
}

/** Many are sending; or who opens it had not been said. */
export type NotSent = 'busy' | 'said';

export function Step(props: StepProps) {
  const { frame, state, signed, problems, asked, not } = props;
  const { t, link } = frame;
  return (
    <Page
      asked={frame}
      title={titleOf(props)}
      slim
      takesWords
      mistaken={problems.length > 0}
      language={{ form: 'step', path: '/report/step', enter: entered(state.stage, asked) }}
    >
      <form id="step" method="post" action={link('/report/step')} noValidate autocomplete="off">
        <input type="hidden" name="state" value={signed} />
        {state.stage !== 'safe' && (
          <button type="submit" class="back" name="go" value="back">
            <Icon name="chevron-left" flip />
            {t('report.back')}
          </button>
        )}
        {not && (
          <Note kind="mind">
            <p>
              {not === 'busy' ? t('report.send.busy') : t('report.last.said', { names: readerNames(asked) })}
            </p>
          </Note>
        )}
        <ErrorSummary
          t={t}
          mistakes={problems.map(({ field, key, params }) => ({
            field: idOf(field),
            text: say(t, `problem.${key}`, params),
          }))}
        />
        {state.stage === 'last' ? <Last {...props} /> : <Single {...props} />}
      </form>
    </Page>
  );
}

/** What the Enter key does: never send, and on the search page search. */
function entered(stage: Stage, { hasPlaces }: Asked): string {
  if (stage === 'last') return 'stay';
  return stage === 'where' && hasPlaces ? 'search' : 'continue';
}

function titleOf({ frame: { t }, state: { stage, fields } }: StepProps): string {
  if (stage === 'safe') return t('report.title.safe');
  if (stage === 'age' || stage === 'five_days' || stage === 'known') return t('report.title.card');
  return t('report.title.question', { n: numberOf(stage, fields) });
}

function Single(props: StepProps) {
  const { frame, state, asked, now } = props;
  const { t } = frame;
  const [question] = questionsOn(state.stage, state.fields);
  return (
    <div class="beside">
      <div class="stack-5">
        {question ? (
          <QuestionView question={question} asked={asked} />
        ) : (
          <Card stage={state.stage} {...props} />
        )}
        <ButtonRow>
          <Button name="go" value="continue">
            {state.stage === 'safe' ? t('report.safe.yes') : t('report.continue')}
          </Button>
        </ButtonRow>
        {state.stage === 'safe' && <SafeWays asked={frame} />}
      </div>
      <div class="stack aside">
        {question && <WhoReads question={question} asked={asked} />}
        {!question && now.readers.length > 0 && <Reads>{t('report.before.public')}</Reads>}
      </div>
    </div>
  );
}

function Card({ stage, frame, now }: StepProps & { stage: Stage }) {
  if (stage === 'age') return <AgeNote asked={frame} now={now} />;
  if (stage === 'five_days') return <FiveDays asked={frame} now={now} />;
  if (stage === 'known') return <Known asked={frame} now={now} />;
  return <Safe asked={frame} now={now} />;
}
