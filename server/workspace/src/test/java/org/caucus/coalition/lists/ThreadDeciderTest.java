package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.AnswerThread;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.GoldenEvents;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Renaming, pinning and locking a thread. */
class ThreadDeciderTest {
  private static final Post REPLY = Post.web("A reply", null, null);
  private static final String T = Given.THING;

  private static Given said(SeatId by, Audience audience) {
    return Given.coalition()
        .does(by, new StartThread("coalition", "Joint call", Post.web("Words", null, audience)));
  }

  private static Command rename(String to) {
    return new EditThread(T, to, null, null, null);
  }

  private static Command pin(String thread, boolean on) {
    return new EditThread(thread, null, null, on, null);
  }

  private static Command lock(boolean on) {
    return new EditThread(T, null, null, null, on);
  }

  @Test
  void itsAuthorAndConvenorsRenameIt() {
    Given bolas = said(BOLA, Audience.everyone());

    bolas
        .when(BOLA, rename("Call of 3 July"))
        .then(new ListEvent.ThreadRenamed(T, "Call of 3 July", "Joint call", BOLA, BOLA));
    bolas
        .when(AMINA, rename(" Call of 3 July "))
        .then(new ListEvent.ThreadRenamed(T, "Call of 3 July", "Joint call", BOLA, AMINA));
    bolas.when(CHIKA, rename("Call")).refused(Refusal.Kind.FORBIDDEN);
    bolas.when(CLAIRE, rename("Call")).refused(Refusal.Kind.FORBIDDEN);
    bolas.when(BOLA, rename("Joint call")).then();
    bolas.when(BOLA, rename(" ")).refused(Refusal.Kind.INVALID, "subject");
  }

  @Test
  void whoWasShownAnotherTitleIsToldTheOneOfToday() {
    Given renamed = said(BOLA, Audience.everyone()).does(AMINA, rename("Call of 3 July"));

    renamed
        .when(BOLA, new EditThread(T, "Call of 4 July", "Joint call", null, null))
        .refused(Refusal.Kind.CONFLICT);
    renamed
        .when(BOLA, new EditThread(T, "Call of 4 July", "Call of 3 July", null, null))
        .then(new ListEvent.ThreadRenamed(T, "Call of 4 July", "Call of 3 July", BOLA, BOLA));
  }

  @Test
  void formerTitlesAreKept() {
    Given renamed = said(BOLA, Audience.everyone()).does(AMINA, rename("Second"));
    Workspace now = renamed.does(BOLA, rename("Third")).state();

    assertThat(former(now, CHIKA)).containsExactly("Joint call", "Second");
  }

