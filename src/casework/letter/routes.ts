import { Type } from 'typebox';
import { areaReader, askReader, bodyReader, type PublicAsk, publicAsk } from '../../answer/index.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseworkDeps } from '../deps.ts';
import { letterPage } from './page.tsx';

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'places' | 'publicUrl' | 'letter'>;

/** An ask on paper, for a body without mail. It holds what the public page holds, and nothing else. */
export function letterRoutes(deps: Needs): Route[] {
  return [
    route({
      method: 'GET',
      url: '/desk/asks/:id/letter',
      guard: { role: 'caseworker' },
      localised: true,
      params: Type.Object({ id: Type.String({ pattern: '^[\\w-]{1,64}$' }) }),
      async handle(asked) {
        const ask = await asEverybodySees(deps, asked.params.id);
        return letterPage(asked, {
          ask,
          organisation: deps.installation.name,
          address: deps.letter.address,
          first: deps.letter.first,
          publicUrl: deps.publicUrl(),
        });
      },
    }),
  ];
}

/** Refusal 'letter_none' for what was not sent, what is paused and what is not there. */
async function asEverybodySees(deps: Needs, id: string): Promise<PublicAsk> {
  const { db, clock, installation, places } = deps;
  const way = await askReader(db).byId(id);
  if (way === null) throw new Refusal('letter_none');
  const { body, about } = way.ask;
  const [found, place, areas] = await Promise.all([
    bodyReader(db).byId(body),
    'place' in about ? places.byId(about.place) : null,
    'area' in about ? areaReader(db).all() : [],
  ]);
  const ask = publicAsk(
    way,
    {
      bodies: new Map(found ? [[body, found]] : []),
      places: new Map(place ? [[place.id, place]] : []),
      areas: new Map(areas.map((area) => [area.id, area])),
    },
    dayIn(installation.zone, clock.now()),
  );
  if (ask === null) throw new Refusal('letter_none');
  return ask;
}
