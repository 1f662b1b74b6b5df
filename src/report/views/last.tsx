/** The last page of the way without script: what was answered, every sealed question, and Send. */
import { weekOf } from '../../platform/clock.ts';
import { Button, ButtonRow, Note, Reads, Side, Summary } from '../../web/index.ts';
import { goesOutside, leavingFrom, sendFor } from '../leaving-out.ts';
import { path, type QuestionId } from '../questions.ts';
import { type Names, type Row, summary } from '../summary.ts';
import { readerNames, say } from './asking.ts';
import { OpensAlone, WithNames } from './parts.tsx';
import { QuestionView } from './question.tsx';
import type { StepProps } from './step.tsx';
import { Direction, PlaceWords } from './where.tsx';

export function Last({ frame, now, state, asked }: StepProps) {
  const { t } = frame;
  const sealed = path(state.fields).filter((question) => question.sealed);
  const leaving = leavingFrom(state.fields, asked.active);
  const isOurs = goesOutside(leaving, t) === null;
  return (
    <div class="column stack-7">
      <div class="head">
        <h1>{t('report.last.heading')}</h1>
        <p class="lede">{t('report.last.lede')}</p>
      </div>
      <Side id="so-far" icon="eye" title={t('report.last.so_far')} lede={t('report.check.public_text')}>
        <SoFar frame={frame} now={now} state={state} />
      </Side>
      <div class="stack-7">
        <div class="stack">
          <Note kind="mind">
            <p>{t('report.last.no_script')}</p>
          </Note>
          <Reads sealed>
            <WithNames text={t('report.reads.sealed')} asking={asked} /> {t('report.reads.sealed_server')}
          </Reads>
          <OpensAlone asked={asked} />
        </div>
        {sealed.slice(0, 2).map((question) => (
          <QuestionView key={question.id} question={question} asked={asked} level="part" />
        ))}
        <div class="stack">
          {asked.chosen?.kind === 'line' && (
            <div class="field">
              <Direction asked={asked} place={asked.chosen} />
            </div>
          )}
          <PlaceWords asked={asked} />
        </div>
        {sealed.slice(2).map((question) => (
          <QuestionView key={question.id} question={question} asked={asked} level="part" />
        ))}
      </div>
      <section class="stack" aria-labelledby="after">
        <h2 class="h3" id="after">
          {t('report.check.after')}
        </h2>
        <p>{t('report.check.after_text')}</p>
        <p class="small quiet">{t('report.last.wait')}</p>
        <ButtonRow>
          <Button name="go" value={sendFor(leaving, t)} icon="lock-keyhole">
            {isOurs ? t('report.send') : t('report.send.to', { names: readerNames(asked) })}
          </Button>
          <a href="/leave">{t('report.check.delete')}</a>
        </ButtonRow>
      </section>
    </div>
  );
}

function SoFar({ frame, now, state }: Pick<StepProps, 'frame' | 'now' | 'state'>) {
  const { t } = frame;
  const names: Names = {
    place: (id) => t.of(now.places.find((place) => place.id === id)?.name ?? { en: id, ar: id }),
    reader: (id) => now.readers.find((reader) => reader.id === id)?.name ?? id,
    day: t.day,
    weekOf,
  };
  const open = summary(state.fields, names).filter(({ side }) => side !== 'sealed');
  const shown = open.filter(({ label }) => label !== 'row.week');
  return (
    <Summary
      t={t}
      rows={shown.map((row) => ({
        term: say(t, row.label),
        values: row.lines.map((line) => ('key' in line ? say(t, line.key, line.params) : line.text)),
        change: <Change question={row.question} row={row} frame={frame} />,
      }))}
    />
  );
}

function Change({
  question,
  row,
  frame: { t },
}: {
  question: QuestionId;
  row: Row;
  frame: StepProps['frame'];
}) {
  return (
    <button type="submit" class="link" name="go" value={`change:${question}`} formNoValidate>
      {t('report.change')}
      <span class="vh"> {say(t, row.label)}</span>
    </button>
  );
}
