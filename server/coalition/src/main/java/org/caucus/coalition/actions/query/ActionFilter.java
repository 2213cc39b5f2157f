package org.caucus.coalition.actions.query;

import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.kernel.Refusal;

/** Which actions somebody wants to see, as they write it. */
public final class ActionFilter {
  private ActionFilter() {}

  /**
   * Reads a filter.
   *
   * @param reads what anyone who filters can read
   * @throws Refusal naming {@code q}, and in its words the term that is not understood
   */
  public static Filter<Action> parse(String text, FilterContext asker, Predicate<Scope> reads) {
    return Filter.parse(text, new ActionFilterTerms(asker, reads));
  }
}
