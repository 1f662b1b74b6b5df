/** Asks that wait, are late, were refused or disputed; and drafts. */
import { type DemoAsk, open, pass, yes } from './ask.ts';

export const openAsks: readonly DemoAsk[] = [
  // Waiting, in time.
  {
    body: 'zaytara-trams',
    about: { place: 'bus-7' },
    kinds: ['words', 'stared'],
    people: 4,
    ago: 6,
    wishes: ['announcement', 'train-staff'],
    steps: [open(1)],
  },
  {
    body: 'zaytara-trams',
    about: { place: 'central-station' },
    kinds: ['followed', 'words'],
    people: 5,
    ago: 3,
    wishes: ['walk-through', 'sign'],
    steps: [],
  },
  {
    body: 'hill-office',
    about: { area: 'clay-hill' },
    places: ['seven-steps', 'water-tower'],
    kinds: ['followed'],
    people: 3,
    ago: 12,
    wishes: ['light'],
    steps: [open(2)],
  },
  // Late.
  {
    body: 'zaytara-trams',
    about: { place: 'bus-31' },
    kinds: ['touched'],
    people: 4,
    ago: 45,
    wishes: ['staff-evening'],
    steps: [open(2)],
  },
  {
    body: 'harbour-office',
    about: { area: 'old-harbour' },
    places: ['fish-market', 'rope-street'],
    kinds: ['words', 'followed'],
    people: 4,
    ago: 50,
    wishes: ['light', 'walk-through'],
    steps: [],
  },
  // Silent: sixty days and more after the day it was due.
  {
    body: 'licensing-office',
    about: { place: 'microbus-orchards' },
    kinds: ['touched', 'stared'],
    people: 6,
    ago: 160,
    wishes: ['vehicle-checked', 'publish-done'],
    steps: [],
  },
  {
    body: 'zaytara-council',
    about: { place: 'public-beach' },
    kinds: ['filmed', 'followed'],
    people: 5,
    ago: 140,
    wishes: ['walk-through', 'number-answered'],
    steps: [open(9)],
  },
  // Cannot, because.
  {
    body: 'zaytara-trams',
    about: { place: 'east-gate-stop' },
    kinds: ['blocked', 'words'],
    people: 3,
    ago: 70,
    wishes: ['safe-wait'],
    steps: [
      open(1),
      yes(
        'cannot',
        14,
        'The stop stands on land that is not ours; a shelter needs the permission of its owner, which was refused to us.',
        'Buildings',
      ),
      pass(15),
    ],
  },
  // Not ours.
  {
    body: 'zaytara-council',
    about: { area: 'weavers' },
    places: ['dye-works'],
    kinds: ['words'],
    people: 3,
    ago: 55,
    wishes: ['light'],
    steps: [
      open(1),
      yes(
        'not_ours',
        9,
        'The lane belongs to the mill. Please ask the company that runs it.',
        'Roads Department',
      ),
      pass(10),
    ],
  },
  // Disputes it.
  {
    body: 'silk-mall-company',
    about: { place: 'silk-mall' },
    kinds: ['followed', 'stared'],
    people: 4,
    ago: 65,
    wishes: ['walk-through', 'train-staff'],
    steps: [
      open(1),
      yes(
        'dispute',
        10,
        'Our own records show nothing of the kind. We ask to see what this rests on.',
        'Management',
      ),
      pass(12),
    ],
  },
  // A question of theirs is open.
  {
    body: 'harbour-ferries',
    about: { place: 'ferry-landing' },
    kinds: ['stared', 'words'],
    people: 3,
    ago: 15,
    wishes: ['sign'],
    steps: [
      open(1),
      yes(
        'question',
        6,
        'Is it the landing itself or the steps to the street? The steps are the council’s.',
        'Landing Office',
      ),
      pass(7),
    ],
  },
  // A question that was answered, and more time that was taken.
  {
    body: 'licensing-office',
    about: { place: 'microbus-campus' },
    kinds: ['touched'],
    people: 4,
    ago: 35,
    wishes: ['train-staff', 'number-answered'],
    steps: [
      open(1),
      yes('question', 4, 'Which of the two routes to the campus is meant?', 'Licensing'),
      pass(5),
      {
        at: 6,
        do: 'tell',
        words: { en: 'Both: by the gate and by the dormitories.', ar: 'كلاهما: عبر البوابة وعبر السكن.' },
      },
      {
        at: 20,
        do: 'answer',
        kind: 'extension',
        days: 10,
        words: 'The drivers’ representatives meet next month; we need their word.',
        office: 'Licensing',
      },
      pass(21),
    ],
  },
  // Answered; the words wait for a caseworker.
  {
    body: 'zaytara-trams',
    about: { place: 'bus-15' },
    kinds: ['touched', 'followed'],
    people: 4,
    ago: 14,
    wishes: ['staff-evening', 'publish-done'],
    steps: [
      open(1),
      {
        at: 12,
        do: 'answer',
        kind: 'will_do',
        promised: 50,
        words: 'Inspectors will ride line 15 on weekday evenings.',
        office: 'Passenger Service',
      },
    ],
  },
  // Answered; the words are withheld.
  {
    body: 'zaytara-trams',
    about: { place: 'tram-2' },
    kinds: ['stared'],
    people: 3,
    ago: 75,
    wishes: ['train-staff'],
    steps: [
      open(1),
      yes('done', 13, 'Whoever does not feel well with us may travel at other hours.', 'Passenger Service'),
      { at: 14, do: 'withhold', why: 'not_an_answer' },
    ],
  },
  // Taken off the public pages for someone's safety.
  {
    body: 'transport-board',
    about: { area: 'station-quarter' },
    places: ['central-station'],
    kinds: ['followed'],
    people: 3,
    ago: 30,
    wishes: ['number-answered'],
    steps: [open(1), { at: 8, do: 'pause' }],
  },
  // On paper, to shops that might become open doors.
  {
    body: 'lantern-shops',
    about: { place: 'lantern-square' },
    kinds: ['followed', 'words'],
    people: 3,
    ago: 48,
    wishes: ['safe-wait'],
    steps: [
      yes(
        'done',
        15,
        'Two of us keep a chair at the window and a phone behind the counter until midnight.',
        'Shops of the square',
      ),
      pass(16),
    ],
  },
  // Drafts.
  {
    body: 'lantern-pharmacy',
    about: { place: 'night-pharmacy' },
    kinds: ['followed'],
    people: 3,
    ago: null,
    wishes: ['sign'],
    steps: [],
  },
  {
    body: 'zaytara-council',
    about: { place: 'municipality' },
    kinds: ['words', 'stared'],
    people: 2,
    ago: null,
    wishes: ['office-named'],
    words: {
      en: 'Several people say the guards at the door are part of it.',
      ar: 'يقول أكثر من شخص إن الحراس على الباب جزء من الأمر.',
    },
    steps: [],
  },
];
