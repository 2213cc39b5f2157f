package org.caucus.coalition.polls;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.polls.BallotValue.Stance;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a poll. Pure: the same question, voices and ballots give the same tally.
 *
 * @param turnout on all sides together, and on each
 * @param quorate whether as many answered as must
 * @param consent of a poll for consent; null for the other kinds
 * @param options of the other kinds, in their order
 * @param runOff of ranked options; null for the other kinds
 * @param condorcet the option that beats every other one in a direct comparison; null if no option
 *     does
 * @param winners the best option; several that are equal; none if nothing was answered
 */
public record PollTally(
    Turnout all,
    List<Turnout> turnout,
    boolean quorate,
    @Nullable Consent consent,
    List<OptionCount> options,
    @Nullable RunOff runOff,
    @Nullable String condorcet,
    List<String> winners) {
  /**
   * How many answered.
   *
   * @param side null for all
   */
  public record Turnout(@Nullable Side side, int asked, int answered) {
    /** Whether at least this share answered. */
    public boolean reaches(int percent) {
      return 100L * answered >= (long) percent * asked;
    }
  }

  /**
   * What was said to a proposal.
   *
   * @param openObjections those that are not resolved
   * @param silent those that are asked and did not answer
   * @param reached whether there is consent
   */
  public record Consent(
      Map<Stance, Integer> counts, int openObjections, int silent, boolean reached) {}

  /**
   * What was said of an option.
   *
   * @param count ballots that choose it, put it first, give it a score, or say yes to it
   * @param maybe of a time: those that say maybe
   * @param no of a time: those that say no
   * @param sum of its scores
   * @param mean of its scores; 0 if it has none
   * @param spread standard deviation of its scores
   */
  public record OptionCount(
      String option, int count, int maybe, int no, int sum, double mean, double spread) {}

  /**
   * Counts.
   *
   * @param asked whose answers count
   * @param standing of each that answered the ballot that stands
   */
  public static PollTally of(Poll.Question of, List<Voice> asked, Map<String, Ballot> standing) {
    List<Turnout> turnout =
        Stream.of(Side.values())
            .filter(side -> asked.stream().anyMatch(v -> v.side() == side))
            .map(side -> turnout(side, asked, standing))
            .toList();
    Turnout all = turnout(null, asked, standing);
    boolean quorate = quorate(of.quorum(), all, turnout);
    List<BallotValue> ballots = standing.values().stream().map(Ballot::value).toList();
    return of.kind() == Poll.Kind.CONSENT
        ? new PollTally(
            all,
            turnout,
            quorate,
            consent(of.silence(), standing.values(), all, quorate),
            List.of(),
            null,
            null,
            List.of())
        : options(of, all, turnout, quorate, ballots);
  }

  private static Turnout turnout(
      @Nullable Side side, List<Voice> asked, Map<String, Ballot> standing) {
    List<Voice> here = asked.stream().filter(v -> side == null || v.side() == side).toList();
    int answered = (int) here.stream().filter(v -> standing.containsKey(v.id())).count();
    return new Turnout(side, here.size(), answered);
  }

  private static boolean quorate(Poll.@Nullable Quorum quorum, Turnout all, List<Turnout> turnout) {
    if (quorum == null) {
      return true;
    }
    return quorum.bySide()
        ? turnout.stream().allMatch(t -> t.reaches(quorum.percent()))
        : all.reaches(quorum.percent());
  }

  /** An open objection is enough against it; where silence says nothing, somebody must agree. */
  private static Consent consent(
      Poll.Silence silence, Collection<Ballot> ballots, Turnout all, boolean quorate) {
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    for (Stance stance : Stance.values()) {
      counts.put(stance, count(ballots, b -> b.value().stance() == stance ? 1 : 0));
    }
    int open = count(ballots, b -> b.isOpenObjection() ? 1 : 0);
    int agree =
        Objects.requireNonNull(counts.get(Stance.AGREE))
            + Objects.requireNonNull(counts.get(Stance.AGREE_WITH_CONCERN));
    boolean isSaid = agree > 0 || silence == Poll.Silence.NO_OBJECTION;
    boolean reached = quorate && open == 0 && isSaid;
    return new Consent(counts, open, all.asked() - all.answered(), reached);
  }

  private static PollTally options(
      Poll.Question of,
      Turnout all,
      List<Turnout> turnout,
      boolean quorate,
      List<BallotValue> ballots) {
    List<String> labels = of.options().stream().map(Poll.Option::label).toList();
    List<OptionCount> counts = labels.stream().map(o -> count(of.kind(), o, ballots)).toList();
    if (of.kind() != Poll.Kind.RANKED) {
      return new PollTally(
          all, turnout, quorate, null, counts, null, null, best(of.kind(), counts));
    }
    List<List<String>> orders = ballots.stream().map(BallotValue::options).toList();
    RunOff runOff = RunOff.of(labels, orders);
    return new PollTally(
        all,
        turnout,
        quorate,
        null,
        counts,
        runOff,
        RunOff.condorcet(labels, orders),
        runOff.winners());
  }

  private static OptionCount count(Poll.Kind kind, String option, List<BallotValue> ballots) {
    return switch (kind) {
      case CONSENT -> throw new IllegalArgumentException("a proposal has no options");
      case CHOICE, RANKED -> plain(option, count(ballots, b -> isFirst(b, option) ? 1 : 0), 0, 0);
      case SCORE -> scored(option, ballots.stream().flatMap(b -> b.mark(option).stream()).toList());
      case TIME ->
          plain(
              option,
              marked(ballots, option, BallotValue.YES),
              marked(ballots, option, BallotValue.MAYBE),
              marked(ballots, option, BallotValue.NO));
    };
  }

  private static OptionCount plain(String option, int count, int maybe, int no) {
    return new OptionCount(option, count, maybe, no, 0, 0, 0);
  }

  private static boolean isFirst(BallotValue ballot, String option) {
    return !ballot.marks().isEmpty() && ballot.marks().getFirst().option().equals(option);
  }

  private static int marked(List<BallotValue> ballots, String option, int mark) {
    return count(ballots, b -> b.mark(option).filter(m -> m == mark).isPresent() ? 1 : 0);
  }

  private static OptionCount scored(String option, List<Integer> scores) {
    int sum = scores.stream().mapToInt(Integer::intValue).sum();
    double mean = scores.isEmpty() ? 0 : (double) sum / scores.size();
    double squares = scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    double spread = scores.isEmpty() ? 0 : Math.sqrt(squares / scores.size());
    return new OptionCount(option, scores.size(), 0, 0, sum, mean, spread);
  }

  private static <T> int count(Collection<T> all, ToIntFunction<T> one) {
    return all.stream().mapToInt(one).sum();
  }

  /** Those that no other one is better than; none if nothing speaks for any. */
  private static List<String> best(Poll.Kind kind, List<OptionCount> counts) {
    return counts.stream()
        .filter(o -> o.count() + o.maybe() > 0)
        .filter(o -> counts.stream().noneMatch(other -> compare(kind, other, o) > 0))
        .map(OptionCount::option)
        .toList();
  }

  /** Whole numbers alone are compared: means that are equal are equal. */
  private static int compare(Poll.Kind kind, OptionCount one, OptionCount other) {
    if (kind == Poll.Kind.SCORE) {
      return one.count() == 0
          ? -1
          : Long.compare(
              (long) one.sum() * Math.max(1, other.count()), (long) other.sum() * one.count());
    }
    int byCount = Integer.compare(one.count(), other.count());
    return byCount != 0 ? byCount : Integer.compare(one.maybe(), other.maybe());
  }
}
