/** What a draft begins with: a suggested group, one report, or an ask that is still a draft. */

import type { Draft } from '../../../answer/ask/model.ts';
import type { Group, GroupedReport, OfReport, OneAsk } from '../../../casework/asks/wire.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Said } from '../../../platform/i18n/index.ts';
import type { Kind } from '../../../report/answers.ts';

export interface Begun {
  /** Null: it is not kept yet. */
  ask: { id: string; version: number } | null;
  draft: Draft;
  abouts: readonly Group['about'][];
  bodies: readonly { id: string; name: Said }[];
  reports: readonly GroupedReport[];
  /** Ids of those that are in it. */
  chosen: readonly string[];
}

const noWords = { en: '', ar: '' };
const aboutOf = (about: Group['about']): Draft['about'] =>
  'place' in about ? { place: about.place } : { area: about.area };

/** Begins with those who agreed to the first body and stand behind nothing yet, and with what two of them told. */
export function fromGroup(group: Group): Begun {
  const body = group.bodies[0]?.id ?? '';
  const agreed = group.reports.filter(({ asks, may }) => asks.length === 0 && may[body] === 'yes');
  const chosen = agreed.length > 0 ? agreed : group.reports.filter(({ asks }) => asks.length === 0);
  const told = (kind: Kind) => chosen.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    ask: null,
    draft: {
      body,
      about: aboutOf(group.about),
      kinds: group.kinds.filter((kind) => told(kind) > 1),
      from: group.from,
      to: group.to,
      wishes: [],
      words: noWords,
    },
    abouts: [group.about],
    bodies: group.bodies,
    reports: [...chosen, ...group.reports.filter((report) => !chosen.includes(report))],
    chosen: chosen.map(({ report }) => report),
  };
}

/** Null where there is nothing it could be asked about. */
export function fromReport({ abouts, bodies, report }: OfReport, today: Day): Begun | null {
  const [about] = abouts;
  if (!about) return null;
  const month = report.month ?? today.slice(0, 7);
  return {
    ask: null,
    draft: {
      body: bodies[0]?.id ?? '',
      about: aboutOf(about),
      kinds: report.kinds,
      from: month,
      to: month,
      wishes: [],
      words: noWords,
    },
    abouts,
    bodies,
    reports: [report],
    chosen: [report.report],
  };
}

/** As it was kept: its place and body stay what they are, and so do the reports it may hold. */
export function fromAsk({ line, draft, version, behind }: OneAsk): Begun {
  return {
    ask: { id: line.id, version },
    draft,
    abouts: [line.about],
    bodies: [line.body],
    reports: behind.map(({ may, word, ...report }) => ({
      ...report,
      may: { [draft.body]: may },
      words: word ? { [draft.body]: word } : {},
      asks: [],
    })),
    chosen: behind.map(({ report }) => report),
  };
}
