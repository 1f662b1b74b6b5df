/** The door of answer: when an answer is due. */
export { type DayOff, dayOff, type Weekday, type WorkCalendar, weekdayOf } from './clock/calendar.ts';
export { holidaysIn } from './clock/holidays.ts';
export { type Clock, type Reckoned, reckon, type Step, type Sum, sumOf, type Term } from './clock/reckon.ts';
