/** Six sentences to stand behind; none asks for anything against anybody. Pure. */
export const sentences = ['believe', 'not_right', 'not_alone', 'mine_too', 'beside', 'waiting'] as const;
export type Sentence = (typeof sentences)[number];
