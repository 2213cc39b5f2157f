package org.caucus.coalition.query;

import java.util.function.Predicate;

/**
 * What the words of a filter mean, of one sort of thing.
 *
 * @param <T> what is filtered
 */
public interface FilterVocabulary<T> {
  /** Words without a key, in lower case. */
  Predicate<T> says(String words);

  /**
   * One value of a key.
   *
   * @throws org.caucus.kernel.Refusal where there is no such key, or no such value of it
   */
  Predicate<T> of(FilterTerm token, String value);
}
