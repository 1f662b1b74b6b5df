/** One question of the wizard as the desk asks it: her words from the same catalogue, every sealed field at hand. */
import type { Key, T } from '../../platform/i18n/index.ts';
import type { Reader } from '../../platform/keys/index.ts';
import type { Place } from '../../platform/place/model.ts';
import { asks, parts, yesNo } from '../../report/answers.ts';
import { goesOutside, leaveOutHint, leavingFrom, opensAlone } from '../../report/leaving-out.ts';
import { type Fields, many, offersAsk, one, type Question } from '../../report/questions.ts';
import { Pick, type Picked, Type } from './choices-of.tsx';
import { useDesk } from './desk.ts';
import { IntakeWhere } from './intake-where.tsx';

export interface AskedProps {
  question: Question;
  fields: Fields;
  places: readonly Place[];
  readers: readonly Reader[];
  problem: string | undefined;
  set(changes: Readonly<Record<string, Picked>>): void;
}

/** Catalogue group of each question's choices. */
const groups = {
  who: 'who',
  age: 'age',
  kinds: 'kind',
  soon: 'soon',
  helped: 'helped',
  reach: 'reach',
} as const;

/** Where the reporter's hint speaks of next pages, or to the one who writes. */
const ownHints: Readonly<Record<string, Key>> = {
  who: 'casework.intake.who_hint',
  age: 'casework.intake.age_hint',
};

const heading = (question: Question, t: T) => ({
  legend: t(`report.q.${question.id}` as Key),
  hint: t(ownHints[question.id] ?? (`report.hint.${question.id}` as Key)),
});

export function Asked(props: AskedProps) {
  const { question, places, fields, set, problem } = props;
  const { t } = useDesk();
  switch (question.control) {
    case 'radio':
    case 'checks':
      return <Listed {...props} />;
    case 'where':
      return <IntakeWhere {...heading(question, t)} {...{ fields, places, set, problem }} />;
    case 'when':
      return <When {...props} />;
    case 'words':
      return (
        <Type
          name="words"
          label={heading(question, t).legend}
          hint={t('casework.intake.words_hint')}
          rows={8}
          value={one(fields, 'words')}
          problem={problem}
          write={(words) => set({ words })}
        />
      );
    case 'person':
      return <Person {...props} />;
    case 'wishes':
      return <Wishes {...props} />;
    case 'reach':
      return <Reach {...props} />;
  }
}

function Listed({ question, fields, problem, set }: AskedProps) {
  const { t } = useDesk();
  const { id, choices = [], control } = question;
  const group = groups[id as keyof typeof groups];
  const seen = id === 'kinds' && one(fields, 'who') !== 'me' && one(fields, 'who') !== '';
  return (
    <Pick
      name={id}
      {...heading(question, t)}
      choices={choices.map(({ value, icon, apart }) => ({
        value,
        label: t(`report.${seen ? 'seen_kind' : group}.${value}` as Key),
        ...(icon ? { icon } : {}),
        ...(apart ? { apart } : {}),
      }))}
      several={control === 'checks'}
      picked={control === 'checks' ? many(fields, id) : one(fields, id)}
      problem={problem}
      pick={(picked) => set({ [id]: picked })}
    />
  );
}

function When({ question, fields, problem, set }: AskedProps) {
  const { t, today } = useDesk();
  const { legend, hint } = heading(question, t);
  return (
    <div class="stack">
      <h2 class="h3">{legend}</h2>
      <p class="hint">{hint}</p>
      <Type
        name="day"
        type="date"
        label={t('report.when.date')}
        max={today()}
        value={one(fields, 'day')}
        problem={problem}
        write={(day) => set({ day })}
      />
      <Type
        name="time"
        type="time"
        label={t('report.when.time')}
        value={one(fields, 'time')}
        write={(time) => set({ time })}
      />
      <Pick
        name="part"
        legend={t('report.when.part')}
        choices={parts.map((part) => ({ value: part, label: t(`report.part.${part}`) }))}
        picked={one(fields, 'part')}
        pick={(part) => set({ part })}
      />
    </div>
  );
}

function Person({ question, fields, readers, problem, set }: AskedProps) {
  const { t, me } = useDesk();
  const organisation = t.of(me.installation.name);
  const answers = yesNo.map((value) => ({ value, label: t(`report.yesno.${value}`) }));
  const leaving = leavingFrom(fields, readers);
  const goes = goesOutside(leaving, t);
  const alone = opensAlone(leaving, t);
  return (
    <div class="stack-5">
      <div class="stack-2">
        <h2 class="h3">{heading(question, t).legend}</h2>
        <p class="hint">{heading(question, t).hint}</p>
      </div>
      <Pick
        name="works_there"
        legend={t('report.person.works_there')}
        hint={t('report.person.works_there_hint')}
        choices={answers}
        picked={one(fields, 'works_there')}
        pick={(works_there) => set({ works_there })}
      />
      <Pick
        name="works_with_us"
        legend={t('report.person.works_with_us', { organisation })}
        choices={answers}
        picked={one(fields, 'works_with_us')}
        pick={(works_with_us) => set({ works_with_us })}
      />
      {one(fields, 'works_with_us') === 'yes' && (
        <Pick
          name="leave_out"
          several
          legend={t('report.person.leave_out')}
          hint={leaveOutHint(leaving, t)}
          choices={readers
            .filter(({ place }) => place === 'ours')
            .map(({ id, name }) => ({ value: id, label: name }))}
          picked={many(fields, 'leave_out')}
          pick={(leave_out) => set({ leave_out })}
        />
      )}
      {goes !== null && (
        <p class="note mind" role="status">
          {goes}
        </p>
      )}
      {alone !== null && (
        <p class="note mind" role="status">
          {alone}
        </p>
      )}
      <Type
        name="identifies"
        label={t('report.person.identifies')}
        hint={t('report.person.identifies_hint')}
        rows={3}
        value={one(fields, 'identifies')}
        problem={problem}
        write={(identifies) => set({ identifies })}
      />
    </div>
  );
}

function Wishes({ question, fields, problem, set }: AskedProps) {
  const { t } = useDesk();
  const wishes = (['count', 'ask', 'contact', 'keep'] as const).filter(
    (wish) => wish !== 'ask' || offersAsk(fields),
  );
  return (
    <div class="stack-5">
      <Pick
        name="wish"
        several
        {...heading(question, t)}
        choices={wishes.map((wish) => ({
          value: wish,
          label: t(`report.wish.${wish}`),
          hint: t(`report.wish_hint.${wish}`),
        }))}
        picked={many(fields, 'wish')}
        problem={problem}
        pick={(wish) => set({ wish })}
      />
      {offersAsk(fields) && many(fields, 'wish').includes('ask') && (
        <Pick
          name="ask"
          legend={t('report.wishes.ask_which')}
          choices={asks.map((value) => ({ value, label: t(`report.ask.${value}`) }))}
          picked={one(fields, 'ask')}
          pick={(ask) => set({ ask })}
        />
      )}
    </div>
  );
}

function Reach(props: AskedProps) {
  const { fields, problem, set } = props;
  const { t } = useDesk();
  const reach = one(fields, 'reach');
  return (
    <div class="stack">
      <Listed {...props} problem={undefined} />
      {(reach === 'phone' || reach === 'email') && (
        <Type
          name="contact"
          label={t('report.reach.contact')}
          hint={t('report.reach.contact_hint')}
          value={one(fields, 'contact')}
          problem={problem}
          write={(contact) => set({ contact })}
        />
      )}
    </div>
  );
}
