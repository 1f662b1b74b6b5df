/** The public interface, described (OpenAPI 3.1): from the same shapes that the answers are made by. Pure. */
import type { TSchema } from 'typebox';
import { AreasShape, AsksShape, BodiesShape, OneAskShape, ProblemShape } from './shapes.ts';

interface Described {
  path: string;
  /** What it answers, in a line. */
  summary: string;
  name: string;
  shape: TSchema;
  /** A part of the path. */
  param?: string;
}

export const described: readonly Described[] = [
  {
    path: '/api/v1/bodies',
    summary: 'Who answers: bodies, what they were asked and what became of it; and corrections of ours',
    name: 'Bodies',
    shape: BodiesShape,
  },
  { path: '/api/v1/asks', summary: 'Every ask that is public, oldest first', name: 'Asks', shape: AsksShape },
  { path: '/api/v1/asks/{id}', summary: 'One ask', name: 'OneAsk', shape: OneAskShape, param: 'id' },
  {
    path: '/api/v1/areas',
    summary: 'Areas, who answers for them, and the asks about them',
    name: 'Areas',
    shape: AreasShape,
  },
];

export function openapi(site: string, title: string) {
  const answerOf = (name: string, description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const problem = { 404: answerOf('Problem', 'Not known'), 410: answerOf('Problem', 'No longer published') };
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Acts of the organisation and of bodies. Nothing here counts reports; reports are what people told us, not findings.',
    },
    servers: [{ url: site }],
    paths: Object.fromEntries(
      described.map(({ path, summary, name, param }) => [
        path,
        {
          get: {
            summary,
            operationId: name,
            ...(param === undefined
              ? {}
              : { parameters: [{ name: param, in: 'path', required: true, schema: { type: 'string' } }] }),
            responses: { 200: answerOf(name, summary), ...(param === undefined ? {} : problem) },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        [...described, { name: 'Problem', shape: ProblemShape }].map(({ name, shape }) => [name, shape]),
      ),
    },
  };
}
