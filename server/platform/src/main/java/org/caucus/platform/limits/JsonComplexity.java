package org.caucus.platform.limits;

import org.caucus.platform.limits.WorkBudget.Kind;

/**
 * What JSON is made of, counted in one pass before anything makes objects of it: names and items,
 * their depth, and the digits of a number, which readers take time for that grows with their
 * square.
 */
public final class JsonComplexity {
  /** Digits of one number; none here is longer than a date in nanoseconds. */
  public static final int MAX_DIGITS = 40;

  private final WorkBudget budget;
  private int depth;
  private int digits;
  private boolean quoted;
  private boolean escaped;

  private JsonComplexity(WorkBudget budget) {
    this.budget = budget;
  }

  /** Whether it is within the budget; whether it is JSON is asked later. */
  public static boolean fits(CharSequence json, WorkBudget budget) {
    JsonComplexity size = new JsonComplexity(budget);
    return json.chars().allMatch(size::fits);
  }

  private boolean fits(int c) {
    if (escaped || quoted) {
      boolean ends = !escaped && c == '"';
      escaped = !escaped && c == '\\';
      quoted = !ends;
      return true;
    }
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    return digits <= MAX_DIGITS && isRoom(c);
  }

  private boolean isRoom(int c) {
    switch (c) {
      case '"' -> quoted = true;
      case ']', '}' -> depth--;
      case '[', '{' -> depth++;
      default -> {}
    }
    boolean more = c == ',' || c == '[' || c == '{';
    return depth <= budget.depth() && (!more || budget.takes(Kind.NODES, 1));
  }
}
