package org.caucus.coalition.updates.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.WorkspaceProfile;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes along with an update before it is published. */
class DraftFilesTest {
  private static final SeatId CHIDI = new SeatId("chidi");
  private static final String D = Given.THING;
  private static final Ref UPDATE = Ref.to(Ref.Kind.UPDATE, D);
  private static final DraftCommand CONFIRM = new DraftCommand.ConfirmDraft(D);
  private static final DraftCommand DISCARD = new DraftCommand.DiscardDraft(D);
  private static final Audience DESK = Audience.withCompany("chirp");
  private static final Entry.Attached REPORT = file("report", 182_044);
  private static final Entry.Attached TABLE = file("table", 9_001);

  private static Entry.Attached file(String blob, long size) {
    return new Entry.Attached(blob, blob + ".pdf", "application/pdf", size);
  }

  private static Given twoLiaisons() {
    return Given.coalition().and(Parties.seat(CHIDI, "chirp", Role.LIAISON, null));
  }

  private static UpdateCommand.PostUpdate saying(String body, Entry.Attached... files) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.ACTION,
        Update.Stage.DECIDED,
        "Appeals",
        body,
        Update.Attribution.ON_RECORD,
        DESK,
        null,
        List.of(files),
        UpdateReferences.none());
  }

  private static UpdateCommand draft(Entry.Attached... files) {
    return new UpdateCommand.DraftUpdate(saying("Within 48 hours.", files), null);
  }

  private static UpdateCommand revise(@Nullable List<String> stay, Entry.Attached... added) {
    return new UpdateCommand.ReviseDraft(D, null, saying("Within 48 hours.", added), null, stay);
  }

  private static Draft draftOf(Given given) {
    return given.state().updates().drafts().find(D).orElseThrow();
  }

  private static List<Entry> entries(Given given) {
    return given.state().entries().under(UPDATE);
  }

  @Test
  void theUpdateHasTheFilesOfItsDraftOnItsFirstEntryForItsReaders() {
    Given given = twoLiaisons().does(CHIKA, draft(REPORT, TABLE));
    assertThat(draftOf(given).files()).containsExactly(REPORT, TABLE);
    assertThat(given.state().entries().byId()).isEmpty();

    given = given.does(CHIDI, CONFIRM);

    assertThat(entries(given))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.attached()).containsExactly(REPORT, TABLE);
              assertThat(entry.audience()).isEqualTo(DESK);
              assertThat(entry.seat()).isEqualTo(CHIKA);
            });
    Ref entry = Ref.to(Ref.Kind.ENTRY, entries(given).getFirst().id());
    var scope = given.state().scopeOf(entry).orElseThrow();
    assertThat(given.state().access().canRead(AMINA, scope)).isTrue();
    assertThat(given.state().access().canRead(VERA, scope)).isFalse();
  }

  @Test
  void itsHourPublishesItWithItsFilesInItsAuthorsName() {
    Given given = twoLiaisons();
    var hour = given.at().plus(Duration.ofHours(2));
    given =
        given
            .does(CHIKA, new UpdateCommand.DraftUpdate(saying("Soon.", REPORT), hour))
            .later(Duration.ofHours(2))
            .does(null, new DraftCommand.PublishDue(D));

    assertThat(entries(given))
        .singleElement()
        .extracting(Entry::seat, Entry::attached)
        .containsExactly(CHIKA, List.of(REPORT));
  }

  @Test
  void thePersonWhoSaysADraftOtherwiseAndNothingOfItsFilesLeavesThemThere() {
    Given given = twoLiaisons().does(CHIKA, draft(REPORT));

    given =
        given.does(CHIDI, new UpdateCommand.ReviseDraft(D, 1, saying("Within 24 hours."), null));

    assertThat(draftOf(given).files()).containsExactly(REPORT);
  }

  @Test
  void aFileIsTakenOutAndAnotherPutInAndThatIsAnotherVersion() {
    Given given =
        twoLiaisons()
            .does(CHIKA, new DraftCommand.RuleCompany(true))
            .does(CHIKA, draft(REPORT, TABLE))
            .does(CHIKA, revise(List.of(DraftFiles.id(TABLE)), file("map", 7)));

    assertThat(draftOf(given).version()).isEqualTo(2);
    assertThat(draftOf(given).files()).containsExactly(TABLE, file("map", 7));
    given.when(CHIDI, new DraftCommand.ConfirmDraft(D, 1)).refused(Refusal.Kind.CONFLICT);
    given = given.does(CHIDI, new DraftCommand.ConfirmDraft(D, 2));
    assertThat(entries(given).getFirst().attached()).containsExactly(TABLE, file("map", 7));
  }

  @Test
  void whatWasAgreedOnWithOtherFilesIsAgreedOnAnew() {
    Given given = twoLiaisons().does(CHIKA, new DraftCommand.RuleCompany(true));
    var hour = given.at().plus(Duration.ofHours(9));
    given =
        given
            .does(CHIKA, new UpdateCommand.DraftUpdate(saying("Soon.", REPORT), hour))
            .does(CHIDI, CONFIRM);
    assertThat(draftOf(given).state()).isEqualTo(Draft.State.SCHEDULED);

    given =
        given.does(CHIKA, new UpdateCommand.ReviseDraft(D, 1, saying("Soon."), hour, List.of()));

    assertThat(draftOf(given).state()).isEqualTo(Draft.State.WAITING);
    assertThat(draftOf(given).files()).isEmpty();
  }

  @Test
  void whatIsNotThereCannotStayAndNothingIsLost() {
    Given given = twoLiaisons().does(CHIKA, draft(REPORT));

    given.when(CHIKA, revise(List.of(DraftFiles.id(TABLE)))).refused(Refusal.Kind.INVALID, "files");
    given
        .when(CHIKA, revise(List.of(DraftFiles.id(REPORT))))
        .refused(Refusal.Kind.INVALID, "body"); // nothing would change
    assertThat(draftOf(given).files()).containsExactly(REPORT);
  }

  @Test
  void aFileOfADraftHangsOnNothingElseUntilItIsFree() {
    Given given = twoLiaisons().does(CHIKA, draft(REPORT));

    given.when(CHIKA, draft(REPORT)).refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, saying("So.", REPORT)).refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, revise(null, REPORT)).refused(Refusal.Kind.CONFLICT);
    assertThat(given.state().isTaken("report")).isTrue();
    assertThat(given.state().takenBytes(CHIKA)).isEqualTo(REPORT.size());
    assertThat(given.state().takenBytes(AMINA)).as("it is their company's").isZero();

    Given discarded = given.does(CHIDI, DISCARD);
    assertThat(discarded.state().isTaken("report")).isFalse();
    assertThat(discarded.state().takenBytes(CHIKA)).isZero();
    assertThat(given.does(CHIKA, revise(List.of())).state().isTaken("report")).isFalse();
    Given published = given.does(CHIKA, CONFIRM);
    assertThat(published.state().isTaken("report")).isTrue();
    assertThat(published.state().takenBytes(CHIKA)).isEqualTo(REPORT.size());
  }

  @Test
  void theLimitsAreThoseOfAnEntry() {
    Entry.Attached[] ten =
        IntStream.range(0, Post.MAX_FILES)
            .mapToObj(i -> file("f" + i, 1))
            .toArray(Entry.Attached[]::new);
    Given given = twoLiaisons().does(CHIKA, draft(ten));

    given.when(CHIKA, revise(null, REPORT)).refused(Refusal.Kind.TOO_LARGE, "attachments");
    given.does(CHIKA, revise(List.of(DraftFiles.id(ten[0])), REPORT));
    twoLiaisons()
        .when(CHIKA, draft(file("a", Post.MAX_FILES_BYTES), file("b", 1)))
        .refused(Refusal.Kind.TOO_LARGE, "attachments");
  }

  @Test
  void toOthersThereIsNeitherADraftNorAFile() {
    Given given = twoLiaisons().does(CHIKA, draft(REPORT));
    UpdateCommand none = new UpdateCommand.ReviseDraft("none", 1, saying("So?"), null, List.of());

    for (SeatId other : List.of(AMINA, VERA)) {
      assertThat(given.when(other, revise(List.of(DraftFiles.id(REPORT)))).answer())
          .isEqualTo(given.when(other, none).answer());
      assertThat(given.state().visibleEvents(given.state().history().getLast(), other)).isEmpty();
    }
  }

  private static Given byLetter() {
    EntryLetter letter =
        new EntryLetter(
            "letter",
            "appeals@chirp.example",
            null,
            false,
            List.of(
                new EntryLetter.Attachment(0, "report.pdf", "application/pdf", 182_044),
                new EntryLetter.Attachment(1, "table.csv", "text/csv", 9_001)));
    return twoLiaisons()
        .does(
            null,
            new LetterCommand.HoldLetter(
                new NewUpdate("chirp"),
                "updates.chirp@caucus.example",
                "chika@chirp.example",
                CHIKA,
                Hold.Awaits.SENDER,
                "Appeals",
                "Within 48 hours.",
                letter,
                List.of(Message.of("reasons.draft"))));
  }

  @Test
  void aLetterThatWaitedReachesThoseToWhomItWasSaidWhateverIsUsualSince() {
    Given given =
        byLetter()
            .does(
                AMINA,
                new MemberCommand.SetDefaultAudience(WorkspaceProfile.DefaultAudience.EVERYONE))
            .does(CHIKA, new LetterCommand.ApproveHold(D));

    assertThat(given.state().updates().find(D).orElseThrow().audience())
        .isEqualTo(Audience.withCompany("chirp"));
  }

  @Test
  void aLettersFilesGoAlongWithWhatItBecomes() {
    Given given = byLetter().does(CHIKA, new LetterCommand.ApproveHold(D));

    assertThat(given.state().updates().find(D).orElseThrow().letter()).isEqualTo("letter");
    assertThat(entries(given).getFirst().attached())
        .extracting(Entry.Attached::name, Entry.Attached::key)
        .containsExactly(tuple("report.pdf", "letter/1"), tuple("table.csv", "letter/2"));
    assertThat(given.state().takenBytes(CHIKA)).isZero(); // those of letters aside
  }

  @Test
  void aDraftThatCameAsALetterKeepsItAndItsFilesWhateverIsMadeOfItsWords() {
    Given given =
        byLetter()
            .does(CHIKA, new DraftCommand.RuleCompany(true))
            .does(CHIKA, new LetterCommand.ApproveHold(D));
    assertThat(draftOf(given).files()).hasSize(2);

    given =
        given.does(
            CHIKA, new UpdateCommand.ReviseDraft(D, 1, saying("Within 24 hours.", REPORT), null));

    assertThat(draftOf(given).said().letter()).isEqualTo("letter");
    assertThat(draftOf(given).files())
        .extracting(Entry.Attached::name)
        .containsExactly("report.pdf", "table.csv", "report.pdf");
    given = given.does(CHIDI, CONFIRM);
    // its first words are nobody's but the company's
    UpdateEvent.UpdatePosted posted =
        (UpdateEvent.UpdatePosted)
            given.state().history().get(given.state().history().size() - 3).events().getFirst();
    assertThat(posted.letter()).isNull();
    assertThat(posted.via()).isEqualTo(Channel.WEB);
    assertThat(entries(given).getFirst().attached()).hasSize(3);
  }

  @Test
  void aLettersFilesAreAsManyAsItHas() {
    List<EntryLetter.Attachment> many =
        IntStream.range(0, 30)
            .mapToObj(i -> new EntryLetter.Attachment(i, i + ".png", "image/png", 5))
            .toList();
    Entry.Attached[] files =
        Entry.Attached.of(new EntryLetter("letter", null, null, false, many))
            .toArray(Entry.Attached[]::new);

    Given given = twoLiaisons().does(CHIKA, draft(files)).does(CHIKA, revise(null, REPORT));

    assertThat(((EntryEvent.EntryPosted) published(given)).attached()).hasSize(31);
  }

  private static Object published(Given given) {
    Given after = given.does(CHIKA, CONFIRM);
    return after.state().history().get(after.state().history().size() - 2).events().getFirst();
  }

  @Test
  void ofAnAuthorWhoLeftAnotherLiaisonPublishesItWithItsFiles() {
    Given given =
        twoLiaisons()
            .does(CHIKA, draft(REPORT))
            .and(new MemberEvent.SeatEnded(CHIKA))
            .does(CHIDI, CONFIRM);

    assertThat(entries(given).getFirst().seat()).isEqualTo(CHIDI);
    assertThat(entries(given).getFirst().attached()).containsExactly(REPORT);
  }
}
