/** Which answers her page offers. Pure. */
import type { BodyQuestion, MyAsk } from './wire.ts';

/** What she has said is no button any more, and what she has answered is not put off. */
export const isBodyWordOffered = (said: BodyQuestion['said'], say: string): boolean =>
  said === null || (say !== said && say !== 'later');

/** She may say that it is not as they say, and take that back; nobody can confirm what nobody did. */
export function isWordOffered({ question, said }: Pick<MyAsk, 'question' | 'said'>, say: string): boolean {
  if (say === said) return false;
  return question !== 'not_so' || say === (said === 'no' ? 'unknown' : 'no');
}
