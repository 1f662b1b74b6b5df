/** Files of answers: for everybody once a caseworker has passed the words, for caseworkers before. */
import { Type } from 'typebox';
import { type Answer, bytes, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FileKind } from '../ask/model.ts';
import { askReader } from '../ask/store.ts';
import { answerStore } from './answer-store.ts';
import type { OfficerDeps } from './deps.ts';
import { typeOf } from './file/kind.ts';

const Numbers = Type.Object({
  ask: Type.String({ minLength: 1, maxLength: 60 }),
  answer: Type.Integer({ minimum: 1, maximum: 100_000 }),
  file: Type.Integer({ minimum: 1, maximum: 10 }),
});

/** Without a locale. */
export const filePath = (ask: string, answer: number, file: number): string =>
  `/asks/${ask}/files/${answer}/${file}`;

export const deskFilePath = (ask: string, answer: number, file: number): string =>
  `/desk/asks/${ask}/files/${answer}/${file}`;

export function fileRoutes({ db }: Pick<OfficerDeps, 'db'>): Route[] {
  return [
    route({
      method: 'GET',
      url: '/asks/:ask/files/:answer/:file',
      guard: 'everyone',
      localised: false,
      params: Numbers,
      async handle({ params }) {
        const way = await askReader(db).byId(params.ask);
        const answer = way?.answers.find(({ number }) => number === params.answer);
        const isShown =
          way?.ask.sent != null &&
          way.ask.paused === null &&
          answer?.confirmed != null &&
          answer.passed !== null &&
          answer.withheld === null;
        if (!isShown) throw new Refusal('not_found');
        return fileOf(db, params);
      },
    }),
    route({
      method: 'GET',
      url: '/desk/asks/:ask/files/:answer/:file',
      guard: { role: 'caseworker' },
      localised: false,
      params: Numbers,
      handle: ({ params }) => fileOf(db, params),
    }),
  ];
}

async function fileOf(
  db: OfficerDeps['db'],
  { ask, answer, file }: { ask: string; answer: number; file: number },
): Promise<Answer> {
  const found = await answerStore(db).file(ask, answer, file);
  if (found === null) throw new Refusal('not_found');
  return bytes(found.body, typeOf[found.kind], { headers: inert(found.kind, `answer-${answer}-${file}`) });
}

const ending: Readonly<Record<FileKind, string>> = { pdf: 'pdf', jpeg: 'jpg', png: 'png' };

/** Whatever is in it, it runs nothing, asks for nothing and is of no origin; a PDF is never shown by a browser of ours. */
function inert(kind: FileKind, name: string): Record<string, string> {
  const how = kind === 'pdf' ? 'attachment' : 'inline';
  return {
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `${how}; filename="${name}.${ending[kind]}"`,
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  };
}
