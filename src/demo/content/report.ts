/** A report of the demonstration as data. Days are counted from the first start, so that the inbox always looks lived in. */
import type { CloseReason } from '../../casework/wire.ts';
import { addDays, type Day } from '../../platform/clock.ts';
import { type Answers, type CameBy, type Consents, defaultConsents } from '../../report/answers.ts';
import type { DemoPerson } from './organisation.ts';

type By = { by: DemoPerson['id'] };
/** What happened to it since: `after` days from arrival. Opening claims it first. */
export type Step = { after: number } & (
  | ({ do: 'open' } & By)
  | ({ do: 'note' | 'reply'; text: string } & By)
  | ({ do: 'hold'; days: number } & By)
  | ({ do: 'close'; reason: CloseReason } & By)
  /** She came back with her code and wrote more. */
  | { do: 'add'; text: string }
);

export interface DemoReport {
  answers: Answers;
  language: 'en' | 'ar';
  cameBy: CameBy;
  arrived: Day;
  steps: readonly Step[];
}

/** As it is written down: everything usual left out. `ago` is days from arrival to today, `before` from the day itself to arrival. */
export interface Written extends Partial<Omit<Answers, 'day' | 'consents' | 'where'>> {
  ago: number;
  before?: number;
  kinds: Answers['kinds'];
  /** Id of a place; absent: she did not say. */
  at?: string;
  lang?: 'en' | 'ar';
  cameBy?: CameBy;
  consents?: Partial<Consents>;
  steps?: readonly Step[];
}

const usual = {
  who: 'me',
  age: 'adult',
  soon: 'no',
  helped: 'nobody_did',
  worksThere: 'unknown',
  worksWithUs: 'no',
  leaveOut: [],
  reach: 'code',
} as const satisfies Partial<Answers>;

export function demoReport(written: Written, today: Day): DemoReport {
  const { ago, before, at, lang = 'ar', cameBy = 'self', consents, steps = [], ...answers } = written;
  const arrived = addDays(today, -ago);
  return {
    answers: {
      ...usual,
      ...answers,
      where: at === undefined ? null : { place: at },
      ...(before === undefined ? {} : { day: addDays(arrived, -before) }),
      consents: { ...defaultConsents, ...consents },
    },
    language: lang,
    cameBy,
    arrived,
    steps,
  };
}
