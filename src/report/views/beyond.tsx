/**
 * The parts of her own page about others: may they be asked, what they were asked, and whether anything changed. Without
 * script each button is a form with the code; with script the island fills and uses
 *   [data-questions] (hidden while empty) > ol[data-list], template[data-body]: [data-name]s, [data-what], [data-said],
 *   button[data-say="yes" | "no" | "later"], [data-status]
 *   [data-asks] (hidden while empty) > ol[data-list], template[data-ask]: [data-name], [data-sent], [data-stands],
 *   a[data-page], [data-paused], [data-change] with [data-legend], [data-said], [data-counts], button[data-say], [data-status]
 */
import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Fill, type Frame } from '../../web/index.ts';
import { isBodyWordOffered, isWordOffered } from '../offered.ts';
import type { BodyQuestion, MyAsk, MyBeyond } from '../wire.ts';

interface Part {
  frame: Pick<Frame, 't' | 'link'>;
  /** Rides in each form, since there is no session. */
  code: string;
}

/** Null where the island fills it. */
type Maybe<V> = { of: V | null };

export function Questions({ frame, code, of: questions }: Part & Maybe<MyBeyond['questions']>) {
  const { t } = frame;
  return (
    <section class="stack" aria-labelledby="questions" data-questions hidden={!questions?.length}>
      <h2 id="questions">{t('receipt.beyond.questions')}</h2>
      <ol class="speak" data-list>
        {questions?.map((question) => (
          <Body key={question.body} {...{ frame, code }} of={question} />
        ))}
      </ol>
      {questions === null && (
        <template data-body>
          <Body {...{ frame, code }} of={null} />
        </template>
      )}
    </section>
  );
}

const says = ['yes', 'no', 'later'] as const;

function Body({ frame, code, of: question }: Part & Maybe<BodyQuestion>) {
  const { t } = frame;
  const name = question ? t.of(question.name) : '';
  const said = question?.said ?? null;
  const Name = () => <span data-name>{name}</span>;
  return (
    <li class="stack-2">
      <h3>
        <Fill text={t('receipt.beyond.may_we')} parts={{ name: <Name /> }} />
      </h3>
      <p data-what>
        {question && t('receipt.beyond.what', { kind: t.of(question.kind), why: t.of(question.why) })}
      </p>
      <p class="small">{t('receipt.beyond.reads')}</p>
      <p class="note small" data-said hidden={said === null}>
        {said && t(`receipt.beyond.said_${said}`, { day: t.day(question?.day ?? '') })}
      </p>
      <Do frame={frame} code={code} act="body" about={question?.body}>
        {says.map((one) => (
          <Say key={one} say={one} hidden={question !== null && !isBodyWordOffered(said, one)}>
            {t(`receipt.beyond.${one}`)}
            <span class="vh">
              {' '}
              (<Name />)
            </span>
          </Say>
        ))}
      </Do>
    </li>
  );
}

export function Asks({ frame, code, of: asks }: Part & Maybe<MyBeyond['asks']>) {
  const { t } = frame;
  return (
    <section class="stack" aria-labelledby="asks" data-asks hidden={!asks?.length}>
      <h2 id="asks">{t('receipt.beyond.asks')}</h2>
      <ol class="speak" data-list>
        {asks?.map((ask) => (
          <Ask key={ask.id} {...{ frame, code }} of={ask} />
        ))}
      </ol>
      {asks === null && (
        <template data-ask>
          <Ask {...{ frame, code }} of={null} />
        </template>
      )}
    </section>
  );
}

function Ask({ frame, code, of: ask }: Part & Maybe<MyAsk>) {
  const { t, link } = frame;
  const isHere = ask === null || ask.path !== null;
  return (
    <li class="stack-2">
      <h3 data-name>{ask && t.of(ask.name)}</h3>
      <p data-sent>{ask && t('receipt.beyond.sent', { day: t.day(ask.sent), about: t.of(ask.about) })}</p>
      <p data-stands>{ask && t.of(ask.stands)}</p>
      <p hidden={!isHere}>
        <a class="lone" data-page href={link(ask?.path ?? '/')}>
          {t('receipt.beyond.page')}
          <span class="vh">
            {' '}
            (<span data-name>{ask && t.of(ask.name)}</span>)
          </span>
        </a>
      </p>
      <p class="note small" data-paused hidden={isHere}>
        {t('receipt.beyond.paused')}
      </p>
      <Change {...{ frame, code }} of={ask} />
    </li>
  );
}

const words = ['yes', 'no', 'unknown'] as const;

function Change({ frame, code, of: ask }: Part & Maybe<MyAsk>) {
  const { t } = frame;
  const question = ask?.question ?? null;
  return (
    <div class="stack-2" data-change hidden={question === null}>
      <p data-legend>
        <b>{question && t(`receipt.beyond.${question}`)}</b>
      </p>
      <p class="small quiet">{t('receipt.beyond.counts')}</p>
      <p class="note small" data-said hidden={!ask?.said}>
        {ask?.said && t(`receipt.beyond.you_${ask.said}`, { day: t.day(ask.day ?? '') })}
      </p>
      <Do frame={frame} code={code} act="changed" about={ask?.id}>
        {words.map((one) => (
          <Say key={one} say={one} hidden={ask !== null && !isWordOffered(ask, one)}>
            <span data-word>{question && t(`receipt.beyond.${question}_${one}`)}</span>
          </Say>
        ))}
      </Do>
    </div>
  );
}

interface DoProps extends Part {
  act: 'body' | 'changed';
  about: string | undefined;
  children: ComponentChildren;
}

function Do({ frame, code, act, about, children }: DoProps) {
  return (
    <form method="post" action={frame.link('/back')} class="stack-2" autocomplete="off">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="do" value={act} />
      <input type="hidden" name="about" value={about} />
      <ButtonRow>{children}</ButtonRow>
      <p data-status role="status" />
    </form>
  );
}

function Say({ say, hidden, children }: { say: string; hidden: boolean; children: ComponentChildren }) {
  return (
    <Button kind="second" name="said" value={say} data-say={say} hidden={hidden}>
      {children}
    </Button>
  );
}
