/** How it was said, instead of what happened. */
import type { Group } from '../grammar.ts';

const why = 'This speaks of how it was said; what was said is left unanswered.';

const angry =
  'angry|aggressive|emotional|hysterical|bitter|hostile|rude|shrill|harsh|loud|mad|vulgar|crude|hateful|toxic|negative|confrontational|combative|nasty|furious|upset|disrespectful|heated|intense|worked|unpleasant|abrasive|preachy|militant|sarcastic|offensive|defensive|dramatic|crass|unladylike|impolite|obnoxious|extreme|radical|accusatory|accusing|antagonistic|unhinged|triggered|snappy|venomous';

const sure: readonly string[] = [
  'calm down|yourself|it|please',
  'watch|mind|check|change|lower|soften|fix|adjust|control|moderate|improve|drop|work|lose|tone|mellow on? your|the|that|this|yourself ..1 tone|language|mouth|attitude|voice|words|wording|temper|manners|anger|emotions|approach|rage|volume|rudeness|swearing|hostility|aggression',
  'tone it|this|that|yourself|your|things? down|rhetoric|language|a',
  'do not like|appreciate|care|love|tolerate for? your|the|this|that|her ..1 tone|attitude|language|wording|way|swearing|manner|words|approach|style',
  `you|she|they|women|feminists|post|posts|u|this|it are|is|sound|sounds|seem|seems|being|come|comes|get|gets|look|looks|re|was|were|always|coming|came|got off? as? across? as? <very>? <very>? <very>? ${angry}`,
  `why|how are|is|do|does|so|be|must you|she|they|women|this|it|feminists|always|be|much|very|the|we ..3 <very>? <very>? ${angry}|hate|anger|attitude|rage|shouting|screaming|yelling|swearing|hostility|bitterness|aggression|caps`,
  `less|so|too|without|stop|not|less|quit|all|why being|so|that|to|much|the|this|all|sound|sounding|be|getting|get|this? <very>? ${angry}|anger|hate|rage|shouting|screaming|swearing|aggression|hostility|hysteria|bitterness|venom|yelling|cursing|insults|profanity|ranting|name|emotion|emotions ..2`,
  'no|without|is|there|do|zero|not|why|any need|reason|point|good|use|call|to|you|use to|for|in|with|so|being|the|have|this ..2 shout*|yell*|scream*|swear*|rude*|curs*|aggress*|caps|anger|attitude|insult*|hostil*|rant*|vulgar*|angry|language|nasty|loud|hysteri*|harsh|tone|emotional|hate|profanity|rage',
  'stop|quit|enough|keep|and|always with|the|all|your|this? shouting|yelling|screaming|ranting|swearing|cursing|typing|barking|lecturing|preaching|attacking|raging|nagging|snapping|insulting|screeching|bashing ..3 at|in|people|everyone|us|and|about|us|caps|please|it|if|then|first|rude|everybody|readers|$|maybe|all',
  'say|said|put|phrase|phrased|word|worded|express|expressed|ask|asked|explain|raise|raised|explained|speak|spoke|talk|talked|made|make|write|written|wrote|present|presented|tell|told|complain|complained|frame|bring|brought|communicate|speaking|discuss|share|shared|posted|request|requested|state|argued|argue|address|discussed it|this|that|your|things|yourself|to|about|up|the|us|them|people|everything|with|such ..3 nice|nicely|politely|calmly|kindly|gently|softly|differently|better|properly|respectfully|nicer|calmer|politer|gentler|smile|quietly|civilly|diplomatically|decently|less|without|softer|constructively|tactfully|privately|gracefully|rationally|kinder|manners|elegantly|grace',
  'nobody|noone likes|wants|listens a|an|to ..1 angry|bitter|screaming|feminist|shouting|hysterical|aggressive',
  'not reading|listening all|to|that|this ..2 anger|hate|rage|rant|drama|tone|shouting',
  'this|that|attitude|tone|anger|it|posts|you|shouting|exactly is|are|why|like ..2 why|reason|the ..2 nobody|no|noone|people|men|feminism|women|feminists|your|they|we|everyone|many|nobody|others ..4 listen|listens|hate|hates|seriously|like|likes|support|supports|stop|dislike|reputation|marry|stopped|respect|laugh|bad|tired|alone|ignore|tune|away|single|off',
  'flies|bees|catch more|with ..3 honey|vinegar',
  'less drama|emotion|anger|shouting|noise|hysteria|attitude|hate|rage more|and|please',
  'softer|gentler|kinder|kind|gentle|sweet|soft|nice word|words|voice|tone|approach|way|language',
  'why|must|do|does ..2 feminists|women|you|she|they|girls ..1 always|have|gotta|all|to|need|so ..3 scream|shout|yell|swear|angry|curse|loud|rant|shouting',
  'bitter|angry|mad|salty|triggered|emotional|aggressive|hysterical much|again|today|lol',
  'appropriate|respectful|proper|civil|polite|measured|dignified|courteous and|form|manner|tone|language|way|terms|fashion',
  'refrain|refrains|abstain|desist from',
  'emotive|inflammatory|abusive|strong|offensive|intemperate|vulgar|foul language|wording|words|terms|tone',
  'better|nicer|other|gentler|kinder|smarter ways|way|words|terms|language to|for',
  'capital|capitals|caps letter|letters|lock',
  'left|leave|leaving|take|took|without|drop|remove the|your|all? anger|emotion|emotions|insults|swearing|hate|drama|sarcasm ..1 out|aside|away|from|$',
  'message|post|point|argument|case|text|it would|could|will be|have|sound|land|work|reach ..2 stronger|better|more|convincing|further|effective ..4 if|without',
  'that mouth|tongue|attitude',
  'mouth|tongue like|on that|her|you',
  'talk|speak|behave|write|act like a normal|lady|adult|civilised|decent|proper|human|grown',
  'normal person|human|people|way|voice',
  'shouting|screaming|yelling at men|people|everyone|us|the',
  'honey than vinegar',
  'more|catch flies|bees',
  'hurt|hurts|hurting|harm|harms|harming|damage|damages|damaging|undermine|undermines|weaken|weakens|kill|kills|ruin|ruins|help|helping|helps|advance|hurted|serve|serves|lose|losing|sabotage|discredit*|do|does your|her|the|own|their|you|justice|to|no|any ..2 cause|case|point|message|argument|movement|favours|favors|credibility|favour|favor ..2 !because',
  'turn|turns|turning|push|pushes|pushing|drive|drives|driving|put|puts|putting|scare|scares|scaring people|men|allies|supporters|everyone|others|readers|potential|off|away|your|good|half|the ..3 off|away|allies|supporters|people|men|who',
  'alienat* ..3 allies|people|men|supporters|everyone|half|those',
  'you|and|she|post lost|loses|lose|losing|had|almost|nearly ..1 me|us|my|a|them|everyone|half|the ..2 at|when|with|point|until|sympathy|attention|support|after|argument|audience|there|respect|people|swearing|because',
  'would|might|could|was|were|will|am|going|had|want|wanted|used ..2 support|agree|agreed|side|listen|sympathise|sympathize|sympathetic|help|sided|supported|understand|listened|take|with|taken|read|respect|shared ..4 but|if|except|until|tone|anger|way|less|unless|were|nicely|attitude|calm|swearing|shouting ..5 tone|anger|angry|language|way|rude|attitude|aggressi*|polite|calm|nicely|swearing|shouting|hostil*|words|hate|yell*|said|insult*|vulgar*|emotional|generali*|caps|calmly|manners|drama|hysteri*|bitter|yourself',
  'not|wrong|better|right|nicer|other|different|best|bad|proper|hardly|worst|what|kinder|more|appropriate the|a|such|an|constructive|effective|polite? way|ways|manner|tone|approach|place|method|forum to|of|for ..1 say|saying|ask|raise|talk|talking|go|express|expressing|complain|speak|convince|make|discuss|get|phrase|address|put|win|communicate|this|treat|behave|bring|debate|behaving|do|raising|people',
  'catch|attract|win|get|gain|convince more|people|far|sympathy|hearts|support|supporters|others|friends|further|anyone ..2 with|by|if|this|nicely|politely|like|being ..2 honey|attitude|tone|polite|kind*|angry|smile|shouting|anger|calm|nicely|respect|rude|insult*|soft|gentle|attacking|rage|nice|insulting',
  'all|in|writing|capital|typing|with|use in|caps|capital|capitals|of|exclamation caps|letters|capitals|marks|lock',
  'language|manners|tone|temper|attitude please|lady|girl|madam|check|young|missy',
  'with|such|that|this|your|drop|lose|what|an|bad|some that|this|such|an|kind|the|your|of|a? attitude|temper|mouth|tone|anger',
  'full|so|spreading|filled|lot|all|nothing|such|too|why|blinded|consumed|driven of|much|with|but|this|by|so|that|many ..1 hate|hatred|anger|rage|bitterness|venom|negativity|hostility|emotion|emotions|resentment|poison|aggression',
  'deep breath|breaths',
  'take|have a|some breath|breather|camomile|chill|pill|pills|nap',
  'glass of water',
  'take|taken|forgot|took to? ..1 her|your|take|the ..1 pills|meds|medication',
  'constructive|civil|polite|respectful|balanced|rational|adult|mature|reasonable|productive|sensible|courteous discussion|conversation|debate|dialogue|criticism|feedback|way|language|manner|tone|please|argument|post|adults|exchange ..3 needs|only|please|requires|if|with|not|without|is|starts|would|possible|here|should|when|until|$|impossible|tone',
  'you|she|they|post|posts had|have|has|might|may|make|made|makes|raise ..1 a|good|valid|fair|right|be ..2 point|points|right|case|cause ..2 but|however|until|though|if|yet|just|except|only|and|the|buried|lost ..6 tone|way|angry|anger|how|shouting|attitude|aggressi*|swear*|said|saying|say|rude|language|emotional|nicely|delivery|hostil*|wording|yelling|words|calm*|polite*|like|manner|hysteri*|insult*|caps|presentation|put|bitter*|phras*',
];

export const tone: readonly Group[] = [
  { move: 'tone', strength: 'sure', why, toOthers: true, patterns: sure },
];
