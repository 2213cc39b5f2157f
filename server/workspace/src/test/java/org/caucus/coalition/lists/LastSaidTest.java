package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Each reader is told what was said last on a list of what they can read, and of nothing else. */
class LastSaidTest {
  private static final SeatId NINA = new SeatId("nina");

  private static Event thread(String id, Audience audience) {
    return new ListEvent.ThreadStarted(id, "coalition", "On " + id, audience, AMINA);
  }

  private static Event said(String id, String thread, Audience audience, SeatId by) {
    return new EntryEvent.EntryPosted(
        id, Ref.to(Ref.Kind.THREAD, thread), null, by, audience, "Words", Channel.WEB, null);
  }

  private static Event narrowed(Ref of, Audience to) {
    return new AudienceEvent.Narrowed(of, Audience.everyone(), to, AMINA, List.of());
  }

  /** Who said it, and in which thread; empty if there is nothing. */
  private static Optional<String> last(Given given, SeatId reader) {
    var state = given.state();
    MailingList list = state.lists().list("coalition").orElseThrow();
    Optional<JsonObject> said = ListPresenter.said(state, list, reader);
    said.ifPresent(
        s -> assertThat(s.getString("subject")).isEqualTo("On " + s.getString("thread")));
    return said.map(s -> s.getString("by") + " " + s.getString("thread"));
  }

  private static Given spoken() {
    return Given.coalition()
        .and(
            thread("review", Audience.everyone()),
            said("e1", "review", Audience.everyone(), BOLA),
            thread("strategy", Audience.civilSociety()),
            said("e2", "strategy", Audience.civilSociety(), AMINA));
  }

  @Test
  void nothingIsSaidOnANewList() {
    assertThat(last(Given.coalition(), AMINA)).isEmpty();
  }

  @Test
  void thePersonWhoReadsLessIsToldTheLastTheyCanRead() {
    assertThat(last(spoken(), BOLA)).contains("amina strategy");
    assertThat(last(spoken(), CHIKA)).contains("bola review");

    Given given = spoken().and(said("e3", "review", Audience.withCompany("chirp"), CHIKA));
    assertThat(last(given, CHIKA)).contains("chika review");
    assertThat(last(given, VERA)).contains("bola review");
  }

  @Test
  void whatWasNarrowedIsNotToldAnyMore() {
    Given given = spoken().and(said("e3", "review", Audience.everyone(), VERA));
    assertThat(last(given, CHIKA)).contains("vera review");

    Audience some = Audience.named(List.of(VERA));
    assertThat(last(given.and(narrowed(Ref.to(Ref.Kind.ENTRY, "e3"), some)), CHIKA))
        .contains("bola review");
    assertThat(last(given.and(narrowed(Ref.to(Ref.Kind.THREAD, "review"), some)), CHIKA)).isEmpty();
    assertThat(
            last(
                given.and(narrowed(Ref.to(Ref.Kind.LIST, "coalition"), Audience.civilSociety())),
                CHIKA))
        .isEmpty();
  }

  @Test
  void thePersonWhoReadsFromTheirJoiningIsNotToldOfThreadsFromBefore() {
    Given given =
        spoken()
            .and(
                Parties.newcomer("nova", Side.COMPANY),
                Parties.seat(NINA, "nova", Role.LIAISON, null),
                said("e3", "review", Audience.everyone(), BOLA));
    assertThat(last(given, NINA)).isEmpty();

    Given later =
        given.and(
            thread("call", Audience.everyone()),
            said("e4", "call", Audience.everyone(), VERA),
            said("e5", "review", Audience.everyone(), AMINA));
    assertThat(last(later, NINA)).contains("vera call");
    assertThat(last(later, BOLA)).contains("amina review");
  }

  @Test
  void anArchiveThatCameInIsOldNews() {
    Given given =
        spoken()
            .and(
                new ListEvent.ThreadImported(
                    "old", "coalition", "On old", Audience.everyone(), AMINA, Given.START),
                new EntryEvent.EntryImported(
                    "e0",
                    Ref.to(Ref.Kind.THREAD, "old"),
                    null,
                    AMINA,
                    Audience.everyone(),
                    Given.START,
                    "Words",
                    new EntryLetter("b0", "0@old.example", "ada@rights.example", false, List.of()),
                    List.of(),
                    null));
    assertThat(last(given, CHIKA)).contains("bola review");
  }
}
