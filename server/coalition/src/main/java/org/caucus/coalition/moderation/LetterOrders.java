package org.caucus.coalition.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.jspecify.annotations.Nullable;

/**
 * Orders, one a line, that are carried out and answered, and stand nowhere.
 *
 * @param list the list whose address they came to; empty for the workspace's
 * @param address where they came to
 * @param sender who sent them; empty if only a ticket says for whom they are
 * @param unproven true if anybody may have sent them, as they ask only for what is told to all;
 *     else null, and not written
 */
public record LetterOrders(
    String list,
    String address,
    String sender,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unproven)
    implements MessageTarget {
  /** From the person they name. */
  public LetterOrders(String list, String address, String sender) {
    this(list, address, sender, null);
  }
}
