/** One tap on one of six sentences, and the page that thanks; both the same for everybody, whatever was tapped. */
import { Back, Done, type Frame } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { PublicPage } from '../pages/public-page.tsx';
import { sentences } from './model.ts';

interface StandProps {
  asked: Frame;
  ask: PublicAsk;
}

export function Stand({ asked, ask }: StandProps) {
  const { t, link } = asked;
  return (
    <section class="stack" aria-labelledby="stand">
      <h2 id="stand" class="h3">
        {t('public.stand')}
      </h2>
      <p>{t('public.stand.lede')}</p>
      <form method="post" action={link(`/asks/${ask.id}/stand`)} class="stand">
        {sentences.map((sentence) => (
          <button key={sentence} type="submit" class="btn second" name="sentence" value={sentence}>
            {t(`public.stand.${sentence}`)}
          </button>
        ))}
      </form>
      <p class="small quiet">{t('public.stand.kept')}</p>
    </section>
  );
}

export function Stood({ asked, ask }: StandProps) {
  const { t, link } = asked;
  const name = t.of(ask.body.name);
  return (
    <PublicPage
      asked={asked}
      at="answers"
      title={t('public.ask.title', { name, day: t.day(ask.sent) })}
      text={t('public.ask.text', { name })}
    >
      <div class="column stack">
        <Back t={t} href={link(`/asks/${ask.id}`)} />
        <h1>{t('public.stood')}</h1>
        <Done>{t('public.stood.text')}</Done>
        <p>{t('public.stand.kept')}</p>
        <p class="acts">
          <a href={link('/seen')}>{t('public.stood.seen')}</a>
          <a href={link('/talk/answer')}>{t('public.stood.talk')}</a>
        </p>
      </div>
    </PublicPage>
  );
}
