/** The country table of the demonstration. Every entry is an example: none can be called, none is advice. */
import { addDays, type Day } from '../../platform/clock.ts';
import type { Advice, Country, CountryFile, Duty, Line } from '../../report/lines/index.ts';

const invented = {
  source: { en: 'made up for this demonstration', ar: 'متخيَّل لهذه النسخة التجريبية' },
  checkedOn: '2026-11-01',
  reviewer: 'Upstander',
};

/** `today`: our own test calls lie so many days before it. */
const linesOn = (today: Day): Line[] => [
  {
    id: 'emergency',
    kind: 'emergency',
    number: 'xx',
    example: true,
    name: { en: 'Emergency number of Marwada', ar: 'رقم الطوارئ في مروادة' },
    hours: { en: 'day and night', ar: 'ليلًا ونهارًا' },
    languages: ['ar'],
    answeredBy: { en: 'a police operator', ar: 'عامل تليفون في الشرطة' },
    asks: {
      en: 'where you are, what is happening, your name and number',
      ar: 'المكان، وماذا يحدث، والاسم ورقم الهاتف',
    },
    notSafeFor: {
      en: 'people without papers, and people who do not want the police to come',
      ar: 'من ليس معهم أوراق، ومن لا يريدون حضور الشرطة',
    },
    forWhom: ['everyone'],
    ...invented,
  },
  {
    id: 'listening',
    kind: 'support',
    number: 'xx xx 01',
    example: true,
    name: { en: 'The Listening Line', ar: 'خط الفضفضة' },
    hours: { en: 'every day, 10 to 22', ar: 'كل يوم من 10 صباحًا إلى 10 مساءً' },
    languages: ['ar', 'en'],
    answeredBy: { en: 'trained volunteers, mostly women', ar: 'متطوعون مدرَّبون، أغلبهم نساء' },
    asks: {
      en: 'only a first name, any name will do; whether you are safe right now',
      ar: 'الاسم الأول فقط، وأي اسم يكفي، وهل المكان آمن الآن',
    },
    forWhom: ['everyone'],
    ...invented,
    tested: { on: addDays(today, -12), answered: true, waitMinutes: 4 },
  },
  {
    id: 'young-voices',
    kind: 'child',
    number: 'xx xx 02',
    example: true,
    name: { en: 'Young Voices', ar: 'أصوات شابة' },
    hours: { en: 'school days, 14 to 20', ar: 'أيام الدراسة من 2 ظهرًا إلى 8 مساءً' },
    languages: ['ar'],
    answeredBy: { en: 'a social worker for children', ar: 'أخصائية اجتماعية للأطفال' },
    asks: {
      en: 'your age, and whether an adult knows. They say first what they would have to pass on.',
      ar: 'السن، وهل يعرف أحد من الكبار. ويقولون أولًا ما يلزمهم إبلاغه.',
    },
    notSafeFor: {
      en: 'calling from a home where somebody listens: they may call back',
      ar: 'المكالمة من بيت فيه من يسمع: فقد يعاودون الاتصال',
    },
    forWhom: ['under_18'],
    ...invented,
    tested: { on: addDays(today, -143), answered: true, waitMinutes: 12 },
  },
  {
    id: 'women-doctors',
    kind: 'medical',
    number: 'xx xx 03',
    example: true,
    name: { en: 'Women Doctors’ Room', ar: 'عيادة الطبيبات' },
    hours: { en: 'Saturday to Thursday, 9 to 17', ar: 'من السبت إلى الخميس، من 9 صباحًا إلى 5 مساءً' },
    languages: ['ar', 'en', 'fr'],
    answeredBy: { en: 'a nurse, then a doctor', ar: 'ممرضة ثم طبيبة' },
    asks: {
      en: 'when it was, and what you need. No papers for a first visit.',
      ar: 'متى حدث ذلك، وما المطلوب. بلا أوراق في الزيارة الأولى.',
    },
    forWhom: ['women', 'under_18', 'migrants'],
    ...invented,
  },
  {
    id: 'picture-help',
    kind: 'online',
    number: 'xx xx 04',
    example: true,
    name: { en: 'Picture Help', ar: 'سند الصور' },
    hours: { en: 'every day, 12 to 24', ar: 'كل يوم من 12 ظهرًا إلى منتصف الليل' },
    languages: ['ar', 'en'],
    answeredBy: { en: 'two people who know the platforms', ar: 'شخصان يعرفان المنصات جيدًا' },
    asks: {
      en: 'which platform, and what was threatened. Never the picture itself.',
      ar: 'أي منصة، وما التهديد. ولا يطلبان الصورة نفسها أبدًا.',
    },
    forWhom: ['everyone', 'under_18'],
    ...invented,
    tested: { on: addDays(today, -10), answered: false },
  },
  {
    id: 'lawyers-table',
    kind: 'legal',
    number: 'xx xx 05',
    example: true,
    name: { en: 'The Lawyers’ Table', ar: 'طاولة المحامين' },
    hours: { en: 'Monday and Wednesday, 16 to 20', ar: 'الاثنين والأربعاء من 4 إلى 8 مساءً' },
    languages: ['ar'],
    answeredBy: { en: 'a lawyer on duty', ar: 'محامية المناوبة' },
    asks: {
      en: 'what you want to know. Names only if you go on with them.',
      ar: 'السؤال المطلوب. والأسماء فقط عند الاستمرار معهم.',
    },
    forWhom: ['everyone'],
    ...invented,
  },
  {
    id: 'quiet-office',
    kind: 'police_alternative',
    number: 'xx xx 06',
    example: true,
    name: { en: 'The Quiet Office', ar: 'المكتب الهادئ' },
    hours: {
      en: 'every day, 9 to 21; messages at any time',
      ar: 'كل يوم من 9 صباحًا إلى 9 مساءً، والرسائل في أي وقت',
    },
    languages: ['ar', 'en', 'sw'],
    answeredBy: {
      en: 'people from migrant associations, by text too',
      ar: 'أعضاء من روابط المهاجرين، وبالكتابة أيضًا',
    },
    asks: {
      en: 'what you need. Never papers or nationality.',
      ar: 'ما المطلوب. ولا يسألون أبدًا عن الأوراق أو الجنسية.',
    },
    forWhom: ['everyone', 'migrants', 'deaf'],
    ...invented,
    tested: { on: addDays(today, -7), answered: true, waitMinutes: 1 },
  },
];

