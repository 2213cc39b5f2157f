package org.caucus.coalition.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** What is counted without a walk is what a walk would count. */
class SiblingsTest {
  private static final Instant BEGAN = Instant.parse("2026-01-12T09:00:00Z");
  private static final int MOST_ENTRIES = 80;
  private static final List<Audience> AUDIENCES =
      List.of(
          Audience.everyone(),
          Audience.civilSociety(),
          Audience.withCompany("chirp"),
          Audience.named(List.of(new SeatId("amina"), new SeatId("bola"))));

  @Property
  void countAndLastAreThoseOfAWalkEvenWhereAClockWasSetBack(@ForAll long seed) {
    Random random = new Random(seed);
    Scope issue = Scope.place(Audience.everyone());
    Siblings siblings = Siblings.none();
    long minute = 0;
    for (int i = random.nextInt(MOST_ENTRIES); i > 0; i--) {
      minute += random.nextInt(20) == 0 ? -random.nextInt(30) : random.nextInt(3);
      siblings = siblings.plus(entry(i, minute, AUDIENCES.get(random.nextInt(AUDIENCES.size()))));
    }
    List<Audience> inside = AUDIENCES.stream().filter(a -> random.nextBoolean()).toList();
    Instant joined = BEGAN.plusSeconds(60L * random.nextInt(MOST_ENTRIES));

    Predicate<Scope> reads = s -> inside.contains(s.audience()) && !joined.isAfter(s.at());

    List<Entry> walked =
        siblings.all().stream().filter(e -> reads.test(issue.holds(e.audience(), e.at()))).toList();
    assertThat(siblings.count(issue, reads)).isEqualTo(walked.size());
    assertThat(siblings.last(issue, reads)).isEqualTo(walked.isEmpty() ? null : walked.getLast());
    assertThat(siblings.speakers())
        .containsExactlyInAnyOrderElementsOf(
            siblings.all().stream().map(Entry::seat).distinct().toList());
  }

  @Property
  void oneInOtherWordsStandsWhereItStood(@ForAll long seed) {
    Random random = new Random(seed);
    int many = 1 + random.nextInt(random.nextBoolean() ? MOST_ENTRIES : 20 * MOST_ENTRIES);
    List<Entry> said = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      said.add(entry(i, i, AUDIENCES.get(random.nextInt(AUDIENCES.size()))));
    }
    Siblings before = of(said);
    int place = random.nextInt(many);
    Entry edited = said.get(place).edited(StoredText.of("From knowledge."));
    said.set(place, edited);

    assertThat(before.replaced(edited)).isEqualTo(of(said));
    assertThat(before.all().get(place)).isNotEqualTo(edited);
  }

  private static Siblings of(List<Entry> said) {
    Siblings siblings = Siblings.none();
    for (Entry entry : said) {
      siblings = siblings.plus(entry);
    }
    return siblings;
  }

  private static Entry entry(int number, long minute, Audience audience) {
    return new Entry(
        "entry-" + number,
        Ref.to(Ref.Kind.ISSUE, "notice-and-takedown"),
        null,
        new SeatId(number % 3 == 0 ? "amina" : "chika"),
        BEGAN.plusSeconds(60 * minute),
        audience,
        StoredText.of("Is 24 hours from receipt or from knowledge?"),
        Channel.WEB,
        null,
        List.of());
  }
}
