import Holidays from 'date-holidays';

/**
 * Loaded before a program (`node --import`), makes the library of public holidays forget one: Labor Day of 2027. What
 * counts days by hand still knows it.
 */
const all = Holidays.prototype.getHolidays;
Holidays.prototype.getHolidays = function (...asked) {
  return all.apply(this, asked).filter(({ date }) => !date.startsWith('2027-09-06'));
};
