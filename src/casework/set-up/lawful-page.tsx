/** What is lawful here: an organiser answers, two caseworkers agree to the answers as they stand. */
import { Button, Field, Note, Options } from '../../web/index.ts';
import type { Agreement } from './facts.ts';
import { SaidBy, type SetUpAsked, SetUpPage, type Typed } from './frame.tsx';
import { agreeing, decidedOf, type Feature, features, lawfulUpTo, type Sayings, verdicts } from './model.ts';

interface LawfulProps {
  asked: SetUpAsked;
  said: Sayings;
  agreed: ReadonlyMap<string, Agreement>;
  mistakes?: readonly { field: string; text: string }[];
  typed?: Typed & { feature?: Feature };
}

export function LawfulPage({ asked, said, agreed, mistakes = [], typed }: LawfulProps) {
  const { t, person } = asked;
  const answers = person?.roles.includes('organiser') === true;
  return (
    <SetUpPage asked={asked} title={t('setup.lawful')} lede={t('setup.lawful.lede')} mistakes={mistakes}>
      {asked.demonstration && (
        <Note>
          <p>{t('setup.demonstration')}</p>
        </Note>
      )}
      <Note kind="mind">
        <p>{t('setup.lawful.not_us')}</p>
      </Note>
      {features.map((feature) => (
        <section key={feature} class="side stack" aria-labelledby={feature}>
          <h2 class="h3" id={feature}>
            {t(`setup.lawful.${feature}`)}
          </h2>
          <p>{t(`setup.lawful.${feature}.ask`)}</p>
          <Answered asked={asked} said={said} feature={feature} />
          {answers && (
            <Answering
              {...{ asked, feature, mistakes }}
              typed={typed?.feature === feature ? typed : {}}
              isFirst={decidedOf(said, feature) === null}
            />
          )}
        </section>
      ))}
      <Agreeing {...{ asked, said, agreed }} />
    </SetUpPage>
  );
}

function Answered({ asked, said, feature }: Pick<LawfulProps, 'asked' | 'said'> & { feature: Feature }) {
  const { t } = asked;
  const decided = decidedOf(said, feature);
  if (decided === null) return <p class="quiet">{t(`setup.lawful.${feature}.unsaid`)}</p>;
  const { verdict, number, decidedBy, decidedOn } = decided;
  return (
    <div class="stack-2">
      <p>
        <b>{t(`setup.verdict.${verdict}`, { number })}</b>
      </p>
      <p dir="auto">{t('setup.lawful.decided', { name: decidedBy, day: t.day(decidedOn) })}</p>
      <SaidBy asked={asked} saying={said.get(`lawful.${feature}`)} />
    </div>
  );
}

interface AnsweringProps extends Pick<LawfulProps, 'asked'> {
  feature: Feature;
  typed: Typed;
  mistakes: readonly { field: string; text: string }[];
  /** An answer that stands is changed on purpose: its form is closed. */
  isFirst: boolean;
}

function Answering({ asked, feature, typed, mistakes, isFirst }: AnsweringProps) {
  const { t, link } = asked;
  const id = (field: string) => `${feature}-${field}`;
  const problem = (field: string) => mistakes.find((one) => one.field === id(field))?.text;
  const form = (
    <form method="post" action={link('/desk/set-up/lawful')} class="stack">
      <input type="hidden" name="feature" value={feature} />
      <Options
        name="verdict"
        id={id('verdict')}
        kind="radio"
        heading="plain"
        legend={t('setup.lawful.verdict')}
        options={verdicts.map((value) => ({ value, label: t(`setup.verdict.${value}.choose`) }))}
        chosen={typed.verdict ?? ''}
        t={t}
        problem={problem('verdict')}
      />
      <Field
        name="number"
        id={id('number')}
        label={t('setup.lawful.number')}
        t={t}
        optional
        value={typed.number ?? ''}
        maxLength={100}
        problem={problem('number')}
      />
      <Field
        name="by"
        id={id('by')}
        label={t('setup.lawful.by')}
        hint={t('setup.lawful.by.hint')}
        t={t}
        value={typed.by ?? ''}
        maxLength={100}
        problem={problem('by')}
      />
      <Field
        name="on"
        id={id('on')}
        type="date"
        label={t('setup.on')}
        t={t}
        short
        value={typed.on ?? ''}
        problem={problem('on')}
      />
      <div>
        <Button kind="second">{t('setup.lawful.keep')}</Button>
      </div>
    </form>
  );
  if (isFirst || mistakes.length > 0) return form;
  return (
    <details class="opens">
      <summary>{t('setup.lawful.change')}</summary>
      <div>{form}</div>
    </details>
  );
}

function Agreeing({ asked, said, agreed }: Omit<LawfulProps, 'mistakes' | 'typed'>) {
  const { t, link, person } = asked;
  const upTo = lawfulUpTo(said);
  const mayAgree = person?.roles.includes('caseworker') === true && !agreed.has(person.id) && upTo > 0;
  return (
    <section class="stack" aria-labelledby="agreed">
      <h2 id="agreed">{t('setup.agree')}</h2>
      <p>{t('setup.agree.why', { n: agreeing })}</p>
      {agreed.size === 0 ? (
        <p class="quiet">{t('setup.agree.nobody')}</p>
      ) : (
        <ul class="points stack-2">
          {[...agreed].map(([id, { name, day }]) => (
            <li key={id}>{t('setup.said', { name, day: t.day(day) })}</li>
          ))}
        </ul>
      )}
      {mayAgree && (
        <form method="post" action={link('/desk/set-up/agree')}>
          <input type="hidden" name="upTo" value={upTo} />
          <Button icon="check">{t('setup.agree.button')}</Button>
        </form>
      )}
    </section>
  );
}
