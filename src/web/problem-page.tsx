import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import { Button, ButtonRow } from './ui/button.tsx';
import { Fill } from './ui/fill.tsx';
import { Num } from './ui/num.tsx';
import { Place } from './ui/place.tsx';
import { Reads } from './ui/reads.tsx';

/** What did not work, as the front door tells it. */
export interface ProblemShown {
  readonly status: number;
  readonly title: string;
  readonly help: string;
  readonly reference?: string;
  readonly again?: {
    readonly url: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
  };
}

interface ProblemPageProps {
  readonly asked: Frame;
  readonly problem: ProblemShown;
}

/** Calm, without red: nobody did anything wrong. A form that could not be taken stands behind the button, as it was typed. */
export function ProblemPage({ asked, problem }: ProblemPageProps) {
  const { t } = asked;
  const { title, help, reference, again, status } = problem;
  const sent = again !== undefined && again.fields.length > 0;
  return (
    <Page asked={asked} title={title} slim>
      <div class="column stack-5">
        {(status === 404 || status === 410) && (
          <div class="narrow-art">
            <Place name="stop" />
          </div>
        )}
        <div class="stack">
          <h1>{title}</h1>
          <p class="lede">{sent && status === 500 ? t('web.broken.help') : help}</p>
        </div>
        <Again asked={asked} again={again} signIn={status === 401} />
        <Reads icon="life-buoy">
          <a href={asked.link('/help')}>{t('web.help_now')}</a>
        </Reads>
        {reference !== undefined && (
          <p class="small quiet">
            <Fill text={t('web.broken.number')} parts={{ number: <Num>{reference}</Num> }} />
          </p>
        )}
      </div>
    </Page>
  );
}

interface AgainProps {
  readonly asked: Frame;
  readonly again: ProblemShown['again'];
  /** Whoever is signed out is shown the way in. */
  readonly signIn: boolean;
}

function Again({ asked, again, signIn }: AgainProps) {
  const { t } = asked;
  if (again === undefined || again.fields.length === 0) {
    return (
      <ButtonRow>
        {again && <Button href={again.url}>{t('web.again')}</Button>}
        {signIn && <Button href={asked.link('/desk')}>{t('web.sign_in')}</Button>}
        <Button href={asked.link('/')} kind={again || signIn ? 'second' : 'first'}>
          {t('web.home')}
        </Button>
      </ButtonRow>
    );
  }
  return (
    <form method="post" action={again.url} class="stack">
      <p>{t('web.broken.kept')}</p>
      {again.fields.map(([name, value], i) => (
        <input key={`${i}${name}`} type="hidden" name={name} value={value} />
      ))}
      <ButtonRow>
        <Button>{t('web.again')}</Button>
      </ButtonRow>
    </form>
  );
}
