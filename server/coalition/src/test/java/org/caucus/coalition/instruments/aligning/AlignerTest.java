package org.caucus.coalition.instruments.aligning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Seeds;
import org.junit.jupiter.api.Test;

/**
 * Which provision of a later edition is which of the one before: nearly all, and hardly a wrong
 * one.
 */
class AlignerTest {
  private static final int CASES = Seeds.times(150);

  /** Words of drafts, so that provisions are as much alike as they are in one. */
  private static final List<String> WORDS =
      List.of(
          ("a platform shall not remove content within hours of an order notice court agency user"
                  + " person law right appeal record report public year month day company service"
                  + " harm safety data request access hearing reason decision review officer"
                  + " country register license fee penalty child adult speech message account"
                  + " block restore explain keep publish name address list form written without"
                  + " before after unless where such any each other its their under section part")
              .split(" "));

  private final Random random = new Random(Seeds.ofToday("AlignerTest"));

  /** A provision and who it is. */
  private record Piece(int id, String words) {}

  private String sentence() {
    int length = 6 + random.nextInt(40);
    return IntStream.range(0, length)
        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private List<Piece> draft(int size) {
    return new ArrayList<>(
        IntStream.range(0, size).mapToObj(i -> new Piece(i, sentence())).toList());
  }

  /** The same with each tenth word or so changed, and some left out or added. */
  private String reworded(String words, double share) {
    List<String> said = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      if (random.nextDouble() >= share) {
        said.add(word);
      } else if (random.nextBoolean()) {
        said.add(WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return said.isEmpty() ? words : String.join(" ", said);
  }

  /** What a ministry does to a draft. */
  private List<Piece> next(List<Piece> draft) {
    List<Piece> next = new ArrayList<>(draft);
    int changes = 1 + draft.size() / 8;
    for (int i = 0; i < changes; i++) {
      next.remove(random.nextInt(next.size()));
      next.add(random.nextInt(next.size() + 1), new Piece(-1, sentence()));
      int from = random.nextInt(next.size());
      Collections.swap(next, from, random.nextInt(next.size()));
    }
    next.replaceAll(p -> random.nextInt(3) == 0 ? new Piece(p.id(), reworded(p.words(), 0.15)) : p);
    return next;
  }

  private static List<Wording> wordings(List<Piece> draft) {
    return IntStream.range(0, draft.size())
        .mapToObj(i -> Wording.of(Integer.toString(i), false, draft.get(i).words()))
        .toList();
  }

  @Test
  void pairsAreRightAndNearlyAllAreFoundOrAsked() {
    int pairs = 0;
    int right = 0;
    int there = 0;
    int known = 0;
    for (int n = 0; n < CASES; n++) {
      List<Piece> draft = draft(20 + random.nextInt(100));
      List<Piece> next = next(draft);
      Aligner.Alignment found = Aligner.align(wordings(draft), wordings(next));
      Map<Integer, Integer> places = new HashMap<>();
      IntStream.range(0, draft.size()).forEach(i -> places.put(draft.get(i).id(), i));
      for (int a = 0; a < next.size(); a++) {
        Integer truth = places.get(next.get(a).id());
        Integer paired = found.same().get(a);
        Integer asked = found.maybe().get(a);
        pairs += paired == null ? 0 : 1;
        right += paired != null && paired.equals(truth) ? 1 : 0;
        there += truth == null ? 0 : 1;
        known += truth != null && (truth.equals(paired) || truth.equals(asked)) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d of %d pairs right, %d of %d found or asked%n", right, pairs, known, there);
    assertThat((double) right / pairs).isGreaterThanOrEqualTo(0.99);
    assertThat((double) known / there).isGreaterThanOrEqualTo(0.95);
  }

  private static Map<Integer, Integer> same(List<String> before, List<String> after) {
    return Aligner.align(plain(before), plain(after)).same();
  }

  private static List<Wording> plain(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> Wording.of(Integer.toString(i), false, texts.get(i)))
        .toList();
  }

  /** What hangs on a provision must not go to another that has its number now. */
  @Test
  void theNumberAloneMakesNothingTheSame() {
    assertThat(
            same(
                List.of("Content is removed within 24 hours.", "The agency reports once a year."),
                List.of("A platform keeps an office here.", "The agency reports once a year.")))
        .containsExactly(Map.entry(1, 1));
  }

  @Test
  void wordsThatStandTwiceGoByTheirNeighbours() {
    assertThat(
            same(
                List.of("Part one of the code", "and", "Part two of the code", "and"),
                List.of("Part one of the code", "and", "Part two of the code", "and")))
        .hasSize(4)
        .containsEntry(1, 1)
        .containsEntry(3, 3);
  }

  @Test
  void twoThatAreEquallyAlikeAreAsked() {
    Aligner.Alignment found =
        Aligner.align(
            plain(
                List.of(
                    "The platform tells the user within two days why",
                    "The platform tells the court within two days why")),
            plain(
                List.of(
                    "Something else stands here now, of an office",
                    "The platform tells the agency within two days why")));
    assertThat(found.same()).isEmpty();
    assertThat(found.maybe()).containsKey(1);
  }

  @Test
  void aLongTextIsAlignedAtOnce() {
    List<Piece> draft = draft(3_000);
    long began = System.nanoTime();
    Aligner.Alignment found = Aligner.align(wordings(draft), wordings(next(draft)));
    System.out.printf(
        "%d provisions in %d ms%n", found.same().size(), (System.nanoTime() - began) / 1_000_000);
    assertThat(found.same().size()).isGreaterThan(2_000);
  }
}
