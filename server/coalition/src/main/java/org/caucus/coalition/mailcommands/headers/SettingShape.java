package org.caucus.coalition.mailcommands.headers;

import java.util.Arrays;

/** Whether what stands behind a colon looks as if it were set, and not said. */
public final class SettingShape {
  private static final int MOST_CHARS = 80;

  /** Of so many words, what ends like a sentence may still be one thing. */
  private static final int FEW_WORDS = 3;

  private SettingShape() {}

  /** Short, and no sentence. */
  public static boolean isBrief(String value) {
    String said = value.strip();
    boolean sentence =
        ends(said, ".?!\u2026\u061f") && said.split(" ", FEW_WORDS + 1).length > FEW_WORDS;
    return !said.isEmpty() && said.length() <= MOST_CHARS && !sentence;
  }

  /** Something, and no question. */
  public static boolean isSaid(String value) {
    return !value.isBlank() && !ends(value.strip(), "?\u061f");
  }

  /** Labels of issues, such as COP-12, each with a minus sign before it or none. */
  public static boolean areLabels(String value) {
    return isBrief(value)
        && Arrays.stream(value.strip().split("[, ]+")).allMatch(SettingShape::isLabel);
  }

  private static boolean isLabel(String name) {
    String bare = name.startsWith("-") ? name.substring(1) : name;
    int dash = bare.lastIndexOf('-');
    return dash > 0
        && dash < bare.length() - 1
        && Character.isLetter(bare.charAt(0))
        && bare.substring(dash + 1).chars().allMatch(Character::isDigit);
  }

  private static boolean ends(String said, String marks) {
    return !said.isEmpty() && marks.indexOf(said.charAt(said.length() - 1)) >= 0;
  }
}
