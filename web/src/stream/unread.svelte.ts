// How much is unread, for all that shows it. What keeps it (`unreading`) comes after the first view.
class Unread {
  /** all (``), by kind (`thread`), by place (`thread>coalition`) and by conversation (`thread:id`) */
  n = $state.raw(new Map<string, number>());
}
export const unread = new Unread();
