import { Door, type Frame, Page } from '../../web/index.ts';
import { sceneIcons, scenes } from './model.ts';
import { Offline, offlineData } from './offline.tsx';

/** The first tap: where is it happening? */
export function Where({ asked }: { asked: Frame }) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim islands={['seen']} data={offlineData(asked)}>
      <div class="column stack-5">
        <div class="stack">
          <p class="quiet">{t('seen.title')}</p>
          <h1>{t('seen.where')}</h1>
          <p class="lede">{t('seen.where.lede')}</p>
        </div>
        <nav class="stack-2" aria-label={t('seen.where')}>
          {scenes.map((scene) => (
            <Door
              key={scene}
              href={link(`/seen/${scene}`)}
              icon={sceneIcons[scene]}
              title={t(`seen.${scene}`)}
              text={t(`seen.${scene}.small`)}
            />
          ))}
        </nav>
        <Offline asked={asked} />
      </div>
    </Page>
  );
}
