/** What a conversation's figures come down to, for a person at a terminal. */
import { translate } from '../platform/i18n/index.ts';
import type { Estimate, ThreadReport } from '../talk/index.ts';

const t = translate('en');

const of100 = ({ value, low, high }: Estimate) =>
  `${Math.round(value * 100)} of 100 (${Math.round(low * 100)} to ${Math.round(high * 100)})`;

export function reportText(report: ThreadReport, { html, json }: { html: string; json: string }): string {
  const { turn, short, whole, moves, back } = report;
  return [
    `${t('talk.thread.posts', { n: report.judged })} judged of ${report.posts}. Experimental.`,
    ...(turn === null
      ? [
          t(short ? 'talk.thread.short.title' : 'talk.thread.stayed.title'),
          `Lead away: ${of100(whole.pull)}.`,
        ]
      : [
          `${t('talk.thread.turned.title', { post: turn.post })} (post ${turn.from} to ${turn.to}, 95 of 100)`,
          `Lead away before: ${of100(turn.before.pull)}; after: ${of100(turn.after.pull)}.`,
        ]),
    ...moves.map(
      ({ move, posts, people }) =>
        `  ${t(`talk.move.${move}.name`)}: ${posts} posts, ${people ?? '?'} people`,
    ),
    ...(back.pulls === 0 ? [] : [t('talk.thread.back.count', { n: back.pulls, back: back.back })]),
    html,
    json,
  ].join('\n');
}
