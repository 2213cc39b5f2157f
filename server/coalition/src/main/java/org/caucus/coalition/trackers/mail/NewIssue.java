package org.caucus.coalition.trackers.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A new issue in a tracker.
 *
 * @param asks what else the letter asks of it; null for nothing
 */
public record NewIssue(
    String tracker, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssueMailFields asks)
    implements MessageTarget {
  /** That asks for nothing else. */
  public NewIssue(String tracker) {
    this(tracker, null);
  }

  @Override
  public MessageTarget bare() {
    return new NewIssue(tracker);
  }

  @Override
  public Ref addressee() {
    return Ref.to(Ref.Kind.TRACKER, tracker);
  }
}
