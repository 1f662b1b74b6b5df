/** Who is spoken to or about, and how: hints for the counted model. */
export const cues: Readonly<Record<string, readonly string[]>> = {
  first: ['انا|أنا|احنا|نحن|معايا|عليا|بيا|فيا|ليا|ana|e7na'],
  second: ['انتي|انت|انتو|حضرتك|عليكي|ليكي|منك|كنتي|enty|ento|enta'],
  third: ['هي|البنت|كانت|الست|وهي|عليها|بتاعتها|منها|hya'],
  men: ['<men>'],
  women: ['<women>'],
  clothes: ['<clothes>'],
  asks: ['ليه|فين|ازاي|ايه|مين|امتى|هل|كم|متى'],
  negates: ['مش|لا|لم|لن|ليس|محدش|مفيش|NEG'],
  says: ['<say>'],
  laughs: ['ههه*|هاها*|لول|lol|hhh*|خخخ*'],
  place: ['مترو|محطة|أتوبيس|اتوبيس|ميكروباص|شارع|عربية|قسم|مكتب|مدرسة|جامعة|كلية|رصيف|قطر|تاكسي'],
  who_must: ['شرطة|إدارة|شركة|وزارة|محافظ|حي|هيئة|نيابة|مدير|لجنة|أمن|جامعة|مدرسة'],
};
