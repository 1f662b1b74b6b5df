/**
 * What the service worker keeps for reading without a network: these pages in this language, and Get help now. All of it
 * is shown by the island; without script nothing is claimed or offered.
 */
import { Button, ButtonRow, Details, type Frame, Icon } from '../../web/index.ts';
import { appPath } from './app.ts';
import { scenes } from './model.ts';

export interface OfflineData {
  /** Where the service worker is served; a path of the whole site, so that it may answer for it. */
  worker: string;
  pages: readonly string[];
}

export const offlineData = ({ link, asset }: Frame): OfflineData => ({
  worker: '/sw.js',
  pages: [
    ...[link('/seen'), ...scenes.map((scene) => link(`/seen/${scene}`)), link('/help')],
    ...['style.css', 'leave', 'seen'].map(asset),
  ],
});

export function Offline({ asked }: { asked: Frame }) {
  return (
    <>
      <p class="with-i small quiet" id="offline" hidden>
        <Icon name="wifi-off" />
        <span>{asked.t('seen.offline')}</span>
      </p>
      <KeepCards asked={asked} />
    </>
  );
}

/**
 * The island shows what its [data-when] names, and of [data-by-hand] the one that fits the browser unless that offers
 * [data-icon]. No page links the manifest: the island does, from [data-cards], once the cards are kept, so that no browser
 * offers anything to anybody before.
 */
function KeepCards({ asked: { t, link } }: { asked: Frame }) {
  return (
    <div data-cards={link(appPath)} hidden>
      <Details summary={t('seen.cards')}>
        <div role="status" tabIndex={-1} data-cards-said>
          {(['kept', 'gone', 'failed'] as const).map((state) => (
            <p key={state} data-when={state} hidden>
              <b>{t(`seen.cards.${state}`)}</b>
            </p>
          ))}
        </div>
        <div class="stack" data-when="not gone failed">
          <p>{t('seen.cards.what')}</p>
          <p>{t('seen.cards.others')}</p>
          <Button type="button" kind="second" data-keep>
            {t('seen.cards.keep')}
          </Button>
        </div>
        <div class="stack" data-when="kept" hidden>
          {(['ios', 'menu'] as const).map((way) => (
            <p key={way} data-by-hand={way} hidden>
              {t(`seen.cards.${way}`)}
            </p>
          ))}
          <p>{t('seen.cards.leave')}</p>
          <ButtonRow>
            <Button type="button" kind="second" data-icon hidden>
              {t('seen.cards.icon')}
            </Button>
            <button type="button" class="link" data-away>
              {t('seen.cards.away')}
            </button>
          </ButtonRow>
        </div>
      </Details>
    </div>
  );
}
