/**
 * Her own page: what happened so far, replies, what she may do. Never the story. Rendered whole by the server without
 * script; with script the island fills it:
 *   ol[data-way] · p[data-waiting] · [data-reader-names], [data-you-and-names] · ol[data-replies], [data-no-replies], template[data-reply] ([data-who], [data-day],
 *   [data-withdrawn], [data-text], [data-unsigned], button[data-delete], [data-status]) · form[data-add] (textarea name=text,
 *   [data-error-for="text"], [data-status]) · form[data-choices] ([data-ask-which], [data-status]) ·
 *   form[data-withdraw] ([data-status]) · [data-nothing-added][hidden] · p[data-erased][hidden], [data-kept]
 *   gone with the words · [data-archived][hidden] ([data-archived-since]), [data-open-to]. Questions and asks: beyond.tsx.
 */
import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Field, Fill, type Frame, Reads, TimeList } from '../../web/index.ts';
import type { MyReply } from '../back/open-here.ts';
import { limits } from '../questions.ts';
import type { MyReport } from '../wire.ts';
import { Asks, Questions } from './beyond.tsx';
import { AddFiles } from './files.tsx';
import { Archived, Erased } from './unread.tsx';
import { WishList } from './wishes.tsx';
import { WhatGoes } from './withdraw.tsx';

export interface MineShown {
  report: MyReport;
  replies: readonly MyReply[];
  /** False: the report's key and choices carry no signature of hers. */
  hers: boolean;
  /** As it is typed; rides in each form, since nothing is kept between two pages. */
  code: string;
  /** What was just done, or what stopped it, said once. */
  done?: string;
  problem?: string;
  /** Words that could not be added yet. */
  text?: string;
}

interface MineProps {
  frame: Pick<Frame, 't' | 'link'>;
  mine: MineShown | null;
}

export function Mine({ frame, mine }: MineProps) {
  const { t, link } = frame;
  return (
    <div class="beside">
      <div class="stack-7">
        <div class="head">
          <h1 tabIndex={-1}>{t('receipt.mine.heading')}</h1>
          {mine?.done && (
            <p class="note good" role="status">
              {mine.done}
            </p>
          )}
        </div>
        <Questions frame={frame} code={mine?.code ?? ''} of={mine?.report.beyond.questions ?? null} />
        <section class="stack" aria-labelledby="way">
          <h2 class="vh" id="way">
            {t('receipt.mine.way')}
          </h2>
          <Way frame={frame} mine={mine} />
          <p data-waiting hidden={!isWaiting(mine)}>
            {t('receipt.mine.waiting')} <a href={link('/help')}>{t('receipt.mine.urgent')}</a>
          </p>
        </section>
        <Asks frame={frame} code={mine?.code ?? ''} of={mine?.report.beyond.asks ?? null} />
        <Erased t={t} day={mine?.report.erased ?? null} />
        <Replies frame={frame} mine={mine} />
        <p class="note bad" data-nothing-added hidden={mine?.hers ?? true}>
          {t('receipt.back.problem.key_not_yours')}
        </p>
        <Archived frame={frame} day={archivedOn(mine)} />
        <Add frame={frame} mine={mine} />
      </div>
      <div class="stack-5 aside">
        {isKept(mine) && (
          <section class="stack-2" aria-labelledby="who" data-kept>
            <h2 class="h3" id="who">
              {t('receipt.mine.readers')}
            </h2>
            <p hidden={archivedOn(mine) === null} data-archived>
              {t('receipt.mine.readers_archived')}
            </p>
            <p hidden={archivedOn(mine) !== null} data-open-to>
              <Fill
                text={t('receipt.mine.readers_text')}
                parts={{ names: <Names frame={frame} mine={mine} /> }}
              />
            </p>
          </section>
        )}
        <Choices frame={frame} mine={mine} />
        <Withdrawing frame={frame} mine={mine} />
        <p>
          <a class="lone" href={link('/')}>
            {t('receipt.mine.done')}
          </a>
        </p>
      </div>
    </div>
  );
}

const isWaiting = (mine: MineShown | null): boolean =>
  mine !== null &&
  !mine.report.aside &&
  archivedOn(mine) === null &&
  mine.report.events.every(({ what }) => what !== 'opened');

/** What was erased is not away: it is gone. */
const archivedOn = (mine: MineShown | null): string | null => mine?.report.archived ?? null;

/** Also where nobody knows yet: the island then takes away what is not. */
const isKept = (mine: MineShown | null): boolean => mine === null || mine.report.erased === null;

const Names = ({ frame, mine }: MineProps) => (
  <span data-reader-names>{frame.t.list(mine?.report.readers ?? [])}</span>
);

/** "you, Ines and Omar": whoever opens replies is one list. */
const YouAndNames = ({ frame: { t }, mine }: MineProps) => (
  <span data-you-and-names>{t.list([t('receipt.mine.replies_you'), ...(mine?.report.readers ?? [])])}</span>
);

function Way({ frame: { t }, mine }: MineProps) {
  if (mine === null) return <ol class="time" data-way />;
  const { events } = mine.report;
  return (
    <TimeList
      moments={events.map(({ day, what }, at) => ({
        when: t.day(day),
        day,
        title: t(`receipt.mine.event.${what}`),
        state: at === events.length - 1 ? 'now' : 'done',
      }))}
    />
  );
}

/** Each form carries the code: there is no session. */
function Do({
  frame,
  mine,
  act,
  children,
  ...found
}: MineProps & { act: string; children: ComponentChildren }) {
  return (
    <form method="post" action={frame.link('/back')} class="stack" autocomplete="off" {...found}>
      <input type="hidden" name="code" value={mine?.code ?? ''} />
      <input type="hidden" name="do" value={act} />
      {children}
      <p data-status role="status" />
    </form>
  );
}

