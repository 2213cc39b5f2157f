package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The provision an issue is about, so that it is found again in the next draft.
 *
 * @param document such as "Code of Practice, draft of June 2026"
 * @param part such as "Part I"
 * @param number such as "3(b)"
 * @param storedQuote its words
 * @param provision its id, where the text is on the table; null if nobody linked it
 */
@PlainJson
public record Citation(
    String document,
    String part,
    String number,
    @JsonProperty("quote") StoredText storedQuote,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provision) {
  private static final int MAX_DOCUMENT_CHARS = 200;
  private static final int MAX_PART_CHARS = 100;
  private static final int MAX_NUMBER_CHARS = 50;
  private static final int MAX_QUOTE_CHARS = 4_000;

  /** Whether it names nothing: an edit to it takes the citation away. */
  public boolean blank() {
    return provision == null && (document + part + number + quote()).isBlank();
  }

  Citation checked() {
    within("document", document, MAX_DOCUMENT_CHARS);
    within("part", part, MAX_PART_CHARS);
    within("number", number, MAX_NUMBER_CHARS);
    within("quote", quote(), MAX_QUOTE_CHARS);
    if (provision != null && !RandomIds.isId(provision)) {
      throw Refusal.invalid("reference.provision", Message.of("this-is-no-id-of-a-provision"));
    }
    StoredText quote = StoredText.of(quote().strip());
    return new Citation(document.strip(), part.strip(), number.strip(), quote, provision);
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
    this(document, part, number, StoredText.of(quote), null);
  }

  /** The words of the provision. */
  public String quote() {
    return storedQuote.toString();
  }
}