  /** R5: a title that was replaced before the thread was shared stays with its readers of then. */
  @Test
  void whoComesLaterDoesNotReadFormerTitles() {
    Given shared =
        said(BOLA, Audience.civilSociety())
            .does(AMINA, rename("Second"))
            .and(
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.THREAD, T),
                    Audience.civilSociety(),
                    Audience.everyone(),
                    AMINA,
                    null));

    assertThat(former(shared.state(), BOLA)).containsExactly("Joint call");
    assertThat(former(shared.state(), CHIKA)).isEmpty();
    Workspace again = shared.does(BOLA, rename("Third")).state();
    assertThat(former(again, BOLA)).containsExactly("Joint call", "Second");
    assertThat(former(again, CHIKA)).containsExactly("Second");
  }

  @Test
  void aTitleIsNotChangedForEver() {
    Given given = said(BOLA, Audience.everyone());
    for (int i = 0; i < ThreadDecider.MAX_FORMER_SUBJECTS; i++) {
      given = given.does(BOLA, rename("Title " + i));
    }
    given.when(BOLA, rename("One more")).refused(Refusal.Kind.CONFLICT);
  }

  /** A convenor who does what was asked of another's thread is told of in the audit log. */
  @Test
  void whatConvenorsDoToWordsOfOthersIsAudited() {
    ListCapability lists = new ListCapability();

    assertThat(lists.isAudited(new ListEvent.ThreadRenamed(T, "b", "a", BOLA, AMINA))).isTrue();
    assertThat(lists.isAudited(new ListEvent.ThreadRenamed(T, "b", "a", BOLA, BOLA))).isFalse();
    assertThat(lists.isAudited(new ListEvent.ThreadLocked(T, AMINA))).isTrue();
    assertThat(lists.isAudited(new ListEvent.ThreadPinned(T, AMINA))).isFalse();
    assertThat(GoldenEvents.all())
        .filteredOn(e -> e instanceof ListEvent.ListStyled || e instanceof ListEvent.PrivacyChosen)
        .isNotEmpty()
        .allMatch(e -> lists.isAudited((ListEvent) e));
  }

  @Test
  void aHiddenThreadIsAsAbsentAsOneThatIsNot() {
    Given civil = said(BOLA, Audience.civilSociety());

    for (Command command : List.of(rename("Call"), pin(T, true), lock(true))) {
      civil.when(CHIKA, command).refused(Refusal.Kind.ABSENT);
      Given.coalition().when(CHIKA, command).refused(Refusal.Kind.ABSENT);
    }
  }

  @Test
  void othersSeeNothingChange() {
    Given before = said(BOLA, Audience.civilSociety());
    Given after = before.does(AMINA, new EditThread(T, "Call of 3 July", null, true, true));

    for (SeatId other : List.of(CHIKA, VERA)) {
      assertThat(View.of(after.state(), other).encode())
          .isEqualTo(View.of(before.state(), other).encode());
    }
  }

  @Test
  void convenorsPinForEveryone() {
    Given given = said(BOLA, Audience.everyone());

    given.when(BOLA, pin(T, true)).refused(Refusal.Kind.FORBIDDEN);
    given.when(AMINA, pin(T, true)).then(new ListEvent.ThreadPinned(T, AMINA));
    Given pinned = given.does(AMINA, pin(T, true));
    pinned.when(AMINA, pin(T, true)).then();
    pinned.when(AMINA, pin(T, false)).then(new ListEvent.ThreadUnpinned(T, AMINA));
  }

  @Test
  void whatIsPinnedStandsFirst() {
    Given given = said(BOLA, Audience.everyone()).and(started("later")).does(AMINA, pin(T, true));

    assertThat(order(given.state())).containsExactly(T, "later");
    assertThat(order(given.does(AMINA, pin(T, false)).state())).containsExactly("later", T);
  }

  @Test
  void fewArePinned() {
    Given given = Given.coalition();
    for (int i = 0; i < ThreadDecider.MAX_PINNED; i++) {
      given = given.and(started("t" + i)).does(AMINA, pin("t" + i, true));
    }
    given.and(started("one")).when(AMINA, pin("one", true)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void onlyConvenorsReplyInALockedThread() {
    Given locked = said(BOLA, Audience.everyone()).does(AMINA, lock(true));

    locked.when(BOLA, new AnswerThread(T, REPLY)).refused(Refusal.Kind.CONFLICT);
    locked.when(VERA, lock(false)).refused(Refusal.Kind.FORBIDDEN);
    assertThat(posts(locked.does(AMINA, new AnswerThread(T, REPLY)))).isEqualTo(2);
    Given open = locked.does(AMINA, lock(false));
    assertThat(posts(open.does(BOLA, new AnswerThread(T, REPLY)))).isEqualTo(2);
  }

  /** What was written before waits on, and is posted when it is approved. */
  @Test
  void aConvenorApprovesWhatWaitedBeforeTheLock() {
    Given waits =
        said(BOLA, Audience.everyone())
            .does(AMINA, new LetterCommand.ModerateSeat(BOLA, true))
            .does(BOLA, new AnswerThread(T, REPLY))
            .does(AMINA, lock(true));
    String hold = waits.state().letters().holds().keySet().iterator().next();

    Given approved = waits.does(AMINA, new LetterCommand.ApproveHold(hold));

    assertThat(posts(approved)).isEqualTo(2);
  }

  @Test
  void aModeratedAuthorDoesNotRename() {
    said(BOLA, Audience.everyone())
        .does(AMINA, new LetterCommand.ModerateSeat(BOLA, true))
        .when(BOLA, rename("Words that nobody read first"))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  private static List<String> former(Workspace now, SeatId reader) {
    Thread thread = now.lists().thread(T).orElseThrow();
    return ListPresenter.show(now, thread, reader)
        .getJsonArray("formerSubjects", new JsonArray())
        .stream()
        .map(String.class::cast)
        .toList();
  }

  private static long posts(Given given) {
    return given.state().history().stream()
        .flatMap(commit -> commit.events().stream())
        .filter(EntryEvent.EntryPosted.class::isInstance)
        .count();
  }

  private static ListEvent.ThreadStarted started(String id) {
    return new ListEvent.ThreadStarted(id, "coalition", "On " + id, Audience.everyone(), AMINA);
  }

  private static List<String> order(Workspace now) {
    MailingList list = now.lists().list("coalition").orElseThrow();
    return ListPresenter.threads(now, list, CHIKA).stream().map(Thread::id).toList();
  }
}
