/** The list: what has to be done before opening, each with its state, why, and the way to do it. */
import { Button, Note, Tag } from '../../web/index.ts';
import { statesOf } from './facts.ts';
import { Command, SaidBy, type SetUpAsked, SetUpPage } from './frame.tsx';
import {
  type Confirming,
  caseworkersNeeded,
  type Facts,
  isConfirmed,
  isRehearsed,
  type State,
  type Task,
  tasks,
  textOf,
  texts,
} from './model.ts';
import { TwoMustOpen } from './together-choice.tsx';

interface ListProps {
  asked: SetUpAsked;
  facts: Facts;
  /** The root's words, as they stand on a poster. */
  words: string;
}

export function ListPage({ asked, facts, words }: ListProps) {
  const { t } = asked;
  const states = statesOf(facts);
  const open = tasks.filter((task) => states[task] === 'open');
  return (
    <SetUpPage asked={asked} title={t('setup.title')} lede={t('setup.lede')} back="/desk">
      {asked.demonstration ? (
        <Note>
          <p>{t('setup.demonstration')}</p>
        </Note>
      ) : (
        <Note kind={open.length === 0 ? 'good' : 'mind'}>
          <p>{open.length === 0 ? t('setup.may_open') : t('setup.left', { n: open.length })}</p>
        </Note>
      )}
      <ol class="list">
        {tasks.map((task) => (
          <li key={task} class="whole" id={task}>
            <One {...{ asked, facts, task, words }} state={states[task]} />
          </li>
        ))}
      </ol>
      <p class="small quiet">{t('setup.stays')}</p>
    </SetUpPage>
  );
}

const tags = { done: 'good', open: 'mind', off: undefined } as const;
const icons = { done: 'check', open: 'circle-dot', off: 'minus' } as const;

function One(props: ListProps & { task: Task; state: State }) {
  const { asked, task, state } = props;
  const { t } = asked;
  const kind = tags[state];
  return (
    <div class="stack-2">
      <p>
        <Tag {...(kind === undefined ? {} : { kind })} icon={icons[state]}>
          {t(`setup.state.${state}`)}
        </Tag>
      </p>
      <h2 class="h3">{t(`setup.${task}`)}</h2>
      <p>{t(state === 'off' ? `setup.${task as 'mail'}.off` : `setup.${task}.why`)}</p>
      <Way {...props} />
    </div>
  );
}

/** What stands there now, and how it is done. */
function Way({ asked, facts, task, words, state }: ListProps & { task: Task; state: State }) {
  const { t, link } = asked;
  const { house, said } = facts;
  const go = (href: string) => (
    <p>
      <a class="lone" href={link(href)}>
        {t(`setup.${task as 'lawful'}.go`)}
      </a>
    </p>
  );
  switch (task) {
    case 'name':
      return (
        <Confirm {...{ asked, facts }} what="name">
          <li>
            <bdi>{house.name.en}</bdi>
          </li>
          <li>
            <bdi>{house.name.ar}</bdi>
          </li>
          <li>
            <bdi dir="ltr">{house.address}</bdi>
          </li>
        </Confirm>
      );
    case 'place':
      return (
        <Confirm {...{ asked, facts }} what="place">
          <li>{t('setup.place.zone', { zone: house.zone })}</li>
          <li>{t('setup.place.country', { country: house.country })}</li>
          <li>
            {t('setup.place.languages', {
              languages: t.list(house.languages.map((lang) => t.language(lang))),
            })}
          </li>
        </Confirm>
      );
    case 'exit':
      return (
        <Confirm {...{ asked, facts }} what="exit">
          <li>
            <bdi dir="ltr">{house.exit}</bdi>
          </li>
        </Confirm>
      );
    case 'root':
      return (
        <>
          <p>
            {t('setup.root.words')}{' '}
            <bdi class="num fingerprint" dir="ltr">
              {words}
            </bdi>
          </p>
          <Confirm {...{ asked, facts }} what="cards">
            <li>{t('setup.root.three')}</li>
            <li>{t('setup.root.poster')}</li>
          </Confirm>
          <p>
            <a class="lone" href={link('/desk/set-up/posters')}>
              {t('setup.posters')}
            </a>
          </p>
          {!isRehearsed(facts) && <Command asked={asked} command="readers rehearse" />}
          <SaidBy asked={asked} saying={isRehearsed(facts) ? said.get('root.rehearsed') : undefined} />
        </>
      );
    case 'country':
      return facts.profile === null ? (
        <Command asked={asked} command="country empty > lines.json" />
      ) : (
        <p class="meta">{t(facts.profile.duty === null ? 'setup.country.no_duty' : 'setup.country.duty')}</p>
      );
    case 'together':
      return <TwoMustOpen {...{ asked, facts }} />;
    case 'caseworkers':
      return (
        <>
          {facts.together.is && <p>{t('setup.caseworkers.together', { n: caseworkersNeeded(true) })}</p>}
          <p class="meta">{t('setup.caseworkers.n', { n: facts.caseworkers })}</p>
          {state === 'open' && <Command asked={asked} command="readers sign" />}
        </>
      );
    case 'mail':
      return house.mailFrom === null ? null : (
        <>
          <SaidBy asked={asked} saying={said.get('mail.arrived')} />
          {go('/desk/set-up/mail')}
        </>
      );
    case 'lawful':
      return go('/desk/set-up/lawful');
    case 'lines':
      return go('/desk/set-up/lines');
    case 'backup':
      return (
        <>
          {!facts.copied && <p class="meta">{t('setup.backup.not_yet')}</p>}
          {go('/desk/set-up/backup')}
        </>
      );
    case 'texts':
      return (
        <ul class="points stack-2">
          {texts.map((name) => (
            <li key={name}>
              <a href={link(`/desk/set-up/texts/${name}`)}>{t(`setup.text.${name}`)}</a>:{' '}
              {t(textOf(said, name) === null ? 'setup.text.unsaid' : 'setup.text.is_said')}
            </li>
          ))}
        </ul>
      );
    case 'bodies':
      return state === 'done' ? null : <Command asked={asked} command="import bodies FILE.csv --dry-run" />;
    case 'areas':
      return state === 'done' ? null : (
        <Command asked={asked} command="import areas FILE.geojson --dry-run" />
      );
  }
}

interface ConfirmProps extends Pick<ListProps, 'asked' | 'facts'> {
  what: Confirming;
  children?: preact.ComponentChildren;
}

/** What stands in the settings, and one button that says it is right. */
function Confirm({ asked, facts, what, children }: ConfirmProps) {
  const { t, link } = asked;
  const is = isConfirmed(facts, what);
  return (
    <>
      {children !== undefined && <ul class="points stack-2">{children}</ul>}
      {is ? (
        <SaidBy asked={asked} saying={facts.said.get(what)} />
      ) : (
        <form method="post" action={link('/desk/set-up/confirm')} class="stack-2">
          <input type="hidden" name="what" value={what} />
          <p class="small quiet">{t(`setup.confirm.${what}.hint`)}</p>
          <div>
            <Button kind="second" icon="check">
              {t(`setup.confirm.${what}`)}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
