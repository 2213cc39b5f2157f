package org.caucus.coalition.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;

/** What is counted, against a count that was written apart from it. */
class PollTallyTest {
  private static final List<String> OPTIONS = List.of("A", "B", "C", "D", "E");
  private static final int PROFILES = 10_000;

  @Test
  void theRunOffIsThatOfASecondCountOnTenThousandProfiles() {
    Random random = new Random(580);
    int tied = 0;
    for (int i = 0; i < PROFILES; i++) {
      List<String> options = OPTIONS.subList(0, 2 + random.nextInt(4));
      List<List<String>> ballots = orders(random, options);

      RunOff counted = RunOff.of(options, ballots);

      Set<String> possible = possibleWinners(new TreeSet<>(options), ballots);
      assertThat(Set.copyOf(counted.winners())).as("%s", ballots).isEqualTo(possible);
      tied += counted.winners().size() > 1 ? 1 : 0;
      assertThat(RunOff.condorcet(options, ballots))
          .as("%s", ballots)
          .isEqualTo(beatsEachAlone(options, ballots));
    }
    assertThat(tied).isBetween(100, PROFILES / 2);
  }

  /** A tie is named where its breaking decides, and only there. */
  @Test
  void aTieBetweenLosersThatDecidesNothingIsNoTie() {
    List<List<String>> ballots =
        List.of(
            List.of("A"),
            List.of("A"),
            List.of("A"),
            List.of("B", "A"),
            List.of("C", "A"),
            List.of("D", "E"),
            List.of("D", "E"),
            List.of("D", "E"));

    assertThat(RunOff.of(OPTIONS, ballots).winners()).containsExactly("A");
    assertThat(RunOff.of(List.of("A", "B"), List.of(List.of("A"), List.of("B"))).winners())
        .containsExactly("A", "B");
    assertThat(RunOff.of(OPTIONS, List.of()).winners()).isEmpty();
  }

  @Test
  void scoresHaveTheMeanAndSpreadOfASecondCount() {
    Random random = new Random(581);
    for (int i = 0; i < 1_000; i++) {
      Map<String, BallotValue> ballots = new LinkedHashMap<>();
      int voters = 1 + random.nextInt(8);
      for (int v = 0; v < voters; v++) {
        List<BallotValue.Mark> marks = new ArrayList<>();
        OPTIONS
            .subList(0, 1 + random.nextInt(5))
            .forEach(o -> marks.add(new BallotValue.Mark(o, random.nextInt(6))));
        ballots.put("o" + v, BallotValue.marks(marks));
      }
      PollTally tally = tally(Poll.Kind.SCORE, ballots);
      for (PollTally.OptionCount count : tally.options()) {
        List<Integer> scores =
            ballots.values().stream().flatMap(b -> b.mark(count.option()).stream()).toList();
        double mean = scores.stream().mapToInt(s -> s).average().orElse(0);
        double square = scores.stream().mapToInt(s -> s * s).average().orElse(0);
        assertThat(count.mean()).isCloseTo(mean, within(1e-9));
        assertThat(count.spread() * count.spread()).isCloseTo(square - mean * mean, within(1e-9));
      }
    }
  }

  @Test
  void ofTimesMostCanComeBeforeMostMayCome() {
    Map<String, BallotValue> ballots = new LinkedHashMap<>();
    ballots.put("o1", marks(2, 1, 0));
    ballots.put("o2", marks(0, 2, 2));
    ballots.put("o3", marks(2, 2, 1));

    PollTally tally = tally(Poll.Kind.TIME, ballots);

    assertThat(tally.winners()).containsExactly("B");
    assertThat(tally.options().getFirst())
        .isEqualTo(new PollTally.OptionCount("A", 2, 0, 1, 0, 0, 0));
  }

  private static BallotValue marks(int a, int b, int c) {
    return BallotValue.marks(
        List.of(
            new BallotValue.Mark("A", a),
            new BallotValue.Mark("B", b),
            new BallotValue.Mark("C", c)));
  }

  private static PollTally tally(Poll.Kind kind, Map<String, BallotValue> values) {
    Map<String, Ballot> standing = new LinkedHashMap<>();
    values.forEach((voice, value) -> standing.put(voice, ballot(voice, value)));
    List<Voice> asked =
        values.keySet().stream().map(v -> new Voice(v, Side.CIVIL_SOCIETY)).toList();
    return PollTally.of(question(kind), asked, standing);
  }

  private static Ballot ballot(String voice, BallotValue value) {
    SeatId seat = new SeatId("seat" + voice);
    return new Ballot(
        voice, voice, false, seat, value, StoredText.of(""), Channel.WEB, Instant.EPOCH, null);
  }

  private static Poll.Question question(Poll.Kind kind) {
    return new Poll.Question(
        kind,
        "What do we do?",
        StoredText.of(""),
        OPTIONS.stream().map(o -> new Poll.Option(o, o, null, null)).toList(),
        Poll.VoiceOf.ORGANISATION,
        Audience.civilSociety(),
        null,
        Instant.EPOCH,
        Poll.Silence.COUNTS_AS_NOTHING,
        Poll.Shown.LIVE,
        ZoneOffset.UTC,
        Audience.civilSociety(),
        "key");
  }

  private static List<List<String>> orders(Random random, List<String> options) {
    List<List<String>> ballots = new ArrayList<>();
    int voters = random.nextInt(10);
    for (int v = 0; v < voters; v++) {
      List<String> order = new ArrayList<>(options);
      Collections.shuffle(order, random);
      ballots.add(order.subList(0, 1 + random.nextInt(options.size())));
    }
    return ballots;
  }

  /**
   * Everyone who can win if each tie for the last place is broken in each way: one loser at a time,
   * until one option is left.
   */
  private static Set<String> possibleWinners(Set<String> left, List<List<String>> ballots) {
    Map<String, Integer> firsts = new LinkedHashMap<>();
    for (String option : left) {
      int votes = 0;
      for (List<String> ballot : ballots) {
        String first = null;
        for (String o : ballot) {
          if (first == null && left.contains(o)) {
            first = o;
          }
        }
        votes += option.equals(first) ? 1 : 0;
      }
      firsts.put(option, votes);
    }
    int counted = 0;
    for (int votes : firsts.values()) {
      counted += votes;
    }
    if (counted == 0) {
      return Set.of();
    }
    if (left.size() == 1) {
      return left;
    }
    int fewest = Collections.min(firsts.values());
    Set<String> winners = new TreeSet<>();
    for (String option : left) {
      if (Objects.requireNonNull(firsts.get(option)) == fewest) {
        Set<String> rest = new TreeSet<>(left);
        rest.remove(option);
        Set<String> then = possibleWinners(rest, ballots);
        winners.addAll(then.isEmpty() ? left : then);
      }
    }
    return winners;
  }

  private static String beatsEachAlone(List<String> options, List<List<String>> ballots) {
    for (String one : ballots.isEmpty() ? List.<String>of() : options) {
      boolean all = true;
      for (String other : options) {
        int[] votes = new int[2];
        for (List<String> ballot : ballots) {
          for (String o : ballot) {
            if (o.equals(one) || o.equals(other)) {
              votes[o.equals(one) ? 0 : 1]++;
              break;
            }
          }
        }
        all &= one.equals(other) || votes[0] > votes[1];
      }
      if (all) {
        return one;
      }
    }
    return null;
  }
}
