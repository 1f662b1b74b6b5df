/**
 * The way without script, pure: which page follows a pressed button. Open questions come one a page, the sealed ones
 * together on the last. What is typed is kept whatever button was pressed; only Continue and Send check it.
 */
import {
  type Fields,
  needsFiveDays,
  offersAsk,
  type Problem,
  path,
  problems,
  type Question,
  type QuestionId,
  questions,
} from '../questions.ts';

/** 'age' is the page that says what holds under 18; the age itself is sealed and asked on the last page. */
export const stages = [
  'safe',
  'who',
  'age',
  'kinds',
  'five_days',
  'known',
  'helped',
  'where',
  'wishes',
  'last',
] as const;
export type Stage = (typeof stages)[number];

/** What rides in the form: signed, never stored. */
export interface Started {
  /** N of the receipt, base64url: made once, when the form starts. */
  seed: string;
  /** What the code is drawn from: the list of the language the form was last shown in. */
  list: string;
  /** True once it was sent: then no answers ride along any more. */
  sent: boolean;
  shared: boolean;
  stage: Stage;
  /** True after Change on the last page: Continue goes back there. */
  returning: boolean;
  fields: Fields;
}

export type Pressed =
  | { go: 'continue' | 'back' | 'search' | 'send' | 'stay' }
  | { go: 'change'; question: QuestionId };

export interface Turned {
  state: Started;
  problems: readonly Problem[];
  /** All answers are there and Send was pressed. */
  send: boolean;
}

const cards: Partial<Record<Stage, (fields: Fields) => boolean>> = {
  five_days: needsFiveDays,
  known: (fields) => !offersAsk(fields),
};

const openQuestions: readonly Stage[] = ['who', 'kinds', 'helped', 'where', 'wishes'];
const isCard = (stage: Stage): boolean => !openQuestions.includes(stage) && stage !== 'last';

/** The pages of these answers, in order. */
export function stagesFor(fields: Fields): readonly Stage[] {
  const asked: readonly string[] = path(fields).map(({ id }) => id);
  return stages.filter((stage) =>
    openQuestions.includes(stage) ? asked.includes(stage) : (cards[stage]?.(fields) ?? true),
  );
}

/** The questions that stand on a page. */
export function questionsOn(stage: Stage, fields: Fields): readonly Question[] {
  if (stage === 'last') return path(fields).filter(({ sealed }) => sealed);
  return questions.filter(({ id }) => openQuestions.includes(stage) && id === stage);
}

/** Finer place belongs to `where`, and is sealed: it is asked on the last page. */
const sealedWhere = ['direction', 'place_words'];

function fieldsOn(stage: Stage, fields: Fields): readonly string[] {
  const own = questionsOn(stage, fields).flatMap((question) => question.fields);
  if (stage === 'last') return [...own, ...sealedWhere];
  return own.filter((field) => !sealedWhere.includes(field));
}

/** Takes what stood on the page; a box that was unticked is taken as nothing, what stood elsewhere is not touched. */
export function taken(state: Started, form: Fields): Fields {
  const given = fieldsOn(state.stage, state.fields).map((field) => [field, form[field] ?? []] as const);
  return { ...state.fields, ...Object.fromEntries(given) };
}

/** Presses a button on the page of `state`. `form`: what was typed there. */
export function turn(state: Started, pressed: Pressed, form: Fields): Turned {
  const fields = taken(state, form);
  const here = { ...state, fields };
  switch (pressed.go) {
    case 'search':
    case 'stay':
      return shown(here);
    case 'back':
      return shown({ ...here, stage: neighbour(state.stage, -1, fields), returning: false });
    case 'change':
      return shown({ ...here, stage: stageOf(pressed.question), returning: true });
    case 'continue': {
      const wrong = wrongOn(state.stage, fields);
      if (wrong.length > 0) return shown(here, wrong);
      const next = after(here);
      return shown({ ...here, stage: next, returning: state.returning && next !== 'last' });
    }
    case 'send': {
      const wrong = problems(fields);
      return wrong.length > 0 ? sendBack(here, wrong) : { state: here, problems: [], send: true };
    }
  }
}

const shown = (state: Started, wrong: readonly Problem[] = []): Turned => ({
  state,
  problems: wrong,
  send: false,
});

/** A page that was skipped by hand is shown first; what is wrong on the last page is said there. */
function sendBack(here: Started, wrong: readonly Problem[]): Turned {
  const early = stagesFor(here.fields).find(
    (stage) => stage !== 'last' && wrongOn(stage, here.fields).length > 0,
  );
  if (early === undefined) return shown({ ...here, stage: 'last' }, wrong);
  return shown({ ...here, stage: early, returning: true }, wrongOn(early, here.fields));
}

function wrongOn(stage: Stage, fields: Fields): readonly Problem[] {
  return questionsOn(stage, fields)
    .flatMap((question) => question.problems(fields))
    .filter(({ field }) => stage === 'last' || !sealedWhere.includes(field));
}

/** After a change the way leads back to the last page, unless the change calls for a card or opens a new question. */
function after({ stage, returning, fields }: Started): Stage {
  const next = neighbour(stage, 1, fields);
  if (!returning || isCard(next)) return next;
  return stagesFor(fields).find((one) => one !== 'last' && wrongOn(one, fields).length > 0) ?? 'last';
}

/** The next or previous page; a page that is no longer on the way counts where it stood. */
function neighbour(stage: Stage, direction: 1 | -1, fields: Fields): Stage {
  const on = stagesFor(fields);
  const at = stages.indexOf(stage);
  const ahead = on.filter((one) => stages.indexOf(one) * direction > at * direction);
  return (direction === 1 ? ahead[0] : ahead.at(-1)) ?? stage;
}

function stageOf(question: QuestionId): Stage {
  return openQuestions.find((stage) => stage === question) ?? 'last';
}

/** Reads a pressed button: 'continue', 'back', 'change:kinds', 'send', 'send:' and readers; anything else changes nothing. */
export function readPressed(go: string): Pressed {
  if (go.startsWith('send:')) return { go: 'send' };
  if (go === 'continue' || go === 'back' || go === 'search' || go === 'send') return { go };
  const question = go.startsWith('change:') ? questions.find(({ id }) => id === go.slice(7)) : undefined;
  return question ? { go: 'change', question: question.id } : { go: 'stay' };
}

/** "Question 3": its place among the pages that ask. */
export function numberOf(stage: Stage, fields: Fields): number {
  return (
    stagesFor(fields)
      .filter((one) => openQuestions.includes(one) || one === 'last')
      .indexOf(stage) + 1
  );
}
