/** What should happen: the reporter's choices, on the form and later on her own page. */
import { Options } from '../../web/index.ts';
import { asks } from '../answers.ts';
import { type Fields, many, offersAsk, one, questions } from '../questions.ts';
import { Listen } from '../recordings/index.ts';
import { type Asked, idOf, problemOf, say } from './asking.ts';
import { Answer, Slot } from './parts.tsx';

const choices = questions.find(({ id }) => id === 'wishes')?.choices ?? [];

/** Before she has answered: count it, and ask me before anybody is asked. */
export const usualWishes = { wish: ['count', 'ask'], ask: 'each_time' } as const;

export function Wishes({ asked }: { asked: Asked }) {
  const { t, fields, mode } = asked;
  return (
    <Slot field="wish" asked={asked}>
      <fieldset class="question" aria-describedby="wish-hint">
        <legend>
          <h1>{t('report.q.wishes')}</h1>
        </legend>
        <Listen from={asked} name="wishes" />
        <p class="hint" id="wish-hint">
          {t('report.hint.wishes')}
        </p>
        <WishList asked={asked} asks={mode === 'script' || offersAsk(fields)} />
      </fieldset>
    </Slot>
  );
}

const askIcons = { this_one: 'mail', above_too: 'users', each_time: 'message-circle' } as const;

interface ListProps {
  asked: Pick<Asked, 't' | 'fields' | 'problems' | 'mode'>;
  /** False where no ask is offered: then nothing of it stands here. */
  asks: boolean;
}

export function WishList({ asked, asks: offered }: ListProps) {
  const { t, fields } = asked;
  const chosen = fields.wish === undefined ? usualWishes.wish : many(fields, 'wish');
  return (
    <div class="opts">
      {choices
        .filter(({ value }) => value !== 'ask' || offered)
        .map(({ value, icon }, at) => {
          const answer = (
            <Answer
              key={value}
              kind="checkbox"
              name="wish"
              value={value}
              id={at === 0 ? idOf('wish') : idOf(`wish-${value}`)}
              checked={chosen.some((wish) => wish === value)}
              icon={icon}
              hint={say(t, `wish_hint.${value}`)}
              more={value === 'ask' ? <AskWhich asked={asked} fields={fields} /> : undefined}
            >
              {say(t, `wish.${value}`)}
            </Answer>
          );
          return value === 'ask' ? (
            <div key={value} data-asks>
              {answer}
            </div>
          ) : (
            answer
          );
        })}
    </div>
  );
}

function AskWhich({ asked, fields }: { asked: Pick<Asked, 't' | 'problems'>; fields: Fields }) {
  const { t } = asked;
  return (
    <div data-ask-which>
      <Options
        name="ask"
        id={idOf('ask')}
        kind="radio"
        legend={t('report.wishes.ask_which')}
        heading="plain"
        problem={problemOf(asked, 'ask')}
        chosen={one(fields, 'ask') || usualWishes.ask}
        t={t}
        options={asks.map((value) => ({ value, label: say(t, `ask.${value}`), icon: askIcons[value] }))}
      />
    </div>
  );
}
