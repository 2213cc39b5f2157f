package org.caucus.coalition.mailcommands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.kernel.Message;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One line of a letter with orders, and what became of it.
 *
 * @param storedText as it was read
 * @param fault why it cannot be done, in English; null if nothing is wrong with it
 * @param reason the same by its code; null, and not written, in logs of before
 */
public record CommandResult(
    @JsonProperty("text") StoredText storedText,
    @Nullable String fault,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredMessage reason) {
  /** With these words. */
  public CommandResult(String text, @Nullable String fault) {
    this(StoredText.of(text), fault, null);
  }

  /** What became of a line. */
  static CommandResult of(String text, @Nullable Message fault) {
    return fault == null
        ? new CommandResult(text, null)
        : new CommandResult(StoredText.of(text), fault.english(), StoredMessage.of(fault));
  }

  /** The words. */
  public String text() {
    return storedText.toString();
  }
}
