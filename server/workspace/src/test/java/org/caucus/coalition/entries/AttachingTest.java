package org.caucus.coalition.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** R4: a file hangs on an entry, on one, and follows it. */
class AttachingTest {
  private static final Audience CIVIL = Audience.civilSociety();
  private static final Entry.Attached MEMO = file("memo", 182_044);

  private static Entry.Attached file(String blob, long size) {
    return new Entry.Attached(blob, blob + ".pdf", "application/pdf", size);
  }

  private static Given thread() {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted(
                "t1", "coalition", "Removal notice", Audience.everyone(), AMINA));
  }

  private static Post post(String text, Entry.Attached... files) {
    return Post.web(text, null, null).with(List.of(files));
  }

  private static Command answer(Entry.Attached... files) {
    return new ListCommand.AnswerThread("t1", post("The memo.", files));
  }

  @Test
  void aFileGoesWithWhatItWasSentWith() {
    EntryEvent.EntryPosted said =
        (EntryEvent.EntryPosted) thread().when(AMINA, answer(MEMO)).last();

    assertThat(said.attached()).containsExactly(MEMO);
    assertThat(thread().does(AMINA, answer(MEMO)).state().entries().isAttached("memo")).isTrue();
  }

  @Test
  void aFileNeedsNoWordsButNothingAtAllIsNoPost() {
    assertThat(thread().when(AMINA, new ListCommand.AnswerThread("t1", post("", MEMO))).last())
        .isInstanceOf(EntryEvent.EntryPosted.class);
    thread()
        .when(AMINA, new ListCommand.AnswerThread("t1", post(" ")))
        .refused(Refusal.Kind.INVALID, "text");
  }

  @Test
  void aFileHangsOnOneEntryOnly() {
    Given given = thread().does(AMINA, answer(MEMO));

    given.when(AMINA, answer(MEMO)).refused(Refusal.Kind.CONFLICT);
    thread().when(AMINA, answer(MEMO, MEMO)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theLimitsOfAnEntryAreNamedWithTheirUnit() {
    Entry.Attached[] eleven =
        IntStream.range(0, Post.MAX_FILES + 1)
            .mapToObj(i -> file("f" + i, 1))
            .toArray(Entry.Attached[]::new);
    assertThat(
            thread()
                .when(AMINA, answer(eleven))
                .refused(Refusal.Kind.TOO_LARGE, "attachments")
                .why())
        .contains("The limit is 10 files");
    assertThat(
            thread()
                .when(AMINA, answer(file("a", Post.MAX_FILES_BYTES), file("b", 1)))
                .refused(Refusal.Kind.TOO_LARGE, "attachments")
                .why())
        .contains("The limit is 50 MB");
  }

  /** With as many files as there may be, for these. */
  private static Given filled(Audience audience) {
    long most = Post.MAX_WORKSPACE_BYTES / Post.MAX_FILES_BYTES;
    return thread()
        .and(
            LongStream.range(0, most)
                .mapToObj(
                    i ->
                        new EntryEvent.EntryPosted(
                            "e" + i,
                            Ref.to(Ref.Kind.THREAD, "t1"),
                            null,
                            AMINA,
                            audience,
                            "",
                            Channel.WEB,
                            null,
                            List.of(file("f" + i, Post.MAX_FILES_BYTES))))
                .toArray(Event[]::new));
  }

  @Test
  void aWorkspaceHasALimitToo() {
    long most = Post.MAX_WORKSPACE_BYTES / Post.MAX_FILES_BYTES;
    Given given = filled(Audience.everyone());

    long left = Post.MAX_WORKSPACE_BYTES - most * Post.MAX_FILES_BYTES;
    given.when(AMINA, answer(file("last", left))).last();
    assertThat(
            given
                .when(AMINA, answer(file("more", left + 1)))
                .refused(Refusal.Kind.TOO_LARGE, "attachments")
                .why())
        .contains("10240 MB");
  }

  /** Anyone who goes on until it is refused would else learn how much there is for others. */
  @Test
  void whatOthersSentToOthersTakesNoRoom() {
    Given given = filled(CIVIL);

    given.when(CHIKA, answer(file("last", Post.MAX_FILES_BYTES))).last();
    given
        .when(AMINA, answer(file("more", Post.MAX_FILES_BYTES)))
        .refused(Refusal.Kind.TOO_LARGE, "attachments");
  }

  @Test
  void whatIsMadeWithFilesHasThemOnItsFirstEntryForTheSameReaders() {
    check(
        AMINA,
        new IssueCommand.OpenIssue(
            "COP", "24 hours", "", "", List.of(), null, CIVIL, null, List.of(MEMO), null, false),
        Ref.Kind.ISSUE,
        CIVIL);
    check(
        CHIKA,
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Appeals",
            "Faster.",
            Update.Attribution.ON_RECORD,
            Audience.withCompany("chirp"),
            null,
            List.of(MEMO),
            UpdateReferences.none()),
        Ref.Kind.UPDATE,
        Audience.withCompany("chirp"));
    check(
        AMINA,
        new ActionCommand.PlanAction(
            Action.Kind.SUBMISSION,
            "Memo to the agency",
            "",
            null,
            new Action.When(Instant.parse("2026-07-01T09:00:00Z"), null, ZoneId.of("Africa/Lagos")),
            "",
            CIVIL,
            List.of(MEMO)),
        Ref.Kind.ACTION,
        CIVIL);
  }

  private static void check(SeatId by, Command command, Ref.Kind kind, Audience audience) {
    EntryEvent.EntryPosted first =
        (EntryEvent.EntryPosted) Given.coalition().when(by, command).last();

    assertThat(first.parent()).isEqualTo(Ref.to(kind, Given.THING));
    assertThat(first.audience()).isEqualTo(audience);
    assertThat(first.attached()).containsExactly(MEMO);
    Given after = Given.coalition().does(by, command);
    var scope = after.state().scopeOf(Ref.to(Ref.Kind.ENTRY, Given.ENTRY)).orElseThrow();
    assertThat(after.state().access().canRead(by, scope)).isTrue();
    assertThat(after.state().access().canRead(VERA, scope)).isFalse();
  }

  @Test
  void whoOnlyReadsAttachesNothing() {
    thread().when(CLAIRE, answer(MEMO)).refused(Refusal.Kind.FORBIDDEN);
  }
}
