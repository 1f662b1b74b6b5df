/** Who answers for the place, as far as anybody has said so, each with the reason. An ask begins from here; nothing is sent by it. */
import type { Answerers as Found } from '../../casework/wire.ts';
import { useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { Link } from './link.tsx';
import { Trouble } from './problem.tsx';

/** `round`: changes when the report does, since a mark of a colleague can leave an office out. */
export function Answerers({ id, round }: { id: string; round: string }) {
  const { t, me } = useDesk();
  const { value, problem, again } = useLoaded(`${id} ${round}`, () => ask<Found>(`answerers/${id}`));
  return (
    <section class="stack-2" aria-labelledby="answerers-title" data-answerers>
      <h2 id="answerers-title">{t('casework.answerers')}</h2>
      <Trouble error={problem} t={t} again={again} />
      {value?.none && <p>{t(`casework.answerers.${value.none}`)}</p>}
      {value && value.bodies.length > 0 && (
        <>
          <ol class="stack-2" aria-label={t('casework.answerers.order')}>
            {value.bodies.map(({ name, why, about }) => (
              <li key={name.en}>
                <b dir="auto">{t.of(name)}</b>
                <p class="small quiet">{t(`answer.why.${why}`, { about: t.of(about) })}</p>
              </li>
            ))}
          </ol>
          {me.roles.includes('caseworker') && (
            <p>
              <Link to={{ page: 'draft', from: { report: id } }}>{t('casework.answerers.begin')}</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}
