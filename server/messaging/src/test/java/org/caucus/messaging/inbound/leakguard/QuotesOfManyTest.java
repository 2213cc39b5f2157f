package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
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
                  "e" + i,
                  Ref.to(Ref.Kind.THREAD, "t1"),
                  null,
                  AMINA,
                  to,
                  WORDS,
                  Channel.WEB,
                  null));
    }
    return given.state();
  }

  /** Whom words are said to names as many shelves as anybody likes. */
  @Test
  void theShelvesOfOneWorkspaceHaveALimitTogetherAndTheNewestIsKnown() {
    Workspace state = said(2_000);
    QuoteIndex index = new QuoteIndex(10_000);
    Set<String> known = new HashSet<>();

    index.search(
        state,
        search ->
            TextFingerprint.of(WORDS)
                .forEach(
                    f ->
                        search.each(
                            f,
                            source -> {
                              known.add(source.thing().id());
                              return true;
                            })));

    assertThat(index.size()).isLessThanOrEqualTo(10_000);
    assertThat(known).contains("e1999").doesNotContain("e0");
  }

  @Test
  void theOlderHalfOfTheLargestShelfGoesFirst() {
    ReadershipIndex shelf = new ReadershipIndex();
    QuoteIndex.Source source = new QuoteIndex.Source(Ref.to(Ref.Kind.ENTRY, "e"), 1);
    for (int i = 0; !shelf.isDoubled(); i++) {
      int from = i * TextFingerprint.MAX_WORDS;
      shelf.add(
          source,
          IntStream.range(from, from + TextFingerprint.MAX_WORDS)
              .mapToObj(word -> Integer.toString(word, Character.MAX_RADIX))
              .collect(Collectors.joining(" ")));
    }
    int both = shelf.size();
    shelf.forgetOld();

    assertThat(both - shelf.size()).isGreaterThanOrEqualTo(FingerprintTable.MAX);
    assertThat(shelf.size()).isPositive();
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
