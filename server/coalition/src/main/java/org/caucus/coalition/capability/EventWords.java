package org.caucus.coalition.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.caucus.kernel.Ref;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The words of one event, titles and notes too.
 *
 * @param thing whose readers read them
 */
public record EventWords(Ref thing, List<StoredText> words) {
  private static final StoredText NOTHING = StoredText.of("");

  /** Those of them that are there and are not empty. */
  public static EventWords of(Ref.Kind kind, String id, @Nullable StoredText... words) {
    return new EventWords(
        Ref.to(kind, id),
        Arrays.stream(words)
            .filter(Objects::nonNull)
            .filter(text -> !text.equals(NOTHING))
            .toList());
  }

  /** A few words; null if there are none. */
  public static @Nullable StoredText brief(@Nullable String words) {
    return StoredText.ofNullable(words);
  }

  /** Words put together here: those of all events are held at once when a workspace is read. */
  public static StoredText made(String words) {
    StoredText text = StoredText.of(words);
    long unused = text.spill();
    return text;
  }
}
