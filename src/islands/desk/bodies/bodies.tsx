/** Who answers for what: bodies to edit, addresses to confirm, files to take in. Needs no keys. */
import type { BodiesAnswer, BodyLine } from '../../../casework/bodies/wire.ts';
import { Details } from '../../../web/ui/details.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';
import { BodyEdit } from './body-edit.tsx';
import { TermsOfBody } from './body-terms.tsx';
import { TakeFile } from './take-file.tsx';

export function Bodies() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('bodies', () => ask<BodiesAnswer>('bodies'));
  const bodies = value?.bodies ?? [];
  const waiting = bodies.filter(({ newMail }) => newMail !== null);
  return (
    <div class="beside desk">
      <div class="stack-7">
        <div class="stack-5">
          <h1>{t('casework.page.bodies')}</h1>
          <p>{t('casework.bodies.what')}</p>
          <Trouble error={problem} t={t} again={again} />
        </div>
        {waiting.length > 0 && <Waiting bodies={waiting} changed={again} />}
        <section class="stack" aria-labelledby="bodies-title">
          <h2 id="bodies-title">{t('casework.bodies.all', { n: bodies.length })}</h2>
          <ul class="list">
            {bodies.map((body) => (
              <li key={body.id} class="whole">
                <Line body={body} bodies={bodies} changed={again} />
              </li>
            ))}
          </ul>
          {value && bodies.length === 0 && <p>{t('casework.bodies.none')}</p>}
        </section>
      </div>
      <div class="stack-5 aside">
        <section class="stack-2" aria-labelledby="new-body-title">
          <h2 id="new-body-title">{t('casework.bodies.new')}</h2>
          <Details summary={t('casework.bodies.new.open')}>
            <BodyEdit body={null} bodies={bodies} saved={again} />
          </Details>
        </section>
        <TakeFile taken={again} />
      </div>
    </div>
  );
}

function Line({ body, bodies, changed }: { body: BodyLine; bodies: readonly BodyLine[]; changed(): void }) {
  const { t } = useDesk();
  const above = bodies.find(({ id }) => id === body.parent);
  const where = above && t('casework.bodies.below', { name: t.of(above.name) });
  return (
    <div class="stack-2">
      <b dir="auto">{t.of(body.name)}</b>
      <p class="meta">
        <span>{t(`answer.kind.${body.kind}`)}</span>
        {where && <span dir="auto">{where}</span>}
        {body.mail === null ? <span>{t('casework.bodies.no_mail')}</span> : <bdi dir="ltr">{body.mail}</bdi>}
        {!body.publicDuty && body.basis === null && (
          <span class="tag mind">{t('casework.bodies.no_basis')}</span>
        )}
        {body.nameWanted && <span class="tag mind">{t('answer.name_wanted')}</span>}
      </p>
      <Details summary={t('casework.bodies.edit', { name: t.of(body.name) })}>
        <BodyEdit body={body} bodies={bodies} saved={changed} />
      </Details>
      <TermsOfBody body={body} />
    </div>
  );
}

/** New addresses. Nothing is sent to one before somebody else has compared it. */
function Waiting({ bodies, changed }: { bodies: readonly BodyLine[]; changed(): void }) {
  const { t } = useDesk();
  return (
    <section class="stack" aria-labelledby="mails-title">
      <h2 id="mails-title">{t('casework.mails')}</h2>
      <p>{t('casework.mails.why')}</p>
      {bodies.map((body) => (
        <NewMail key={`${body.id} ${body.newMail?.mail}`} body={body} changed={changed} />
      ))}
    </section>
  );
}

function NewMail({ body, changed }: { body: BodyLine; changed(): void }) {
  const desk = useDesk();
  const { t, me } = desk;
  const act = useAct();
  const { newMail } = body;
  if (newMail === null) return null;
  const settle = (path: string, more: object, said: string) =>
    act.run(async () => {
      await ask(path, { body: body.id, ...more });
      desk.say(said);
      changed();
    });
  const own = newMail.by?.id === me.id;
  const may = me.roles.includes('caseworker') && !own;
  const from = newMail.by
    ? t('casework.mails.by', { name: newMail.by.name, day: t.day(newMail.day) })
    : t('casework.mails.by_file', { day: t.day(newMail.day) });
  return (
    <Note kind="mind" title={t.of(body.name)}>
      <p>
        <bdi dir="ltr">{body.mail ?? t('casework.bodies.no_mail')}</bdi> <span aria-hidden="true">→</span>{' '}
        <b>
          <bdi dir="ltr">{newMail.mail}</bdi>
        </b>
      </p>
      <p class="small">{from}</p>
      {may ? (
        <p>{t('casework.mails.compare')}</p>
      ) : (
        <p>{t(own ? 'casework.mails.own' : 'casework.mails.not_you')}</p>
      )}
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        {may && (
          <button
            type="button"
            class="btn"
            disabled={act.busy}
            onClick={() => settle('bodies/confirm', { mail: newMail.mail }, t('casework.mails.confirmed'))}
          >
            {t('casework.mails.confirm')}
          </button>
        )}
        <button
          type="button"
          class="btn second"
          disabled={act.busy}
          onClick={() => settle('bodies/drop', {}, t('casework.mails.dropped'))}
        >
          {t('casework.mails.drop')}
        </button>
      </p>
    </Note>
  );
}
