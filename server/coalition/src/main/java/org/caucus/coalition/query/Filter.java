package org.caucus.coalition.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * Which things somebody wants to see, as they write it: {@code state:open label:takedown
 * assignee:me due:<7d org:"Paradigm Watch" notice}. All terms must hold; of the values of one term,
 * divided by commas, one; a minus sign before a term turns it round. {@code web/src/features/query}
 * reads the same language, held to the same cases.
 *
 * @param <T> what is filtered
 * @param terms what must hold
 */
public record Filter<T>(List<Predicate<T>> terms) {
  /** Most characters of a filter. */
  public static final int MAX_CHARS = 1_000;

  /** Most terms of a filter. */
  public static final int MAX_TERMS = 30;

  /** Most values of a term. */
  public static final int MAX_VALUES = 20;

  /** What a filter is called where one is asked for: as a query, and as the field that is wrong. */
  public static final String FIELD = "q";

  /** A copy that nobody else can change. */
  public Filter {
    terms = List.copyOf(terms);
  }

  /** Lets everything through. */
  public static <T> Filter<T> all() {
    return new Filter<>(List.of());
  }

  /**
   * Reads a filter.
   *
   * @throws Refusal naming {@code q}, and in its words the term that is not understood
   */
  public static <T> Filter<T> parse(String text, FilterVocabulary<T> vocabulary) {
    if (text.length() > MAX_CHARS) {
      throw Refusal.invalid(
          "q",
          Message.of(
              "this-filter-has-characters-at-most", "given", text.length(), "limit", MAX_CHARS));
    }
    List<Predicate<T>> all = new ArrayList<>();
    for (FilterTerm token : new FilterTokenizer(text).cut()) {
      Predicate<T> term = term(token, vocabulary);
      all.add(token.not() ? term.negate() : term);
    }
    return new Filter<>(all);
  }

  private static <T> Predicate<T> term(FilterTerm token, FilterVocabulary<T> vocabulary) {
    if (token.key().isEmpty()) {
      return vocabulary.says(token.values().getFirst());
    }
    if (token.values().size() == 1) {
      return vocabulary.of(token, token.values().getFirst());
    }
    List<Predicate<T>> any = new ArrayList<>();
    for (String value : token.values()) {
      any.add(vocabulary.of(token, value));
    }
    return thing -> any.stream().anyMatch(p -> p.test(thing));
  }

  static Refusal wrong(Message why) {
    return Refusal.invalid("q", why);
  }

  /** Whether the thing is among them. Whether it can be read is another question. */
  public boolean test(T thing) {
    for (Predicate<T> term : terms) {
      if (!term.test(thing)) {
        return false;
      }
    }
    return true;
  }
}
