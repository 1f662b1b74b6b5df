/** The list of tasks before opening: for organisers; what is lawful also for the caseworkers who agree to it. */
import { Type } from 'typebox';
import { type Answer, page, type Route, redirect, route } from '../../platform/http/index.ts';
import { codeList, digits, fingerprint, showCode } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { here } from '../access/routes.ts';
import type { CaseworkDeps } from '../deps.ts';
import { literals } from '../shapes.ts';
import { agreements, factsOf } from './facts.ts';
import { BackupPage, LinesPage, longestText, MailPage, TextPage } from './forms.tsx';
import type { SetUpAsked, Typed } from './frame.tsx';
import { LawfulPage } from './lawful-page.tsx';
import { ListPage } from './list-page.tsx';
import { backupMistakes, callMistakes, lawfulMistakes, type Mistakes, textMistakes } from './mistakes.ts';
import { confirmings, type Feature, features, texts, verdicts } from './model.ts';
import { PostersPage } from './posters-page.tsx';
import { agree, called, confirm, decide, rehearsedRestore, sendTestMail, typedCode, write } from './say.ts';
import { sayTogether } from './together.ts';

const url = '/desk/set-up';
const organiser = { guard: { role: 'organiser' }, localised: true } as const;
const text = (maxLength: number) => Type.String({ maxLength });
const unsent = Type.Optional(Type.String({ maxLength: 20 }));

