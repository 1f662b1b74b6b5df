/** The panel for files, and the way in for them, a sealed piece at a time: nothing but fields that stay open and ciphertext. */
import { Type } from 'typebox';
import { json, page, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ReportDeps } from '../deps.ts';
import { bundleShape, reportIdShape } from '../submission.ts';
import { isAgeFile } from '../submit.ts';
import { FilesPanel } from '../views/files.tsx';
import { largestPiece, mostFiles, mostPieces } from './model.ts';
import { filesReader } from './store.ts';
import { takePiece } from './take.ts';

const fields = { additionalProperties: false } as const;
/** Fields of a form are text. */
const digits = (most: number) => Type.String({ pattern: '^(0|[1-9]\\d*)$', maxLength: String(most).length });

export function fileRoutes(deps: ReportDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/report/files',
      guard: 'everyone',
      localised: true,
      limit: 'page',
      handle: async ({ t }) => page(<FilesPanel t={t} />),
    }),
    route({
      method: 'POST',
      url: '/api/pieces/there',
      guard: 'everyone',
      localised: false,
      limit: 'piece',
      body: Type.Object({ bundle: bundleShape, report: reportIdShape }, fields),
      // Her phone drew the bundle's name, and nobody else was told it.
      handle: async ({ body: { bundle, report } }) => json(await filesReader(deps.db).there(bundle, report)),
    }),
    route({
      method: 'POST',
      url: '/api/pieces',
      guard: 'everyone',
      localised: false,
      limit: 'piece',
      body: Type.Object(
        {
          bundle: bundleShape,
          report: reportIdShape,
          item: Type.String({ pattern: '^(told|addition-[1-9]\\d{0,5})$' }),
          file: digits(mostFiles),
          number: digits(mostPieces),
          work: digits(Number.MAX_SAFE_INTEGER),
        },
        fields,
      ),
      bodyLimit: largestPiece + 8 * 1024,
      // Whether it may come is known from its fields, and those are read with it: the bound is its size.
      files: { each: largestPiece, knock: async () => {} },
      async handle({ body, files }) {
        const sealed = files[0]?.bytes;
        const [file, number, work] = [body.file, body.number, body.work].map(Number) as [
          number,
          number,
          number,
        ];
        if (files.length !== 1 || !sealed || !isAgeFile(sealed))
          throw new Refusal('unreadable', { field: 'piece' });
        if (file < 1 || file > mostFiles) throw new Refusal('unreadable', { field: 'file' });
        if (number < 1 || number > mostPieces) throw new Refusal('unreadable', { field: 'number' });
        await takePiece(deps, { ...body, file, number, work, body: sealed });
        return json({});
      },
    }),
  ];
}
