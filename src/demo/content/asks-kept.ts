/** Asks whose bodies said it is done, or promised it. */
import { type DemoAsk, open, pass, yes } from './ask.ts';

export const keptAsks: readonly DemoAsk[] = [
  // Done, and people there say so.
  {
    body: 'zaytara-trams',
    about: { place: 'tram-1' },
    kinds: ['stared', 'touched'],
    people: 6,
    ago: 150,
    wishes: ['staff-evening', 'number-answered'],
    steps: [
      open(1),
      {
        at: 12,
        do: 'answer',
        kind: 'will_do',
        promised: 45,
        words:
          'Two members of staff will ride tram 1 every evening from the first of next month. The number is being printed.',
        office: 'Passenger Service',
      },
      pass(13),
      yes(
        'done',
        44,
        'Staff ride tram 1 every evening until the last service. The number is on every door.',
        'Passenger Service',
      ),
      pass(45),
      {
        at: 60,
        do: 'visit',
        found: 'yes',
        checker: 'Huda Salem, Safe Streets',
        words: {
          en: 'Three evenings, six trams: staff on five of them, the number on all.',
          ar: 'ثلاث أمسيات وستة قطارات: موظفون في خمسة منها، والرقم في كلها.',
        },
      },
    ],
  },
  {
    body: 'harbour-ferries',
    about: { place: 'ferry' },
    kinds: ['blocked', 'followed'],
    people: 4,
    ago: 130,
    wishes: ['light', 'safe-wait'],
    steps: [
      open(2),
      yes(
        'done',
        18,
        'The waiting room is lit and open until the last ferry; the ticket office looks into it.',
        'Landing Office',
      ),
      pass(19),
      { at: 50, do: 'confirm' },
    ],
  },
  // Done, says the body; people there say it is not.
  {
    body: 'zaytara-trams',
    about: { place: 'bus-12' },
    kinds: ['touched', 'words'],
    people: 5,
    ago: 120,
    wishes: ['train-staff'],
    steps: [
      open(3),
      yes('done', 16, 'All drivers of line 12 have been trained.', 'Training Department'),
      pass(17),
      {
        at: 40,
        do: 'visit',
        found: 'no',
        checker: 'Huda Salem, Safe Streets',
        words: {
          en: 'We asked eleven drivers. Nine had heard of no training.',
          ar: 'سألنا أحد عشر سائقًا. تسعة لم يسمعوا بأي تدريب.',
        },
      },
    ],
  },
  // Says it is done; nobody has said yet whether it is so.
  {
    body: 'hill-hospital',
    about: { place: 'mercy-hospital' },
    kinds: ['followed', 'stared'],
    people: 3,
    ago: 60,
    wishes: ['walk-through', 'light'],
    steps: [
      open(1),
      yes(
        'done',
        20,
        'A guard walks the path to the stop every half hour. All lamps were replaced.',
        'Administration',
      ),
      pass(22),
    ],
  },
  // Promised, still in time.
  {
    body: 'zaytara-council',
    about: { place: 'lower-garden' },
    kinds: ['followed', 'exposed'],
    people: 5,
    ago: 40,
    wishes: ['light', 'clear-view'],
    steps: [
      open(4),
      {
        at: 19,
        do: 'answer',
        kind: 'will_do',
        promised: 80,
        words: 'The hedges along the path will be cut and fourteen lamps set.',
        office: 'Parks Department',
      },
      pass(20),
    ],
  },
  // Promised, and the day has passed.
  {
    body: 'licensing-office',
    about: { place: 'microbus-clay' },
    kinds: ['touched', 'blocked'],
    people: 6,
    ago: 110,
    wishes: ['vehicle-checked', 'number-answered'],
    steps: [
      open(5),
      {
        at: 15,
        do: 'answer',
        kind: 'will_do',
        promised: 60,
        words: 'Each vehicle of the line will show its number and ours inside.',
        office: 'Licensing',
      },
      pass(16),
    ],
  },
];
