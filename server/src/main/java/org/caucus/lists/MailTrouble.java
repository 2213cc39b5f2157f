package org.caucus.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is amiss with the mail of a seat.
 *
 * @param suspended since when it is held back; null if it is sent
 * @param hinted since when there are words that whoever has the seat has left; null if there are
 *     none
 */
public record MailTrouble(@Nullable Instant suspended, @Nullable Instant hinted) {
  static final MailTrouble NONE = new MailTrouble(null, null);
}
