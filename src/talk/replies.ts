/**
 * What anyone can answer when a post pulls the talk away: one reply a move, in three ways of speaking. Each agrees with
 * what is true in it, returns to what happened, and ends in one act. Nobody is called anything; no one is named.
 */
import type { Move } from './model.ts';

/** Egyptian Arabic, standard Arabic, English. */
export const voices = ['egyptian', 'standard', 'english'] as const;
export type Voice = (typeof voices)[number];

export const replies: Readonly<Record<Move, Readonly<Record<Voice, string>>>> = {
  not_all: {
    egyptian:
      'صح، ناس كتير عمرها ما ترضى بكده. واللي اتحكى هنا حصل فعلًا. تعالوا نسأل: مين المسؤول عن المكان ده؟',
    standard: 'صحيح، كثيرون لا يرضون بهذا. وما حُكي هنا حدث فعلًا. فلنسأل معًا: من المسؤول عن ذلك المكان؟',
    english:
      'True, many people would never accept this. What is told here did happen. Let us ask who is responsible for that place.',
  },
  what_about: {
    egyptian:
      'ده كمان مهم، ويستاهل كلام لوحده. هنا في حد لسه حاكي اللي حصل له. تعالوا نسأله الأول: إيه اللي ينفع دلوقتي؟',
    standard: 'هذا أيضًا مهم، ويستحق كلامًا وحده. وهنا من حكى الآن ما حدث له. فلنسأله أولًا: ما الذي ينفع الآن؟',
    english:
      'That matters too, and deserves a talk of its own. Here somebody has just told what happened to them. Let us first ask what would help them now.',
  },
  minimise: {
    egyptian: 'صح، من برّه ممكن يبان بسيط. بس اللي عاشه بيقول إنه ماكانش بسيط. تعالوا نكتب هنا كلمة تسند.',
    standard: 'صحيح أنه قد يبدو صغيرًا من بعيد. لكن من عاش ما حدث يقول إنه لم يكن كذلك. فلنكتب هنا كلمة تسند.',
    english:
      'Yes, from outside it can look small. The person who lived it says it was not. Let us leave one kind line here.',
  },
  blame: {
    egyptian:
      'أكيد، كلنا عايزين الكل يروّح بالسلامة. واللي حصل كان قرار اللي عمله. تعالوا نسأل اللي ماسكين المكان: هتغيّروا إيه؟',
    standard:
      'نعم، كلنا نريد أن يعود الجميع سالمين. وما حدث كان قرار من فعله. فلنسأل المسؤولين عن المكان: ماذا سيتغير؟',
    english:
      'Yes, we all want everyone to get home well. What happened was decided by the one who did it. Let us ask those who run the place what they will change.',
  },
  tone: {
    egyptian:
      'أيوه، الكلام ده صعب يتسمع. واللي حصل كان أصعب. تعالوا نقرا الحكاية مرة كمان ونرد على اللي حصل فيها.',
    standard: 'نعم، هذا كلام يصعب سماعه. وما حدث كان أصعب. فلنقرأ الحكاية مرة أخرى، ونرد على ما حدث فيها.',
    english:
      'Yes, this is hard to hear. What happened was harder. Let us read it once more, and answer what happened.',
  },
  discredit: {
    egyptian:
      'صح، إحنا ماكناش هناك، والتحقق شغل اللي بيحقق. وهنا في حد بيحكي اللي عاشه. تعالوا نحط رقم خط دعم للي محتاجه.',
    standard:
      'صحيح أننا لم نكن هناك، والتحقق عمل من يحقق. وهنا من يحكي ما عاشه. فلنضع رقم خط دعم لمن يحتاج إليه.',
    english:
      'True, we were not there, and checking is for those who look into it. Here somebody tells what they lived. Let us put the number of a support line here, for whoever needs it.',
  },
};
