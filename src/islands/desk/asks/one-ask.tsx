/** One ask: while it is a draft, its checks and who still has to read it; once sent, its way and what the body said. */
import { useState } from 'preact/hooks';
import type { OneAsk as Answer } from '../../../casework/asks/wire.ts';
import { Icon } from '../../../web/ui/icon.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';
import { Checks } from './checks.tsx';
import { dayOf } from './day-of.ts';
import { fromAsk } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { Pausing } from './pausing.tsx';
import { Said } from './said.tsx';
import { Sending } from './sending.tsx';
import { Visits } from './visits.tsx';
import { AskWay } from './way.tsx';

export function OneAsk({ id }: { id: string }) {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded(`ask ${id}`, () => ask<Answer>(`asks/${id}`));
  const [newer, setNewer] = useState<Answer | null>(null);
  const one = newer ?? value;
  return (
    <div class="stack-5">
      <Link class="back" to={{ page: 'asks' }}>
        <Icon name="chevron-left" flip />
        {t('casework.page.asks')}
      </Link>
      <Trouble
        error={problem}
        t={t}
        again={() => {
          setNewer(null);
          again();
        }}
      />
      {!one && !problem && <p class="quiet">{t('casework.loading')}</p>}
      {one && <Shown key={one.version} one={one} changed={setNewer} />}
    </div>
  );
}

function Shown({ one, changed }: { one: Answer; changed(next: Answer): void }) {
  const { t } = useDesk();
  const [editing, setEditing] = useState(false);
  const { line, page } = one;
  const isSent = line.sent !== null;
  return (
    <>
      <div class="head stack-2">
        <h1 dir="auto">
          {t('casework.asks.line', { body: t.of(line.body.name), place: t.of(line.about.name) })}
        </h1>
        <p class="meta">
          <span class="tag">
            {line.standing ? t(`public.standing.${line.standing}`) : t(`casework.ask.state.${line.state}`)}
          </span>
          {line.paused && <span class="tag mind">{t('casework.ask.paused')}</span>}
          {dayOf(line, t) && <span>{dayOf(line, t)}</span>}
          <span>{t('casework.ask.made_by', { name: one.names[line.madeBy] ?? line.madeBy })}</span>
          {line.secondBy && (
            <span>{t('casework.ask.second_by', { name: one.names[line.secondBy] ?? line.secondBy })}</span>
          )}
          {line.sent && <span>{t('casework.ask.sent', { day: t.day(line.sent) })}</span>}
        </p>
      </div>
      {line.state === 'stopped' && (
        <Note kind="mind" title={t('casework.ask.state.stopped')}>
          <p>{t('casework.ask.stopped_why')}</p>
        </Note>
      )}
      {editing ? (
        <DraftForm
          begun={fromAsk(one)}
          kept={(next) => {
            setEditing(false);
            changed(next);
          }}
        />
      ) : (
        <div class="beside desk">
          <div class="stack-7">
            {isSent ? <Said one={one} changed={changed} /> : <Ready one={one} changed={changed} />}
            {isSent && <AskWay one={one} changed={changed} />}
            {isSent && <Visits one={one} changed={changed} />}
          </div>
          <div class="stack-5 aside">
            <section class="stack-2" aria-labelledby="leaves-title">
              <h2 id="leaves-title">{t('casework.ask.leaves')}</h2>
              <p class="small">{t('casework.ask.leaves_why')}</p>
              <p>
                <a
                  href={`/${document.documentElement.dataset.locale ?? t.lang}/desk/asks/${line.id}/preview`}
                  target="_blank"
                  rel="noopener"
                >
                  {t('casework.ask.preview')}
                </a>
              </p>
              {isSent && page && (
                <p>
                  <a href={`/${t.lang}/asks/${line.id}`} target="_blank" rel="noopener">
                    {t('casework.ask.public_page')}
                  </a>
                </p>
              )}
              <p>
                <a href={`/${t.lang}/desk/asks/${line.id}/letter`} target="_blank" rel="noopener">
                  {t('casework.ask.letter')}
                </a>
              </p>
            </section>
            {one.may.includes('redraft') && (
              <p>
                <button type="button" class="btn second" onClick={() => setEditing(true)}>
                  {t('casework.ask.edit')}
                </button>
              </p>
            )}
            <Pausing one={one} changed={changed} />
          </div>
        </div>
      )}
    </>
  );
}

function Ready({ one, changed }: { one: Answer; changed(next: Answer): void }) {
  const { t } = useDesk();
  if (one.line.state !== 'draft') return null;
  return (
    <section class="stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('casework.checks')}</h2>
      <p>
        <b>{t(`casework.verdict.${one.verdict}`)}</b>
      </p>
      <Checks checks={one.checks} />
      <Sending one={one} changed={changed} />
    </section>
  );
}
