package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;

/** One line of a checklist. */
@PlainJson
public record ChecklistItem(@JsonProperty("text") StoredText storedText, boolean done) {
  /** With these words. */
  public ChecklistItem(String text, boolean done) {
    this(StoredText.of(text), done);
  }

  /** The words. */
  public String text() {
    return storedText.toString();
  }
}
