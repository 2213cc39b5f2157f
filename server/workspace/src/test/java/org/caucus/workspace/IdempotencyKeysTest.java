package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentVector;
import org.junit.jupiter.api.Test;

/** The same key does a thing once. */
class IdempotencyKeysTest {
  private static Commit commit(int n, SeatId seat, IdempotencyKey key) {
    return new Commit(n, "c" + n, Given.START, seat, key, List.of());
  }

  private static final IdempotencyKey KEY = new IdempotencyKey("k1", "hash of the memo");

  @Test
  void theSameKeyIsAnsweredAsBefore() {
    IdempotencyKeys receipts = IdempotencyKeys.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThat(receipts.find(BOLA, KEY)).contains(new Committed("c1", "memo"));
    assertThat(receipts.find(BOLA, null)).isEmpty();
    assertThat(receipts.find(BOLA, new IdempotencyKey("k2", KEY.fingerprint()))).isEmpty();
  }

  @Test
  void keysBelongToTheirSeat() {
    IdempotencyKeys receipts = IdempotencyKeys.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThat(receipts.find(AMINA, KEY)).isEmpty();
    assertThat(receipts.find(null, KEY)).isEmpty();
  }

  @Test
  void theSameKeyForAnotherBodyIsRefused() {
    IdempotencyKeys receipts = IdempotencyKeys.none().plus(commit(1, BOLA, KEY), "memo", List.of());

    assertThatThrownBy(() -> receipts.find(BOLA, new IdempotencyKey("k1", "hash of another")))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.kind()).isEqualTo(Refusal.Kind.INVALID);
              assertThat(no.field()).isEqualTo("Idempotency-Key");
            });
  }

  @Test
  void theOldestAreForgottenFirst() {
    IdempotencyKeys receipts = IdempotencyKeys.none();
    PersistentVector<Commit> history = PersistentVector.empty();
    for (int n = 0; n <= IdempotencyKeys.MAX_KEYS; n++) {
      // now and then the server acts, without a key
      Commit keyless = commit(n, null, null);
      history = n % 100 == 0 ? history.plus(keyless) : history;
      Commit commit = commit(n, BOLA, new IdempotencyKey("k" + n, "f"));
      receipts = receipts.plus(commit, "t" + n, history);
      history = history.plus(commit);
    }

    Commit next = commit(9, BOLA, new IdempotencyKey("next", "f"));
    assertThat(receipts.bySeat().get(BOLA.value()).byKey()).hasSize(IdempotencyKeys.MAX_KEYS);
    assertThat(receipts.find(BOLA, new IdempotencyKey("k0", "f"))).isEmpty();
    assertThat(receipts.find(BOLA, new IdempotencyKey("k1", "f"))).isPresent();
    assertThat(receipts.plus(next, "t", history).find(BOLA, new IdempotencyKey("k1", "f")))
        .isEmpty();
  }

  /** When a key is forgotten would tell how much was done that its seat cannot read. */
  @Test
  void whatOthersDoMakesNoKeyForgotten() {
    IdempotencyKeys receipts = IdempotencyKeys.none().plus(commit(1, BOLA, KEY), "memo", List.of());
    PersistentVector<Commit> history = PersistentVector.<Commit>empty().plus(commit(1, BOLA, KEY));
    for (int n = 0; n <= 4 * IdempotencyKeys.MAX_KEYS; n++) {
      Commit others = commit(n, n % 2 == 0 ? AMINA : null, new IdempotencyKey("k" + n, "f"));
      receipts = receipts.plus(others, "t" + n, history);
      history = history.plus(others);
    }

    assertThat(receipts.find(BOLA, KEY)).contains(new Committed("c1", "memo"));
    List<String> things = history.stream().map(c -> "memo").toList();
    assertThat(IdempotencyKeys.none().plus(history, 0, things).find(BOLA, KEY)).isPresent();
  }

  /** Many at once leave what one after the other would, whether keys are forgotten or not. */
  @Test
  void manyAtOnceAreRememberedAsOneAfterTheOther() {
    int many = 3 * IdempotencyKeys.MAX_KEYS + 1_500; // a third of one seat, the rest of another
    assertAtOnce(keyed(100, 1_000), 40);
    assertAtOnce(keyed(many, many), 0);
    assertAtOnce(keyed(many, many), 300);
    assertAtOnce(keyed(many, IdempotencyKeys.MAX_KEYS - 7), 0); // some keys came twice
  }

  private static List<Commit> keyed(int commits, int keys) {
    List<Commit> history = new ArrayList<>();
    for (int n = 0; n < commits; n++) {
      IdempotencyKey key = n % 50 == 0 ? null : new IdempotencyKey("k" + n % keys, "f");
      history.add(commit(n, n % 3 == 0 ? AMINA : BOLA, key));
    }
    return history;
  }

  private static void assertAtOnce(List<Commit> history, int first) {
    List<String> things = history.stream().map(c -> "thing of " + c.id()).toList();
    IdempotencyKeys before = IdempotencyKeys.none();
    IdempotencyKeys oneByOne = before;
    for (int i = 0; i < history.size(); i++) {
      before = i == first ? oneByOne : before;
      oneByOne = oneByOne.plus(history.get(i), things.get(i), history.subList(0, i));
    }

    IdempotencyKeys atOnce = before.plus(history, first, things.subList(first, things.size()));

    assertThat(atOnce.equals(oneByOne)).isTrue();
  }
}
