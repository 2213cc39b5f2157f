package org.caucus.coalition.lists.subscriptions;

import org.caucus.coalition.lists.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * How a seat wants the mail of one list.
 *
 * @param mode each post, many at once, or none
 * @param own whether one's own posts come too
 * @param copies whether the list's copy comes although the letter named the member in To or Cc, and
 *     so reached them without the list
 * @param links whether attachments are left out, with links to them
 * @param pause days without mail of this list; null for none
 */
public record DeliveryPreference(
    Delivery mode, boolean own, boolean copies, boolean links, @Nullable MailPause pause) {
  /** Of the person who has not chosen. */
  public static final DeliveryPreference USUAL =
      new DeliveryPreference(Delivery.EACH, false, false, false, null);

  /** The same in another mode. */
  public DeliveryPreference in(Delivery other) {
    return new DeliveryPreference(other, own, copies, links, pause);
  }
}
