/** What an officer sees first: before it was opened only that there is a request, then what everybody sees. */
import type { Day } from '../../../platform/clock.ts';
import type { Asked } from '../../../platform/http/index.ts';
import { Button, ButtonRow, ErrorSummary, Fill, Note, Page, Reads } from '../../../web/index.ts';
import { passWithin } from '../../ask/states.ts';
import { AskView } from '../../views/ask.tsx';
import { Name } from '../../views/name.tsx';
import { filePath } from '../file-routes.ts';
import type { Link, PassedOn } from '../link.ts';
import { isOpened } from '../opened.ts';
import type { Shown } from '../shown.ts';
import { pathOf } from './frame.tsx';
import { Offices, type WrongLabel } from './offices.tsx';

export interface RequestProps {
  asked: Asked;
  token: string;
  link: Link;
  shown: Shown;
  today: Day;
  offices: readonly PassedOn[];
  /** Numbers of answers of today whose code is missing. */
  waiting: readonly number[];
  /** One of theirs was confirmed just now. */
  given: boolean;
  wrong?: WrongLabel;
}

export function RequestPage(props: RequestProps) {
  const { asked, shown } = props;
  return (
    <Page asked={asked} title={asked.t('officer.title')} mistaken={props.wrong !== undefined} answers>
      {isOpened(shown.way.events) ? <Opened {...props} /> : <Unopened {...props} />}
    </Page>
  );
}

interface UnopenedProps {
  asked: Pick<Asked, 't' | 'organisation' | 'link'>;
  shown: Pick<Shown, 'ask'>;
  token: string;
  /** In a preview, where it stands below another heading and nothing can be pressed. */
  within?: boolean;
}

/** What stands there before anybody pressed "Read the request". */
export function Unopened({ asked, shown, token, within = false }: UnopenedProps) {
  const { t, organisation, link } = asked;
  const { body, due } = shown.ask;
  const title = t('officer.new.title', { body: t.of(body.name) });
  const name = t.of(organisation);
  return (
    <div class="column stack-5">
      {within ? <h3 class="leaves-h1">{title}</h3> : <h1>{title}</h1>}
      <p class="lede">
        {due === null
          ? t('officer.new.lede_question', { organisation: name })
          : t('officer.new.lede', { organisation: name, due: t.day(due) })}
      </p>
      {within ? (
        <p>
          <span class="tag">{t('officer.new.read')}</span>
        </p>
      ) : (
        <form method="post" action={link(pathOf(token))}>
          <Button>{t('officer.new.read')}</Button>
        </form>
      )}
      <Reads>{t('officer.new.sees')}</Reads>
    </div>
  );
}

function Opened(props: RequestProps) {
  const { asked, shown, token, link, today } = props;
  const { t, organisation } = asked;
  const { ask, wanted } = shown;
  return (
    <div class="column stack-7">
      {props.wrong && <ErrorSummary t={t} mistakes={[{ field: 'label', text: props.wrong.problem }]} />}
      <div class="head">
        <p class="over">
          {t('officer.asks', { organisation: t.of(organisation), body: t.of(ask.body.name) })}
        </p>
        <h1>
          <Fill
            text={t('officer.about')}
            parts={{
              place: (
                <Name
                  name={ask.about.name}
                  t={t}
                  of={'place' in ask.about ? `place ${ask.about.place}` : `area ${ask.about.area}`}
                  wanted={wanted}
                />
              ),
            }}
          />
        </h1>
        {link.label !== null && <p class="quiet">{t('officer.passed.label', { label: link.label })}</p>}
        {props.given && <GivenNote {...props} />}
        <Waiting {...props} />
        {!props.given && <p class="lede">{dueLine(props)}</p>}
        <ButtonRow>
          <Button
            href={asked.link(pathOf(token, '/answer'))}
            kind={ask.answered === null ? 'first' : 'second'}
          >
            {t(ask.answered === null ? 'officer.answer' : 'officer.answer.again')}
          </Button>
        </ButtonRow>
        <Reads>{t('officer.page.same')}</Reads>
      </div>
      <AskView {...{ ask, t, today, wanted }} file={(answer, file) => filePath(ask.id, answer, file)} />
      {link.label === null && <Offices {...props} />}
    </div>
  );
}

function dueLine({ asked: { t, organisation }, shown: { ask, way }, today }: RequestProps): string {
  if (way.ask.state === 'question') return t('officer.answer.stands', { organisation: t.of(organisation) });
  if (ask.answered !== null || ask.due === null) return t('officer.answer.given');
  return t(today > ask.due ? 'officer.answer.late' : 'officer.answer.due', { due: t.day(ask.due) });
}

function GivenNote({ asked: { t }, shown: { ask } }: RequestProps) {
  const last = ask.answers.at(-1);
  if (last === undefined) return null;
  return (
    <Note kind="good">
      <p>
        {last.kind === 'question'
          ? t('officer.given.question')
          : last.kind === 'extension'
            ? t('officer.given.extension', { due: t.day(ask.due ?? last.day), n: passWithin })
            : t('officer.given.answer', { n: passWithin })}
      </p>
    </Note>
  );
}

function Waiting({ asked, token, waiting }: RequestProps) {
  const { t } = asked;
  return (
    <>
      {waiting.map((number) => (
        <Note key={number} kind="mind" title={t('officer.waits')}>
          <p>{t('officer.waits.help')}</p>
          <p class="lone">
            <a href={asked.link(pathOf(token, `/code/${number}`))}>{t('officer.waits.type')}</a>
          </p>
        </Note>
      ))}
    </>
  );
}
