/** Agreement of two coders as a table for a terminal. */
import { type Agreement, type Agreements, focuses, type Measured, moves } from '../talk/index.ts';

export function agreementText(found: Agreements): string {
  const { replies, left, derails, focus } = found;
  if (replies === 0) return 'There is no reply both have judged.';
  return [
    `${replies} replies judged by both${left === 0 ? '' : `; ${left} by one of them or by none, left out`}.`,
    `${''.padEnd(14)}first second  both  same   kappa (95 %)             alpha (95 %)`,
    ...moves.map((move) => row(move, found.moves[move])),
    row('any move', derails),
    ...focuses.map((each) => row(each, found.focuses[each])),
    `${'focus, all'.padEnd(14)}${''.padEnd(18)}${percent(focus.same)}  ${measured(focus.kappa)} ${measured(focus.alpha)}`,
    'kappa: Cohen 1960; alpha, nominal: Krippendorff 2011; intervals by drawing the replies anew, 1,000 times.',
    'A dash: nobody or everybody was given it, so nothing can be said beyond chance.',
  ].join('\n');
}

function row(name: string, { first, second, both, same, kappa, alpha }: Agreement): string {
  const counts = [first, second, both].map((count) => String(count).padStart(5)).join(' ');
  return `${name.padEnd(14)}${counts} ${percent(same)}  ${measured(kappa)} ${measured(alpha)}`;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`.padStart(5);

function measured({ value, low, high }: Measured): string {
  const text =
    value === null
      ? '–'
      : `${value.toFixed(3)} (${(low ?? value).toFixed(3)} to ${(high ?? value).toFixed(3)})`;
  return text.padEnd(24);
}
