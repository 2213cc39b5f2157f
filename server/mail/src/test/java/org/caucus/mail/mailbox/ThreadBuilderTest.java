package org.caucus.mail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which letters are together, whatever order they come in. */
class ThreadBuilderTest {
  private static NamedLetters.Named letter(String id, String... leads) {
    return new NamedLetters.Named(id, List.of(leads));
  }

  private static ThreadBuilder threads(NamedLetters.Named... letters) {
    return NamedLetters.threads(Arrays.asList(letters));
  }

  @Test
  void anAnswerFindsItsParentBeforeItOrAfter() {
    ThreadBuilder threads =
        threads(letter("b", "a"), letter("a"), letter("c", "a", "b"), letter("x"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1, 2), List.of(3));
    assertThat(threads.answers(0)).isEqualTo(1);
    assertThat(threads.answers(2)).isEqualTo(0);
    assertThat(threads.answers(1)).isEqualTo(-1);
  }

  @Test
  void answersToALetterThatIsMissingAreTogether() {
    ThreadBuilder threads =
        threads(letter("b", "ghost"), letter("c", "ghost"), letter("d", "ghost", "e"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1, 2));
    assertThat(threads.answers(2)).isEqualTo(-1);
  }

  @Test
  void theNearestThatIsHereIsAnswered() {
    ThreadBuilder threads = threads(letter("a"), letter("d", "a", "b", "c"));

    assertThat(threads.answers(1)).isEqualTo(0);
  }

  @Test
  void aLetterThatNamesTwoMissingOnesConnectsTheirChildren() {
    ThreadBuilder threads = threads(letter("c1", "p"), letter("c2", "q"), letter("p", "q"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void aLetterIsWithAllThatItNamesWhateverOthersSayOfThem() {
    ThreadBuilder threads =
        threads(
            letter("a"),
            letter("b"),
            letter("c", "a", "ghost"),
            letter("d", "b", "ghost"),
            letter("e"),
            letter("f", "e", "b"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1, 2, 3, 4, 5));
    assertThat(threads.answers(2)).as("its own word").isEqualTo(0);
    assertThat(threads.answers(3)).as("its own word").isEqualTo(1);
    assertThat(threads.answers(5)).isEqualTo(1);
  }

  @Test
  void circlesAreLeftOpen() {
    ThreadBuilder threads =
        threads(letter("a", "b"), letter("b", "a"), letter("c", "c"), letter("d", "c"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1), List.of(2, 3));
    assertThat(List.of(threads.answers(0), threads.answers(1))).containsExactlyInAnyOrder(1, -1);
  }

  @Test
  void twoLettersOfOneIdentifierAreTwoInOneThread() {
    ThreadBuilder threads = threads(letter("a"), letter("a"), letter("b", "a"));

    assertThat(NamedLetters.all(threads)).containsExactly(List.of(0, 1, 2));
    assertThat(threads.answers(2)).isEqualTo(0);
  }

  @Test
  void lettersWithoutIdentifiersStandAlone() {
    ThreadBuilder threads =
        NamedLetters.threads(
            List.of(
                new NamedLetters.Named(null, List.of()),
                new NamedLetters.Named(null, List.of()),
                new NamedLetters.Named(null, List.of("a"))));

    assertThat(NamedLetters.all(threads)).hasSize(3);
  }

  @Test
  void theOrderTheyComeInMakesNoOtherThreads() {
    Random random = new Random(7);
    List<NamedLetters.Named> letters = new ArrayList<>();
    for (int i = 0; i < 200; i++) { // each answers an earlier one, or begins
      int up = random.nextInt(i + 1);
      letters.add(up == i ? letter("m" + i) : letter("m" + i, "m" + up));
    }
    int threads = NamedLetters.all(NamedLetters.threads(letters)).size();
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(letters, random);
      ThreadBuilder shuffled = NamedLetters.threads(letters);
      assertThat(NamedLetters.all(shuffled)).hasSize(threads);
      for (int i = 0; i < letters.size(); i++) {
        List<String> leads = letters.get(i).leads();
        assertThat(shuffled.answers(i))
            .isEqualTo(leads.isEmpty() ? -1 : place(letters, leads.getFirst()));
      }
    }
  }

  private static int place(List<NamedLetters.Named> letters, String id) {
    for (int i = 0; i < letters.size(); i++) {
      if (id.equals(letters.get(i).id())) {
        return i;
      }
    }
    return -1;
  }

  @Test
  @Timeout(20)
  void aChainOfAHundredThousandTakesNoTime() {
    List<NamedLetters.Named> letters = new ArrayList<>();
    for (int i = 99_999; i >= 0; i--) {
      letters.add(letter("m" + i, "m" + (i - 1)));
    }

    assertThat(NamedLetters.all(NamedLetters.threads(letters))).hasSize(1);
  }
}
