package org.caucus.coalition.lists.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** A coalition brings the archive of its old list along. */
class ImportDeciderTest {
  private static final Instant SAID = Instant.parse("2022-06-14T08:05:09Z");
  private static final EntryLetter LETTER =
      new EntryLetter("blob", "1@rights.example", "Ada Obi <ada@rights.example>", false, List.of());

  private static ImportedLetter letter(String id, String thread) {
    return new ImportedLetter(
        id,
        new ImportedLetter.In(thread, "Draft", SAID),
        null,
        SAID,
        "Words",
        LETTER,
        List.of(),
        null);
  }

  private static ImportCommand letters(String list, Audience audience, ImportedLetter... letters) {
    return new ImportCommand.Letters(list, audience, List.of(letters));
  }

  @Test
  void aThreadIsBegunByItsFirstLetterAndKeepsTheTimeItWasSaid() {
    Given.coalition()
        .when(
            AMINA,
            letters("civil", Audience.civilSociety(), letter("e1", "t1"), letter("e2", "t1")))
        .then(
            new ListEvent.ThreadImported(
                "t1", "civil", "Draft", Audience.civilSociety(), AMINA, SAID),
            entry("e1"),
            entry("e2"));
  }

  private static EntryEvent.EntryImported entry(String id) {
    return new EntryEvent.EntryImported(
        id,
        Ref.to(Ref.Kind.THREAD, "t1"),
        null,
        AMINA,
        Audience.civilSociety(),
        SAID,
        "Words",
        LETTER,
        List.of(),
        null);
  }

  @Test
  void whatIsHereIsNotBroughtInAgain() {
    ImportCommand both =
        letters("civil", Audience.civilSociety(), letter("e1", "t1"), letter("e2", "t1"));
    Given imported = Given.coalition().does(AMINA, both);

    imported.when(AMINA, both).refused(Refusal.Kind.CONFLICT);
    imported
        .when(
            AMINA,
            letters("civil", Audience.civilSociety(), letter("e1", "t1"), letter("e3", "t1")))
        .then(entry("e3"));
  }

  @Test
  void onlyConvenorsBringIn() {
    for (SeatId seat : List.of(BOLA, CHIKA)) {
      Given.coalition()
          .when(seat, letters("coalition", Audience.everyone(), letter("e1", "t1")))
          .refused(Refusal.Kind.FORBIDDEN);
    }
    Given.coalition()
        .when(Parties.EMEKA, letters("coalition", Audience.everyone(), letter("e1", "t1")))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void theAudienceIsAtOrBelowTheLists() {
    Given.coalition()
        .when(AMINA, letters("civil", Audience.everyone(), letter("e1", "t1")))
        .refused(Refusal.Kind.INVALID, "audience");
    Given.coalition()
        .when(AMINA, new ImportCommand.Begin("civil", "mboxrd", Audience.withCompany("chirp")))
        .refused(Refusal.Kind.INVALID, "audience");
    Given.coalition()
        .when(AMINA, letters("coalition", Audience.companyOnly("chirp"), letter("e1", "t1")))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aThreadOfFewerReadersTakesNoLetterForMore() {
    Given.coalition()
        .does(AMINA, letters("coalition", Audience.civilSociety(), letter("e1", "t1")))
        .when(AMINA, letters("coalition", Audience.everyone(), letter("e2", "t1")))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aThreadOfAnotherListIsNotContinued() {
    Given.coalition()
        .does(AMINA, letters("civil", Audience.civilSociety(), letter("e1", "t1")))
        .when(AMINA, letters("coalition", Audience.civilSociety(), letter("e2", "t1")))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void whoReadsFromTheirJoiningOnDoesNotReadWhatWasSaidBefore() {
    SeatId ngo = new SeatId("ngozi");
    Workspace state =
        Given.coalition()
            .and(
                Parties.newcomer("later", Side.CIVIL_SOCIETY),
                Parties.seat(ngo, "later", Role.MEMBER, null))
            .later(Duration.ofDays(30))
            .does(AMINA, letters("civil", Audience.civilSociety(), letter("e1", "t1")))
            .state();

    assertThat(reads(state, ngo)).isFalse();
    assertThat(reads(state, BOLA)).isTrue();
    assertThat(reads(state, VERA)).isFalse();
  }

  private static boolean reads(Workspace state, SeatId seat) {
    return state.access().canRead(seat, state.scopeOf(Ref.to(Ref.Kind.ENTRY, "e1")).orElseThrow());
  }

  @Test
  void aLetterFromTheFutureIsOfNow() {
    ImportedLetter ahead =
        new ImportedLetter(
            "e1",
            new ImportedLetter.In("t1", "Draft", Instant.parse("2099-01-01T00:00:00Z")),
            null,
            Instant.parse("2099-01-01T00:00:00Z"),
            "Words",
            LETTER,
            List.of(),
            null);
    Given given = Given.coalition();
    var entry =
        (EntryEvent.EntryImported)
            given.when(AMINA, letters("civil", Audience.civilSociety(), ahead)).last();

    assertThat(entry.at()).isEqualTo(given.at());
  }
}
