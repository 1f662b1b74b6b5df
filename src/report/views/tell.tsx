/**
 * One document for the whole telling, for browsers with script. The server renders every panel in full; the island
 * `src/islands/tell.ts` shows one at a time, checks with `questions.ts`, seals with `seal.ts` and sends. The island
 * never writes a sentence of its own: it shows what stands here, or takes it from the texts.
 *
 * THE DOCUMENT
 *   form[data-tell]            every panel; it has no action, the island prevents its submit
 *     data-list                receipt list, 'en-1' or 'digits'
 *     data-language            of the page
 *     data-today               'YYYY-MM-DD' in the installation's zone
 *     data-shared              'yes' | 'no' (?shared=yes): no Copy, autocomplete off, nothing kept, no bfcache
 *     data-worker              where the service worker is served, under a name of its own
 *     data-minors              'yes' | 'no': a checked duty text is there; 'no' ends the way for under 18 with lines
 *     data-title               title of the page without error; each panel carries its own `data-title` too
 *   template#texts             texts for `t` (problems, values for the check page, sending)
 *   a[data-script-off-link]    the way without script
 *   [data-voice="me" | "other"]  the two voices of an answer, by the answer to "who"
 *   Installation id, root and salt: the first two are built into the island, the salt comes from GET /api/readers.
 *
 * PANELS   section[data-panel=<name>][hidden][data-title], names as in `Panel` of questions.ts, their order `panels(fields)`;
 *   question panels also carry data-question=<id>. One h1[tabindex="-1"] each: it takes the focus.
 *   Besides: [data-panel="starting"] (shown first, holds the words for "script is off"), [data-panel="minor_stop"]
 *   (under 18 and nobody may read it: lines only), [data-panel="sending"], [data-panel="sent"] (empty: the receipt
 *   goes here), [data-panel="no_readers"] (the list of readers could not be checked: nothing is sent).
 *   button[data-go="continue" | "back" | "skip"]   skip: clears the fields of this panel and goes on
 *   a[data-stop]               leads away for good: what was answered is forgotten without asking
 *
 * PROBLEMS   each question panel begins with div.errors[data-errors][hidden][tabindex="-1"] holding ul[data-error-list]:
 *   fill li > a[href="#<id of the control>"], unhide, focus, title = t('report.error_title', {title}).
 *   Beside the control: p.why[data-error-for=<field>][hidden]; its parent [data-field=<field>] gets the class "wrong".
 *   The first control of a field has the id `f-<field>`. Text: t(`report.problem.${key}`, params).
 *
 * CONTROLS   names and values are those of questions.ts, so `new FormData(form)` gives Fields (getAll for kinds,
 *   leave_out, wish, and day, which comes from radios or input[type=date]).
 *   where: input[type=search][data-where-search] · button[data-where-find] · div.opts[data-where-results] (radios
 *   name=where value=place:<id>, a few places from the server; replace them) · template[data-where-option] (one .opt:
 *   fill input value and id, label for, span[data-name], small[data-kind-of]; kind texts: report.place.<kind>) ·
 *   p[data-where-none][hidden] · "I don't know" stands outside the results · div[data-line][hidden] shown when the chosen
 *   place is a line: select[name=direction] (option per direction; the first one, empty, stays).
 *   button[data-here][hidden] "where I am": unhide with geolocation and a secure context; on success add a radio
 *   value=here:<cell> (text report.where.here) and the near places; p[data-here-status][hidden][role=status] with
 *   report.where.asking / report.where.refused.
 *   person: fieldset[data-leave-out][hidden] while works_with_us is not 'yes'; div[data-readers] inside is EMPTY and is
 *   filled from the verified chain with template[data-reader-option] (input name=leave_out value=<reader id>).
 *   wishes: div[data-asks] hides when `offersAsk(fields)` is false; fieldset[data-ask-which] while wish 'ask' is not ticked.
 *   reach: div[data-contact] holds contact, hidden while reach is 'code'.
 *
 * LEAVING OUT  p[data-leave-out-hint]: what it means, once the age is known · p[data-goes-outside][hidden]: who reads it
 *         when nobody here is left.
 * NAMES   span[data-reader-names]: replace by t.list(names of those who will be able to open it, verified chain).
 *
 * CHECK   panel "check": dl[data-sum="public"], dl[data-sum="sealed"], dl[data-sum="wishes"], each filled with
 *   template[data-row] (dt[data-label], dd[data-value], button[data-change=<question id>] > span.vh[data-label]) from
 *   `summary(fields, names)` in summary.ts. After Change, Continue returns to the check page when nothing is missing.
 *   p[data-not-counted][hidden] when the wish "count" is not ticked. button[data-send], div[data-send-problem][hidden].
 *   panel "sending": p[data-progress][role=status] with report.send.sealing / .work / .sending.
 *
 * RECEIPT   template[data-receipt], to be cloned into panel "sent":
 *   ol[data-code] (li per word; for digits five li of four digits) · b[data-check-digit] (digits only) · div[data-qr] (inline SVG)
 *   ol[data-half="a"], ol[data-half="b"], b[data-half-check="a"|"b"] · button[data-print="code" | "halves"] ·
 *   button[data-copy] (absent in shared-phone mode) · p[data-copied][hidden][role=status] · p[data-repeated][hidden]
 *   Print adds the class "print-code" or "print-halves" to <html> for the time of printing.
 */
