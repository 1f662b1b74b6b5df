/** How English is typed: contractions with and without the apostrophe, short forms, drawn-out letters, usual slips. */

const nots = 'is are was were do does did have has had would could should must need wo ca ai';
const irregular: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', ai: 'is' };

const spelled: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  youre: 'you are',
  youve: 'you have',
  youd: 'you would',
  youll: 'you will',
  hes: 'he is',
  shes: 'she is',
  theyre: 'they are',
  theyve: 'they have',
  theyd: 'they would',
  weve: 'we have',
  thats: 'that is',
  whats: 'what is',
  wheres: 'where is',
  whos: 'who is',
  whys: 'why is',
  hows: 'how is',
  theres: 'there is',
  heres: 'here is',
  lets: 'let us',
  itll: 'it will',
  cannot: 'can not',
  cant: 'can not',
  wont: 'will not',
  aint: 'is not',
  gonna: 'going to',
  gunna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  hafta: 'have to',
  tryna: 'trying to',
  lemme: 'let me',
  gimme: 'give me',
  dunno: 'do not know',
  idk: 'i do not know',
  idc: 'i do not care',
  kinda: 'kind of',
  sorta: 'sort of',
  shoulda: 'should have',
  coulda: 'could have',
  woulda: 'would have',
  shouldve: 'should have',
  couldve: 'could have',
  wouldve: 'would have',
  mustve: 'must have',
  shouldof: 'should have',
  u: 'you',
  ya: 'you',
  yall: 'you',
  ur: 'your',
  r: 'are',
  y: 'why',
  n: 'and',
  bc: 'because',
  cuz: 'because',
  cos: 'because',
  coz: 'because',
  cause: 'because',
  becuase: 'because',
  becasue: 'because',
  ppl: 'people',
  peeps: 'people',
  tho: 'though',
  wat: 'what',
  wut: 'what',
  waht: 'what',
  wht: 'what',
  whatabout: 'what about',
  wbt: 'what about',
  wrong: 'wrong',
  abt: 'about',
  abut: 'about',
  alot: 'a lot',
  noone: 'no one',
  no1: 'no one',
  sum1: 'someone',
  some1: 'someone',
  every1: 'everyone',
  any1: 'anyone',
  tbh: 'honestly',
  ngl: 'honestly',
  tbf: 'honestly',
  imo: 'honestly',
  imho: 'honestly',
  fr: 'honestly',
  srsly: 'seriously',
  rly: 'really',
  prolly: 'probably',
  probs: 'probably',
  def: 'definitely',
  pls: 'please',
  plz: 'please',
  thru: 'through',
  nvr: 'never',
  evry: 'every',
  thier: 'their',
  dat: 'that',
  dis: 'this',
  gurl: 'girl',
  gurls: 'girls',
  gal: 'girl',
  gals: 'girls',
  hubby: 'husband',
  wimmin: 'women',
  womens: 'women',
  mens: 'men',
  womans: 'woman',
  beleive: 'believe',
  belive: 'believe',
  attension: 'attention',
  atention: 'attention',
  evidance: 'evidence',
  provke: 'provoke',
  diddnt: 'did not',
  dosent: 'does not',
  doesent: 'does not',
  dnt: 'do not',
  wen: 'when',
  wer: 'where',
  shud: 'should',
  wud: 'would',
  cud: 'could',
  jus: 'just',
  juss: 'just',
  gud: 'good',
  em: 'them',
  bf: 'boyfriend',
  gf: 'girlfriend',
  innit: 'is it not',
  kno: 'know',
  wearin: 'wearing',
  askin: 'asking',
  lookin: 'looking',
  sayin: 'saying',
  lyin: 'lying',
  makin: 'making',
  talkin: 'talking',
  doin: 'doing',
  walkin: 'walking',
  bein: 'being',
  nothin: 'nothing',
  cryin: 'crying',
  whinin: 'whining',
};

const table = new Map<string, readonly (readonly string[])[]>();
for (const [word, read] of Object.entries(spelled))
  table.set(
    word,
    read.split(' ').map((each) => [each]),
  );
for (const verb of nots.split(' ')) {
  const read = [[irregular[verb] ?? verb], ['not']];
  table.set(`${verb}n't`, read);
  if (!['wo', 'ca', 'ai'].includes(verb)) table.set(`${verb}nt`, read);
}
table.set('its', [['its', 'it']]);
table.set('ill', [['ill', 'i']]);
table.set('were', [['were']]);

const tails: Readonly<Record<string, string>> = { re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' };
const whose = /^(he|she|it|that|what|where|who|why|how|there|here|everyone|everybody|someone|nobody|when)$/;

export function read(word: string): readonly (readonly string[])[] {
  const known = table.get(word);
  if (known !== undefined) return known;
  const apostrophe = word.indexOf("'");
  if (apostrophe > 0) return withApostrophe(word, apostrophe);
  if (/(.)\1\1/.test(word)) {
    const two = word.replace(/(.)\1{2,}/g, '$1$1');
    const one = word.replace(/(.)\1{2,}/g, '$1');
    return [[...(table.get(one)?.[0] ?? [one]), two]];
  }
  return [[word]];
}

function withApostrophe(word: string, at: number): readonly (readonly string[])[] {
  const head = word.slice(0, at);
  const tail = word.slice(at + 1);
  const whole = table.get(head + tail);
  if (whole !== undefined) return whole;
  if (head === 'let' && tail === 's') return [['let'], ['us']];
  if (tail === 's') return whose.test(head) ? [[head], ['is']] : [[head]];
  const more = tails[tail];
  return more === undefined ? [[head + tail, head]] : [[head], [more]];
}

/** Letters with marks are compared without; other scripts stay as they are. */
export function fold(char: string): string {
  return char.normalize('NFD').replace(/\p{M}/gu, '');
}
