package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;

/**
 * The provision an issue is about, so that it is found again in the next draft.
 *
 * @param document such as "Code of Practice, draft of June 2026"
 * @param part such as "Part I"
 * @param number such as "3(b)"
 * @param storedQuote its words
 */
@PlainJson
public record Citation(
    String document, String part, String number, @JsonProperty("quote") StoredText storedQuote) {
  private static final int MAX_DOCUMENT_CHARS = 200;
  private static final int MAX_PART_CHARS = 100;
  private static final int MAX_NUMBER_CHARS = 50;
  private static final int MAX_QUOTE_CHARS = 4_000;

  /** Whether it names nothing: an edit to it takes the citation away. */
  public boolean blank() {
    return (document + part + number + quote()).isBlank();
  }

  Citation checked() {
    within("document", document, MAX_DOCUMENT_CHARS);
    within("part", part, MAX_PART_CHARS);
    within("number", number, MAX_NUMBER_CHARS);
    within("quote", quote(), MAX_QUOTE_CHARS);
    return new Citation(document.strip(), part.strip(), number.strip(), quote().strip());
  }

  private static void within(String what, String text, int most) {
    if (text.length() > most) {
      throw Refusal.invalid(
          "reference." + what,
          Message.of("this-has-characters-at-most", "given", text.length(), "limit", most));
    }
  }

  /** With these words. */
  public Citation(String document, String part, String number, String quote) {
    this(document, part, number, StoredText.of(quote));
  }

  /** The words of the provision. */
  public String quote() {
    return storedQuote.toString();
  }
}
