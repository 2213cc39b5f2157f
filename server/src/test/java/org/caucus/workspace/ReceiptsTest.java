package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

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
    assertThat(receipts.byKey()).hasSize(Receipts.MAX_KEYS);
    assertThat(receipts.find(BOLA, new Key("k0", "f"))).isEmpty();
    assertThat(receipts.find(BOLA, new Key("k1", "f"))).isPresent();
    assertThat(receipts.plus(next, "t", history).find(BOLA, new Key("k1", "f"))).isEmpty();
  }
}