import { codeList } from '../../platform/keys/index.ts';
import { Button, ButtonRow, type Frame, Page } from '../../web/index.ts';
import { type Question, questions } from '../questions.ts';
import { askingFor, type Situation } from '../situation.ts';
import type { Asked } from './asking.ts';
import { FiveDays, Known, MinorStop, Safe, SafeWays, UnderEighteenCard } from './cards.tsx';
import { Check, RowTemplate } from './check.tsx';
import { Deleted, KeptBefore, KeptHere, Waiting } from './kept.tsx';
import { BackButton, Panel } from './panel.tsx';
import { QuestionView, WhoReads } from './question.tsx';
import { Receipt } from './receipt.tsx';

interface TellProps {
  frame: Frame;
  now: Situation;
  shared: boolean;
}

/** What the island says by itself: problems, the rows of the check page, sending. All else stands in the document. */
const texts = [
  'age',
  'ask',
  'error_title',
  'files',
  'helped',
  'kind',
  'part',
  'person.goes_outside',
  'person.leave_out',
  'person.without',
  'place',
  'problem',
  'reach',
  'reads.outside',
  'row',
  'seen_kind',
  'send',
  'soon',
  'tell.begin_again',
  'tell.new_tab',
  'waiting',
  'when.week',
  'where.asking',
  'where.here',
  'where.refused',
  'where.towards',
  'where.unknown',
  'who',
  'wish',
  'yesno',
].map((name) => `report.${name}`);

