/** What I did, or what stopped me: fixed choices, counted by week, and a page that says what was stored. */
import type { ComponentChildren } from 'preact';
import { Back, Button, ButtonRow, ErrorSummary, type Frame, Options, Page, Reads } from '../../web/index.ts';
import { type Scene, stops, ways } from './model.ts';

interface AfterProps {
  asked: Frame;
  scene: Scene;
  /** Sent without a choice. */
  empty?: boolean;
}

export function Did({ asked, scene, empty = false }: AfterProps) {
  const { t, link } = asked;
  const problem = empty ? t('seen.did.problem') : undefined;
  return (
    <After asked={asked} scene={scene} empty={empty} question="did">
      <Options
        name="did"
        kind="checkbox"
        legend={t('seen.did')}
        hint={t('seen.did.lede')}
        options={ways.map((way) => ({ value: way, label: t(`seen.did.${way}`) }))}
        problem={problem}
        t={t}
      />
      <Reads>{t('seen.kept', { place: t(`seen.${scene}`) })}</Reads>
      <ButtonRow>
        <Button>{t('seen.keep')}</Button>
        <a href={link(`/seen/${scene}/stopped`)}>{t('seen.stopped')}</a>
      </ButtonRow>
    </After>
  );
}

export function Stopped({ asked, scene, empty = false }: AfterProps) {
  const { t, link } = asked;
  const problem = empty ? t('seen.stopped.problem') : undefined;
  return (
    <After asked={asked} scene={scene} empty={empty} question="stopped">
      <Options
        name="stopped"
        kind="radio"
        legend={t('seen.stopped')}
        hint={t('seen.stopped.lede')}
        options={stops.map((stop) => ({
          value: stop,
          label: t(`seen.stopped.${stop}`),
          ...(stop === 'unsaid' ? { apart: true } : {}),
        }))}
        problem={problem}
        t={t}
      />
      <Reads>{t('seen.kept', { place: t(`seen.${scene}`) })}</Reads>
      <ButtonRow>
        <Button>{t('seen.keep')}</Button>
        <a href={link(`/seen/${scene}/did`)}>{t('seen.did')}</a>
      </ButtonRow>
    </After>
  );
}

interface FormProps extends AfterProps {
  question: 'did' | 'stopped';
  children: ComponentChildren;
}

function After({ asked, scene, empty = false, question, children }: FormProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim mistaken={empty}>
      <div class="column stack-5">
        <Back href={link(`/seen/${scene}`)} t={t} />
        {empty && (
          <ErrorSummary t={t} mistakes={[{ field: question, text: t(`seen.${question}.problem`) }]} />
        )}
        <form method="post" action={link(`/seen/${scene}/${question}`)} class="stack-5">
          {children}
        </form>
      </div>
    </Page>
  );
}

export function Thanks({ asked }: { asked: Frame }) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-5">
        <div class="stack">
          <h1>{t('seen.thanks')}</h1>
          <p class="lede">{t('seen.thanks.lede')}</p>
        </div>
        <p>{t('seen.thanks.saw')}</p>
        <ButtonRow>
          <Button kind="second" href={link('/report')}>
            {t('seen.thanks.tell')}
          </Button>
          <a href={link('/help')}>{t('web.help_now')}</a>
        </ButtonRow>
      </div>
    </Page>
  );
}
