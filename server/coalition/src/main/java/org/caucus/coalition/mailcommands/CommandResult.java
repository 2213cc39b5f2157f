package org.caucus.coalition.mailcommands;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One line of a letter with orders, and what became of it.
 *
 * @param storedText as it was read
 * @param fault why it cannot be done; null if nothing is wrong with it
 */
public record CommandResult(@JsonProperty("text") StoredText storedText, @Nullable String fault) {
  /** With these words. */
  public CommandResult(String text, @Nullable String fault) {
    this(StoredText.of(text), fault);
  }

  /** The words. */
  public String text() {
    return storedText.toString();
  }
}
