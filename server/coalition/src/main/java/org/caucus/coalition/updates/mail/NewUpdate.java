package org.caucus.coalition.updates.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A company's update.
 *
 * @param asks what else the letter asks of it; null for nothing
 */
public record NewUpdate(
    String company, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateMailFields asks)
    implements MessageTarget {
  /** That asks for nothing else. */
  public NewUpdate(String company) {
    this(company, null);
  }

  @Override
  public MessageTarget bare() {
    return new NewUpdate(company);
  }

  @Override
  public Ref addressee() {
    return Ref.to(Ref.Kind.ORGANISATION, company);
  }
}
