package org.caucus.coalition.lists.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.SeatId;

/**
 * A new conversation of named people.
 *
 * @param people whom its letter names besides its author; nobody before that is read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewConversation(List<SeatId> people) implements MessageTarget {
  /** Of a letter that was not read yet. */
  public static final NewConversation UNREAD = new NewConversation(List.of());

  /** A copy that nobody else can change. */
  public NewConversation {
    people = List.copyOf(Objects.requireNonNullElse(people, List.of()));
  }

  @Override
  public MessageTarget bare() {
    return UNREAD;
  }
}
