package org.caucus.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** An answer that was lost is not waited for for ever. */
class OverdueTest {
  private final Overdue overdue = new Overdue();
  private Subscriber<? super String> asked;

  /** A server that takes the question and says nothing. */
  private Publisher<String> silence() {
    return subscriber -> {
      asked = subscriber;
      subscriber.onSubscribe(
          new Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
          });
    };
  }

  @Test
  void anAnswerThatDoesNotComeIsThatOfADatabaseThatIsAway() {
    long before = System.nanoTime();
    Future<List<String>> answer = Publishers.toList(this::silence, overdue);

    overdue.look(before + Overdue.LIMIT.toNanos());
    assertThat(answer.isComplete()).as("it may still come").isFalse();

    overdue.look(System.nanoTime() + Overdue.LIMIT.toNanos() + 1);
    assertThat(answer.cause())
        .isInstanceOf(DatabaseException.Away.class)
        .hasMessageContaining("180 s");
    asked.onNext("late");
    asked.onComplete(); // nobody is disturbed by it
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
    overdue.look(System.nanoTime() + Overdue.LIMIT.toNanos() + 1);

    assertThat(answered.future().result()).isEqualTo("memo");
    assertThat(first.future().failed() && second.future().failed()).isTrue();
    assertThat(overdue.size()).isZero();
  }
}
