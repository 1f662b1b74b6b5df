/** Passing the request on to another office, and turning that off again. */

import type { Asked } from '../../../platform/http/index.ts';
import { toBase64url } from '../../../platform/keys/index.ts';
import { Back, Button, Details, Field, Num, Page, Table } from '../../../web/index.ts';
import { longestLabel, type PassedOn } from '../link.ts';
import { pathOf } from './frame.tsx';

/** The name of an office as it was typed, and what is wrong with it. */
export interface WrongLabel {
  label: string;
  problem: string;
}

interface OfficesProps {
  asked: Asked;
  token: string;
  offices: readonly PassedOn[];
  wrong?: WrongLabel;
}

export function Offices({ asked, token, offices, wrong }: OfficesProps) {
  const { t } = asked;
  const action = asked.link(pathOf(token, '/offices'));
  return (
    <section class="stack-5" aria-labelledby="offices">
      <div class="stack">
        <h2 id="offices">{t('officer.offices')}</h2>
        <p>{t('officer.offices.lede')}</p>
      </div>
      {offices.length > 0 && (
        <Table
          caption={t('officer.offices.list')}
          columns={[
            { label: t('officer.offices.office') },
            { label: t('officer.offices.made') },
            { label: t('officer.offices.state') },
          ]}
          rows={offices.map(({ hash, label, made, revoked }) => [
            <bdi key="label">{label}</bdi>,
            t.dayOfYear(made),
            revoked === null ? (
              <form key="off" method="post" action={action} class="acts">
                <input type="hidden" name="off" value={toBase64url(hash)} />
                <span>{t('officer.offices.works')}</span>
                <Button kind="second">
                  {t('officer.offices.turn_off')}
                  <span class="vh"> {t('officer.offices.turn_off_which', { label })}</span>
                </Button>
              </form>
            ) : (
              t('officer.offices.off', { day: t.dayOfYear(revoked) })
            ),
          ])}
        />
      )}
      <Details summary={t('officer.offices.make')} open={wrong !== undefined}>
        <form method="post" action={action} class="stack">
          <Field
            name="label"
            label={t('officer.offices.label')}
            hint={t('officer.offices.hint')}
            maxLength={longestLabel}
            value={wrong?.label ?? ''}
            problem={wrong?.problem}
            t={t}
          />
          <Button kind="second">{t('officer.offices.make')}</Button>
        </form>
      </Details>
    </section>
  );
}

interface PassedProps {
  asked: Asked;
  token: string;
  label: string;
  /** Whole, as it is sent on. */
  url: string;
  until: string;
}

/** Shown once: the token of the new link is on no other page. */
export function PassedPage({ asked, token, label, url, until }: PassedProps) {
  const { t } = asked;
  const back = asked.link(pathOf(token));
  return (
    <Page asked={{ ...asked, path: pathOf(token) }} title={t('officer.title')}>
      <div class="column stack-5">
        <h1>{t('officer.passed.title', { label })}</h1>
        <p class="lede">{t('officer.passed.lede')}</p>
        <p class="side">
          <span class="vh">{t('officer.passed.link')}: </span>
          <Num>{url}</Num>
        </p>
        <p>{t('officer.passed.until', { until: t.day(until) })}</p>
        <Back href={back} t={t} text={t('officer.passed.back')} />
      </div>
    </Page>
  );
}
