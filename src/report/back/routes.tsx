/** Coming back without script. With script the island answers the form itself and the code stays on the phone. */
import { type Static, Type } from 'typebox';
import { type Answer, type Asked, mayRecord, page, type Route, route } from '../../platform/http/index.ts';
import { type Code, type Receipt, showCode, sign } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { Page } from '../../web/index.ts';
import { sealAddition } from '../addition.ts';
import { signBodyWord } from '../body-word.ts';
import { chooseAnew, isHers } from '../consents.ts';
import type { ReportDeps } from '../deps.ts';
import { consentsFrom } from '../model.ts';
import { limits } from '../questions.ts';
import { reportReader } from '../store.ts';
import { readTyped, type TypedCode } from '../typed-code.ts';
import { ComeBack } from '../views/back.tsx';
import { Mine, type MineShown } from '../views/mine.tsx';
import { ConfirmWithdrawal, WithdrawnPage } from '../views/withdraw.tsx';
import type { MyReport } from '../wire.ts';
import { addTo, choose, forgetReply, withdraw } from './change.ts';
import { gate } from './gate.ts';
import { findMine, myReport } from './mine.ts';
import { keysOf, lookupOf, openReplies } from './open-here.ts';
import { sayBody, sayChanged } from './say.ts';

const open = { guard: 'everyone', localised: true } as const;
const acts = ['open', 'add', 'choices', 'read', 'body', 'changed', 'withdraw_ask', 'withdraw'] as const;
const Form = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 2000 })),
  second: Type.Optional(Type.String({ maxLength: 2000 })),
  do: Type.Optional(Type.Enum([...acts])),
  text: Type.Optional(Type.String({ maxLength: 200_000 })),
  number: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  wish: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })),
  ask: Type.Optional(Type.String({ maxLength: 20 })),
  about: Type.Optional(Type.String({ maxLength: 60 })),
  said: Type.Optional(Type.Enum(['yes', 'no', 'later', 'unknown'])),
});
type BackAsked = Asked<unknown, unknown, Static<typeof Form>>;

export function backRoutes(deps: ReportDeps): Route[] {
  return [
    route({
      ...open,
      method: 'GET',
      url: '/back',
      query: Type.Object({ shared: Type.Optional(Type.String({ maxLength: 10 })) }),
      handle: (asked) =>
        page(<ComeBack frame={asked} shared={asked.query.shared === 'yes'} />, { headers: mayRecord }),
    }),
    route({ ...open, method: 'POST', url: '/back', limit: 'code', body: Form, handle: returning(deps) }),
  ];
}

/** A report that her code opened, for as long as one request lasts. */
interface Opened {
  code: Code;
  keys: Receipt;
  lookup: string;
  report: MyReport;
}

