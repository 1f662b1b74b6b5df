/** Telling: before you start, the one document with script, the way without, and the receipt that answers the sending. */
import { Type } from 'typebox';
import {
  type Answer,
  type Asked,
  mayRecord,
  page,
  type Route,
  redirect,
  route,
} from '../../platform/http/index.ts';
import type { Lang, T } from '../../platform/i18n/index.ts';
import { toBase64url } from '../../platform/keys/bytes.ts';
import { codeList, newSeed } from '../../platform/keys/index.ts';
import { searchPlaces } from '../../platform/place/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { Page } from '../../web/index.ts';
import type { ReportDeps } from '../deps.ts';
import { goesOutside, leaveOutProblems, leavingFrom, sendFor } from '../leaving-out.ts';
import { type Fields, future, one, type Problem } from '../questions.ts';
import { askingFor, type Situation, situation } from '../situation.ts';
import { Before, isOpen, NotOpen } from '../views/before.tsx';
import { MinorStop } from '../views/cards.tsx';
import { ReceiptPage } from '../views/receipt-page.tsx';
import { type NotSent, Step } from '../views/step.tsx';
import { Tampered } from '../views/tampered.tsx';
import { Tell } from '../views/tell.tsx';
import { Under18Page } from '../views/under-18.tsx';
import { type Patience, patience } from './patience.ts';
import { codeAgain, type Kept, sealHere } from './seal-here.ts';
import { readState, signState } from './state.ts';
import { readPressed, type Started, turn } from './way.ts';

const open = { guard: 'everyone', localised: true } as const;
const Form = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.Union([
    Type.String({ maxLength: 400_000 }),
    Type.Array(Type.String({ maxLength: 400_000 }), { maxItems: 60 }),
  ]),
);
const usualPatience = { ms: 2000, most: 32 };
const mostFound = 8;

export function tellingRoutes(deps: ReportDeps): Route[] {
  const steps = stepper(deps, patience(deps.patience ?? usualPatience));
  return [
    route({
      ...open,
      method: 'GET',
      url: '/report',
      query: Type.Object({ script: Type.Optional(Type.String({ maxLength: 10 })) }),
      async handle(asked) {
        const now = await situation(deps);
        return isOpen(now)
          ? page(<Before asked={asked} now={now} scriptOff={asked.query.script === 'off'} />)
          : page(<NotOpen asked={asked} now={now} />);
      },
    }),
    route({
      ...open,
      method: 'GET',
      url: '/report/tell',
      query: Type.Object({ shared: Type.Optional(Type.String({ maxLength: 10 })) }),
      async handle(asked) {
        const now = await situation(deps);
        if (!isOpen(now)) return page(<NotOpen asked={asked} now={now} />);
        const shared = asked.query.shared === 'yes';
        return page(<Tell frame={asked} now={now} shared={shared} />, { headers: mayRecord });
      },
    }),
    route({
      ...open,
      method: 'GET',
      url: '/report/under-18',
      handle: async (asked) => page(<Under18Page asked={asked} now={await situation(deps)} />),
    }),
    // A page that is only ever an answer: whoever comes with GET begins at the beginning.
    route({
      ...open,
      method: 'GET',
      url: '/report/step',
      handle: (asked) => redirect(asked.link('/report')),
    }),
    route({ ...open, method: 'POST', url: '/report/step', body: Form, handle: steps }),
  ];
}

type StepAsked = Asked<unknown, unknown, Fields>;

