/** The check page of the one document, empty until the island fills it: see tell.tsx. */
import { Button, ButtonRow, type Frame, Icon, Note, Side } from '../../web/index.ts';
import { Listen } from '../recordings/index.ts';
import type { Asked } from './asking.ts';
import { BackButton, Panel } from './panel.tsx';
import { OpensAlone, WithNames } from './parts.tsx';

export function Check({ frame, asked }: { frame: Frame; asked: Asked }) {
  const { t } = frame;
  return (
    <Panel name="check" title={t('report.title.check')}>
      <BackButton t={t} />
      <div class="head">
        <h1>{t('report.check.heading')}</h1>
        <Listen from={asked} name="check" />
        <p class="lede">{t('report.check.lede')}</p>
      </div>
      <div class="beside even tight-gap">
        <Side
          id="check-public"
          icon="eye"
          title={t('report.check.public')}
          lede={t('report.check.public_text')}
        >
          <p data-not-counted hidden>
            {t('report.check.not_counted')}
          </p>
          <dl class="sum" data-sum="public" />
        </Side>
        <section class="side sealed" aria-labelledby="check-sealed">
          <h2 class="h" id="check-sealed">
            <Icon name="lock-keyhole" big />
            <span>
              <WithNames text={t('report.check.sealed')} asking={asked} />
            </span>
          </h2>
          <p class="quiet">
            {t('report.reads.sealed_phone')} {t('report.before.court')}
          </p>
          <OpensAlone asked={asked} />
          <dl class="sum" data-sum="sealed" />
        </section>
      </div>
      <Side id="check-wishes" icon="mail" title={t('report.check.wishes')} lede={t('report.reads.wishes')}>
        <dl class="sum" data-sum="wishes" />
      </Side>
      <div class="column stack">
        <h2 class="h3">{t('report.check.after')}</h2>
        <p>{t('report.check.after_text')}</p>
        <div data-send-problem hidden role="alert">
          <Note kind="bad">
            <p>{t('report.send.failed')}</p>
          </Note>
        </div>
        <ButtonRow>
          <Button type="button" icon="lock-keyhole" data-send>
            <span>{t('report.send')}</span>
          </Button>
          <a href="/leave">{t('report.check.delete')}</a>
        </ButtonRow>
      </div>
    </Panel>
  );
}

export function RowTemplate({ frame: { t } }: { frame: Frame }) {
  return (
    <template data-row>
      <div>
        <dt data-label />
        <dd data-value />
        <dd class="change">
          <button type="button" class="link" data-change>
            {t('report.change')} <span class="vh" data-label />
          </button>
        </dd>
      </div>
    </template>
  );
}
