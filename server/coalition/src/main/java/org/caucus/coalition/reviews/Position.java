package org.caucus.coalition.reviews;

import java.time.Instant;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The word of an organisation on a provision.
 *
 * @param organisation whose it is
 * @param said what it says
 * @param audience who reads it, of those who read the review
 * @param by the seat that said it for the organisation
 * @param sequence of its commit: which of two is the later one
 */
public record Position(
    String organisation,
    Said said,
    Audience audience,
    SeatId by,
    Instant at,
    Channel via,
    long sequence) {
  /** The provision; null for each that the organisation says nothing else of. */
  public @Nullable String provision() {
    return said.provision();
  }

  /** What it thinks of the provision. */
  public Stance stance() {
    return said.stance();
  }

  /** Why; may be empty. */
  public String reason() {
    return said.reason();
  }

  /** What the provision is to say; null unless it is to be amended. */
  public @Nullable String words() {
    StoredText words = said.storedWords();
    return words == null ? null : words.toString();
  }

  /** Where it stands in its review. */
  Scope scope(Scope review) {
    return review.holds(audience, at);
  }
}
