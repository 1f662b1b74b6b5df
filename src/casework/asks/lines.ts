/** Bodies, reports and asks as the desk names them. */
import {
  type About,
  type AskWay,
  askStandingOf,
  type Body,
  type Both,
  type Candidate,
  type May,
  needsHerWord,
  type Word,
} from '../../answer/index.ts';
import type { OpenReport } from '../../report/index.ts';
import type { Bundle } from './reading.ts';
import type { AskLine, Behind, BodyLine, Choice, HerWord, Named, Signed } from './wire.ts';

export function bodyLine(body: Body): BodyLine {
  const { id, name, kind, mail } = body;
  return { id, name, kind, hasMail: mail !== null, byHerWordOnly: needsHerWord(body) };
}

export const choice = ({ body, why, about }: Candidate): Choice => {
  return { ...bodyLine(body), why, reason: about };
};

/** What places, areas and bodies are called. */
export interface Names {
  bodies: ReadonlyMap<string, Body>;
  places: ReadonlyMap<string, { name: Both }>;
  areas: ReadonlyMap<string, { name: Both }>;
}

export function named(about: About, { places, areas }: Names): Named {
  const name = 'place' in about ? places.get(about.place)?.name : areas.get(about.area)?.name;
  return { ...about, name: name ?? { en: '', ar: '' } };
}

export function askLine({ way, names, today }: { way: AskWay; names: Names; today: string }): AskLine {
  const { ask } = way;
  const body = names.bodies.get(ask.body);
  if (body === undefined) throw new Error('An ask is to a body that is not there');
  return {
    id: ask.id,
    body: bodyLine(body),
    about: named(ask.about, names),
    kinds: ask.kinds,
    state: ask.state,
    standing: ask.sent === null ? null : askStandingOf(way, today),
    sent: ask.sent,
    due: ask.due,
    promised: ask.promised,
    paused: ask.paused !== null,
    madeBy: ask.madeBy,
    secondBy: ask.secondBy,
  };
}

/** What of a report stands open, with the word she gave about one body. */
export function behind(
  { open, filed }: Bundle,
  { names, word, may }: { names: Names; word: Word | null; may: May },
): Behind {
  return { ...ofReport({ open, filed }, names), may, word: word === null ? null : herWord(word) };
}

export function ofReport({ open, filed }: Pick<Bundle, 'open' | 'filed'>, { places }: Names) {
  return {
    report: open.id,
    kinds: open.kinds,
    month: open.week?.slice(0, 7) ?? null,
    place: open.place === null ? null : (places.get(open.place)?.name ?? null),
    marks: filed.marks,
    read: filed.opened,
    ask: open.consents.ask,
  };
}

export const herWord = ({ asked, said, day }: Word): HerWord => ({ asked, said, day });

export function signed(open: OpenReport, word: Word | null): Signed {
  const given =
    word === null || word.said === null || word.signature === null
      ? null
      : { number: word.number, said: word.said, signature: word.signature };
  return {
    recipient: open.recipient,
    signer: open.signer,
    consents: open.consents,
    consentsNumber: open.consentsNumber,
    consentsSignature: open.consentsSignature,
    word: given,
  };
}

export const wordOf = (words: readonly Word[], report: string, body: string): Word | null =>
  words.find((word) => word.report === report && word.body === body) ?? null;
