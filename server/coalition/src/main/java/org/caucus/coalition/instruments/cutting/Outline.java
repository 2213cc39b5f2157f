package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.instruments.cutting.NumberPath.Step;

/**
 * A text of record and the segments it is cut into. Lines of the outline are counted from 1.
 *
 * @param segments partition the text
 */
public record Outline(String text, List<Segment> segments) {
  /** Checks that the segments partition the text. */
  public Outline {
    segments = List.copyOf(segments);
    int at = 0;
    for (Segment segment : segments) {
      if (segment.from() != at) {
        throw new IllegalArgumentException("gap or overlap at " + at);
      }
      at = segment.to();
    }
    if (at != text.length()) {
      throw new IllegalArgumentException("the text does not end at " + at);
    }
  }

  /** Segments with their own numbers only, each in its place: gives them their whole paths. */
  static Outline named(String text, List<Segment> segments) {
    List<Segment> named = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Segment segment : segments) {
      if (segment.path() == null) {
        if (segment.kind() == Segment.Kind.HEADING) {
          open.removeIf(o -> o.level() >= segment.level());
        }
        named.add(segment);
        continue;
      }
      open.removeIf(o -> o.level() >= segment.level());
      Step own = segment.path().last();
      Step step = new Step(segment.kind(), own.word(), own.label());
      List<Step> steps =
          open.isEmpty() ? new ArrayList<>() : new ArrayList<>(open.getLast().steps());
      while (!steps.isEmpty() && step.label().startsWith(steps.getLast().label() + ".")) {
        steps.removeLast();
      }
      steps.add(step);
      open.add(new Open(segment.level(), steps));
      int twin = seen.merge(NumberPath.of(steps).mail(), 1, Integer::sum);
      named.add(segment.named(new NumberPath(steps, twin)));
    }
    return new Outline(text, named);
  }

  private record Open(int level, List<Step> steps) {}

  /** The words of a segment. */
  public String words(Segment segment) {
    return segment.in(text);
  }

  /** Its first line, without spaces around it: what a list of provisions shows. */
  public String heading(Segment segment) {
    return words(segment).strip().lines().findFirst().orElse("").strip();
  }

  /** The segment on a line of the outline, counted from 1. */
  public Optional<Segment> line(int line) {
    return line >= 1 && line <= segments.size()
        ? Optional.of(segments.get(line - 1))
        : Optional.empty();
  }

  /** The segments whose path the words mean, as people type it in a letter: 3(b), I/3(b), ٣(ب). */
  public List<Segment> find(String where) {
    return PathQuery.parse(where).map(q -> q.in(segments)).orElse(List.of());
  }

  /** The segment with this address of mail: {@code i.3.b}. */
  public Optional<Segment> at(String mail) {
    return segments.stream()
        .filter(s -> s.path() != null && s.path().mail().equals(mail))
        .findFirst();
  }

  /** How many segments have the path of another, and were told apart by {@code ~2}. */
  public long twins() {
    return segments.stream().filter(s -> s.path() != null && s.path().twin() > 1).count();
  }

  /** How many of its segments people can take a position on. */
  public long provisions() {
    return segments.stream().filter(s -> s.kind().isProvision()).count();
  }
}