/** Every question of the room, asked or not: which of them are shown is decided by the answers. */
export function Tell({ frame, now, shared }: TellProps) {
  const { t } = frame;
  const organisation = t.of(frame.organisation);
  const asking = askingFor(now, { t, mode: 'script', organisation, fields: {} });
  const asked: Asked = { ...asking, fields: {}, problems: [] };
  return (
    <Page asked={frame} title={t('report.title.before')} slim takesWords islands={['tell']} texts={texts}>
      <form
        data-tell
        data-list={codeList(t.lang).id}
        data-language={t.lang}
        data-today={now.today}
        data-shared={shared ? 'yes' : 'no'}
        data-worker="/sw.js"
        data-minors={now.minors ? 'yes' : 'no'}
        data-title={t('report.title.before')}
        noValidate
        autocomplete="off"
      >
        <Starting frame={frame} />
        <Panel name="safe" title={t('report.title.safe')}>
          <Safe asked={frame} now={now} />
          <KeptBefore t={t} />
          <Go t={t} text={t('report.safe.yes')} />
          <SafeWays asked={frame} />
        </Panel>
        {questions.map((question, at) => (
          <Asking
            key={question.id}
            question={question}
            number={at + 1}
            asked={asked}
            frame={frame}
            now={now}
          />
        ))}
        <Check frame={frame} asked={asked} />
        <Panel name="minor_stop" title={t('report.title.card')}>
          <MinorStop asked={frame} now={now} brief />
        </Panel>
        <Panel name="no_readers" title={t('report.title.card')}>
          <h1>{t('web.problem')}</h1>
          <p class="lede">{t('report.send.no_readers')}</p>
        </Panel>
        <Panel name="sending" title={t('report.title.sending')}>
          <h1>{t('report.title.sending')}</h1>
          <p data-progress role="status">
            {t('report.send.sealing')}
          </p>
        </Panel>
        <Panel name="sent" title={t('receipt.title')} />
        <Waiting t={t} />
        <Deleted frame={frame} />
        <KeptHere t={t} />
        <RowTemplate frame={frame} />
      </form>
      <template data-receipt>
        <Receipt frame={frame} now={now} code={null} shared={shared} repeated={false} />
      </template>
    </Page>
  );
}

/** Shown until the island has started, and for good where script is off. */
function Starting({ frame: { t, link } }: { frame: Frame }) {
  return (
    <section class="stack-5 column" data-panel="starting" data-title={t('report.title.before')}>
      <h1>{t('report.before.heading')}</h1>
      <p role="status">{t('report.tell.starting')}</p>
      <noscript>
        <p class="note mind">{t('report.tell.without_script')}</p>
      </noscript>
      <p>
        <a class="lone" data-script-off-link href={`${link('/report')}?script=off`}>
          {t('report.tell.other_way')}
        </a>
      </p>
    </section>
  );
}

function Go({ t, text, skip }: { t: Frame['t']; text?: string; skip?: boolean }) {
  return (
    <ButtonRow>
      <Button type="button" data-go="continue">
        {text ?? t('report.continue')}
      </Button>
      {skip && (
        <button type="button" class="link" data-go="skip">
          {t('report.skip')}
        </button>
      )}
    </ButtonRow>
  );
}

interface AskingProps extends Omit<TellProps, 'shared'> {
  question: Question;
  number: number;
  asked: Asked;
}

/** A question's panel, followed by the cards that may come right after it. */
function Asking({ question, number, asked, frame, now }: AskingProps) {
  const { t } = frame;
  return (
    <>
      <Panel name={question.id} question={question.id} title={t('report.title.question', { n: number })}>
        <BackButton t={t} />
        <div class="errors stack-2" data-errors hidden tabIndex={-1} role="alert">
          <h2>{t('report.error_heading')}</h2>
          <ul data-error-list />
        </div>
        <div class="beside">
          <div class="stack-5">
            <QuestionView question={question} asked={asked} />
            <Go t={t} skip={question.skippable} />
          </div>
          <div class="stack aside">
            <WhoReads question={question} asked={asked} />
          </div>
        </div>
      </Panel>
      {question.id === 'age' && (
        <Panel name="under_18" title={t('report.title.card')}>
          <BackButton t={t} />
          {now.minors ? <UnderEighteenCard asked={frame} now={now} /> : <MinorStop asked={frame} now={now} />}
          {now.minors && <Go t={t} text={t('report.minor.continue')} />}
          <p>
            <a class="lone" data-stop href={frame.link('/help')}>
              {t('report.minor.stop')}
            </a>
          </p>
        </Panel>
      )}
      {question.id === 'kinds' && (
        <>
          <Panel name="five_days" title={t('report.title.card')}>
            <BackButton t={t} />
            <FiveDays asked={frame} now={now} />
            <Go t={t} />
          </Panel>
          <Panel name="known" title={t('report.title.card')}>
            <BackButton t={t} />
            <Known asked={frame} now={now} />
            <Go t={t} />
          </Panel>
        </>
      )}
    </>
  );
}
