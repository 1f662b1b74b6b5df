/** `upstander talk learn`: from moderators' decisions, here and nowhere else; says what changed; goes back. */
import { createReadStream } from 'node:fs';
import { Refusal } from '../platform/refusal.ts';
import {
  type Decision,
  decisionOf,
  detectorOf,
  type Lang,
  type Learnt,
  langOf,
  langs,
  learnFrom,
  shareText,
} from '../talk/index.ts';
import type { Answer, Called } from './command.ts';
import { linesOf } from './talk-lines.ts';
import { forget, keep, langAsked, modelFile } from './talk-model.ts';

/** Fewer decisions of a language change nothing that could be measured. */
const fewest = 20;

export async function learn(called: Called): Promise<Answer> {
  const asked = langAsked(called);
  const { decisions, wrong } = await read(called);
  const done: { lang: Lang; step: number; learnt: Learnt }[] = [];
  const lines: string[] = [];
  for (const lang of asked === undefined ? langs : [asked]) {
    const mine = decisions.filter(({ lang: said, text }) => (said ?? langOf(text)) === lang);
    if (mine.length === 0) continue;
    if (mine.length < fewest) {
      lines.push(
        `${lang}: ${mine.length} decisions are too few to learn from; ${fewest} are needed. Nothing changed.`,
      );
      continue;
    }
    const file = await modelFile(called, lang);
    const learnt = learnFrom(mine, file, detectorOf(file));
    const step = await keep(called, learnt.file);
    done.push({ lang, step, learnt });
    lines.push(...textOf(lang, step, learnt));
  }
  return {
    data: {
      wrong,
      learnt: done.map(({ lang, step, learnt: { file: _, ...figures } }) => ({ lang, step, ...figures })),
    },
    text: lines.join('\n') || 'There was no decision to learn from. Nothing changed.',
    failed: wrong > 0 || done.length === 0,
  };
}

function textOf(lang: Lang, step: number, { learntFrom, heldOut, before, after, changed }: Learnt): string[] {
  return [
    `${lang}: step ${step}, learnt from ${learntFrom} decisions and measured on ${heldOut} others.`,
    `  found before        ${shareText(before.found)}`,
    `  found now           ${shareText(after.found)}`,
    `  wrongly said before ${shareText(before.flagged)}`,
    `  wrongly said now    ${shareText(after.flagged)}`,
    `  said differently    ${changed} of ${heldOut}`,
    `  upstander talk learn --back --lang ${lang} goes back.`,
  ];
}

async function read(called: Called): Promise<{ decisions: Decision[]; wrong: number }> {
  const path = called.args[1] ?? '';
  const decisions: Decision[] = [];
  let wrong = 0;
  let line = 0;
  try {
    for await (const text of linesOf(createReadStream(path))) {
      line++;
      if (text.trim() === '') continue;
      const decision = decisionOf(text);
      if (typeof decision !== 'string') decisions.push(decision);
      else if (++wrong <= 20) called.note(`line ${line}: ${decision}`);
    }
  } catch (error) {
    throw new Refusal('import_file', {
      file: path,
      why: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
  return { decisions, wrong };
}

export async function goBack(called: Called): Promise<Answer> {
  const asked = langAsked(called);
  const forgotten: { lang: Lang; step: number }[] = [];
  for (const lang of asked === undefined ? langs : [asked]) {
    const step = await forget(called, lang);
    if (step !== undefined) forgotten.push({ lang, step });
  }
  const lines = forgotten.map(({ lang, step }) => `${lang}: step ${step} is forgotten.`);
  return {
    data: { forgotten },
    text: lines.join('\n') || 'Nothing was learnt here; the shipped model is in use.',
    failed: forgotten.length === 0,
  };
}