export function setUpRoutes(deps: CaseworkDeps): Route[] {
  const facts = () => factsOf(deps);
  const wordsIn = (lang: string) =>
    showCode(fingerprint(deps.installation.root, lang === 'en' ? codeList('en') : digits));

  async function lawful(
    asked: SetUpAsked,
    more: { mistakes?: Mistakes; typed?: Typed & { feature: Feature } } = {},
  ) {
    const { said } = await facts();
    const agreed = await agreements(deps.db, said);
    return page(<LawfulPage {...{ asked, said, agreed }} {...more} />, status(more.mistakes));
  }
  const lines = async (asked: SetUpAsked, more: Again = {}) =>
    page(<LinesPage asked={asked} facts={await facts()} {...more} />, status(more.mistakes));
  const backup = async (asked: SetUpAsked, more: Again = {}) =>
    page(<BackupPage asked={asked} facts={await facts()} {...more} />, status(more.mistakes));
  const mailing = async (asked: SetUpAsked, more: Again = {}) =>
    page(<MailPage asked={asked} facts={await facts()} {...more} />, status(more.mistakes));

  return [
    route({
      ...organiser,
      method: 'GET',
      url,
      handle: async (asked) =>
        page(<ListPage asked={asked} facts={await facts()} words={wordsIn(asked.t.lang)} />),
    }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/confirm`,
      body: Type.Object({ what: literals(confirmings) }),
      handle: async ({ person, body, link }) => {
        await confirm(deps, here(person), body.what);
        return redirect(link(`${url}#${body.what === 'cards' ? 'root' : body.what}`));
      },
    }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/together`,
      body: Type.Object({ two: literals(['yes', 'no'] as const) }),
      handle: async ({ person, body, link }) => {
        await sayTogether(deps, here(person), body.two === 'yes');
        return redirect(link(`${url}#together`));
      },
    }),
    route({
      method: 'GET',
      url: `${url}/lawful`,
      guard: { anyOf: ['organiser', 'caseworker'] },
      localised: true,
      handle: (asked) => lawful(asked),
    }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/lawful`,
      body: Type.Object({
        feature: literals(features),
        verdict: Type.Optional(literals(verdicts)),
        number: text(100),
        by: text(100),
        on: text(20),
      }),
      handle: async (asked) => {
        const { feature, verdict, number, by, on } = asked.body;
        const { today } = await facts();
        const typed = { feature, verdict, number, by, on };
        const mistakes = lawfulMistakes(typed, { t: asked.t, today });
        if (mistakes.length > 0 || verdict === undefined) return lawful(asked, { mistakes, typed });
        const decided = { verdict, number: number.trim(), decidedBy: by.trim(), decidedOn: on };
        await decide(deps, here(asked.person), feature, decided);
        return redirect(asked.link(`${url}/lawful#${feature}`));
      },
    }),
    route({
      method: 'POST',
      url: `${url}/agree`,
      guard: { role: 'caseworker' },
      localised: true,
      body: Type.Object({ upTo: Type.Integer({ minimum: 1 }) }),
      handle: async ({ person, body, link }) => {
        await agree(deps, here(person), body.upTo);
        return redirect(link(`${url}/lawful#agreed`));
      },
    }),
    route({ ...organiser, method: 'GET', url: `${url}/lines`, handle: (asked) => lines(asked) }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/lines`,
      body: Type.Object({
        line: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
        caller: text(100),
        on: text(20),
        answered: unsent,
        minutes: text(3),
      }),
      handle: async (asked) => {
        const { today } = await facts();
        const typed = asked.body;
        const mistakes = callMistakes(typed, { t: asked.t, today });
        if (mistakes.length > 0) return lines(asked, { mistakes, typed });
        const { line, caller, on, answered, minutes } = typed;
        const waitMinutes = answered === 'yes' && minutes.trim() !== '' ? Number(minutes) : null;
        await called(deps, here(asked.person), {
          line,
          caller: caller.trim(),
          on,
          answered: answered === 'yes',
          waitMinutes,
        });
        return redirect(asked.link(`${url}/lines#line-${line}`));
      },
    }),
    route({
      ...organiser,
      method: 'GET',
      url: `${url}/posters`,
      handle: async (asked) => {
        const { house, lines, today } = await facts();
        const { name: organisation, address } = house;
        return page(<PostersPage {...{ asked, organisation, address, wordsIn, lines, today }} />);
      },
    }),
    route({ ...organiser, method: 'GET', url: `${url}/backup`, handle: (asked) => backup(asked) }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/backup`,
      body: Type.Object({ who: text(100), on: text(20) }),
      handle: async (asked) => {
        const { today } = await facts();
        const typed = asked.body;
        const mistakes = backupMistakes(typed, { t: asked.t, today });
        if (mistakes.length > 0) return backup(asked, { mistakes, typed });
        await rehearsedRestore(deps, here(asked.person), { who: typed.who.trim(), on: typed.on });
        return redirect(asked.link(`${url}#backup`));
      },
    }),
    route({ ...organiser, method: 'GET', url: `${url}/mail`, handle: (asked) => mailing(asked) }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/mail`,
      limit: 'code',
      body: Type.Object({ to: text(254) }),
      handle: async (asked): Promise<Answer> => {
        const to = asked.body.to.trim();
        try {
          await sendTestMail(deps, here(asked.person), to);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'mail_address') throw error;
          const mistake = { field: 'to', text: asked.t('refusal.mail_address.help', error.params) };
          return mailing(asked, { mistakes: [mistake], typed: { to } });
        }
        return redirect(asked.link(`${url}/mail#code`));
      },
    }),
    route({
      ...organiser,
      method: 'POST',
      url: `${url}/mail/code`,
      limit: 'code',
      body: Type.Object({ code: text(40) }),
      handle: async (asked) => {
        if (await typedCode(deps, here(asked.person), asked.body.code))
          return redirect(asked.link(`${url}#mail`));
        return mailing(asked, { mistakes: [{ field: 'code', text: asked.t('setup.mail.code.wrong') }] });
      },
    }),
    ...texts.flatMap((name) => [
      route({
        ...organiser,
        method: 'GET',
        url: `${url}/texts/${name}`,
        handle: async (asked) => page(<TextPage asked={asked} facts={await facts()} name={name} />),
      }),
      route({
        ...organiser,
        method: 'POST',
        url: `${url}/texts/${name}`,
        body: Type.Object({ en: text(longestText), ar: text(longestText) }),
        handle: async (asked) => {
          const typed = asked.body;
          const mistakes = textMistakes(typed, asked.t);
          if (mistakes.length > 0)
            return page(
              <TextPage asked={asked} facts={await facts()} name={name} mistakes={mistakes} typed={typed} />,
              status(mistakes),
            );
          await write(deps, here(asked.person), name, { en: typed.en.trim(), ar: typed.ar.trim() });
          return redirect(asked.link(`${url}#texts`));
        },
      }),
    ]),
  ];
}

interface Again {
  mistakes?: Mistakes;
  typed?: Typed;
}

const status = (mistakes: Mistakes = []) => (mistakes.length === 0 ? {} : { status: 422 });
