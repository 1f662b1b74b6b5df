/** One card: five ways in their order, words to say aloud, your safety first. */
import { translate } from '../../platform/i18n/index.ts';
import { Back, Button, ButtonRow, type Frame, Icon, Note, Page } from '../../web/index.ts';
import { type Scene, ways } from './model.ts';
import { Offline, offlineData } from './offline.tsx';

const egyptian = translate('ar');

export function Card({ asked, scene }: { asked: Frame; scene: Scene }) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim islands={['seen']} data={offlineData(asked)}>
      <div class="column stack-5">
        <Back href={link('/seen')} t={t} />
        <div class="stack-2">
          <p class="quiet">{t(`seen.${scene}`)}</p>
          <h1>{t('seen.card')}</h1>
        </div>
        <Note kind="mind" title={t('seen.safety')}>
          <p>{t('seen.safety.text')}</p>
        </Note>
        <ol class="fives">
          {ways.map((way) => (
            <li key={way}>
              <div class="stack-2">
                <p>
                  <b>{t(`seen.d.${way}`)}</b> {t(`seen.${scene}.${way}`)}
                </p>
                <blockquote class="said">
                  <p>{t(`seen.${scene}.${way}.say`)}</p>
                  {t.lang !== 'ar' && (
                    <footer>
                      {t('seen.say.egyptian')}
                      <div lang="ar" dir="rtl">
                        {egyptian(`seen.${scene}.${way}.say`)}
                      </div>
                    </footer>
                  )}
                </blockquote>
              </div>
            </li>
          ))}
        </ol>
        {scene === 'online' && (
          <p>
            <a class="lone" href={link('/talk/answer')}>
              <Icon name="message-circle" />
              {t('seen.online.replies')}
            </a>
          </p>
        )}
        <section class="stack rule" aria-labelledby="after">
          <h2 id="after">{t('seen.after')}</h2>
          <p>{t('seen.after.lede')}</p>
          <ButtonRow>
            <Button href={link(`/seen/${scene}/did`)}>{t('seen.did')}</Button>
            <Button kind="second" href={link(`/seen/${scene}/stopped`)}>
              {t('seen.stopped')}
            </Button>
          </ButtonRow>
        </section>
        <Offline asked={asked} />
      </div>
    </Page>
  );
}