const fiveDays: Advice[] = [
  {
    title: { en: 'The first 72 hours matter most', ar: 'أول 72 ساعة هي الأهم' },
    text: {
      en: 'Some things a doctor can offer work only in the first hours or days. So a visit today is better than one next week, and next week is better than none.',
      ar: 'بعض ما يقدّمه الطبيب ينفع في الساعات أو الأيام الأولى فقط. زيارة اليوم أفضل من الأسبوع القادم، والأسبوع القادم أفضل من لا شيء.',
    },
    ...invented,
    example: true,
  },
  {
    title: { en: 'A doctor, whatever you decide later', ar: 'طبيب أو طبيبة، مهما كان القرار بعد ذلك' },
    text: {
      en: 'Seeing a doctor is not a decision about the police. You can ask for a woman, bring someone with you, and say no to any part.',
      ar: 'زيارة الطبيب ليست قرارًا بشأن الشرطة. يمكن طلب طبيبة بدل طبيب، وحضور شخص معك، ورفض أي جزء من الفحص.',
    },
    ...invented,
    example: true,
  },
  {
    title: { en: 'What can be kept', ar: 'ما يمكن حفظه' },
    text: {
      en: 'If you can bear it: keep the clothes unwashed in a paper bag, keep messages and calls, and write down the time. If you have washed already, you have done nothing wrong.',
      ar: 'عند القدرة فقط: الملابس بلا غسيل في كيس ورق، والرسائل والمكالمات كما هي، وكتابة الساعة. وإن تم الغسيل بالفعل فلا خطأ في ذلك.',
    },
    ...invented,
    example: true,
  },
];

const duty: Duty = {
  text: {
    en: 'In the invented country of Marwada a caseworker must tell the Office for Young People when somebody under 18 is in danger at home or is being hurt again and again. She tells you before she does it, says exactly what she passes on, and asks whom you want beside you. Other things stay between you and her.',
    ar: 'في بلد مروادة المتخيَّل يلزم مسؤولة الحالة إبلاغ مكتب الشباب إذا كان من هو أقل من 18 في خطر في بيته أو تكرر إيذاؤه. تقول ذلك قبل أن تفعله، وتقول بالضبط ما ستبلغه، وتسأل عمن يُستحسن حضوره معك. وما عدا ذلك يبقى بينكما.',
  },
  source: invented.source,
  checkedBy: invented.reviewer,
  checkedOn: invented.checkedOn,
  example: true,
};

const country: Country = { country: 'Marwada', fiveDays, duty };

export const countryFile = (today: Day): CountryFile => ({ country, lines: linesOn(today) });
