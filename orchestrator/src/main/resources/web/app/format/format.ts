const NUMBER = new Intl.NumberFormat('en-US');
const SMALL_MONEY = new Intl.NumberFormat('en-US', {style: 'currency', currency: 'USD', maximumSignificantDigits: 2});
const MONEY = new Intl.NumberFormat('en-US', {style: 'currency', currency: 'USD'});
const COMPACT = new Intl.NumberFormat('en-US', {notation: 'compact', maximumFractionDigits: 1});
const BRIEF_TIME = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
const CLOCK = new Intl.DateTimeFormat('en-GB', {timeStyle: 'medium'});
const TIME = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

type Maybe<T> = T | null | undefined;

/** What stands where there is no figure. */
export const NOTHING = '–';

/** 12,345 */
export function count(value: Maybe<number>): string {
  return value == null ? NOTHING : NUMBER.format(value);
}

/** 1.2M */
export function compact(value: Maybe<number>): string {
  return value == null ? NOTHING : COMPACT.format(value);
}

/** A share as per cent, with one digit: 0.283 is 28.3. */
export function percent(share: Maybe<number>): string {
  return share == null ? NOTHING : (100 * share).toFixed(1);
}

/** A difference of shares in points, with its sign: 0.05 is +5.0. */
export function points(difference: Maybe<number>): string {
  if (difference == null) return NOTHING;
  const text = (100 * Math.abs(difference)).toFixed(1);
  if (text === '0.0') return '0.0';
  return (difference < 0 ? '−' : '+') + text;
}

/** A p value: 0.032, or <0.001. */
export function probability(p: Maybe<number>): string {
  if (p == null) return NOTHING;
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** US dollars; small amounts with two significant digits. */
export function money(dollars: Maybe<number>): string {
  if (dollars == null) return NOTHING;
  return dollars !== 0 && Math.abs(dollars) < 0.1 ? SMALL_MONEY.format(dollars) : MONEY.format(dollars);
}

/** 45 s, 3 min 20 s, 2 h 5 min, 3 d 4 h */
export function duration(seconds: Maybe<number>): string {
  if (seconds == null) return NOTHING;
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 600) return two(whole, 60, 'min', 1, 's');
  if (whole < 86_400) return whole < 3600 ? `${Math.round(whole / 60)} min` : two(whole, 3600, 'h', 60, 'min');
  return two(whole, 86_400, 'd', 3600, 'h');
}

function two(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((seconds % large) / small);
  const first = `${Math.floor(seconds / large)} ${largeUnit}`;
  return rest ? `${first} ${rest} ${smallUnit}` : first;
}

/** Milliseconds as a latency: 240 ms, 3.2 s. */
export function latency(milliseconds: Maybe<number>): string {
  if (milliseconds == null) return NOTHING;
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A date with its time, in the reader's zone. */
export function time(instant: Maybe<string>): string {
  return instant == null ? NOTHING : TIME.format(new Date(instant));
}

/** The same without the year. */
export function briefTime(instant: Maybe<string>): string {
  return instant == null ? NOTHING : BRIEF_TIME.format(new Date(instant));
}

/** The time of day, to the second. */
export function clock(instant: string): string {
  return CLOCK.format(new Date(instant));
}

/** The first characters of an id, as the command line shows it. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}
