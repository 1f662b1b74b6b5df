/** Three replies to a move, each to change and to copy; first the one in the page's language. */
import type { T } from '../../platform/i18n/index.ts';
import type { Move } from '../model.ts';
import { replies, type Voice, voices } from '../replies.ts';

export function Replies({ t, move }: { t: T; move: Move }) {
  return (
    <>
      {(t.lang === 'ar' ? voices : englishFirst).map((voice) => (
        <Reply key={voice} t={t} move={move} voice={voice} />
      ))}
    </>
  );
}

const englishFirst: readonly Voice[] = ['english', 'egyptian', 'standard'];

function Reply({ t, move, voice }: { t: T; move: Move; voice: Voice }) {
  const lang = voice === 'english' ? 'en' : 'ar';
  const id = `${move}-${voice}`;
  return (
    <div class="field">
      <label for={id}>{t(`talking.answer.voice.${voice}`)}</label>
      <textarea
        class="in"
        id={id}
        rows={4}
        lang={lang}
        dir={lang === 'ar' ? 'rtl' : 'ltr'}
        autocomplete="off"
      >
        {replies[move][voice]}
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