function Replies({ frame, mine }: MineProps) {
  const { t } = frame;
  const replies = mine?.replies ?? [];
  if (!isKept(mine)) return null;
  return (
    <section class="stack" aria-labelledby="replies" data-kept>
      <h2 id="replies">{t('receipt.mine.replies')}</h2>
      <Reads sealed>
        <Fill
          text={t('receipt.mine.replies_read')}
          parts={{ names: <YouAndNames frame={frame} mine={mine} /> }}
        />
      </Reads>
      <p data-no-replies hidden={replies.length > 0}>
        {t('receipt.mine.no_reply')}
      </p>
      <ol class="speak" data-replies>
        {replies.map((reply) => (
          <OneReply key={reply.number} frame={frame} mine={mine} reply={reply} />
        ))}
      </ol>
      {mine === null && (
        <template data-reply>
          <li class="stack-2">
            <p class="who">
              <b data-who /> <span data-day />
            </p>
            <p class="note mind small" data-withdrawn hidden />
            <p class="own" data-text dir="auto" />
            <p class="small" data-unsigned hidden>
              {t('receipt.mine.reply_unsigned')}
            </p>
            <p>
              <button type="button" class="btn second" data-delete>
                {t('receipt.mine.delete_reply')}
              </button>
            </p>
            <p data-status role="status" />
          </li>
        </template>
      )}
    </section>
  );
}

function OneReply({ frame: { t, link }, mine, reply }: MineProps & { reply: MyReply }) {
  const { from: name, withdrawn } = reply;
  const head = withdrawn === null ? 'receipt.mine.reply_from' : 'receipt.mine.reply_former';
  return (
    <li class="stack-2">
      <p class="who">
        {name !== null && <b>{t(head, { name })}</b>} <span>{t.day(reply.day)}</span>
      </p>
      {withdrawn !== null && (
        <p class="note mind small">{t('receipt.mine.reply_withdrawn', { day: t.day(withdrawn) })}</p>
      )}
      <p class="own" dir="auto">
        {reply.text ?? t('receipt.mine.reply_damaged')}
      </p>
      {reply.text !== null && name === null && <p class="small">{t('receipt.mine.reply_unsigned')}</p>}
      <form method="post" action={link('/back')}>
        <input type="hidden" name="code" value={mine?.code ?? ''} />
        <input type="hidden" name="do" value="read" />
        <button type="submit" class="btn second" name="number" value={reply.number}>
          {t('receipt.mine.delete_reply')}
          <span class="vh"> ({t('receipt.mine.delete_reply_which', { n: reply.number })})</span>
        </button>
      </form>
    </li>
  );
}

function Add({ frame, mine }: MineProps) {
  const { t } = frame;
  if (!isKept(mine) || (mine && !mine.hers)) return null;
  return (
    <section class="stack" aria-labelledby="add" data-kept>
      <h2 id="add">{t('receipt.mine.add')}</h2>
      {mine && mine.report.additions > 0 && (
        <p class="quiet">{t('receipt.mine.additions', { n: mine.report.additions })}</p>
      )}
      <Do frame={frame} mine={mine} act="add" data-add>
        <p class="why" data-error-for="text" hidden />
        <Field
          name="text"
          id="f-text"
          label={t('receipt.mine.add_label')}
          hint={t('receipt.mine.add_hint')}
          t={t}
          rows={5}
          sealed
          maxLength={limits.words}
          value={mine?.text ?? ''}
          problem={mine?.problem}
          spellcheck={false}
        />
        {mine === null ? <AddFiles t={t} /> : <p class="small quiet">{t('report.words.no_files')}</p>}
        <ButtonRow>
          <Button icon="lock-keyhole">{t('receipt.mine.add_send')}</Button>
        </ButtonRow>
      </Do>
    </section>
  );
}

function Choices({ frame, mine }: MineProps) {
  const { t } = frame;
  if (mine && !mine.hers) return null;
  const given = mine?.report.consents;
  const wish = given ? (['count', 'ask', 'contact', 'keep'] as const).filter((one) => given[one]) : [];
  const fields = { wish, ask: given?.ask ?? 'each_time' };
  return (
    <section class="stack" aria-labelledby="choices">
      <h2 class="h3" id="choices">
        {t('receipt.mine.choices')}
      </h2>
      <Do frame={frame} mine={mine} act="choices" data-choices>
        <p class="small">{t('report.reads.wishes')}</p>
        <WishList asked={{ t, fields, problems: [], mode: 'form' }} asks={mine?.report.offersAsk ?? true} />
        {isKept(mine) && <p class="small quiet" data-kept children={t('receipt.mine.contact_how')} />}
        <ButtonRow>
          <Button kind="second">{t('receipt.mine.choices_save')}</Button>
        </ButtonRow>
      </Do>
    </section>
  );
}

function Withdrawing({ frame, mine }: MineProps) {
  const { t } = frame;
  return (
    <section class="stack rule" aria-labelledby="withdraw">
      <h2 class="h3" id="withdraw">
        {t('receipt.mine.withdraw')}
      </h2>
      <p class="small quiet">{t('receipt.mine.withdraw_hint')}</p>
      <Do frame={frame} mine={mine} act={mine ? 'withdraw_ask' : 'withdraw'} data-withdraw>
        {mine === null && <WhatGoes t={t} />}
        <ButtonRow>
          <Button kind="second">{mine ? t('receipt.mine.withdraw') : t('receipt.withdraw.yes')}</Button>
        </ButtonRow>
      </Do>
    </section>
  );
}
