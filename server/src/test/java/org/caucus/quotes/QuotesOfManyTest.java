package org.caucus.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryEvent;
import org.caucus.entries.Via;
import org.caucus.lists.ListEvent;
import org.caucus.members.Audience;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What is known of one coalition is counted for another, in which somebody writes as well. */
class QuotesOfManyTest {
  private static final String WORDS = "We drop the fee for appeals in March, as the agency asks.";

  /** Each to other people. */
  private static Workspace said(int texts) {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "Plan", Audience.everyone(), AMINA));
    for (int i = 0; i < texts; i++) {
      Audience to = Audience.named(List.of(AMINA, new SeatId("s" + i)));
      given =
          given.and(
              new EntryEvent.EntryPosted(
                  "e" + i, Ref.to(Ref.Kind.THREAD, "t1"), null, AMINA, to, WORDS, Via.WEB, null));
    }
    return given.state();
  }

  @Test
  void whatIsKnownIsCountedWhileMoreIsRead() {
    Workspace state = said(2_000);
    QuoteIndex index = new QuoteIndex();
    AtomicBoolean read = new AtomicBoolean();
    CompletableFuture<Integer> counting =
        CompletableFuture.supplyAsync(
            () -> {
              int most = 0;
              while (!read.get()) {
                most = Math.max(most, index.size());
              }
              return most;
            });
    try {
      index.search(state, search -> {});
    } finally {
      read.set(true);
    }

    assertThat(counting.join()).isLessThanOrEqualTo(index.size());
    assertThat(index.size()).isPositive();
  }
}