function stepper(deps: ReportDeps, { wait }: Patience): (asked: StepAsked) => Promise<Answer> {
  const secret = deps.installation.formSecret;

  return async (asked) => {
    const { body, t } = asked;
    const now = await situation(deps);
    const go = one(body, 'go');
    if (go === 'start') {
      if (!isOpen(now)) return page(<NotOpen asked={asked} now={now} />, { status: 503 });
      return show(asked, now, begun(t.lang, one(body, 'shared') === 'yes'));
    }
    const state = readState(one(body, 'state'), secret);
    if (state === null) return page(<Tampered asked={asked} />, { status: 422 });
    if (state.sent) return again(asked, now, state);
    const pressed = readPressed(go);
    const turned = turn(state, pressed, body);
    const problems =
      pressed.go === 'send' ? [...turned.problems, ...late(turned.state, now, asked.t)] : turned.problems;
    if (turned.send && problems.length === 0) return send(asked, now, turned.state);
    return show(asked, now, turned.state, { problems });
  };

  /** What only the server can judge: a day to come, and readers left out until nobody remains. */
  function late({ stage, fields }: Started, { today, active }: Situation, t: T): readonly Problem[] {
    if (stage !== 'last') return [];
    return [...future(fields, today), ...leaveOutProblems(leavingFrom(fields, active), t)];
  }

  function show(
    asked: StepAsked,
    now: Situation,
    given: Started,
    { problems = [], not }: { problems?: readonly Problem[]; not?: NotSent } = {},
  ): Answer {
    const { t, organisation, body } = asked;
    const state = { ...given, list: codeList(t.lang).id };
    const typed = state.stage === 'where' ? one(body, 'q') : '';
    const search = typed === '' ? {} : { typed, found: searchPlaces(now.places, typed, mostFound) };
    const asking = askingFor(now, {
      t,
      mode: 'form',
      organisation: t.of(organisation),
      fields: state.fields,
      ...search,
    });
    const view = (
      <Step
        frame={asked}
        now={now}
        state={state}
        signed={signState(state, secret)}
        asked={{ ...asking, fields: state.fields, problems }}
        problems={problems}
        not={not}
      />
    );
    return page(view, { status: not === 'busy' ? 429 : problems.length > 0 ? 422 : 200 });
  }

  async function send(asked: StepAsked, now: Situation, state: Started): Promise<Answer> {
    // Without a checked duty text nobody under 18 may be taken, whoever could read it.
    if (one(state.fields, 'age') === 'under_18' && !now.minors) return nobody(asked, now);
    const known = await codeAgain(deps, state);
    // Whom she left out is asked on the page of Send itself: who opens it then, the next page says, before it is sent.
    const said = sendFor(leavingFrom(state.fields, now.active), asked.t);
    if (known === null && one(asked.body, 'go') !== said) return show(asked, now, state, { not: 'said' });
    if (known === null && !(await wait())) return show(asked, now, state, { not: 'busy' });
    const kept = await sealHere(deps, state, asked.t.lang);
    if (kept === null) return nobody(asked, now);
    return receipt(asked, now, { state, kept });
  }

  function nobody(asked: StepAsked, now: Situation): Answer {
    const title = asked.t('report.title.card');
    return page(
      <Page asked={asked} title={title} slim>
        <div class="column">
          <MinorStop asked={asked} now={now} />
        </div>
      </Page>,
    );
  }

  /** The receipt's own form carries no answers any more: in another language the same code is shown. */
  async function again(asked: StepAsked, now: Situation, state: Started): Promise<Answer> {
    const code = await codeAgain(deps, state);
    if (code === null) throw new Refusal('withdrawn');
    return receipt(asked, now, { state, kept: { code, repeated: false } });
  }

  function receipt(
    asked: StepAsked,
    now: Situation,
    { state, kept }: { state: Started; kept: Kept },
  ): Answer {
    const signed = signState({ ...state, sent: true, fields: {} }, secret);
    const goes = goesOutside(leavingFrom(state.fields, now.active), asked.t);
    const view = <ReceiptPage {...{ frame: asked, now, kept, signed, goes }} shared={state.shared} />;
    return page(view, { secret: true });
  }
}

function begun(language: Lang, shared: boolean): Started {
  return {
    seed: toBase64url(newSeed()),
    list: codeList(language).id,
    sent: false,
    shared,
    stage: 'safe',
    returning: false,
    fields: {},
  };
}
