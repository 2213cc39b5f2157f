package org.caucus.coalition.moderation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How a letter came that could not be read, so that it can be read once more as it came: what it
 * asks for, and whom it is for, is not known before that.
 *
 * @param to what its address belongs to
 * @param detail what follows the name in its address; empty if nothing does
 * @param peer the address of the host that brought it; null in older logs
 * @param helo the name which that host gave itself; empty if it is not known
 * @param envelope MAIL FROM; null for the null sender
 * @param received when it came
 * @param readings how often it was tried to read it
 */
public record UnreadLetter(
    Ref to,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String peer,
    String helo,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String envelope,
    Instant received,
    int readings) {
  /** How often a letter is tried: one that ends its process would end it as often. */
  public static final int MAX_READINGS = 2;

  /** Whether a convenor may have it read once more. */
  @JsonIgnore
  public boolean isReadable() {
    return readings < MAX_READINGS;
  }

  /** Of older logs, where nothing was kept but the letter and where it came to. */
  static @Nullable UnreadLetter in(LetterEvent.LetterHeld held, Instant at) {
    boolean unread =
        held.seat() == null
            && held.letter() != null
            && held.letter().messageId() == null
            && held.letter().damaged()
            && held.letter().attachments().isEmpty()
            && held.subject().isEmpty()
            && held.text().isEmpty();
    Ref to = unread ? held.intent().addressee() : null;
    return to == null ? null : new UnreadLetter(to, "", null, "", held.sender(), at, 1);
  }
}
