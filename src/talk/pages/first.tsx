/** The first page about talk: what there is, and the six ways a talk is pulled away. */
import { Door, type Frame } from '../../web/index.ts';
import { moves } from '../model.ts';
import { Experimental, TalkPage } from './frame.tsx';

const doors = [
  ['answer', 'message-circle'],
  ['pause', 'hand'],
  ['effect', 'chart-no-axes-column'],
] as const;

export function First({ asked }: { asked: Frame }) {
  const { t, link } = asked;
  return (
    <TalkPage asked={asked} title={t('talking.title')} text={t('talking.text')} first>
      <div class="head">
        <h1>{t('talking.h1')}</h1>
        <p class="lede">{t('talking.lede')}</p>
      </div>
      <div class="beside">
        <div class="stack">
          {doors.map(([name, icon], n) => (
            <Door
              key={name}
              {...(n === 0 ? { kind: 'first' as const } : {})}
              href={link(`/talk/${name}`)}
              icon={icon}
              title={t(`talking.${name}`)}
              text={t(`talking.${name}.small`)}
            />
          ))}
          <p class="quiet">{t('talking.own')}</p>
          <Experimental t={t} />
        </div>
        <section class="stack" aria-labelledby="moves">
          <h2 id="moves" class="h3">
            {t('talking.moves')}
          </h2>
          <dl class="pairs">
            {moves.map((move) => (
              <div key={move}>
                <dt>{t(`talk.move.${move}.name`)}</dt>
                <dd>{t(`talk.move.${move}.why`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </TalkPage>
  );
}
