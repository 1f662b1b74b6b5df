/** "May we ask them?": who they are, and why they are the ones to ask. */
import type { Kysely } from 'kysely';
import { everywhere } from '../../platform/i18n/index.ts';
import { readCell } from '../../platform/place/index.ts';
import type { BodyQuestion, OpenReport } from '../../report/index.ts';
import type { Both } from '../ask/model.ts';
import type { Body } from '../body/model.ts';
import { bodyReader } from '../body/store.ts';
import { type Candidate, candidates } from '../route/candidates.ts';
import { routing } from '../route/where.ts';
import { bodyWords } from './say-store.ts';

/** Oldest first; those she has answered stay, so that she may change her mind. */
export async function bodyQuestions(
  db: Kysely<unknown>,
  report: Pick<OpenReport, 'id' | 'place' | 'cell'>,
): Promise<BodyQuestion[]> {
  const words = await bodyWords(db, report.id);
  if (words.length === 0) return [];
  const bodies = await bodyReader(db).all();
  const found = await answering(db, report);
  return words.flatMap(({ body: id, number, said, day }) => {
    const body = bodies.find((one) => one.id === id);
    if (body === undefined) return [];
    const why = found.find((one) => one.body.id === id);
    return [{ body: id, name: body.name, kind: kindOf(body), why: whyOf(why), number, said, day }];
  });
}

async function answering(db: Kysely<unknown>, report: Pick<OpenReport, 'place' | 'cell'>) {
  const locate = await routing(db);
  const cell = report.cell === null ? null : readCell(report.cell);
  // The office and those above it: a caseworker has chosen among them already.
  const near = candidates(...(await locate({ place: report.place, cell, above: false })));
  const above = candidates(...(await locate({ place: report.place, cell, above: true })));
  return [...near, ...above];
}

const kindOf = ({ kind }: Body): Both => everywhere((t) => t(`answer.kind.${kind}`));

/** Schools, employers and the like answer for no place; a caseworker says in a reply why she asks. */
function whyOf(found: Candidate | undefined): Both {
  if (found === undefined) return everywhere((t) => t('answer.hers.why_chosen'));
  return everywhere((t) => t(`answer.why.${found.why}`, { about: t.of(found.about) }));
}
