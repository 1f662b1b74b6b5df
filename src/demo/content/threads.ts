/**
 * Two invented conversations of the invented city's forums, for the moderators' desk: somebody tells, some pull away, some
 * quote, ask, tell of their own, and some bring the talk back.
 */
export interface DemoThread {
  key: string;
  title: string;
  lang: 'en' | 'ar';
  /** The number of the post it answers, from 1; null for the first. */
  posts: readonly { answers: number | null; by: string; text: string }[];
}

export const threads: readonly DemoThread[] = [
  {
    key: 'zaytara-talk-1',
    title: 'The last tram to East Gate',
    lang: 'en',
    posts: [
      {
        answers: null,
        by: 'first',
        text: 'Last night on the tram to East Gate a man pressed against me for three stops. I said stop, loudly. The conductor looked and went on selling.',
      },
      {
        answers: 1,
        by: 'neighbour',
        text: 'I am so sorry. Are you all right now? Did anybody get off with you?',
      },
      {
        answers: 1,
        by: 'late',
        text: 'Not all men are like that you know. I ride this tram every day and I would never do that.',
      },
      {
        answers: 3,
        by: 'stop',
        text: 'Nobody said all men. She told of one man and one conductor. Who runs that tram?',
      },
      { answers: 1, by: 'wise', text: 'What were you wearing though, and why were you out alone that late?' },
      {
        answers: 5,
        by: 'late',
        text: 'Exactly, at that hour you have to expect it. She should have taken a taxi.',
      },
      {
        answers: 5,
        by: 'student',
        text: 'They asked me what I was wearing too, when it was done to me. It was my school uniform. It is never the clothes.',
      },
      {
        answers: 1,
        by: 'calm',
        text: 'It was probably just the crowd. Nothing really happened, get over it.',
      },
      {
        answers: 1,
        by: 'other',
        text: 'And what about men who get falsely accused? Nobody ever talks about that.',
      },
      {
        answers: 9,
        by: 'stop',
        text: 'That deserves a thread of its own. Here somebody told what was done to them. Which tram was it, so that we can ask the company?',
      },
      { answers: 1, by: 'doubter', text: 'Sounds made up to me. She only wants attention.' },
      {
        answers: 1,
        by: 'tone',
        text: 'If you said it more nicely people might actually listen. So aggressive.',
      },
      {
        answers: 1,
        by: 'driver',
        text: 'I drive on that line. There is a bell at every second seat; press it and we must stop. I will ask why it was not answered.',
      },
      {
        answers: 13,
        by: 'first',
        text: 'Thank you. It was the tram at ten past eleven. I did not know about the bell.',
      },
      {
        answers: 13,
        by: 'neighbour',
        text: 'Let us write to the trams together and ask that two conductors ride after ten.',
      },
    ],
  },
  {
    key: 'zaytara-talk-2',
    title: 'الرصيف عند باب الشرق',
    lang: 'ar',
    posts: [
      {
        answers: null,
        by: 'one',
        text: 'النهارده الصبح وأنا ماشية على الرصيف عند باب الشرق واحد فضل ماشي ورايا لحد الصيدلية وبيقول كلام وحش. دخلت الصيدلية وفضل واقف برّه.',
      },
      { answers: 1, by: 'two', text: 'ألف سلامة عليكي. إنتي كويسة دلوقتي؟' },
      { answers: 1, by: 'three', text: 'مش كل الرجالة كده، إحنا بنحافظ على بنات الناس.' },
      {
        answers: 3,
        by: 'four',
        text: 'محدش قال كل الرجالة. هي بتحكي عن واحد. مين المسؤول عن الإضاءة في الرصيف ده؟',
      },
      { answers: 1, by: 'five', text: 'كنتي لابسة إيه وإيه اللي نزلك بدري كده لوحدك؟' },
      {
        answers: 5,
        by: 'six',
        text: 'أنا حصل معايا نفس الموضوع وكلهم سألوني كنت لابسة إيه. كنت بلبس المدرسة.',
      },
      { answers: 1, by: 'seven', text: 'ما تكبّريش الموضوع، ده كان بيعاكس وخلاص، محصلش حاجة.' },
      { answers: 1, by: 'eight', text: 'طب والرجالة اللي بتتظلم؟ محدش بيتكلم عنهم ليه؟' },
      {
        answers: 8,
        by: 'four',
        text: 'موضوع مهم ويستاهل كلام لوحده. هنا في حد حكى اللي حصل له. تعالوا نسأل: الصيدلية ممكن تبقى باب مفتوح؟',
      },
      { answers: 1, by: 'nine', text: 'قصة متفبركة، عايزة شهرة وخلاص.' },
      { answers: 1, by: 'ten', text: 'لو اتكلمتي بأدب شوية كان الناس سمعتك.' },
      {
        answers: 1,
        by: 'eleven',
        text: 'أنا صاحب الصيدلية. الباب مفتوح لأي حد لحد عشرة بالليل، واللي يدخل نقعده وننادي له تاكسي.',
      },
      { answers: 12, by: 'one', text: 'شكرًا بجد. اللي عند الكاشير قعدتني وجابت لي ميّه.' },
      { answers: 12, by: 'two', text: 'يا ريت كل المحلات كده. نكتب ورقة ونلف عليهم؟' },
      { answers: 3, by: 'three', text: 'حقكم عليّ، فهمت. نعمل إيه عشان الرصيف ينوّر؟' },
    ],
  },
];
