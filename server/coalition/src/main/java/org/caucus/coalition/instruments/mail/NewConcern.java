package org.caucus.coalition.instruments.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A concern about a text.
 *
 * @param path of the provision, or what its author wrote for that; null for the text as a whole
 */
public record NewConcern(
    String instrument, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path)
    implements MessageTarget {
  @Override
  public MessageTarget bare() {
    return new NewConcern(instrument, null);
  }

  @Override
  public Ref addressee() {
    return Ref.to(Ref.Kind.INSTRUMENT, instrument);
  }
}
