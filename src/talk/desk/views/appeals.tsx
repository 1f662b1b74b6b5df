/** What writers object to, for a second moderator. */
import { dayIn } from '../../../platform/clock.ts';
import { Button, Empty, ErrorSummary, Field, Note, Options } from '../../../web/index.ts';
import { isReasonOf, longestReply } from '../model.ts';
import type { Around } from '../queue.ts';
import type { StoredDecision } from '../store.ts';
import { reasonText } from './choice.tsx';
import { Conversation } from './conversation.tsx';
import { type DeskAsked, DeskPage, nameOf } from './frame.tsx';

export type Appealed = StoredDecision & { title: string; source: string };

interface AppealsProps {
  asked: DeskAsked;
  appeals: readonly Appealed[];
  zone: string;
  /** One was answered a moment ago. */
  done?: boolean;
}

export function AppealsPage({ asked, appeals, zone, done }: AppealsProps) {
  const { t, link } = asked;
  return (
    <DeskPage asked={asked} at="appeals" title={t('moderate.appeals')}>
      <div class="column stack-5">
        {done && (
          <div role="status">
            <Note kind="good">
              <p>{t('moderate.appeal.done')}</p>
            </Note>
          </div>
        )}
        <h1>{t('moderate.appeals')}</h1>
        <p class="lede">{t('moderate.appeals.lede')}</p>
        {appeals.length === 0 && (
          <Empty title={t('moderate.appeals.none')}>
            <p>
              <a href={link('/desk/talk')}>{t('moderate.import.look')}</a>
            </p>
          </Empty>
        )}
        {appeals.length > 0 && (
          <ol class="list">
            {appeals.map((appeal) => (
              <li key={appeal.id}>
                <a class="open" href={link(`/desk/talk/appeals/${appeal.id}`)}>
                  {nameOf(appeal, asked)}
                </a>
                <p class="meta">
                  <span>{t(`moderate.done.${appeal.kind}`)}</span>
                  {appeal.appealed && (
                    <span>{t('moderate.appeals.since', { day: t.day(dayIn(zone, appeal.appealed)) })}</span>
                  )}
                </p>
              </li>
            ))}
          </ol>
        )}
      </div>
    </DeskPage>
  );
}

interface AppealProps {
  asked: DeskAsked;
  appeal: Appealed;
  around: Around;
  zone: string;
  mine: boolean;
  problem?: string;
  words?: string;
}

export function AppealPage({ asked, appeal, around, zone, mine, problem, words }: AppealProps) {
  const { t } = asked;
  const { kind, reason, by_name: name, made } = appeal;
  const said = isReasonOf(kind, reason) ? reasonText(reason, t) : reason;
  const mistakes = problem === undefined ? [] : [{ field: 'outcome', text: problem }];
  return (
    <DeskPage asked={asked} at="appeals" title={t('moderate.appeals')} mistaken={problem !== undefined}>
      <div class="column stack-7">
        <div class="stack">
          <ErrorSummary t={t} mistakes={mistakes} />
          <p class="over">{nameOf(appeal, asked)}</p>
          <h1>{t('moderate.appeal.h1')}</h1>
        </div>
        <section class="stack" aria-labelledby="said">
          <h2 id="said">{t('moderate.appeal.said')}</h2>
          <p class="talk-words" dir="auto">
            {appeal.appeal}
          </p>
        </section>
        <section class="stack" aria-labelledby="was">
          <h2 id="was">{t('moderate.appeal.was')}</h2>
          <p>
            <b>{t(`moderate.done.${kind}`)}.</b>{' '}
            {t('moderate.done.by', { name, day: t.day(dayIn(zone, made)), reason: said })}
          </p>
          {appeal.note !== '' && <p dir="auto">{appeal.note}</p>}
          <Conversation around={around} t={t} />
        </section>
        {mine ? (
          <Note kind="mind">
            <p>{t('moderate.appeal.own')}</p>
          </Note>
        ) : (
          <Second {...{ asked, appeal, problem, words }} />
        )}
      </div>
    </DeskPage>
  );
}

interface SecondProps {
  asked: DeskAsked;
  appeal: Appealed;
  problem: string | undefined;
  words: string | undefined;
}

function Second({ asked: { t, link }, appeal, problem, words }: SecondProps) {
  return (
    <form class="stack-5" method="post" action={link(`/desk/talk/appeals/${appeal.id}`)}>
      <Options
        name="outcome"
        kind="radio"
        heading="part"
        t={t}
        legend={t('moderate.appeal.decide')}
        problem={problem}
        options={(['stands', 'lifted'] as const).map((value) => ({
          value,
          label: t(`moderate.appeal.${value}`),
          hint: t(`moderate.appeal.${value}.hint`),
        }))}
      />
      <Field
        name="words"
        label={t('moderate.appeal.words')}
        hint={t('moderate.appeal.words.hint')}
        t={t}
        optional
        rows={3}
        maxLength={longestReply}
        value={words ?? ''}
      />
      <div>
        <Button>{t('moderate.appeal.do')}</Button>
      </div>
    </form>
  );
}
