package org.caucus.views.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.EventTypes;
import org.caucus.workspace.Given;
import org.caucus.workspace.GoldenEvents;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member takes home tells all they may read and no more, and tells when it was touched. */
class CopiesTest {
  private static final Set<String> NOBODY_READS =
      Set.of(
          "letter.refused",
          "letter.dropped",
          "letter.passed-on",
          "letter.took-back",
          "letter.unread",
          "letter.word",
          "letter.obeyed");

  @TempDir static Path home;
  static Installation caucus;
  static AuditSigningKey key;
  static Workspace early;
  static Workspace late;

  @TempDir Path directory;

  @BeforeAll
  static void open() {
    caucus = Installation.open(home);
    key = AuditSigningKey.open(caucus.mongo(), caucus.vault());
    early = Given.coalition().state();
    late = early;
    int done = 0;
    for (var step : Doings.history(5, 260)) {
      if (!closesOrOpens(step.command()) && step.on(late) instanceof Commit commit) {
        late = late.evolve(commit);
        early = ++done == 100 ? late : early;
      }
    }
  }

  /** Then the older of two copies is not the beginning of the newer, or its seat reads no more. */
  private static boolean closesOrOpens(Command command) {
    return command instanceof AudienceCommand
        || command instanceof RevisionCommand.DeleteEntry
        || mayShowAnswers(command)
        || command instanceof MemberCommand.EndSeat
        || command instanceof HandoverCommand;
  }

  /** The answers to a poll may be hidden until it closes or is decided. */
  private static boolean mayShowAnswers(Command command) {
    return command instanceof PollCommand.ClosePoll
        || command instanceof PollCommand.AdvancePoll
        || command instanceof PollCommand.DecidePoll;
  }

  @AfterAll
  static void close() {
    caucus.close();
  }

  private static List<String> lines(Workspace now, SeatId reader) {
    return lines(now, reader, key);
  }

  static List<String> lines(Workspace now, SeatId reader, AuditSigningKey key) {
    var file = new MemberExportWriter(now, reader, View.NOW, key);
    List<String> lines = new ArrayList<>(List.of(file.first()));
    for (Commit commit : now.history()) {
      List<Event> visible = now.visibleEvents(commit, reader);
      if (!visible.isEmpty()) {
        lines.add(file.line(now, commit, visible));
      }
    }
    lines.add(file.last());
    return lines;
  }