function returning(deps: ReportDeps): (asked: BackAsked) => Promise<Answer> {
  const { pass } = gate({ atOnce: 3, waiting: 24 });
  const placeOf = ({ id }: MyReport) => ({ installation: deps.installation.id, report: id });
  const hers = ({ report, keys }: Opened) => isHers(placeOf(report), report, keys.signer);

  return async (asked) => {
    const { t, body } = asked;
    const typed = readTyped([body.code, body.second].filter(Boolean).join('\n'));
    if (!('ok' in typed)) return refused(asked, sentence(t, typed), 422);
    const code = typed.ok;
    const keys = await pass(() => keysOf(deps, code));
    if (keys === null) return refused(asked, t('receipt.back.problem.busy'), 429);
    const lookup = lookupOf(keys);
    const found = await findMine(deps, lookup).catch(unknownAsNull);
    if (found === null) {
      const gone = await reportReader(deps.db).tombstoneOf(keys.signer);
      if (gone) return page(<WithdrawnPage frame={asked} />, { status: 410 });
      return refused(asked, t('receipt.back.problem.unknown'), 422);
    }
    return act(asked, { code, keys, lookup, report: await myReport(deps, found) });
  };

  async function act(asked: BackAsked, opened: Opened): Promise<Answer> {
    const { t, body } = asked;
    switch (body.do ?? 'open') {
      case 'open':
        return mine(asked, opened, {});
      case 'add':
        return add(asked, opened);
      case 'choices':
        if (!hers(opened)) return mine(asked, opened, {});
        await chooseHere(asked, opened);
        return mine(asked, opened, { done: t('receipt.mine.choices_saved') });
      case 'read':
        await forgetReply(deps, { lookup: opened.lookup, number: body.number ?? 0 });
        return mine(asked, opened, { done: t('receipt.mine.reply_deleted') });
      case 'body':
      case 'changed':
        return mine(asked, opened, { done: await sayHere(asked, opened) });
      case 'withdraw_ask':
        return page(<ConfirmWithdrawal frame={asked} code={showCode(opened.code)} />, { secret: true });
      case 'withdraw': {
        const signature = sign(
          'withdrawal',
          [deps.installation.id, opened.report.id],
          opened.keys.signSecret,
        );
        await withdraw(deps, { lookup: opened.lookup, signature });
        return page(<WithdrawnPage frame={asked} />);
      }
    }
  }

  async function add(asked: BackAsked, { code, keys, lookup, report }: Opened): Promise<Answer> {
    const { t, body } = asked;
    const text = (body.text ?? '').trim();
    const opened = { code, keys, lookup, report };
    if (text === '') return mine(asked, opened, { problem: t('receipt.back.problem.no_words') });
    if (text.length > limits.words) {
      const params = { length: text.length, most: limits.words };
      return mine(asked, opened, { text, problem: t('receipt.back.problem.too_long', params) });
    }
    if (!hers(opened)) return mine(asked, opened, { text });
    const place = { ...placeOf(report), number: report.additions + 1 };
    const addition = await sealAddition(place, text, { ...report, ...keys });
    await addTo(deps, { lookup, ...addition });
    return mine(asked, opened, { done: t('receipt.mine.added') });
  }

  async function chooseHere({ body }: BackAsked, { keys, lookup, report }: Opened): Promise<void> {
    const { wish = [], ask = '' } = body;
    const offered = report.offersAsk ? wish : wish.filter((one) => one !== 'ask');
    const consents = consentsFrom({ wish: offered, ask: asksFrom(ask) });
    await choose(deps, { lookup, ...chooseAnew(placeOf(report), consents, { ...report, ...keys }) });
  }

  /** What is said of it afterwards. Signed here, in memory, as everything without script. */
  async function sayHere({ t, body }: BackAsked, opened: Opened): Promise<string> {
    const { report, keys, lookup } = opened;
    const { about = '', said } = body;
    if (body.do === 'changed' && said !== undefined && said !== 'later') {
      await sayChanged(deps, { lookup, ask: about, said });
      return t('receipt.beyond.heard');
    }
    const question = report.beyond.questions.find((one) => one.body === about);
    if (question === undefined) throw new Refusal('question_gone');
    if (said !== 'yes' && said !== 'no') return t('receipt.beyond.waits');
    if (!hers(opened)) throw new Refusal('bad_signature');
    const word = signBodyWord(placeOf(report), { ...question, said }, keys.signSecret);
    await sayBody(deps, { lookup, ...word });
    return t('receipt.beyond.heard');
  }

  /** Her page as it is now, after whatever was done. */
  async function mine(
    asked: BackAsked,
    before: Opened,
    said: Pick<MineShown, 'done' | 'problem' | 'text'>,
  ): Promise<Answer> {
    const { code, keys, lookup } = before;
    const report = await myReport(deps, await findMine(deps, lookup));
    const replies = await openReplies(deps, report, keys);
    const shown = { report, replies, hers: hers({ ...before, report }), code: showCode(code), ...said };
    const title = asked.t('receipt.mine.title');
    const view = (
      <Page
        asked={asked}
        title={title}
        slim
        takesWords
        mistaken={said.problem !== undefined}
        language={{ form: 'again', path: '/back' }}
      >
        <form id="again" method="post" action={asked.link('/back')} autocomplete="off">
          <input type="hidden" name="code" value={showCode(code)} />
        </form>
        <Mine frame={asked} mine={shown} />
      </Page>
    );
    return page(view, { status: said.problem === undefined ? 200 : 422, secret: true });
  }
}

function refused(asked: BackAsked, problem: string, status: number): Answer {
  const typed = { first: asked.body.code ?? '', second: asked.body.second ?? '' };
  return page(<ComeBack frame={asked} shared={false} typed={typed} problem={problem} />, {
    status,
    secret: true,
  });
}

function unknownAsNull(error: unknown): null {
  if (error instanceof Refusal && error.code === 'report_unknown') return null;
  throw error;
}

const asksFrom = (ask: string): string => (ask === 'this_one' || ask === 'above_too' ? ask : 'each_time');

function sentence(t: BackAsked['t'], found: Exclude<TypedCode, { ok: Code }>): string {
  if (found.problem === 'halves') return t('receipt.back.problem.halves');
  const { problem, at, typed, got, expected, nearest } = found;
  switch (problem) {
    case 'empty':
    case 'check':
      return t(`receipt.back.problem.${problem}`);
    case 'count':
      return t(`receipt.back.problem.count_${expected > 10 ? 'digits' : 'words'}`, { got, expected });
    case 'word':
      return nearest.length === 0
        ? t('receipt.back.problem.word_alone', { at, typed })
        : t('receipt.back.problem.word', { at, typed, nearest: nearest.join(' / ') });
  }
}
