/** What may be asked, in both languages. What was sent keeps the words it was sent with. */

import { useState } from 'preact/hooks';
import type { Wish } from '../../../answer/ask/model.ts';
import type { Choices } from '../../../casework/asks/wire.ts';
import { type DataLang, dataLangs } from '../../../platform/i18n/said.ts';
import { randomId } from '../../../platform/keys/index.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { useMissing } from '../missing.tsx';
import { Trouble } from '../problem.tsx';
import { TextIn } from './text-in.tsx';

export function Wishes() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('choices', () => ask<Choices>('asks/choices'));
  return (
    <section class="stack" aria-labelledby="wishes-title">
      <h2 id="wishes-title">{t('casework.wishes')}</h2>
      <p class="small">{t('casework.wishes.what')}</p>
      <Trouble error={problem} t={t} again={again} />
      <Details summary={t('casework.wishes.all', { n: value?.wishes.length ?? 0 })}>
        <ul class="stack">
          {(value?.wishes ?? []).map((wish) => (
            <li key={wish.id}>
              <Details summary={t.of(wish.text)} about={wish.inUse ? '' : t('casework.wishes.unused')}>
                <WishEdit wish={wish} saved={again} />
              </Details>
            </li>
          ))}
        </ul>
      </Details>
      <Details summary={t('casework.wishes.new')}>
        <WishEdit wish={null} saved={again} />
      </Details>
    </section>
  );
}

const empty = { en: '', ar: '' };

/** Of small letters and digits, as ids of the catalogue are. */
const newId = () =>
  `own-${randomId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`;

function WishEdit({ wish, saved }: { wish: Wish | null; saved(): void }) {
  const desk = useDesk();
  const { t } = desk;
  const [text, setText] = useState(wish?.text ?? empty);
  const act = useAct();
  const missing = useMissing();
  const field = (language: DataLang) => `wish-${wish?.id ?? 'new'}-${language}`;
  const put = (inUse: boolean) => {
    const lack = dataLangs.find((language) => text[language].trim() === '');
    if (missing.stops(lack ? { field: field(lack), text: t('casework.wishes.both') } : null)) return;
    act.run(async () => {
      await ask('asks/wish', { wish: { id: wish?.id ?? newId(), text, inUse } });
      desk.say(t('casework.bodies.saved'));
      if (wish === null) setText(empty);
      saved();
    });
  };
  return (
    <form
      class="stack-2"
      onSubmit={(event) => {
        event.preventDefault();
        put(wish?.inUse ?? true);
      }}
    >
      {dataLangs.map((language) => (
        <TextIn
          key={language}
          id={field(language)}
          label={t(`casework.words.${language}`)}
          language={language}
          most={300}
          why={missing.of(field(language))}
          value={text[language]}
          set={(words) => setText({ ...text, [language]: words })}
        />
      ))}
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn second" disabled={act.busy}>
          {t('casework.bodies.save')}
        </button>
        {wish && (
          <button type="button" class="plain-btn" disabled={act.busy} onClick={() => put(!wish.inUse)}>
            {t(wish.inUse ? 'casework.wishes.off' : 'casework.wishes.on')}
          </button>
        )}
      </p>
    </form>
  );
}
