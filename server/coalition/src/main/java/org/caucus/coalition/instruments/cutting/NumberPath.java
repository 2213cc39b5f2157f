package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The number of a provision, with the numbers of what it is in: Part I, 3(b).
 *
 * @param steps from the outermost; the last is its own
 * @param twin 1, or 2 and more for the second and later provision with the same steps
 */
public record NumberPath(List<Step> steps, int twin) {
  /**
   * A number.
   *
   * @param kind of what it numbers
   * @param word as the document has it: Part, Article, المادة; empty if it has none
   * @param label the number in its simplest form, with ASCII digits: I, 3, 3.1, b, 12bis
   */
  public record Step(Segment.Kind kind, String word, String label) {
    private String people() {
      return word.isEmpty() ? label : word + " " + label;
    }

    private boolean isItem() {
      return kind == Segment.Kind.POINT || kind == Segment.Kind.PARAGRAPH;
    }
  }

  /** At least one step. */
  public NumberPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || twin < 1) {
      throw new IllegalArgumentException("a path without a number");
    }
  }

  /** The same for the first or only provision with these steps. */
  public static NumberPath of(List<Step> steps) {
    return new NumberPath(steps, 1);
  }

  /** Its own number. */
  public Step last() {
    return steps.getLast();
  }

  /** For people: {@code Part I, 3(b)}. */
  public String people() {
    String outer = containers().stream().map(Step::people).collect(Collectors.joining(", "));
    String inner = inner(true);
    String both = outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + ", " + inner;
    return both + twinMark();
  }

  /** Short, as people type it in a letter: {@code I/3(b)}. */
  public String brief() {
    String outer =
        containers().stream()
            .map(s -> s.kind() == Segment.Kind.SCHEDULE ? s.people() : s.label())
            .collect(Collectors.joining("/"));
    String inner = inner(false);
    String both = outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "/" + inner;
    return both + twinMark();
  }

  /** In an address of mail, which is permanent: {@code i.3.b}, the second of a kind {@code ~2}. */
  public String mail() {
    return steps.stream().map(NumberPath::mail).collect(Collectors.joining(".")) + twinMark();
  }

  /** What {@link PathQuery} compares: labels without their words, one a step. */
  List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Step step : steps) {
      for (String part : step.label().split("\\.", -1)) {
        labels.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return labels;
  }

  private static String mail(Step step) {
    String label = Labels.ascii(step.label());
    return step.kind() == Segment.Kind.SCHEDULE ? "schedule-" + label : label;
  }

  private List<Step> containers() {
    return steps.stream().filter(s -> s.kind().isContainer()).toList();
  }

  private String inner(boolean withWords) {
    StringBuilder built = new StringBuilder();
    for (Step step : steps) {
      if (step.kind().isContainer()) {
        continue;
      }
      if (built.isEmpty()) {
        built.append(withWords ? step.people() : step.label());
      } else if (step.isItem()) {
        built.append('(').append(step.label()).append(')');
      } else {
        built.append('/').append(withWords ? step.people() : step.label());
      }
    }
    return built.toString();
  }

  private String twinMark() {
    return twin == 1 ? "" : "~" + twin;
  }

  /** For people, in English order. */
  @Override
  public String toString() {
    return people();
  }
}
