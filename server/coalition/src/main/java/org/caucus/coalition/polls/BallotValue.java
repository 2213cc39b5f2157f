package org.caucus.coalition.polls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one ballot says.
 *
 * @param stance of a poll for consent; null for the other kinds
 * @param marks the chosen option; the options in order of preference; or those that have a score or
 *     an answer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BallotValue(@Nullable Stance stance, List<Mark> marks) {
  /** Most of a score. */
  public static final int MAX_SCORE = 5;

  /** A mark for a time that suits. */
  public static final int YES = 2;

  /** A mark for a time that may do. */
  public static final int MAYBE = 1;

  /** A mark for a time that does not suit. */
  public static final int NO = 0;

  /** What one says to a proposal. */
  public enum Stance {
    AGREE,
    AGREE_WITH_CONCERN,
    STAND_ASIDE,
    OBJECT
  }

  /**
   * What it says of one option.
   *
   * @param option its label
   * @param mark a score, or an answer to a time; 1 otherwise
   */
  public record Mark(String option, int mark) {}

  /** A copy that nobody else can change. */
  public BallotValue {
    marks = List.copyOf(Objects.requireNonNullElse(marks, List.of()));
  }

  /** A stance. */
  public static BallotValue of(Stance stance) {
    return new BallotValue(stance, List.of());
  }

  /** These options, in this order. */
  public static BallotValue of(List<String> options) {
    return new BallotValue(null, options.stream().map(o -> new Mark(o, 1)).toList());
  }

  /** These marks. */
  public static BallotValue marks(List<Mark> marks) {
    return new BallotValue(null, marks);
  }

  /** Whether it objects. */
  public boolean objects() {
    return stance == Stance.OBJECT;
  }

  /** Its options in order. */
  public List<String> options() {
    return marks.stream().map(Mark::option).toList();
  }

  /** The mark for this option; empty if it has none. */
  public Optional<Integer> mark(String option) {
    return marks.stream().filter(m -> m.option().equals(option)).map(Mark::mark).findFirst();
  }

  /** One line that is equal for equal ballots: receipts are made over it. */
  public String line() {
    return stance != null
        ? stance.name()
        : marks.stream().map(m -> m.option() + "=" + m.mark()).collect(Collectors.joining(","));
  }
}
