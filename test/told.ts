/** The plainest answers a report may have, for tests that look at something else. */
import { type Answers, defaultConsents } from '../src/report/answers.ts';

export const plainAnswers: Answers = {
  who: 'me',
  age: 'adult',
  kinds: ['followed'],
  soon: 'no',
  helped: 'nobody_did',
  where: null,
  worksThere: 'no',
  worksWithUs: 'no',
  leaveOut: [],
  reach: 'code',
  consents: defaultConsents,
};
