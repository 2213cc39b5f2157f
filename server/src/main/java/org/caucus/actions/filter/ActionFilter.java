package org.caucus.actions.filter;

import java.util.function.Predicate;
import org.caucus.actions.Action;
import org.caucus.command.Refused;
import org.caucus.filters.Asker;
import org.caucus.filters.Filter;
import org.caucus.members.Scope;

/** Which actions somebody wants to see, as they write it. */
public final class ActionFilter {
  private ActionFilter() {}

  /**
   * Reads a filter.
   *
   * @param reads what anyone who filters can read
   * @throws Refused naming {@code q}, and in its words the term that is not understood
   */
  public static Filter<Action> parse(String text, Asker asker, Predicate<Scope> reads) {
    return Filter.parse(text, new ActionTerms(asker, reads));
  }
}
