/** From the form over the preview to the code. What was typed rides in the form; only files are kept on the way. */
import { type Static, Type } from 'typebox';
import { addDays, dayIn } from '../../platform/clock.ts';
import { type Answer, type Asked, type Route, redirect, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { termsOf } from '../clock/terms.ts';
import { admitted, type Officer, Token } from './admitted.tsx';
import { writeAnswer } from './code.ts';
import type { OfficerDeps } from './deps.ts';
import { largestFile, mostFiles } from './file/kind.ts';
import { fields, kindsFor, lines, nothingTyped, type Reading, readTyped, type Typed } from './form.ts';
import { asIf, standOf } from './given.ts';
import { openLink } from './link.ts';
import { isOpened } from './opened.ts';
import { type Taken, takeFiles } from './take.ts';
import { FormPage } from './views/form.tsx';
import { officerPage, pathOf } from './views/frame.tsx';
import { PreviewPage } from './views/preview.tsx';

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** Generous: what is too long is said beside the field, with everything that was typed. */
const Form = Type.Object({
  go: Type.Optional(Type.Enum(['preview', 'change', 'send'])),
  shown: Type.Optional(Type.Literal('preview')),
  language: text(5),
  kind: text(20),
  promised: text(100),
  days: text(100),
  words: text(20_000),
  office: text(2_000),
  kept: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }), { maxItems: 20 })),
});

/** All files as large as they may be, and one more, whose refusal is then a sentence beside the field. */
const bodyLimit = (mostFiles + 1) * largestFile + 256 * 1024;

export function answerRoutes(deps: OfficerDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/o/:token/answer',
      guard: 'everyone',
      localised: true,
      params: Token,
      handle: (asked) =>
        admitted(deps, asked, (officer) =>
          isOpened(officer.shown.way.events)
            ? form(asked, officer, { typed: nothingTyped })
            : redirect(asked.link(pathOf(asked.params.token))),
        ),
    }),
    route({
      method: 'POST',
      url: '/o/:token/answer',
      guard: 'everyone',
      localised: true,
      params: Token,
      body: Form,
      bodyLimit,
      files: {
        each: largestFile,
        async knock({ params, clock }) {
          const today = dayIn(deps.installation.zone, clock.now());
          if ((await openLink(deps.db, params.token, today)) === null) throw new Refusal('link_over');
        },
      },
      handle: (asked) => admitted(deps, asked, (officer) => sent(deps, asked, officer)),
    }),
  ];
}

type Sent = Asked<{ token: string }, unknown, Static<typeof Form>>;

async function sent(deps: OfficerDeps, asked: Sent, officer: Officer): Promise<Answer> {
  const { body, files } = asked;
  const { link, shown, today } = officer;
  const typed = typedIn(body);
  const taken = await takeFiles(deps.db, {
    link: link.hash,
    kept: body.kept ?? [],
    sent: files.filter(({ field }) => field === 'file'),
    today: addDays(today, -1),
  });
  const reading = readTyped(typed, standOf(shown.way), today);
  const isSwitch = body.go === undefined;
  if (body.go === 'change' || (isSwitch && body.shown === undefined))
    return form(asked, officer, { typed, taken });
  if (reading.answer === null || taken.wrong.length > 0)
    return form(asked, officer, { typed, taken, reading });
  if (body.go !== 'send') return preview(deps, asked, { officer, typed, taken, answer: reading.answer });
  const uploads = taken.uploads.map(({ id }) => id);
  const answer = reading.answer;
  const number = await deps.db
    .transaction()
    .execute((tx) => writeAnswer(tx, deps, { link, answer, uploads }));
  return redirect(asked.link(pathOf(asked.params.token, `/code/${number}`)));
}

function typedIn(body: Sent['body']): Typed {
  return Object.fromEntries(fields.map((name) => [name, body[name] ?? ''])) as unknown as Typed;
}

interface Filled {
  typed: Typed;
  taken?: Taken;
  reading?: Reading;
}

function form(asked: Asked<{ token: string }>, officer: Officer, { typed, taken, reading }: Filled): Answer {
  const { shown, today } = officer;
  const wrong = reading?.wrong ?? [];
  const wrongFiles = taken?.wrong ?? [];
  const isWrong = wrong.length > 0 || wrongFiles.length > 0;
  return officerPage(
    <FormPage
      asked={asked}
      token={asked.params.token}
      ask={shown.ask}
      kinds={kindsFor(standOf(shown.way), today)}
      uploads={taken?.uploads ?? []}
      {...{ typed, wrong, wrongFiles, today }}
    />,
    { status: isWrong ? 422 : 200 },
  );
}

async function preview(
  deps: OfficerDeps,
  asked: Sent,
  filled: { officer: Officer; typed: Typed; taken: Taken; answer: NonNullable<Reading['answer']> },
): Promise<Answer> {
  const { officer, typed, taken, answer } = filled;
  const { shown, today } = officer;
  const files = taken.uploads.map(({ kind, bytes }, at) => ({ number: at + 1, kind, bytes }));
  const terms = await termsOf(deps.db, shown.ask.body.id);
  const way = asIf(shown.way, { ...answer, files }, { today, terms });
  const ask = way === null ? null : shown.as(way);
  if (ask === null) throw new Refusal('answer_not_now');
  return officerPage(
    <PreviewPage
      asked={asked}
      token={asked.params.token}
      typed={{ ...typed, words: lines(typed.words) }}
      uploads={taken.uploads}
      wanted={shown.wanted}
      {...{ ask, today }}
    />,
  );
}
