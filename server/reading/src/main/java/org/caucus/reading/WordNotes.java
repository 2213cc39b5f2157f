package org.caucus.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** The notes that a text points to, in that order, with the marks that stand for them. */
final class WordNotes {
  private final LinkedHashMap<String, String> feet = new LinkedHashMap<>();
  private final LinkedHashMap<String, String> ends = new LinkedHashMap<>();

  String foot(String id) {
    return feet.computeIfAbsent(id, i -> "[" + (feet.size() + 1) + "]");
  }

  String end(String id) {
    return ends.computeIfAbsent(
        id, i -> "[" + NumberFormat.of("lowerRoman", ends.size() + 1) + "]");
  }

  Map<String, String> feet() {
    return feet;
  }

  Map<String, String> ends() {
    return ends;
  }
}