  private Path write(String name, List<String> lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("", lines));
  }

  private MemberExportVerifier.Copy check(List<String> lines) throws IOException {
    return MemberExportVerifier.check(write("copy.jsonl", lines));
  }

  @Test
  void aCopyIsSoundAndHoldsExactlyWhatItsSeatMayKnowOf() throws IOException {
    for (SeatId reader : List.of(Parties.AMINA, Parties.BOLA, Parties.CHIKA, Parties.VERA)) {
      var copy = check(lines(late, reader));

      assertThat(copy.fault()).isNull();
      assertThat(copy.workspace()).isEqualTo("cop");
      assertThat(copy.key()).isEqualTo(key.publicKey());
      var known = new TreeSet<String>();
      View.activity(late, reader)
          .forEach(line -> known.add(((JsonObject) line).getString("commit")));
      assertThat(new TreeSet<>(copy.commits().keySet())).isEqualTo(known);
    }
    assertThat(lines(late, Parties.VERA).size()).isLessThan(lines(late, Parties.AMINA).size());
  }

  @Test
  void whatIsHiddenFromASeatLeavesNoTraceInItsCopy() {
    List<String> before = lines(early, Parties.VERA);
    Workspace after =
        Given.coalition().and(Parties.list("strategy", Audience.civilSociety())).state();

    assertThat(lines(after, Parties.VERA))
        .isEqualTo(lines(Given.coalition().state(), Parties.VERA));
    assertThat(String.join("", before)).doesNotContain("person-").doesNotContain("sequence");
  }

  private static Event said(String id, @Nullable String answers) {
    Ref memo = Ref.to(Ref.Kind.THREAD, "memo");
    return new EntryEvent.EntryPosted(
        id, memo, answers, Parties.AMINA, Audience.everyone(), "Words.", Channel.WEB, null);
  }

  private static Given memo(@Nullable String answers) {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted(
                "memo", "coalition", "Memo", Audience.everyone(), Parties.AMINA),
            said("first-one", null),
            said("second-one", answers));
  }

  private static Workspace narrowed(Given given) {
    Ref first = Ref.to(Ref.Kind.ENTRY, "first-one");
    return given
        .and(
            new AudienceEvent.Narrowed(
                first,
                Audience.everyone(),
                Audience.named(List.of(Parties.AMINA)),
                Parties.AMINA,
                List.of()))
        .state();
  }

  private MemberExportVerifier.Changes since(Workspace before, Workspace now, SeatId reader)
      throws IOException {
    return MemberExportVerifier.since(check(lines(before, reader)), check(lines(now, reader)));
  }

  @Test
  void whatAnEntryAnswersIsNotNamedToThePersonWhoCannotReadThat() throws IOException {
    Workspace open = memo("first-one").state();
    Workspace closed = narrowed(memo("first-one"));

    assertThat(String.join("", lines(open, Parties.VERA))).contains("\"answers\":\"first-one\"");
    assertThat(String.join("", lines(closed, Parties.AMINA))).contains("first-one");
    assertThat(String.join("", lines(closed, Parties.VERA)))
        .contains("second-one")
        .doesNotContain("first-one");
    assertThat(check(lines(closed, Parties.VERA)).fault()).isNull();
  }

  @Test
  void whatWasClosedIsNotTakenForAlteredAndAnAnswerThatWasAlteredIs() throws IOException {
    Workspace open = memo("first-one").state();
    Workspace closed = narrowed(memo("first-one"));
    String first = open.history().get(open.history().size() - 2).id();
    String second = open.history().getLast().id();

    assertThat(since(open, closed, Parties.VERA).removed()).containsExactly(first);
    assertThat(since(open, closed, Parties.VERA).altered()).isEmpty();
    assertThat(since(closed, open, Parties.VERA).altered()).as("opened").isEmpty();
    assertThat(since(open, closed, Parties.AMINA).none()).isTrue();
    // where both can be read, that one answers the other is part of what was said
    assertThat(since(open, memo(null).state(), Parties.VERA).altered()).containsExactly(second);
    assertThat(since(memo(null).state(), open, Parties.VERA).altered()).containsExactly(second);
  }

  @Test
  void whoWasSentWhatWasNarrowedIsNamedToThePersonWhoNarrowedItAlone() throws IOException {
    Workspace now =
        memo(null)
            .and(
                new AudienceEvent.Narrowed(
                    Ref.to(Ref.Kind.ENTRY, "first-one"),
                    Audience.everyone(),
                    Audience.civilSociety(),
                    Parties.AMINA,
                    List.of(Parties.VERA)))
            .state();

    String named = "\"received\":[\"" + Parties.VERA.value() + "\"]";
    assertThat(String.join("", lines(now, Parties.AMINA))).contains("narrowed", named);
    assertThat(String.join("", lines(now, Parties.BOLA)))
        .contains("narrowed")
        .doesNotContain("received");
  }

  private static Given followed(String thing) {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted(
                "memo", "coalition", "Memo", Audience.everyone(), Parties.AMINA),
            new ListEvent.ThingChosen(
                Parties.VERA, Ref.to(Ref.Kind.THREAD, thing), ThreadPreference.FOLLOW));
  }

  @Test
  void thatWhatOneFollowsWasClosedIsNotTakenForAltered() throws IOException {
    Workspace open = followed("memo").state();
    Ref memo = Ref.to(Ref.Kind.THREAD, "memo");
    Audience few = Audience.named(List.of(Parties.AMINA));
    Workspace closed =
        followed("memo")
            .and(
                new AudienceEvent.Narrowed(
                    memo, Audience.everyone(), few, Parties.AMINA, List.of()))
            .state();
    String wish = open.history().getLast().id();

    assertThat(String.join("", lines(open, Parties.VERA))).contains("\"of\":\"thread:memo\"");
    assertThat(String.join("", lines(closed, Parties.VERA))).contains(wish).doesNotContain("memo");
    assertThat(since(open, closed, Parties.VERA).altered()).isEmpty();
    assertThat(since(open, followed("other").state(), Parties.VERA).altered())
        .containsExactly(wish);
  }

  @Test
  void whomIssuesUsuallyReachIsToldToThoseAlone() throws IOException {
    Given given =
        Given.coalition()
            .and(
                new IssueEvent.TrackerOpened("MEMO", "Memo", "memo", Audience.everyone()),
                new IssueEvent.TrackerArranged(
                    "MEMO", TrackerConfig.USUAL, Audience.civilSociety()));
    Workspace before = given.state();

    assertThat(String.join("", lines(before, Parties.BOLA)))
        .contains("\"usual\":\"CIVIL_SOCIETY\"");
    assertThat(String.join("", lines(before, Parties.VERA)))
        .contains("tracker.arranged")
        .doesNotContain("\"usual\":\"CIVIL_SOCIETY\"");
    // to the person who comes to be among those, or is no more, nothing looks altered
    String arranged = before.history().getLast().id();
    MemberExportVerifier.Copy told = check(lines(before, Parties.BOLA));
    MemberExportVerifier.Copy untold = check(lines(before, Parties.VERA));
    assertThat(told.commits()).containsKey(arranged);
    assertThat(MemberExportVerifier.since(untold, told).altered()).doesNotContain(arranged);
    assertThat(MemberExportVerifier.since(told, untold).altered()).doesNotContain(arranged);
  }

  @Test
  void aChoiceForNoticesWhichNamesNoListIsShownAsItEverWas() {
    var chosen = new ListEvent.DeliverySet(Parties.VERA, "", Delivery.NONE);

    assertThat(EventTypes.exported(chosen, ref -> false).getString("list")).isEmpty();
  }

  @Test
  void theOlderOfTwoCopiesIsTheBeginningOfTheNewer() throws IOException {
    List<String> older = lines(early, Parties.CHIKA);
    List<String> newer = lines(late, Parties.CHIKA);

    assertThat(newer.subList(1, older.size() - 1)).isEqualTo(older.subList(1, older.size() - 1));
    var changes =
        MemberExportVerifier.since(
            MemberExportVerifier.check(write("older", older)),
            MemberExportVerifier.check(write("newer", newer)));
    assertThat(changes.none()).isTrue();
    assertThat(changes.opened()).isEmpty();
  }

  @Test
  void theFirstLineThatWasTouchedIsNamed() throws IOException {
    List<String> whole = lines(late, Parties.AMINA);
    List<String> altered = new ArrayList<>(whole);
    altered.set(9, altered.get(9).replace("\"at\":\"2", "\"at\":\"3"));
    List<String> removed = new ArrayList<>(whole);
    removed.remove(9);
    List<String> reordered = new ArrayList<>(whole);
    reordered.add(9, reordered.remove(10));
    List<String> garbled = new ArrayList<>(whole);
    garbled.set(9, "no JSON\n");

    assertThat(check(altered).fault()).startsWith("line 10: it was altered, or lines after it");
    assertThat(check(removed).fault()).startsWith("line 9: it was altered, or lines after it");
    assertThat(check(reordered).fault()).startsWith("line 9: it was altered, or lines after it");
    assertThat(check(garbled).fault()).startsWith("line 10: it is not a line of a copy");
    assertThat(check(whole.subList(0, 9)).fault()).startsWith("line 10: it is missing");
    List<String> beheaded = new ArrayList<>(whole);
    beheaded.remove(1);
    assertThat(check(beheaded).fault()).startsWith("line 2: it does not begin the record");
  }

  @Test
  void anEndThatWasWrittenAnewIsNotSigned() throws IOException {
    List<String> whole = lines(late, Parties.AMINA);
    int end = whole.size() - 1;
    List<String> shortened = new ArrayList<>(whole);
    shortened.remove(end - 1);
    assertThat(check(shortened).fault()).startsWith("line " + end + ": it speaks of ");

    List<String> lastAltered = new ArrayList<>(whole);
    lastAltered.set(end - 1, whole.get(end - 1).replace("\"at\":\"2", "\"at\":\"3"));
    assertThat(check(lastAltered).fault())
        .startsWith("line " + end + ": it was altered, or lines after it were removed: the end");

    List<String> relabelled = new ArrayList<>(whole);
    relabelled.set(0, whole.get(0).replace("\"seat\":\"amina\"", "\"seat\":\"bola\""));
    assertThat(check(relabelled).fault()).contains("its signature is not of the key in line 1");
    List<String> longer = new ArrayList<>(whole);
    longer.add(whole.get(3));
    assertThat(check(longer).fault()).contains("it comes after the end");
  }

  @Test
  void whatAServerTookBackSinceIsNamedByTheOlderCopy() throws IOException {
    // a server that forgets one commit signs a copy that is sound in itself
    var newer = new MemberExportWriter(late, Parties.AMINA, View.NOW, key);
    List<String> lines = new ArrayList<>(List.of(newer.first()));
    Commit gone =
        early.history().stream()
            .skip(30)
            .filter(c -> !early.visibleEvents(c, Parties.AMINA).isEmpty())
            .filter(c -> !late.visibleEvents(c, Parties.AMINA).isEmpty())
            .findFirst()
            .orElseThrow();
    for (Commit commit : late.history()) {
      List<Event> visible = late.visibleEvents(commit, Parties.AMINA);
      if (!visible.isEmpty() && !commit.equals(gone)) {
        lines.add(newer.line(late, commit, visible));
      }
    }
    lines.add(newer.last());
    var forgetful = MemberExportVerifier.check(write("newer", lines));
    var older = MemberExportVerifier.check(write("older", lines(early, Parties.AMINA)));

    assertThat(forgetful.fault()).isNull();
    var changes = MemberExportVerifier.since(older, forgetful);
    assertThat(changes.none()).isFalse();
    assertThat(changes.removed()).containsExactly(gone.id());
    assertThat(changes.altered()).isEmpty();
    // and the other way round, something was put in
    assertThat(
            MemberExportVerifier.since(
                forgetful, MemberExportVerifier.check(write("w", lines(late, Parties.AMINA)))))
        .satisfies(c -> assertThat(c.opened()).containsExactly(gone.id()));
  }

  @Test
  void everyEventSaysWhatIsShownOfItAndNothingThatIsOnlyTheServers() {
    for (Event event : GoldenEvents.all()) {
      String type = EventTypes.of(event);
      if (NOBODY_READS.contains(type)) {
        continue;
      }
      JsonObject shown = EventTypes.exported(event, ref -> true);
      assertThat(shown.getString("type")).isEqualTo(type);
      assertThat(shown.fieldNames())
          .doesNotContain("person", "blob", "letter", "messageId", "invitation");
      assertThat(shown.size()).as(type).isGreaterThan(1);
    }
    var taken = (MemberEvent.SeatTaken) Parties.coalition().get(2);
    assertThat(EventTypes.exported(taken, ref -> true).encode())
        .isEqualTo(
            "{\"type\":\"seat.taken\",\"seat\":\"amina\",\"name\":\"Amina\","
                + "\"organisation\":\"rights\",\"role\":\"CONVENOR\"}");
  }

  @Test
  void theKeyIsMadeOnceAndStays() {
    assertThat(AuditSigningKey.open(caucus.mongo(), caucus.vault()).publicKey())
        .isEqualTo(key.publicKey());
    assertThat(java.util.Base64.getDecoder().decode(key.publicKey())).hasSize(32);
  }
}
