/** Arabic as it is written in Egypt: everyday, standard, and in Latin letters. */
import type { Group, Guard, Language } from '../grammar.ts';
import { accounts } from './accounts.ts';
import { arabizi } from './arabizi.ts';
import { classes } from './classes.ts';
import { cues } from './cues.ts';
import { guards, releases } from './guards.ts';
import { fold } from './letters.ts';
import { blame } from './moves-blame.ts';
import { discredit } from './moves-discredit.ts';
import { minimise } from './moves-minimise.ts';
import { notAll } from './moves-not-all.ts';
import { tone } from './moves-tone.ts';
import { whatAbout } from './moves-what-about.ts';
import { reading } from './words.ts';

/** Patterns are written as Arabic is spelled, and folded here as the words of a post are. */
const folded = (line: string): string =>
  [...line]
    .map(fold)
    .join('')
    .replace(/(?: \.\.\d+)+$/, '')
    .replace(/(?<![ا-ي])([ا-ي]{2})\*/g, (_, stem: string) => tails.map((tail) => stem + tail).join('|'));
/** A stem of two letters would be the beginning of too much: these endings alone. */
const tails = [
  '',
  'ت',
  'و',
  'وا',
  'وه',
  'وها',
  'وني',
  'وك',
  'وهم',
  'ه',
  'ها',
  'هم',
  'ني',
  'نا',
  'ك',
  'كم',
  'ي',
  'يت',
  'يتي',
  'ين',
];
const lines = (each: readonly string[]): string[] => each.map(folded);

const groups: readonly Group[] = [notAll, whatAbout, minimise, blame, tone, discredit]
  .flat()
  .map((group) => ({ ...group, patterns: lines(group.patterns) }));
const guarding: readonly Guard[] = guards.map((guard) => ({ ...guard, patterns: lines(guard.patterns) }));
const named = (record: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(record).map(([name, each]) => [name, lines(each)]));
const known = {
  classes: named(classes),
  cues: named(cues),
  accounts: lines(accounts),
  releases: lines(releases),
};

/** Every word and stem the patterns know, for Arabizi. */
function* vocabulary(): Iterable<string> {
  const all = [
    ...groups.flatMap(({ patterns }) => patterns),
    ...guarding.flatMap(({ patterns }) => patterns),
    ...Object.values(known.classes).flat(),
    ...known.accounts,
    ...known.releases,
  ];
  for (const line of all) {
    for (const element of line.split(' ')) {
      for (const word of element.replace(/^!|\?$/g, '').split('|')) {
        if (/^[ا-ي]+[A-Z]*\*?$/.test(word)) yield word;
      }
    }
  }
}

export const arabic: Language = {
  id: 'ar',
  fold,
  read: reading(arabizi(vocabulary())),
  classes: known.classes,
  groups,
  guards: guarding,
  releases: known.releases,
  accounts: known.accounts,
  cues: known.cues,
  pieces: true,
  whyModel: {
    not_all: 'يبدو هذا دفاعًا عمّن لم يتكلم عنه أحد.',
    what_about: 'يبدو أن هذا ينقل الكلام إلى موضوع آخر.',
    minimise: 'يبدو أن هذا يصغّر ما حدث.',
    blame: 'يبدو أن هذا يحاسب من حدث لها الأذى.',
    tone: 'يبدو أن هذا يردّ على طريقة الكلام لا على ما حدث.',
    discredit: 'يبدو أن هذا يشكك بلا سبب معروف.',
  },
};
