/** Withdrawing: what goes at once and what cannot be taken back, before the step that cannot be undone. */
import { Button, ButtonRow, type Frame, Icon, Page } from '../../web/index.ts';

const goes = ['words', 'replies', 'open'] as const;
const stays = ['copies', 'read', 'sent', 'mark'] as const;

export function WhatGoes({ t }: { t: Frame['t'] }) {
  return (
    <div class="stack">
      <h3>{t('receipt.withdraw.gone')}</h3>
      <ul class="plain stack-2">
        {goes.map((one) => (
          <li key={one}>
            <Icon name="check" />
            <span>{t(`receipt.withdraw.gone.${one}`)}</span>
          </li>
        ))}
      </ul>
      <h3>{t('receipt.withdraw.stays')}</h3>
      <ul class="plain stack-2">
        {stays.map((one) => (
          <li key={one}>
            <Icon name="minus" />
            <span>{t(`receipt.withdraw.stays.${one}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function ConfirmWithdrawal({ frame, code }: { frame: Frame; code: string }) {
  const { t, link } = frame;
  return (
    <Page asked={frame} title={t('receipt.mine.title')} slim language={{ form: 'confirm', path: '/back' }}>
      <form id="confirm" class="column stack-5" method="post" action={link('/back')} autocomplete="off">
        <input type="hidden" name="code" value={code} />
        <h1>{t('receipt.withdraw.heading')}</h1>
        <WhatGoes t={t} />
        <ButtonRow>
          <Button name="do" value="withdraw">
            {t('receipt.withdraw.yes')}
          </Button>
          <Button kind="second" name="do" value="open">
            {t('receipt.withdraw.no')}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}

export function Withdrawn({ frame: { t, link } }: { frame: Pick<Frame, 't' | 'link'> }) {
  return (
    <div class="column stack">
      <h1 tabIndex={-1}>{t('receipt.withdrawn.heading')}</h1>
      <p class="lede">{t('receipt.withdrawn.text')}</p>
      <p>
        <a class="lone" href={link('/')}>
          {t('receipt.withdrawn.home')}
        </a>
      </p>
    </div>
  );
}

/** 200 right after withdrawing, 410 for a code that comes back later. */
export function WithdrawnPage({ frame }: { frame: Frame }) {
  return (
    <Page asked={frame} title={frame.t('receipt.mine.title')} slim>
      <Withdrawn frame={frame} />
    </Page>
  );
}
