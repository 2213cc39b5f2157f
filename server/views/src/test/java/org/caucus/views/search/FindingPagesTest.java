package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FindingPagesTest {
  private final Random random = new Random(7);

  @RepeatedTest(20)
  void pagesOneAfterTheOtherShowAllHitsInOrderAndNoneTwice() {
    List<SearchResults.Hit> hits = new ArrayList<>();
    for (int i = 0; i < random.nextInt(60); i++) {
      hits.add(new SearchResults.Hit(Ref.to(Ref.Kind.ENTRY, "e" + i), random.nextInt(5), 1));
    }
    List<SearchResults.Hit> inOrder = new ArrayList<>(hits);
    inOrder.sort(
        Comparator.comparing((SearchResults.Hit h) -> -h.at()).thenComparing(h -> h.newest().id()));
    Collections.shuffle(hits, random);

    List<SearchResults.Hit> shown = new ArrayList<>();
    List<SearchResults.Hit> page = SearchResults.newest(hits, "", 7);
    while (!page.isEmpty()) {
      shown.addAll(page);
      page = SearchResults.newest(hits, page.getLast().newest().toString(), 7);
    }

    assertThat(shown).isEqualTo(inOrder);
  }

  @Test
  void aPageAfterAHitThatIsNotFoundAnyMoreIsEmpty() {
    List<SearchResults.Hit> hits =
        List.of(new SearchResults.Hit(Ref.to(Ref.Kind.ENTRY, "e1"), 1, 1));

    assertThat(SearchResults.newest(hits, "entry:gone", 7)).isEmpty();
  }
}
