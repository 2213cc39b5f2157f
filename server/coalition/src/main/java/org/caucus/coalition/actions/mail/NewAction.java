package org.caucus.coalition.actions.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.jspecify.annotations.Nullable;

/**
 * A new action.
 *
 * @param asks what its letter asks of it; null for nothing
 */
public record NewAction(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActionMailFields asks)
    implements MessageTarget {
  @Override
  public MessageTarget bare() {
    return new NewAction(null);
  }
}
