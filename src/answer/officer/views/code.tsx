/** The code from the registered mailbox. Nothing of the answer is shown here: the link may be in other hands by now. */

import type { Asked } from '../../../platform/http/index.ts';
import { both } from '../../../platform/i18n/index.ts';
import { Back, Button, Done, ErrorSummary, Field, Page, Reads } from '../../../web/index.ts';
import { minutes } from '../code.ts';
import { pathOf } from './frame.tsx';

export interface CodeProps {
  asked: Asked;
  token: string;
  number: number;
  /** Of the body. */
  name: string;
  problem?: string;
  /** A new one was sent just now. */
  sent?: boolean;
}

export function CodePage({ asked, token, number, name, problem, sent = false }: CodeProps) {
  const { t } = asked;
  const action = asked.link(pathOf(token, `/code/${number}`));
  return (
    <Page asked={asked} title={t('officer.code.title')} mistaken={problem !== undefined}>
      <div class="column stack-5">
        <Back href={asked.link(pathOf(token))} t={t} />
        <ErrorSummary t={t} mistakes={problem === undefined ? [] : [{ field: 'code', text: problem }]} />
        <h1>{t('officer.code.title')}</h1>
        {sent && <Done>{t('officer.code.sent')}</Done>}
        <p class="lede">{t('officer.code.lede', { body: name, minutes })}</p>
        <form method="post" action={action} class="stack" noValidate>
          <Field
            name="code"
            label={t('officer.code.label')}
            hint={t('officer.code.hint', { subject: t.of(both((one) => one('mail.code.subject'))) })}
            problem={problem}
            inputMode="numeric"
            autocomplete="one-time-code"
            short
            t={t}
          />
          <Button name="do" value="confirm">
            {t('officer.code.confirm')}
          </Button>
        </form>
        <Reads icon="mail">{t('officer.code.why', { body: name })}</Reads>
        <form method="post" action={action} class="stack-2">
          <p>{t('officer.code.new.lede')}</p>
          <Button name="do" value="new" kind="second">
            {t('officer.code.new')}
          </Button>
        </form>
      </div>
    </Page>
  );
}
