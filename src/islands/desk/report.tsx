/** One report: her words behind "Show", facts and way so far, what she chose. Nothing is unsealed before it is claimed. */
import { useState } from 'preact/hooks';
import type { InboxLine, OpenedReport, Way } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { Reads } from '../../web/ui/reads.tsx';
import { type Act, useAct, useLoaded } from './act.ts';
import { Answerers } from './answerers.tsx';
import { ask } from './ask.ts';
import { Away } from './away.tsx';
import { Choices } from './choices.tsx';
import { Decide } from './decide.tsx';
import { useDesk } from './desk.ts';
import { Facts } from './facts.tsx';
import { dueTag, kindsOf, whereAndWhen } from './lines.ts';
import { Link } from './link.tsx';
import { type Opened, openReport } from './opening.ts';
import { Trouble } from './problem.tsx';
import type { Written } from './sending.ts';
import { Asking } from './together/asking.tsx';
import { LetIn } from './together/let-in.tsx';
import { takeLock } from './together/take.ts';
import { Words } from './words.tsx';

export interface Unsealed {
  report: OpenedReport;
  opened: Opened;
}

export function Report({ id }: { id: string }) {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded(id, () => ask<Way>(`timeline/${id}`));
  return (
    <>
      <Link class="back" to={{ page: 'inbox' }}>
        <Icon name="chevron-left" flip />
        {t('casework.page.inbox')}
      </Link>
      <Trouble error={problem} t={t} again={again} />
      {!value && !problem && <p class="quiet">{t('casework.loading')}</p>}
      {value && <Case {...value} changed={again} />}
    </>
  );
}

function Case({ line, events, changed }: Way & { changed(): void }) {
  const desk = useDesk();
  const { t, me } = desk;
  const [unsealed, setUnsealed] = useState<Unsealed | null>(null);
  const act = useAct();
  const mine = line.claimedBy?.id === me.id;
  const due = dueTag(line, desk.today(), t);

  const unseal = async () => {
    if (!desk.held) return;
    if (line.together) await takeLock(desk, line.id);
    const report = await ask<OpenedReport>('open', { report: line.id });
    setUnsealed({ report, opened: await openReport(report, desk.held, me.installation.id) });
    desk.say(t('casework.opened'));
  };
  const open = () =>
    act.run(async () => {
      // A colleague may be faster: the refusal names her, and the page shows what may be seen without a claim.
      if (!mine) await ask('claim', { report: line.id }).finally(changed);
      await unseal();
      changed();
    });

  return (
    <>
      <div class="head stack-2">
        <h1>{line.place ? whereAndWhen(line, t) : kindsOf(line, t)}</h1>
        <p class="meta">
          {line.soon && <span class="tag mind">{t('casework.soon')}</span>}
          <span class={`tag ${due.tone}`}>{due.text}</span>
          {line.place && <span>{kindsOf(line, t)}</span>}
          {line.claimedBy && (
            <span>
              {mine ? t('casework.claimed_by_you') : t('casework.claimed_by', { name: line.claimedBy.name })}
            </span>
          )}
          <span>{t('casework.arrived', { day: t.day(line.arrived) })}</span>
        </p>
      </div>
      <div class="beside three">
        <section class="stack-5" aria-labelledby="words-title">
          <h2 class="h3" id="words-title">
            {t('casework.words')}
          </h2>
          <Trouble error={act.problem} t={t} />
          {line.archived !== null ? (
            <Away line={line} since={line.archived} events={events} changed={changed} />
          ) : unsealed ? (
            <Words
              {...unsealed}
              handedOut={changed}
              sent={(written) => {
                setUnsealed(withWritten(unsealed, written, { day: desk.today(), author: me.name }));
                changed();
              }}
            />
          ) : (
            <Sealed line={line} mine={mine} act={act} open={open} changed={changed} />
          )}
        </section>
        <Facts line={line} events={events} opened={unsealed?.opened ?? null} />
        <div class="stack-5 aside">
          {unsealed && <Choices {...unsealed} />}
          {unsealed && line.together && <LetIn report={unsealed.report} changed={changed} />}
          <Answerers id={line.id} round={line.marks.join(' ')} />
          <Decide
            line={line}
            mine={mine}
            changed={(gone) => {
              if (gone) setUnsealed(null);
              changed();
            }}
          />
        </div>
      </div>
    </>
  );
}

/** Shown as it was written: asking for it again would be another unsealing on the report's way. */
function withWritten(
  { report, opened }: Unsealed,
  { kind, name, content }: Written,
  by: { day: string; author: string },
): Unsealed {
  return {
    report: {
      ...report,
      nextReply: report.nextReply + (kind === 'reply' ? 1 : 0),
      nextNote: report.nextNote + (kind === 'note' ? 1 : 0),
    },
    opened: { ...opened, items: [...opened.items, { kind, name, content, ...by, refused: null }] },
  };
}

interface SealedProps {
  line: InboxLine;
  mine: boolean;
  act: Act;
  open(): void;
  changed(): void;
}

function Sealed(props: SealedProps) {
  const { line, mine, act } = props;
  const { t } = useDesk();
  const other = mine ? null : line.claimedBy;
  const taken = other !== null && !other.away;
  if (line.state === 'closed') return <p>{t('casework.sealed.closed')}</p>;
  // Who was faster is said already.
  if (taken && act.problem !== null) return null;
  if (taken) {
    return (
      <Note icon="eye-off">
        <p>{t('casework.sealed.taken', { name: other.name })}</p>
      </Note>
    );
  }
  return (
    <div class="stack">
      {other && (
        <Note kind="mind">
          <p>{t('casework.sealed.away', { name: other.name })}</p>
        </Note>
      )}
      {line.together ? <Asking {...props} /> : <Alone {...props} />}
      <p class="small quiet">{t(line.together ? 'casework.two.rule' : 'casework.claim.rule')}</p>
    </div>
  );
}

function Alone({ mine, act, open }: SealedProps) {
  const { t } = useDesk();
  return (
    <>
      <Reads sealed>{t('casework.sealed.why')}</Reads>
      <p class="acts">
        <button class="btn" type="button" data-key="o" disabled={act.busy} onClick={open}>
          {t(mine ? 'casework.open' : 'casework.claim')}
        </button>
      </p>
    </>
  );
}
