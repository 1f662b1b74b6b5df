/** That the writer, or somebody of theirs, tells what was done to them; and where a writer speaks again. */
export const accounts: readonly string[] = [
  '<person> <done> ..1 me|my|us|our|myself',
  '<person> ..4 <done> ..2 me|my|us',
  '<attacked> me|us|my',
  '<person> who|that ..2 <done> ..2 me|us|my',
  'i|we was|were|am|got|get|had|have|been|being|is ..2 been? being? <attacked>',
  'i|we was|were|am|got ..2 <attacked> ..1 by|on|at|when|in|for|since|again|twice|as|from|and',
  'my|our|a sister|daughter|mother|mom|mum|friend|wife|cousin|brother|son|girlfriend|boyfriend|colleague|aunt|niece|roommate|flatmate|classmate|neighbour|best|little|younger|older|partner|husband|nephew ..2 was|were|got|has|is ..2 <attacked>',
  'happened|happens|did|does|done|happening this|it|that? to me|us|my',
  'touched|touching|grabbed|grabbing|groped|groping|rubbed|rubbing|pressed|pressing|pushed|pushing|pulled|pulling|slapped|kissed|kissing|hit|pinched|squeezed|stroked|followed|following|harassed|raped|assaulted|stalked|cornered|threatened|blackmailed ..2 me|my|us',
  'hand|hands|fingers|body|phone|himself|herself|knee|crotch|it|penis|arm|camera ..2 on|under|up|against|into|around|between|in|inside|over|near|down|at|to my|me|us|myself',
  'exposed|touching|flashed|masturbat* ..2 himself|themselves|me|front|next|on|at ..2',
  'i|we froze|cried|screamed|ran|panicked|vomited|bled',
  'i|we could|can not move|scream|breathe|sleep|speak|eat|stop|tell|leave',
  'tried|wanted|started|kept|asked|told|forced|made|offered|ordered|used to|me|trying|touching|asking|following|calling|sending ..2 kiss|touch|undress|rape|grab|hit|me|my|us|strip|corner|film ..2 me|my|us|undress|strip|$',
  'called|calls|call|named me|us a|an|the|names|faggot|whore|slut|dyke|dirty|queer|sick|animal|it|khawal',
  'abuser|rapist|attacker|harasser|stalker|uncle|stepfather ..1 of|was|is|had|did ..1 my|mine|me',
  'my|our abuser|rapist|attacker|harasser|stalker|assault|harassment|rape|assailant',
  'sent|sends|sending|showed|messaged|texted|emailed|wrote me|us ..4 pictures|picture|photo|photos|messages|dick|nudes|naked|porn|video|every|penis|things|hundreds|dms',
  'since|after|before|when|day|night|time i|we was|were|got ..1 <attacked>',
  'beat|beats|hits|hit|kicks|threatens|controls|slapped|choked|insults|punched|strangled|locked|threw me|us',
  'fired|sacked|evicted|deported|expelled|arrested|denied|refused|detained|searched|undressed|disowned me|us',
  'i|we was|were|got ..1 <done> !of',
];

export const endorses: readonly string[] = [
  'and|honestly|because|well|but|so he|she|they|i|that|it is|are|am|was|were right|correct|true|agree|agreed',
  'i ..1 agree|believe them|him|with|it|that|completely|$',
  'i agree|believe them|him|with|completely|$',
  'and grandma|she|he|they|mother|dad|father|my ..1 was|were|is|are right|correct|wise',
  'makes|make|made ..1 sense to me',
  'and|honestly i|we ..2 agree|believe|think they|he|so|them|it',
];

export const addresses: readonly string[] = [
  'you|your|yours|yourself',
  'she|they is|are|was|were ..1 lying|liar|liars|fake|faking',
  'real victims|women|survivors|men',
  'stop|relax|calm|chill|please',
];

export const releases: readonly string[] = [
  'but|however|yet|although|nevertheless|nonetheless',
  'and|honestly|because|so|which he|she|they|i|you|that|it|we is|are|am|was|were|had|has|do|agree|think|believe|a ..1 right|agree|correct|true|point|honestly|wrong',
  'and|well|because|so|still he|they|i|she is|are|was|were|agree|am ..1 right|correct|totally|with',
  'i agree',
  'my|your|her answer|question|reply is',
];

/** Words that lean one way; features of the counted model. */
export const cues: Readonly<Record<string, readonly string[]>> = {
  you: ['you|your|yours|yourself'],
  her: ['she|her|hers|herself'],
  me: ['i|me|my|mine|myself'],
  we: ['we|us|our'],
  men: ['<men>'],
  women: ['woman|women|girl|girls|female|females|feminists|feminist|ladies|feminism'],
  done: ['<attacked>'],
  clothes: ['<clothes>'],
  proof: ['<doubt>'],
  act: [
    'police|report|complaint|ministry|company|management|governor|parliament|law|laws|fire|arrest|sack|punish|jail|cameras|prosecutor|fine|accountable|authority|operator|dismiss|investigate|union|mayor|minister|hotline',
    'should|must|needs|need|has|have to act|answer|resign|stop|fix|install|hire|train|investigate|respond|do|be|take|pay|put',
  ],
  support: [
    'support|help|lawyer|hotline|sorry|believe|here|hug|love|strength|strong|stand|with|thank|brave|courage|therapist|therapy|listen|solidarity|proud|shelter|counsellor|dm',
  ],
  hurt: [
    'cried|afraid|scared|shaking|nightmares|trauma|pain|panic|ashamed|shame|terrified|anxiety|sleep|survivors|hurt|tears|broken|depressed|fear|sick|alone|suffer|suffering|trembling|frozen|froze',
  ],
  place: [
    'bus|metro|street|office|campus|taxi|train|station|school|university|market|market|work|stop|microbus|mall|stairs|lift|home',
  ],
  asks: ['what|who|how|where|when|why|which|does|did|do|is|are|can|could|anyone'],
};
