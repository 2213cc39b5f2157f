package org.caucus.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Has short strings that were read a while ago stand for equal ones that are read now: records name
 * the same seats, lists, threads and entries again and again, and what is read stays for years.
 */
final class SharedStrings extends JsonNodeFactory {
  /** Longer ones are words, and seldom the same. */
  static final int SHORT_CHARS = 40;

  /** Places for strings, a power of two; of those that meet in one the newest stays. */
  private static final int PLACES = 1 << 14;

  private static final long serialVersionUID = 1L;

  private final transient AtomicReferenceArray<@Nullable String> places =
      new AtomicReferenceArray<>(PLACES);

  @Override
  public TextNode textNode(@Nullable String text) {
    return super.textNode(text == null || text.length() > SHORT_CHARS ? text : shared(text));
  }

  private String shared(String text) {
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String before = places.getPlain(place);
    if (text.equals(before)) {
      return before;
    }
    places.setRelease(place, text);
    return text;
  }
}
