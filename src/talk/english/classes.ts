/** Classes of English words, for <name> in patterns. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  men: ['men|guys|dudes|males|blokes|boys|lads|fellas|husbands|fathers|dads|bros|man|guy|boy|male|dude'],
  group: [
    '<men>',
    'drivers|teachers|cops|officers|bosses|managers|coaches|doctors|priests|soldiers|professors|policemen|passengers|engineers|gamers|colleagues|uncles|brothers|muslims|christians|arabs|egyptians|employers|landlords|vendors|guards|players|fans',
    'taxi|bus|uber|delivery drivers|riders',
  ],
  she: [
    'she|you|they|u|woman|women|girls|girl|ladies|females|feminists|survivors|people',
    'the|this|that|these|those|some|all|you girl|woman|lady|one|girls|women|people|ladies|feminists|females',
  ],
  her: ['her|your|their|she|you|the', 'the|this|that girl|woman|lady'],
  be: ['am|are|is|was|were|be|been|being'],
  very: [
    'so|too|very|really|just|being|always|all|such|a|bit|little|super|way|honestly|quite|kind|of|getting|acting|sounding|overly|clearly|obviously|literally|probably|definitely|totally|simply|only|again|still|seriously|basically|maybe|even|now|here|be|extremely|fucking|bloody|completely|kinda|both|also|unnecessarily|needlessly|rather|perhaps|slightly',
  ],
  dressed: [
    'dress|dresses|dressed|dressing|wear|wears|wore|worn|wearing|walk|walks|walking|go|goes|going|come|show|shows',
  ],
  clothes: [
    'clothes|clothing|skirt|skirts|dress|outfit|outfits|leggings|shorts|jeans|top|heels|makeup|trousers|blouse|bikini|crop|tights|swimsuit|neckline|cleavage|attire|costume',
  ],
  relative: ['husband|brother|father|dad|parents|family|mother|mum|mom|boyfriend|friends|man'],
  doubt: [
    'proof|evidence|video|footage|screenshot|screenshots|witness|witnesses|pics|receipts|cctv|source|sources|recording',
  ],
  blamed: [
    'blamed|accused|judged|punished|attacked|demonised|demonized|vilified|lumped|treated|generalised|generalized|tarred|labelled|labeled|painted|shamed|hated|guilty|suspected',
  ],
  bad: [
    'like|bad|rapists|rapist|harassers|harasser|predators|predator|monsters|monster|trash|pigs|animals|abusers|abuser|creeps|creep|the|same|evil|criminals|criminal|guilty|that|this|beasts|dogs|perverts|suspects|garbage|dangerous|toxic|violent|wolves|scum|villains|so|sexist|misogynists|to|bastards|such|thinking',
  ],
  attacked: [
    'harassed|raped|assaulted|groped|catcalled|abused|molested|grabbed|stalked|followed|beaten|attacked|cornered|threatened|blackmailed|mugged|drugged|spiked|flashed|outed|bullied|touched|choked|slapped|kissed|hit|punched|pinned|trapped|spat|hurt|violated|filmed|fingered|insulted|detained|strangled|kicked|fondled|coerced|forced|humiliated|pushed|dragged|licked|kidnapped|sacked|evicted|arrested|mocked|rubbed|pressed|squeezed|pulled|shouted|whistled|stared|photographed|chased|undressed|locked|thrown|searched|deported|shoved|pinched|stroked|propositioned',
  ],
  done: [
    '<attacked>',
    'touching|grabbing|following|groping|harassing|hitting|beating|rubbing|pressing|stalking|threatening|calling|messaging|staring|filming|raping|kissing|pushing|pulling|texting|tried|put|kept|started|called|made|asked|told|slid|took|exposed|leaned|stroking|blackmailing|molesting|bullying|shoving|pinching|abusing|squeezing|mocking|hurt|stopped|showed|sent|offered|promised|leaning|breathing|brushing|moved|placed|reached|blocked|waited|refused|laughed|used',
  ],
  person: [
    'man|guy|boy|woman|girl|driver|boss|manager|teacher|coach|doctor|uncle|cousin|ex|boyfriend|girlfriend|husband|wife|colleague|coworker|neighbour|neighbor|stranger|officer|cop|policeman|guard|soldier|priest|professor|landlord|supervisor|client|customer|passenger|relative|brother|father|stepfather|mother|friend|someone|somebody|he|she|they|guys|men|boys|police|kid|kids|lads|conductor|trainer|dude|bloke|nurse|student|people|hand|another|aunt|tutor|foreman|smuggler|flatmate|roommate|dentist|pastor|sheikh|captain|stepmother|sister|one|agent|who|and|then',
  ],
  others: [
    'he|they|people|someone|somebody|everyone|everybody|men|guys|others|commenters|relatives|colleagues|lawyers|officers|journalists|strangers|friends|boys|trolls|dudes|haters|family|police|mum|mom|mother|dad|father|aunt|aunties|uncle|uncles|husband|boss|hr|teacher|teachers|lawyer|judge|officer|cop|cops|policeman|manager|sister|brother|cousin|neighbour|neighbours|neighbor|guy|man|dude|bloke|friend|colleague|driver|conductor|prosecutor|doctor|crowd|headline|poster|principal|dean|coach|host|imam|priest|reporter|journalist|professor|passengers|bystanders|clerk|supervisor|receptionist|defence|defense|attorney|parents|person|management|admin|moderator|security|guard|ex|boyfriend|grandmother|media|press|society|culture|anyone|landlord|foreman|commenter|half|somebody|relative|classmates|students|wife|who|some|many|folks|comments|replies|comment|reply|post|posts|message|article|tweet|email|caption|sign|everyone',
  ],
  adv: [
    'always|still|just|only|then|even|actually|literally|immediately|once|also|usually|constantly|inevitably|later|again|all|both|basically|simply|then|really|once|have|has|had|that|there|here|online|never|quietly|calmly|kindly|smugly|on|in|at|to|the|this|today|yesterday|below|above',
  ],
  said: [
    'said|told|asked|replied|answered|shouted|yelled|commented|wrote|insisted|argued|whispered|laughed|joked|shrugged|muttered|suggested|wondered|responded|screamed|snapped|explained|hinted|remarked|sneered|demanded|posted|typed|texted|lectured|claimed|interrupted|warned|advised|decided|concluded|mansplained|tweeted|messaged|announced|assumed|thought',
    'was|were|be|went like',
  ],
  says: [
    'say|says|tell|tells|reply|replies|comment|comments|write|writes|argue|argues|insist|insists|shout|shouts|respond|responds|answer|answers|suggest|suggests|claim|claims|wonder|wonders|scream|yell|think|thinks|assume|believe|lecture|explain|post',
    'ask|asks !for',
  ],
  saying: [
    'saying|telling|replying|commenting|shouting|arguing|insisting|writing|screaming|yelling|responding|wondering|demanding|explaining|lecturing|reminding|suggesting|claiming|typing|repeating',
    'asking !for !to',
  ],
  answer: [
    'answer|answers|reply|replies|response|responses|reaction|question|questions|comment|comments|excuse|excuses|words|advice|remark|remarks|verdict|suggestion|headline|conclusion|instinct|comeback|contribution|explanation|message',
  ],
  speak: [
    'tell|tells|told|talk|talks|talked|speak|speaks|spoke|say|says|said|post|posts|posted|mention|mentions|mentioned|bring|brings|share|shares|shared|open|opens|report|reports|reported|write|writes|wrote|complain|complains|complained|try|raise|explain|describe',
  ],
  argument: [
    'argument|arguments|excuse|excuses|line|brigade|crowd|crew|bros|chorus|defence|defense|myth|myths|card|squad|nonsense|bullshit|comments|comment|replies|reply|bingo|gang|question|questions|response|trope|lecture|narrative|script|playbook|people|guys|crap|thing|stuff|answer|attitude|rhetoric|talk|reaction|mentality|game',
  ],
  question: ['what|how|where|who|which|why|when|if|whether'],
};
