/** The writer's page behind their link: what was decided, a place to object, and what came of it. */
import type { Asked } from '../../../platform/http/index.ts';
import { Button, ErrorSummary, Field, Note, Page, Reads } from '../../../web/index.ts';
import { moves } from '../../model.ts';
import { isReasonOf, keepDays, longestAppeal } from '../model.ts';
import type { StoredDecision } from '../store.ts';
import { reasonText } from './choice.tsx';

interface OwnProps {
  asked: Omit<Asked, 'params' | 'query' | 'body'>;
  token: string;
  decision: StoredDecision;
  words?: string;
  problem?: string;
}

export function OwnPage({ asked, token, decision, words, problem }: OwnProps) {
  const { t, organisation } = asked;
  const { kind, reason } = decision;
  const mistakes = problem === undefined ? [] : [{ field: 'words', text: problem }];
  const said = isReasonOf(kind, reason) ? reasonText(reason, t) : reason;
  const isMove = moves.some((move) => move === reason);
  return (
    <Page asked={asked} title={t('moderate.own.title')} mistaken={problem !== undefined} takesWords>
      <div class="column stack-7">
        <div class="stack">
          <ErrorSummary t={t} mistakes={mistakes} />
          <h1>{t('moderate.own.h1')}</h1>
          <p class="lede">{t('moderate.own.lede', { name: t.of(organisation) })}</p>
        </div>
        <div class="stack">
          <p>
            <b>{t(`moderate.own.kind.${kind}`)}</b>
          </p>
          <p>
            {t('moderate.own.why', {
              reason: isMove ? t('moderate.own.reason_move', { name: said }) : said,
            })}
          </p>
        </div>
        {decision.appeal === null ? (
          <Objecting {...{ asked, token, words, problem }} />
        ) : (
          <Objected asked={asked} decision={decision} />
        )}
        <Reads>{t('moderate.own.kept', { days: keepDays })}</Reads>
      </div>
    </Page>
  );
}

type ObjectingProps = Pick<OwnProps, 'asked' | 'token'> & {
  words: string | undefined;
  problem: string | undefined;
};

function Objecting({ asked: { t, link }, token, words, problem }: ObjectingProps) {
  return (
    <form class="stack-5" method="post" action={link(`/talk/appeal/${token}`)}>
      <h2>{t('moderate.own.different')}</h2>
      <Field
        name="words"
        label={t('moderate.own.words')}
        hint={t('moderate.own.words.hint')}
        t={t}
        rows={6}
        maxLength={longestAppeal}
        value={words ?? ''}
        problem={problem}
      />
      <div>
        <Button>{t('moderate.own.send')}</Button>
      </div>
    </form>
  );
}

function Objected({ asked: { t }, decision }: Pick<OwnProps, 'asked' | 'decision'>) {
  const { outcome, outcome_words: said, appeal } = decision;
  return (
    <section class="stack">
      <Note
        {...(outcome === 'lifted' ? { kind: 'good' as const } : {})}
        title={t(`moderate.own.${outcome ?? 'waits'}`)}
      >
        {outcome === null && <p>{t('moderate.own.waits.help')}</p>}
        {outcome === 'lifted' && <p>{t('moderate.own.lifted.help')}</p>}
      </Note>
      {said !== '' && (
        <div class="stack-2">
          <h2 class="h3">{t('moderate.own.they_say')}</h2>
          <p dir="auto">{said}</p>
        </div>
      )}
      <div class="stack-2">
        <h2 class="h3">{t('moderate.own.you_said')}</h2>
        <p dir="auto" class="quiet">
          {appeal}
        </p>
      </div>
    </section>
  );
}
