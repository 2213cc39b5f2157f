package org.caucus.coalition.instruments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.coalition.instruments.cutting.NumberPath;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an edition, in its place: a provision with its words there, or a running head.
 *
 * @param provision its id, which outlives the edition; null for furniture
 * @param level depth, from 1
 * @param number null if it has none
 * @param path its address in this edition; empty for furniture
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Placed(
    @Nullable String provision,
    Segment.Kind kind,
    int level,
    @Nullable NumberPath number,
    String path,
    @JsonProperty("text") StoredText storedText) {
  /** Characters of its first line that stand for it in lists. */
  private static final int HEADING_CHARS = 160;

  /** Its words, with its number, to the octet. */
  @JsonIgnore
  public String text() {
    return storedText.toString();
  }

  /** Whether something can hang on it. */
  @JsonIgnore
  public boolean canBeCited() {
    return provision != null;
  }

  /** How people write its number: {@code I/3(b)}; its path if it has none. */
  @JsonIgnore
  public String label() {
    return number == null ? path : number.brief();
  }

  /** How people say its number in a sentence: {@code Part I, 3(b)}; its path if it has none. */
  @JsonIgnore
  public String said() {
    return number == null ? path : number.people();
  }

  /** Its own number, as {@code b}; empty if it has none. */
  @JsonIgnore
  public String ownNumber() {
    return number == null ? "" : number.last().label();
  }

  /** Its first line, cut to what a list can show. */
  @JsonIgnore
  public String heading() {
    String line = text().strip().lines().findFirst().orElse("").strip();
    return line.length() <= HEADING_CHARS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, wholeCharacters(line))) + "…";
  }

  private static int wholeCharacters(String line) {
    return line.codePointCount(0, HEADING_CHARS - 1);
  }

  /** The same with words that are held already. */
  Placed sharing(StoredText held) {
    return new Placed(provision, kind, level, number, path, held);
  }
}
