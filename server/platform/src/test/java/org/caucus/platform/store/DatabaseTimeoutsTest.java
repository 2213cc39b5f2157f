package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An answer that was lost is not waited for for ever. */
class DatabaseTimeoutsTest {
  private final DatabaseTimeouts overdue = new DatabaseTimeouts();

  @Test
  void anAnswerThatDoesNotComeIsThatOfADatabaseThatIsAway() {
    var silence = new CompletableFuture<String>();
    var calls = new BlockingCalls(1, overdue);
    long before = System.nanoTime();
    var answer = calls.call(silence::join);

    overdue.look(before + DatabaseTimeouts.LIMIT.toNanos());
    assertThat(answer.isComplete()).as("it may still come").isFalse();

    overdue.look(System.nanoTime() + DatabaseTimeouts.LIMIT.toNanos() + 1);
    assertThat(answer.cause())
        .isInstanceOf(DatabaseException.Away.class)
        .hasMessageContaining("180 s");

    silence.complete("late"); // nobody is disturbed by it, and the connection is free again
    assertThat(calls.call(() -> "next").await()).isEqualTo("next");
    Awaitility.await().until(() -> overdue.size() == 0);
    assertThat(answer.failed()).isTrue();
  }

  @Test
  void whatWasAnsweredIsForgottenAndWhoFailsOverItDisturbsNobody() {
    var answered = overdue.<String>promise();
    var first = overdue.<String>promise();
    var second = overdue.<String>promise();
    List.of(first, second)
        .forEach(
            p ->
                p.future()
                    .onComplete(
                        x -> {
                          throw new IllegalStateException();
                        }));

    answered.complete("memo");
    assertThat(overdue.size()).isEqualTo(2);
    overdue.look(System.nanoTime() + DatabaseTimeouts.LIMIT.toNanos() + 1);

    assertThat(answered.future().result()).isEqualTo("memo");
    assertThat(first.future().failed() && second.future().failed()).isTrue();
    assertThat(overdue.size()).isZero();
  }
}
