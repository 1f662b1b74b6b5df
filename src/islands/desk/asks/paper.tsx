/** An answer that came on paper: typed in by a caseworker, whose name stands in the way of the ask. */
import { useState } from 'preact/hooks';
import { type AnswerKind, answerKinds } from '../../../answer/ask/model.ts';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { addDays } from '../../../platform/clock.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, useMissing, Why } from '../missing.tsx';
import { Trouble } from '../problem.tsx';
import { Pick } from './pick.tsx';

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function Paper({ one, changed }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const [kind, setKind] = useState<AnswerKind>('done');
  const [promised, setPromised] = useState('');
  const [days, setDays] = useState('10');
  const [words, setWords] = useState('');
  const [office, setOffice] = useState('');
  const act = useAct();
  const missing = useMissing();
  const lacking = () => {
    if (kind === 'will_do' && promised <= desk.today())
      return { field: 'paper-promised', text: t('casework.paper.promised_missing') };
    if (words.trim() === '') return { field: 'paper-words', text: t('casework.paper.words_missing') };
    return office.trim() === '' ? { field: 'paper-office', text: t('casework.paper.office_missing') } : null;
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacking())) return;
    const answer = {
      kind,
      words: words.trim(),
      office: office.trim(),
      promised: kind === 'will_do' ? promised : null,
      days: kind === 'extension' ? Number(days) : null,
    };
    act.run(async () => {
      changed(await ask<OneAsk>('asks/paper', { ask: one.line.id, answer }));
      desk.say(t('casework.bodies.saved'));
    });
  };
  const why = (field: string) => missing.of(`paper-${field}`);
  return (
    <Details summary={t('casework.ask.on_paper')}>
      <form class="stack" noValidate onSubmit={save}>
        <p class="small">{t('casework.paper.why')}</p>
        <Pick
          id="paper-kind"
          label={t('casework.paper.kind')}
          value={kind}
          options={answerKinds.map((value) => [value, t(`casework.said.${value}`)])}
          pick={(value) => setKind(value as AnswerKind)}
        />
        {kind === 'will_do' && (
          <div class={fieldClass(why('promised'))}>
            <label for="paper-promised">{t('casework.paper.promised')}</label>
            <Why id="paper-promised" text={why('promised')} />
            <input
              class="in short"
              type="date"
              id="paper-promised"
              min={addDays(desk.today(), 1)}
              value={promised}
              {...described('paper-promised', why('promised'))}
              onInput={(event) => setPromised(event.currentTarget.value)}
            />
          </div>
        )}
        {kind === 'extension' && (
          <Pick
            id="paper-days"
            label={t('casework.paper.days')}
            value={days}
            options={['5', '10', '15', '20', '30'].map((n) => [n, n])}
            pick={setDays}
          />
        )}
        <div class={fieldClass(why('words'))}>
          <label for="paper-words">{t('casework.paper.words')}</label>
          <Why id="paper-words" text={why('words')} />
          <textarea
            class="in"
            id="paper-words"
            rows={4}
            dir="auto"
            maxLength={500}
            value={words}
            {...described('paper-words', why('words'))}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <div class={fieldClass(why('office'))}>
          <label for="paper-office">{t('casework.paper.office')}</label>
          <p class="hint small" id="paper-office-hint">
            {t('casework.paper.office_why')}
          </p>
          <Why id="paper-office" text={why('office')} />
          <input
            class="in"
            id="paper-office"
            dir="auto"
            maxLength={120}
            value={office}
            {...described('paper-office', why('office'), 'paper-office-hint')}
            onInput={(event) => setOffice(event.currentTarget.value)}
          />
        </div>
        <Trouble error={act.problem} t={t} />
        <p>
          <button type="submit" class="btn second" disabled={act.busy}>
            {t('casework.paper.save')}
          </button>
        </p>
      </form>
    </Details>
  );
}
