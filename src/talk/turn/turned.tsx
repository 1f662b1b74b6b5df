/** What a post does to the talk and three replies to it; the same on the server and in the browser. */
import type { T } from '../../platform/i18n/index.ts';
import type { Found } from '../model.ts';
import { replies, type Voice, voices } from '../replies.ts';
import { pieces } from './marked.ts';

interface TurnedProps {
  t: T;
  text: string;
  moves: readonly Found[];
}

export function Turned({ t, text, moves }: TurnedProps) {
  const [first] = [...moves].sort((one, other) => other.probability - one.probability);
  if (first === undefined) {
    return (
      <section class="stack" aria-labelledby="turned">
        <h2 id="turned" tabIndex={-1}>
          {t('talking.answer.nothing')}
        </h2>
        <p>{t('talking.answer.nothing.text')}</p>
      </section>
    );
  }
  return (
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
        {voices.map((voice) => (
          <Reply key={voice} voice={voice} text={replies[first.move][voice]} t={t} />
        ))}
      </section>
    </div>
  );
}

function Reply({ voice, text, t }: { voice: Voice; text: string; t: T }) {
  const lang = voice === 'english' ? 'en' : 'ar';
  return (
    <div class="field">
      <label for={voice}>{t(`talking.answer.voice.${voice}`)}</label>
      <textarea
        class="in"
        id={voice}
        rows={4}
        lang={lang}
        dir={lang === 'ar' ? 'rtl' : 'ltr'}
        autocomplete="off"
      >
        {text}
      </textarea>
      <p class="acts" data-copying hidden>
        <button type="button" class="btn second" data-copy={voice}>
          {t('talking.answer.copy')}
        </button>
      </p>
      <p class="small quiet" role="status" />
    </div>
  );
}
