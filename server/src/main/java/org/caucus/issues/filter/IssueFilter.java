package org.caucus.issues.filter;

import org.caucus.command.Refused;
import org.caucus.filters.Asker;
import org.caucus.filters.Filter;

/** Which issues somebody wants to see, as they write it. */
public final class IssueFilter {
  private IssueFilter() {}

  /**
   * Reads a filter.
   *
   * @throws Refused naming {@code q}, and in its words the term that is not understood
   */
  public static Filter<Facts> parse(String text, Asker asker) {
    return Filter.parse(text, new Terms(asker));
  }
}
