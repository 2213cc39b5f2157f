package org.caucus.reading;

import java.util.ArrayDeque;
import java.util.Deque;

/** Fields of a Word file: what they show is text, what they compute it from is not. */
final class WordFields {
  private static final class Field {
    private final StringBuilder code = new StringBuilder();
    private boolean isShown;
  }

  private final Deque<Field> open = new ArrayDeque<>();

  void mark(String type) {
    switch (type) {
      case "begin" -> open.push(new Field());
      case "separate" -> {
        if (!open.isEmpty()) {
          open.peek().isShown = true;
        }
      }
      case "end" -> open.poll();
      default -> {
        // None that is known.
      }
    }
  }

  void code(String words) {
    if (!open.isEmpty()) {
      open.peek().code.append(words);
    }
  }

  /** Whether what comes now is shown. */
  boolean isShown() {
    return open.stream().allMatch(f -> f.isShown);
  }

  /** Whether it is in a table of contents. */
  boolean isContents() {
    return open.stream().anyMatch(f -> f.code.toString().strip().startsWith("TOC"));
  }
}
