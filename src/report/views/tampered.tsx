import { Button, ButtonRow, type Frame, Page } from '../../web/index.ts';

/** The form's signed part is not ours: nothing in it is believed, not even by half. */
export function Tampered({ asked }: { asked: Frame }) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('report.title.before')} slim mistaken>
      <div class="column stack">
        <h1>{t('report.tampered.heading')}</h1>
        <p class="lede">{t('report.tampered.text')}</p>
        <ButtonRow>
          <Button href={link('/report')}>{t('report.tampered.again')}</Button>
        </ButtonRow>
      </div>
    </Page>
  );
}
