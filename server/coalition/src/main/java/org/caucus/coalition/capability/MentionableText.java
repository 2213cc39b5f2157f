package org.caucus.coalition.capability;

import java.util.Optional;
import org.caucus.kernel.Ref;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * Words of an event in which others can be mentioned.
 *
 * @param thing whose readers read them
 * @param field in which they were written, as the API calls it
 */
public record MentionableText(Ref thing, String field, StoredText words) {
  /** These words; empty if there are none. */
  public static Optional<MentionableText> of(Ref thing, String field, @Nullable StoredText words) {
    return Optional.ofNullable(words).map(w -> new MentionableText(thing, field, w));
  }
}
