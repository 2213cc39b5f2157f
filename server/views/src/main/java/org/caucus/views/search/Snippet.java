package org.caucus.views.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caucus.views.search.analysis.TextAnalyzer;

/** The place in a text where what was looked for stands, with a few words around it. */
final class Snippet {
  /** Characters of a snippet, about. */
  static final int CHARS = 220;

  /** Characters before the first word that was found. */
  private static final int BEFORE = 70;

  /** Characters of a text that are looked through. */
  private static final int LOOKED_THROUGH = 20_000;

  /** A piece of it; marked if it was looked for. */
  record Part(String text, boolean marked) {}

  private record Place(int from, int to) {}

  private Snippet() {}

  /** The snippet; the beginning of the text if nothing of the question stands in it. */
  static List<Part> of(String whole, SearchQuery question) {
    String text = whole.length() > LOOKED_THROUGH ? whole.substring(0, LOOKED_THROUGH) : whole;
    List<Place> places = places(TextAnalyzer.EXACT, text, question);
    if (places.isEmpty()) {
      places = places(TextAnalyzer.languageOf(text).field(), text, question);
    }
    int from = places.isEmpty() ? 0 : start(text, places.getFirst().from());
    return parts(text, from, Math.min(text.length(), from + CHARS), places);
  }

  /** Of the first place, and of those that fit beside it. */
  private static List<Place> places(String field, String text, SearchQuery question) {
    Set<String> wanted = new HashSet<>();
    question
        .words()
        .forEach(w -> wanted.addAll(TextAnalyzer.of(field, w, SearchQuery.MAX_PHRASE_WORDS)));
    question
        .phrases()
        .forEach(p -> wanted.addAll(TextAnalyzer.of(field, p, SearchQuery.MAX_PHRASE_WORDS)));
    List<Place> places = new ArrayList<>();
    if (!wanted.isEmpty()) {
      TextAnalyzer.each(
          field,
          text,
          w -> {
            if (wanted.contains(w.word())) {
              places.add(new Place(w.from(), w.to()));
            }
            return places.isEmpty() || w.to() < places.getFirst().from() + CHARS;
          });
    }
    return places;
  }

  /** A little before a place, where a word begins. */
  private static int start(String text, int place) {
    int from = Math.max(0, place - BEFORE);
    while (from > 0 && from < place && !Character.isWhitespace(text.charAt(from - 1))) {
      from++;
    }
    return from;
  }

  private static List<Part> parts(String text, int from, int to, List<Place> places) {
    List<Part> parts = new ArrayList<>();
    int at = from;
    for (Place place : places) {
      if (place.from() >= at && place.to() <= to) {
        add(parts, (at == from && from > 0 ? "… " : "") + text.substring(at, place.from()), false);
        add(parts, text.substring(place.from(), place.to()), true);
        at = place.to();
      }
    }
    int end =
        Character.isHighSurrogate(text.isEmpty() || to == 0 ? ' ' : text.charAt(to - 1))
            ? to - 1
            : to;
    add(parts, text.substring(Math.min(at, end), end) + (end < text.length() ? " …" : ""), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean marked) {
    String line = text.replaceAll("\\s+", " ");
    if (!line.isEmpty()) {
      parts.add(new Part(line, marked));
    }
  }
}
