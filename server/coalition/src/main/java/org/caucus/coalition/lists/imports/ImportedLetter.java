package org.caucus.coalition.lists.imports;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.jspecify.annotations.Nullable;

/**
 * A letter of an archive, and where it belongs.
 *
 * @param id of the entry it becomes: made of its list and its octets, so that it becomes one once
 * @param answers the entry it answers, here or yet to come
 * @param leads identifiers of what led to it, the nearest last
 * @param line what stood before it in an mbox
 */
public record ImportedLetter(
    String id,
    In in,
    @Nullable String answers,
    Instant at,
    String text,
    EntryLetter letter,
    List<String> leads,
    @Nullable String line) {
  /**
   * The thread it belongs to, which it begins if there is none of that id.
   *
   * @param began when the first of its letters was said
   */
  public record In(String id, String subject, Instant began) {}
}
