package org.caucus.coalition.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Drafting;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text, its provisions and what hangs on them: known to those who read each, and counted so. */
class InstrumentReadersTest {
  private static final List<SeatId> SEATS =
      List.of(Parties.AMINA, Parties.BOLA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA);

  private static Given adopted(Audience audience) {
    return Given.coalition().does(Parties.AMINA, Drafting.adopt("code", true, "at once", audience));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVERYONE",
        "CIVIL_SOCIETY",
        "WITH_COMPANY(chirp)",
        "ORGANISATION_ONLY(rights)",
        "BETWEEN(rights,vista)",
        "NAMED(amina,chika)"
      })
  void itIsListedToThoseWhoReadItAndToNobodyElse(String audience) {
    Given now = adopted(Audience.parse(audience));
    Instrument code = now.state().instruments().find("code").orElseThrow();

    for (SeatId seat : SEATS) {
      boolean reads = now.state().access().canRead(seat, code.scope());
      assertThat(InstrumentPresenter.all(now.state(), seat)).hasSize(reads ? 1 : 0);
      boolean knows =
          now.state().history().stream()
              .flatMap(commit -> now.state().visibleEvents(commit, seat).stream())
              .anyMatch(InstrumentEvent.class::isInstance);
      assertThat(knows).as("%s of %s", seat, audience).isEqualTo(reads);
    }
  }

  /** The issue is for civil society, the text for everyone: companies do not learn of the link. */
  @Test
  void aLinkIsKnownToThoseWhoReadBothOfItsEnds() {
    Given now =
        adopted(null)
            .does(
                Parties.AMINA,
                new IssueCommand.OpenIssue(
                    "COP", "Too short", "", "", List.of(), null, Audience.civilSociety(), null));
    Ref issue = now.state().issues().byId().values().iterator().next().ref();
    Given linked =
        now.does(Parties.AMINA, new InstrumentCommand.CiteProvision("code", "i.2.b", issue));
    Instrument code = linked.state().instruments().find("code").orElseThrow();
    String provision = code.provision("i.2.b").orElseThrow();

    for (SeatId seat : SEATS) {
      boolean reads = linked.state().canRead(seat, issue);
      Hanging hanging = Hanging.of(linked.state(), code, seat);
      assertThat(hanging.counts().keySet()).isEqualTo(reads ? Set.of(provision) : Set.of());
      assertThat(hanging.on(provision)).extracting(Item::ref).hasSize(reads ? 1 : 0);
      assertThat(Hanging.of(linked.state(), issue, seat)).hasSize(1); // asked of its readers only
      boolean told =
          linked.state().history().stream()
              .flatMap(commit -> linked.state().visibleEvents(commit, seat).stream())
              .anyMatch(InstrumentEvent.ProvisionCited.class::isInstance);
      assertThat(told).isEqualTo(reads);
    }
  }

  /** What follows a narrowing is asked of the text as it is then. */
  @Test
  void aNarrowerTextTakesItsHistoryAlong() {
    Given now = adopted(null);
    Given narrow =
        now.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.INSTRUMENT, "code"),
                Audience.everyone(),
                Audience.civilSociety(),
                Parties.AMINA,
                List.of()));

    assertThat(InstrumentPresenter.all(narrow.state(), Parties.CHIKA)).isEmpty();
    assertThat(InstrumentPresenter.all(narrow.state(), Parties.BOLA)).hasSize(1);
    assertThat(
            narrow.state().history().stream()
                .flatMap(commit -> narrow.state().visibleEvents(commit, Parties.CHIKA).stream()))
        .noneMatch(InstrumentEvent.class::isInstance);
  }
}
