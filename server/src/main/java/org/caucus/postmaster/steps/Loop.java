package org.caucus.postmaster.steps;

import java.util.Locale;
import org.caucus.email.RawLetter;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;

/** Ends a letter that this installation sent itself, or that has passed too many hosts. */
record Loop(String domain) implements Step {
  /** Received fields; RFC 5321 section 6.3 asks for a limit of at least 100. */
  static final int MAX_HOPS = 100;

  @Override
  public Next take(Arrival arrival) {
    RawLetter raw = arrival.incoming().raw();
    boolean ours =
        raw.values("X-Caucus-Loop").stream().anyMatch(this::names)
            || raw.values("List-Id").stream().anyMatch(this::names);
    return ours || raw.values("Received").size() > MAX_HOPS
        ? Step.drop(Words.LOOP)
        : Step.on(arrival);
  }

  /** Whether it names our domain or a name under it, as in {@code <coalition.domain>}. */
  private boolean names(String value) {
    String id = identifier(value).strip().toLowerCase(Locale.ROOT);
    String own = domain.toLowerCase(Locale.ROOT);
    return id.equals(own) || id.endsWith("." + own) || id.endsWith("@" + own);
  }

  /**
   * What stands in angle brackets (RFC 2919 section 2), else the last word. Searched by hand: a
   * value has no limit but the letter's.
   */
  private static String identifier(String value) {
    int open = value.lastIndexOf('<');
    if (open >= 0) {
      int close = value.indexOf('>', open);
      return value.substring(open + 1, close < 0 ? value.length() : close);
    }
    return value.substring(Math.max(value.lastIndexOf(' '), value.lastIndexOf('\t')) + 1);
  }
}
