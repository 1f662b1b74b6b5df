/** A letter anyone can print, sign and send: to the body, or to whoever stands above it. */
import { Back, type Frame } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { above } from '../body/model.ts';
import type { Book } from './book.ts';
import { LetterText } from './now-what.tsx';
import { PublicPage } from './public-page.tsx';

export function LetterPage({ asked, book, ask }: { asked: Frame; book: Book; ask: PublicAsk }) {
  const { t, link, organisation } = asked;
  const name = t.of(ask.body.name);
  const copies = above(ask.body.id, book.bodies).map((body) => t.of(body.name));
  return (
    <PublicPage
      asked={asked}
      at="answers"
      title={t('public.letter.title', { name })}
      text={t('public.ask.text', { name })}
    >
      <div class="column stack-5">
        <div class="stack no-print">
          <Back t={t} href={link(`/asks/${ask.id}`)} text={t('public.letter.back')} />
          <h1>{t('public.letter.title', { name })}</h1>
          <p>{t('public.letter.how')}</p>
        </div>
        <article class="letter stack">
          <p>{t('public.letter.to', { name })}</p>
          <p>{t('public.letter.greeting')}</p>
          <LetterText ask={ask} t={t} organisation={t.of(organisation)} />
          <p>{t('public.letter.please')}</p>
          <p class="sign">{t('public.letter.sign')}</p>
          {copies.length > 0 && <p class="small">{t('public.letter.copy', { list: t.list(copies) })}</p>}
        </article>
      </div>
    </PublicPage>
  );
}
