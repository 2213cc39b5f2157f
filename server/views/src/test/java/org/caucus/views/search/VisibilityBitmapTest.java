package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** That an audience was changed makes a search of the person who cannot read it no longer. */
class VisibilityBitmapTest {
  private static final int POSTS = 200;

  /** Documents, and how often one was asked of. */
  private static final class Counted extends AbstractList<Ref> {
    private final List<Ref> all;
    private int asked;

    Counted(List<Ref> all) {
      this.all = all;
    }

    @Override
    public Ref get(int number) {
      asked++;
      return all.get(number);
    }

    @Override
    public int size() {
      return all.size();
    }
  }

  private static Given coalition() {
    Event[] posts =
        IntStream.range(0, POSTS)
            .mapToObj(
                i ->
                    new EntryEvent.EntryPosted(
                        "e" + i,
                        Ref.to(Ref.Kind.THREAD, "t1"),
                        null,
                        Parties.AMINA,
                        i % 2 == 0 ? Audience.everyone() : Audience.civilSociety(),
                        "Words",
                        Channel.WEB,
                        null))
            .toArray(Event[]::new);
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted(
                "t1", "coalition", "Memo", Audience.everyone(), Parties.AMINA))
        .and(posts);
  }

  @Test
  void afterAHiddenAudienceWasChangedNoMoreIsAskedThanThat() {
    Given given = coalition();
    List<Ref> all =
        IntStream.range(0, POSTS).mapToObj(i -> Ref.to(Ref.Kind.ENTRY, "e" + i)).toList();
    Counted documents = new Counted(all);
    VisibilityBitmap sieve = new VisibilityBitmap();
    assertThat(sieve.of(given.state(), Parties.CHIKA, documents).cardinality())
        .isEqualTo(POSTS / 2);
    assertThat(documents.asked).isEqualTo(POSTS);

    given =
        given.and(
            new AudienceEvent.Narrowed(
                all.get(0),
                Audience.everyone(),
                Audience.civilSociety(),
                Parties.AMINA,
                List.of()));
    BitSet narrowed = new BitSet();
    narrowed.set(0);
    sieve.doubt(narrowed);

    assertThat(sieve.of(given.state(), Parties.CHIKA, documents).cardinality())
        .isEqualTo(POSTS / 2 - 1);
    assertThat(documents.asked).isEqualTo(POSTS + 1);
  }

  @Test
  void whatIsNarrowedIsNotFoundAndAllElseIs() {
    Given given = coalition();
    try (Searcher searcher = new Searcher()) {
      int before = searcher.found(given.state(), Parties.CHIKA, "words").size();
      given =
          given.and(
              new AudienceEvent.Narrowed(
                  Ref.to(Ref.Kind.THREAD, "t1"),
                  Audience.everyone(),
                  Audience.civilSociety(),
                  Parties.AMINA,
                  List.of()));

      assertThat(before).isPositive();
      assertThat(searcher.found(given.state(), Parties.CHIKA, "words")).isEmpty();
      assertThat(searcher.found(given.state(), Parties.BOLA, "words")).isNotEmpty();
    }
  }
}
