package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.ArrayList;
import java.util.List;
import org.caucus.command.Committed;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.trie.Row;
import org.junit.jupiter.api.Test;

/** The same key does a thing once. */
class ReceiptsTest {
  private static Commit commit(int n, SeatId seat, Key key) {
    return new Commit(n, "c" + n, Given.START, seat, key, List.of());
  }

  private static final Key KEY = new Key("k1", "hash of the memo");

  @Test
  void theSameKeyIsAnsweredAsBefore() {
    Receipts receipts = Receipts.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThat(receipts.find(BOLA, KEY)).contains(new Committed("c1", "memo"));
    assertThat(receipts.find(BOLA, null)).isEmpty();
    assertThat(receipts.find(BOLA, new Key("k2", KEY.fingerprint()))).isEmpty();
  }

  @Test
  void keysBelongToTheirSeat() {
    Receipts receipts = Receipts.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThat(receipts.find(AMINA, KEY)).isEmpty();
    assertThat(receipts.find(null, KEY)).isEmpty();
  }

  @Test
  void theSameKeyForAnotherBodyIsRefused() {
    Receipts receipts = Receipts.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThatThrownBy(() -> receipts.find(BOLA, new Key("k1", "hash of another")))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.kind()).isEqualTo(Refused.Kind.INVALID);
              assertThat(no.field()).isEqualTo("Idempotency-Key");
            });
  }

  @Test
  void theOldestAreForgottenFirst() {
    Receipts receipts = Receipts.none();
    Row<Commit> history = Row.empty();
    for (int n = 0; n <= Receipts.MAX_KEYS; n++) {
      // now and then the server acts, without a key
      Commit keyless = commit(n, null, null);
      history = n % 100 == 0 ? history.plus(keyless) : history;
      Commit commit = commit(n, BOLA, new Key("k" + n, "f"));
      receipts = receipts.plus(commit, "t" + n, history);
      history = history.plus(commit);
    }

    Commit next = commit(9, BOLA, new Key("next", "f"));
    assertThat(receipts.bySeat().get(BOLA.value()).byKey()).hasSize(Receipts.MAX_KEYS);
    assertThat(receipts.find(BOLA, new Key("k0", "f"))).isEmpty();
    assertThat(receipts.find(BOLA, new Key("k1", "f"))).isPresent();
    assertThat(receipts.plus(next, "t", history).find(BOLA, new Key("k1", "f"))).isEmpty();
  }

  /** When a key is forgotten would tell how much was done that its seat cannot read. */
  @Test
  void whatOthersDoMakesNoKeyForgotten() {
    Receipts receipts = Receipts.none().plus(commit(1, BOLA, KEY), "memo", List.of());
    Row<Commit> history = Row.<Commit>empty().plus(commit(1, BOLA, KEY));
    for (int n = 0; n <= 4 * Receipts.MAX_KEYS; n++) {
      Commit others = commit(n, n % 2 == 0 ? AMINA : null, new Key("k" + n, "f"));
      receipts = receipts.plus(others, "t" + n, history);
      history = history.plus(others);
    }

    assertThat(receipts.find(BOLA, KEY)).contains(new Committed("c1", "memo"));
    List<String> things = history.stream().map(c -> "memo").toList();
    assertThat(Receipts.none().plus(history, 0, things).find(BOLA, KEY)).isPresent();
  }

  /** Many at once leave what one after the other would, whether keys are forgotten or not. */
  @Test
  void manyAtOnceAreRememberedAsOneAfterTheOther() {
    int many = 3 * Receipts.MAX_KEYS + 1_500; // a third of one seat, the rest of another
    assertAtOnce(keyed(100, 1_000), 40);
    assertAtOnce(keyed(many, many), 0);
    assertAtOnce(keyed(many, many), 300);
    assertAtOnce(keyed(many, Receipts.MAX_KEYS - 7), 0); // some keys came twice
  }

  private static List<Commit> keyed(int commits, int keys) {
    List<Commit> history = new ArrayList<>();
    for (int n = 0; n < commits; n++) {
      Key key = n % 50 == 0 ? null : new Key("k" + n % keys, "f");
      history.add(commit(n, n % 3 == 0 ? AMINA : BOLA, key));
    }
    return history;
  }

  private static void assertAtOnce(List<Commit> history, int first) {
    List<String> things = history.stream().map(c -> "thing of " + c.id()).toList();
    Receipts before = Receipts.none();
    Receipts oneByOne = before;
    for (int i = 0; i < history.size(); i++) {
      before = i == first ? oneByOne : before;
      oneByOne = oneByOne.plus(history.get(i), things.get(i), history.subList(0, i));
    }

    Receipts atOnce = before.plus(history, first, things.subList(first, things.size()));

    assertThat(atOnce.equals(oneByOne)).isTrue();
  }
}
