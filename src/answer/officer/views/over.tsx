/** A link that opens nothing. Whether it was ever one is not said. */
import type { Asked } from '../../../platform/http/index.ts';
import { Button, Page, Reads } from '../../../web/index.ts';
import { pathOf } from './frame.tsx';

export function OverPage({ asked, token }: { asked: Asked; token: string }) {
  const { t } = asked;
  return (
    <Page asked={asked} title={t('officer.title')}>
      <div class="column stack-5">
        <h1>{t('officer.over.title')}</h1>
        <p class="lede">{t('officer.over.lede')}</p>
        <form method="post" action={asked.link(pathOf(token, '/new'))}>
          <Button>{t('officer.over.new')}</Button>
        </form>
        <Reads icon="mail">{t('officer.over.new.hint')}</Reads>
      </div>
    </Page>
  );
}

export function SentPage({ asked, token }: { asked: Asked; token: string }) {
  const { t } = asked;
  return (
    <Page asked={{ ...asked, path: pathOf(token) }} title={t('officer.title')}>
      <div class="column stack-5">
        <h1>{t('officer.over.asked.title')}</h1>
        <p class="lede">{t('officer.over.asked')}</p>
      </div>
    </Page>
  );
}

export function PausedPage({ asked }: { asked: Asked }) {
  const { t } = asked;
  return (
    <Page asked={asked} title={t('officer.title')}>
      <div class="column stack-5">
        <h1>{t('officer.paused.title')}</h1>
        <p class="lede">{t('officer.paused.lede')}</p>
      </div>
    </Page>
  );
}
