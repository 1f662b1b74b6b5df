/** What a post does to the talk and three replies to it; the same on the server and in the browser. */
import type { ComponentChildren, ComponentType } from 'preact';
import type { T } from '../../platform/i18n/index.ts';
import { moves as everyMove, type Found, type Move } from '../model.ts';
import { pieces } from './marked.ts';
import { Replies } from './replies.tsx';

interface TurnedProps {
  t: T;
  text: string;
  moves: readonly Found[];
  /** What opens on purpose; the server and the browser each bring theirs. */
  Fold: Fold;
}

type Fold = ComponentType<{ summary: string; children: ComponentChildren }>;

export function Turned({ t, text, moves, Fold }: TurnedProps) {
  const [first] = [...moves].sort((one, other) => other.probability - one.probability);
  return first === undefined ? (
    <div class="stack-5">
      <section class="stack" aria-labelledby="turned">
        <h2 id="turned" tabIndex={-1}>
          {t('talking.answer.nothing')}
        </h2>
        <p>{t('talking.answer.nothing.text')}</p>
      </section>
      <Choice t={t} title={t('talking.answer.choose')} among={everyMove} Fold={Fold} />
    </div>
  ) : (
    <div class="stack-7">
      <section class="stack" aria-labelledby="turned">
        <h2 id="turned" tabIndex={-1}>
          {t('talking.answer.found')}
        </h2>
        <p dir="auto" class="own-lines">
          {pieces(text, moves).map((piece, n) =>
            piece.isAway ? <mark key={n}>{piece.text}</mark> : piece.text,
          )}
        </p>
        <ul class="stack-2">
          {moves.map(({ move }) => (
            <li key={move}>
              <b>{t(`talk.move.${move}.name`)}.</b> {t(`talk.move.${move}.why`)}
            </li>
          ))}
        </ul>
      </section>
      <section class="stack-5" aria-labelledby="replies">
        <div class="stack-2">
          <h2 id="replies">{t('talking.answer.replies')}</h2>
          <p class="quiet">{t('talking.answer.replies.text')}</p>
        </div>
        <Replies t={t} move={first.move} />
      </section>
      <Choice
        t={t}
        title={t('talking.answer.others')}
        among={everyMove.filter((move) => move !== first.move)}
        Fold={Fold}
      />
    </div>
  );
}

/** Who reads a post knows better than a program what it does: the replies to any move, folded. */
function Choice({ t, title, among, Fold }: { t: T; title: string; among: readonly Move[]; Fold: Fold }) {
  return (
    <section class="stack-2" aria-labelledby="choice">
      <h3 id="choice">{title}</h3>
      {among.map((move) => (
        <Fold key={move} summary={t(`talk.move.${move}.name`)}>
          <div class="stack-5">
            <p class="quiet">{t(`talk.move.${move}.why`)}</p>
            <Replies t={t} move={move} />
          </div>
        </Fold>
      ))}
    </section>
  );
}
