package org.caucus.coalition.revisions;

import java.util.List;

/**
 * The part of a text that an edit changed, whole lines of it, as a letter tells it. Pure.
 *
 * @param now what stands there now; empty if it was taken out
 * @param before what stood there; empty if it was added
 */
record ChangedPassage(String now, String before) {
  /** Characters up to which both texts are told whole. */
  static final int MAX_WHOLE_CHARS = 500;

  /** Most characters of either that are told; the page has the rest. */
  static final int MAX_CHARS = 5_000;

  /** What stands for what is left out. */
  static final String LEFT_OUT = "[…]";

  /** Of these two texts. */
  static ChangedPassage of(String before, String now) {
    if (before.length() <= MAX_WHOLE_CHARS && now.length() <= MAX_WHOLE_CHARS) {
      return new ChangedPassage(now.strip(), before.strip());
    }
    List<String> old = before.lines().toList();
    List<String> recent = now.lines().toList();
    int shorter = Math.min(old.size(), recent.size());
    int first = 0;
    while (first < shorter && old.get(first).equals(recent.get(first))) {
      first++;
    }
    int last = 0;
    while (last < shorter - first && old.reversed().get(last).equals(recent.reversed().get(last))) {
      last++;
    }
    return new ChangedPassage(passage(recent, first, last), passage(old, first, last));
  }

  private static String passage(List<String> lines, int first, int last) {
    String text = String.join("\n", lines.subList(first, lines.size() - last)).strip();
    if (text.isEmpty()) {
      return "";
    }
    return (first > 0 ? LEFT_OUT + "\n" : "") + cut(text) + (last > 0 ? "\n" + LEFT_OUT : "");
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1));
    return text.substring(0, split ? MAX_CHARS - 1 : MAX_CHARS) + " " + LEFT_OUT;
  }
}
