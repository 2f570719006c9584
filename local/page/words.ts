const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** `10:42 AM`, in the browser's own language and zone. */
export const timeOf = (at: string) => clock.format(new Date(at));

/** `Today`, or the weekday and date. */
export const dayOf = (at: string) =>
  new Date(at).toDateString() === new Date().toDateString() ? 'Today' : day.format(new Date(at));

/** `812 bytes`, `340 KB`, `2.4 MB`. */
export const sizeOf = (bytes: number) => {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
