import { Type } from 'typebox';
import type { Asked as Asking, Person, Route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { callsFor } from '../calls.ts';
import { ofReport } from '../shapes.ts';
import {
  askHer,
  changeDraft,
  changeWish,
  check,
  discardAsk,
  giveSecond,
  makeDraft,
  sendAsk,
  stopAsk,
} from './act.ts';
import { choicesOf, groupsOf, ofOne } from './groups.ts';
import { asksOf } from './list.ts';
import { proofsOf } from './proof.ts';
import type { AskNeeds } from './reading.ts';
import { said } from './said.ts';
import * as shapes from './shapes.ts';
import { oneAsk } from './view.ts';

type T = Asking['t'];

/** For caseworkers alone: an organiser opens nothing, and whoever reads from outside sends nothing. */
export function askRoutes(deps: AskNeeds): Route[] {
  const { get, post: plain } = callsFor({ role: 'caseworker' });
  const post: typeof plain = (url, body, answer) =>
    plain(url, body, (person, given, asked) => inWords(asked.t, answer(person, given, asked)));
  const none = Type.Object({}, { additionalProperties: false });
  const of = (person: Person) => said(deps, person);
  return [
    get('/desk/api/asks', none, (person) => asksOf(deps, person)),
    get('/desk/api/asks/groups', none, (person) => groupsOf(deps, person)),
    get('/desk/api/asks/choices', none, () => choicesOf(deps)),
    get('/desk/api/asks/of/:report', ofReport, (person, { report }) => ofOne(deps, person, report)),
    get('/desk/api/asks/:ask', shapes.OfAsk, (person, { ask }) => oneAsk(deps.db, deps, { person, ask })),
    post('/desk/api/asks/proof', shapes.ForProof, (person, { reports }) => proofsOf(deps, person, reports)),
    post('/desk/api/asks/check', shapes.Drafted, (person, body) => check(deps, person, body)),
    post('/desk/api/asks/draft', shapes.Drafted, (person, body) => makeDraft(deps, person, body)),
    post('/desk/api/asks/redraft', shapes.Redrafted, (person, body) => changeDraft(deps, person, body)),
    post('/desk/api/asks/second', shapes.OfVersion, (person, body) => giveSecond(deps, person, body)),
    post('/desk/api/asks/send', shapes.Sent, (person, body) => sendAsk(deps, person, body)),
    post('/desk/api/asks/stop', shapes.OfVersion, (person, body) => stopAsk(deps, person, body)),
    post('/desk/api/asks/discard', shapes.OfVersion, (person, body) => discardAsk(deps, person, body)),
    post('/desk/api/asks/question', shapes.Asked, (person, body) => askHer(deps, person, body)),
    post('/desk/api/asks/wish', shapes.WishGiven, (_, { wish }) => changeWish(deps, wish)),
    post('/desk/api/asks/pass', shapes.OfNumber, (person, body) => of(person).pass(body)),
    post('/desk/api/asks/withhold', shapes.Withheld, (person, body) => of(person).withhold(body)),
    post('/desk/api/asks/tell', shapes.Told, (person, body) => of(person).tell(body)),
    post('/desk/api/asks/paper', shapes.OnPaper, (person, body) => of(person).paper(body)),
    post('/desk/api/asks/visit', shapes.Visited, (person, body) => of(person).visit(body)),
    post('/desk/api/asks/pause', shapes.OfAsk, (person, body) => of(person).pause(body)),
    post('/desk/api/asks/resume', shapes.OfAsk, (person, body) => of(person).resume(body)),
    post('/desk/api/asks/done', shapes.OfNumber, (person, body) => of(person).done(body)),
  ];
}

/** What a refusal names by the catalogue's keys, it says in the asker's words. */
async function inWords<R>(t: T, answer: Promise<R>): Promise<R> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const names = String(error.params.what ?? '')
      .split(',')
      .filter(Boolean);
    if (error.code === 'ask_checks') {
      const what = t.list(names.map((name) => t(`answer.check.${name as 'read'}`)));
      throw new Refusal('ask_checks', { what });
    }
    if (error.code === 'ask_changed') {
      const what = t.list(names.map((name) => t(`casework.ask.field.${name as 'body'}`)));
      const name = String(error.params.name || t('casework.ask.somebody'));
      throw new Refusal('ask_changed', { name, what: what || t('casework.ask.field.state') });
    }
    throw error;
  }
}
