package org.caucus.actions.filter;

import java.util.function.Predicate;
import org.caucus.actions.Action;
import org.caucus.command.Refusal;
import org.caucus.filters.Filter;
import org.caucus.filters.FilterContext;
import org.caucus.members.Scope;

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
