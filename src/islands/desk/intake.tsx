/**
 * The same questions, filled in for someone on the phone, in a voice note or at the desk; sealed in this browser, so
 * that it is as closed as a report of her own. The caseworker's part is to read aloud and to listen.
 */

import { useState } from 'preact/hooks';
import type { Lang } from '../../platform/i18n/index.ts';
import { type Code, fromBase64url, newSeed, toBase64url } from '../../platform/keys/index.ts';
import type { Place } from '../../platform/place/model.ts';
import type { CameBy } from '../../report/answers.ts';
import { type Fields, future, problems } from '../../report/questions.ts';
import { useLoaded } from './act.ts';
import { useDesk } from './desk.ts';
import { IntakeCheck } from './intake-check.tsx';
import { IntakeForm } from './intake-form.tsx';
import { IntakeReceipt } from './intake-receipt.tsx';

export type Helped = Exclude<CameBy, 'self'>;
export interface Taken {
  fields: Fields;
  cameBy: Helped;
  language: Lang;
  /** base64url; the same for each try, so that sending twice is one report with one code. */
  seed: string;
}

const started = (language: Lang): Taken => ({
  fields: { wish: ['count', 'ask'], ask: 'each_time' },
  cameBy: 'phone',
  language,
  seed: toBase64url(newSeed()),
});

type Step = { is: 'form' } | { is: 'check' } | { is: 'receipt'; code: Code };

async function loadPlaces(): Promise<readonly Place[]> {
  const answer = await fetch('/api/places', { credentials: 'same-origin' });
  return answer.ok ? ((await answer.json()) as { places: readonly Place[] }).places : [];
}

export function Intake() {
  const { t, drafts, today } = useDesk();
  const [taken, setTaken] = useState<Taken>(() => {
    const draft = drafts.get('intake');
    return draft ? (JSON.parse(draft) as Taken) : started(t.lang);
  });
  const [step, setStep] = useState<Step>({ is: 'form' });
  const places = useLoaded('places', loadPlaces);
  const [tried, setTried] = useState(0);
  const write = (next: Taken) => {
    drafts.set('intake', JSON.stringify(next));
    setTaken(next);
  };
  const wrong = [...problems(taken.fields), ...future(taken.fields, today())];
  switch (step.is) {
    case 'form':
      return (
        <IntakeForm
          taken={taken}
          places={places.value ?? []}
          wrong={tried > 0 ? wrong : []}
          tried={tried}
          write={write}
          go={() => {
            setTried(wrong.length > 0 ? tried + 1 : 0);
            if (wrong.length === 0) setStep({ is: 'check' });
          }}
        />
      );
    case 'check':
      return (
        <IntakeCheck
          taken={taken}
          seed={fromBase64url(taken.seed)}
          places={places.value ?? []}
          back={() => setStep({ is: 'form' })}
          sent={(code) => {
            drafts.delete('intake');
            setTaken(started(t.lang));
            setStep({ is: 'receipt', code });
          }}
        />
      );
    case 'receipt':
      return <IntakeReceipt code={step.code} done={() => setStep({ is: 'form' })} />;
  }
}
