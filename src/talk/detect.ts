/** Which language a post is in: by its letters, and in Latin letters by the words of Egypt's chats (msh, keda, 3shan). */
import type { Lang } from './model.ts';

const arabizi = new Set(
  (
    'msh mesh mish mosh keda kda kida kedah ana enta enti ento enty 7aga 7ad 7ag 3ashan 3lshan 3shan 3alashan leh leih eh ' +
    'ely elly elli el da di de dah dol w wa wala walla wallahi bas bs lesa lessa kol kolo kolohom regala rgala ragel ragl ' +
    'bent banat el-banat elbanat lw law men fe fi fel mn 3la 3ala ma3 m3 howa heya hya homa e7na ehna ya yb2a yeb2a ba2a ' +
    'kan kanet lma lamma ezay ezzay fen feen meen mein tab tayeb aywa aiwa la2 laa 7abibti habibi khalas 5alas 5las yany ' +
    'ya3ni y3ni asl aslan 7ram 7aram rabena nas elnas zay zy tany tani shwaya shoya kteer keteer gedan awi 2awi'
  ).split(' '),
);
const sure = /[a-z][23578679]|[23578679][a-z]/;
const english = new Set(
  'the a to of and is are was were you she he it that this what not in on for with i my your they we be have do'.split(
    ' ',
  ),
);

/** Looks at the first 2,000 letters; where nothing tells, English. */
export function langOf(text: string): Lang {
  const part = text.slice(0, 2000);
  const arab = part.match(/[\u0620-\u064a]/g)?.length ?? 0;
  const latin = part.match(/[a-z]/gi)?.length ?? 0;
  if (arab > 0) return arab * 3 >= latin ? 'ar' : 'en';
  const words = part.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  let forArabic = 0;
  let forEnglish = 0;
  for (const word of words) {
    if (arabizi.has(word)) forArabic++;
    if (word.length > 2 && sure.test(word) && !/^\d+(st|nd|rd|th|am|pm|k|m|x)$/.test(word)) forArabic += 2;
    if (english.has(word)) forEnglish++;
  }
  return forArabic >= 2 && forArabic > forEnglish ? 'ar' : 'en';
}
