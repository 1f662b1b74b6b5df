/** How many days a phone keeps what is written and not sent, from the last word. */
export const keptDays = 7;
