package org.caucus.issues.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.command.Refused;

/**
 * Which issues somebody wants to see, as they write it: {@code state:open label:takedown
 * assignee:me due:<7d org:"Paradigm Watch" notice}. All terms must hold; of the values of one term,
 * divided by commas, one; a minus sign before a term turns it round. {@code
 * web/src/trackers/filter.ts} reads the same language, held to the same cases.
 *
 * @param terms what must hold
 */
public record Filter(List<Predicate<Facts>> terms) {
  /** Most characters of a filter. */
  public static final int MAX_CHARS = 1_000;

  /** Most terms of a filter. */
  public static final int MAX_TERMS = 30;

  /** Most values of a term. */
  public static final int MAX_VALUES = 20;

  /** Lets everything through. */
  public static final Filter ALL = new Filter(List.of());

  /** A copy that nobody else can change. */
  public Filter {
    terms = List.copyOf(terms);
  }

  /**
   * Reads a filter.
   *
   * @throws Refused naming {@code q}, and in its words the term that is not understood
   */
  public static Filter parse(String text, Asker asker) {
    if (text.length() > MAX_CHARS) {
      throw Refused.invalid(
          "q",
          "This filter has " + text.length() + " characters; at most " + MAX_CHARS + " are read.");
    }
    Terms terms = new Terms(asker);
    List<Predicate<Facts>> all = new ArrayList<>();
    for (Tokens.Token token : new Tokens(text).cut()) {
      Predicate<Facts> term = terms.of(token);
      all.add(token.not() ? term.negate() : term);
    }
    return new Filter(all);
  }

  static Refused wrong(String written, String why) {
    return Refused.invalid("q", "\"" + written + "\" is not understood: " + why + ".");
  }

  /** Whether the issue is among them. Whether it can be read is another question. */
  public boolean test(Facts issue) {
    for (Predicate<Facts> term : terms) {
      if (!term.test(issue)) {
        return false;
      }
    }
    return true;
  }
}
