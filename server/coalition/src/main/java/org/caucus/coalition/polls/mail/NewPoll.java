package org.caucus.coalition.polls.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.jspecify.annotations.Nullable;

/**
 * A new poll.
 *
 * @param asks what its letter asks of it; null for what is not read yet
 */
public record NewPoll(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PollMailFields asks)
    implements MessageTarget {
  @Override
  public MessageTarget bare() {
    return new NewPoll(null);
  }
}
