package org.caucus.coalition.instruments.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person has put right in an outline, in order. Each is kept with the words of the segment
 * that it changes, so that it can be done again on a later reading where these words are unchanged.
 */
public record Corrections(List<Anchored> done) {
  /** None. */
  public static final Corrections NONE = new Corrections(List.of());

  /**
   * A correction and where it was made.
   *
   * @param words of the segment when it was corrected
   * @param occurrence which of the segments with the same words, from 0
   */
  public record Anchored(Correction correction, String words, int occurrence) {}

  /**
   * What comes of corrections on an outline.
   *
   * @param lost those whose segment is not there any more, or has other words
   */
  public record Applied(Outline outline, List<Anchored> lost) {}

  /** Copies. */
  public Corrections {
    done = List.copyOf(done);
  }

  /**
   * With one more.
   *
   * @param now the outline as the person sees it, with the corrections so far
   * @return empty if it cannot be done there
   */
  public Optional<Corrections> with(Outline now, Correction correction) {
    if (correction.on(now).isEmpty()) {
      return Optional.empty();
    }
    Segment segment = now.line(correction.line()).orElseThrow();
    String words = now.words(segment);
    int occurrence = 0;
    for (int i = 0; i < correction.line() - 1; i++) {
      occurrence += now.words(now.segments().get(i)).equals(words) ? 1 : 0;
    }
    List<Anchored> more = new ArrayList<>(done);
    more.add(new Anchored(correction, words, occurrence));
    return Optional.of(new Corrections(more));
  }

  /** Without the last. */
  public Corrections undone() {
    return done.isEmpty() ? this : new Corrections(done.subList(0, done.size() - 1));
  }

  /** All of them, in order, on an outline as it was cut: of the same reading or of a later one. */
  public Applied on(Outline cut) {
    Outline outline = cut;
    List<Anchored> lost = new ArrayList<>();
    for (Anchored anchored : done) {
      int line = line(outline, anchored);
      Optional<Outline> next =
          line == 0 ? Optional.empty() : anchored.correction().at(line).on(outline);
      if (next.isEmpty()) {
        lost.add(anchored);
      }
      outline = next.orElse(outline);
    }
    return new Applied(outline, List.copyOf(lost));
  }

  private static int line(Outline outline, Anchored anchored) {
    int left = anchored.occurrence();
    for (int i = 0; i < outline.segments().size(); i++) {
      if (outline.words(outline.segments().get(i)).equals(anchored.words())) {
        if (left == 0) {
          return i + 1;
        }
        left--;
      }
    }
    return 0;
  }
}
