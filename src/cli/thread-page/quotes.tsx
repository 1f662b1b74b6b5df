import type { T } from '../../platform/i18n/index.ts';
import type { Found } from '../../talk/index.ts';

export interface Quote {
  /** Its number in the conversation, from 1. */
  post: number;
  author: string;
  text: string;
  moves: readonly Found[];
}

export interface Quoted {
  reason: string;
  quotes: readonly Quote[];
}

export function Mark({ t, reason }: { t: T; reason: string }) {
  return (
    <aside class="marked stack-2" aria-label={t('talk.thread.quotes.mark')}>
      <p>
        <strong>{t('talk.thread.quotes.mark')}</strong>
      </p>
      <p>
        <bdi>{t('talk.thread.quotes.reason', { reason })}</bdi>
      </p>
      <p>{t('talk.thread.quotes.care')}</p>
    </aside>
  );
}

export function Quotes({ t, quotes }: { t: T; quotes: readonly Quote[] }) {
  return (
    <ol class="made">
      {quotes.map((quote) => (
        <li key={quote.post}>
          <p class="small quiet">
            {t('talk.thread.about.post', { n: quote.post })} ·{' '}
            <bdi>{quote.author || t('talk.thread.quotes.nobody')}</bdi>
          </p>
          <p class="said" dir="auto">
            <Words {...quote} />
          </p>
          <p class="small quiet">{t.list(quote.moves.map(({ move }) => t(`talk.move.${move}.name`)))}</p>
        </li>
      ))}
    </ol>
  );
}

/** The text with the words of its moves marked; moves may overlap. */
function Words({ text, moves }: Quote) {
  const cuts = [0, ...moves.flatMap(({ span }) => span), text.length].sort((one, other) => one - other);
  return (
    <>
      {cuts.slice(1).map((to, n) => {
        const from = cuts[n] ?? 0;
        const isMarked = moves.some(({ span }) => span[0] <= from && to <= span[1]);
        const part = text.slice(from, to);
        return isMarked && part !== '' ? <mark key={from}>{part}</mark> : part;
      })}
    </>
  );
}
