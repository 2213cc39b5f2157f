package org.caucus.views.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What is unread for whom, and from where on. */
class UnreadPostsTest {
  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, Given.THING);
  private final Given coalition = Given.coalition();

  private static List<UnreadPosts.Unread> unread(Given given, ReadMarks marks, SeatId seat) {
    PostIndex index = PostIndex.EMPTY.with(given.state());
    return UnreadPosts.of(given.state(), index, marks, seat, given.at());
  }

  private static int count(Given given, ReadMarks marks, SeatId seat) {
    return unread(given, marks, seat).stream().mapToInt(UnreadPosts.Unread::count).sum();
  }

  private static long sequence(Given given, String entry) {
    return PostIndex.EMPTY.with(given.state()).find(entry(entry)).orElseThrow().sequence();
  }

  private static Ref entry(String id) {
    return Ref.to(Ref.Kind.ENTRY, id);
  }

  private static Given said(Given given, SeatId by, String id, Channel via, String answers) {
    return given.and(
        new EntryEvent.EntryPosted(
            id, THREAD, answers, by, Audience.everyone(), "Text.", via, null));
  }

  private Given memo() {
    Given started =
        coalition.commits(
            Parties.AMINA,
            new ListCommand.StartThread("coalition", "The memo", Post.web("Who?", null, null)));
    return said(
        said(started, Parties.BOLA, "second", Channel.WEB, Given.ENTRY),
        Parties.AMINA,
        "third",
        Channel.WEB,
        "second");
  }

  @Test
  void whatOthersSaidIsUnreadFromTheFirstOn() {
    Given memo = memo();

    UnreadPosts.Unread one = unread(memo, ReadMarks.NONE, Parties.VERA).getFirst();
    assertThat(one.ref()).isEqualTo(THREAD);
    assertThat(one.count()).isEqualTo(3);
    assertThat(one.first().ref()).isEqualTo(entry(Given.ENTRY));
    assertThat(one.last().ref()).isEqualTo(entry("third"));
    assertThat(count(memo, ReadMarks.NONE, Parties.BOLA)).as("but for her own").isEqualTo(2);
  }

  @Test
  void aMarkReadsAllUpToIt() {
    Given memo = memo();
    ReadMarks read = ReadMarks.NONE.read(THREAD, sequence(memo, "second"), 0);

    assertThat(unread(memo, read, Parties.VERA))
        .singleElement()
        .satisfies(u -> assertThat(u.first().ref()).isEqualTo(entry("third")));
    ReadMarks from = read.unreadAfter(THREAD, sequence(memo, "second") - 1, 0);
    assertThat(count(memo, from, Parties.VERA)).isEqualTo(2);
  }

  @Test
  void anAnswerByMailReadsWhatItAnswersAndWhatCameBefore() {
    Given answered = said(memo(), Parties.VERA, "mailed", Channel.MAIL, "second");

    assertThat(unread(answered, ReadMarks.NONE, Parties.VERA))
        .singleElement()
        .satisfies(u -> assertThat(u.first().ref()).isEqualTo(entry("third")));
    long now = answered.state().sequence();
    ReadMarks again = ReadMarks.NONE.unreadAfter(THREAD, 0, now);
    assertThat(count(answered, again, Parties.VERA)).as("marked since").isEqualTo(3);
  }

  @Test
  void anIssueIsUnreadBeforeAnybodySaysAWord() {
    Given opened =
        coalition.commits(
            Parties.AMINA,
            new IssueCommand.OpenIssue(
                "COP", "Removal in a day", "", "", List.of(), null, Audience.civilSociety(), null));

    assertThat(unread(opened, ReadMarks.NONE, Parties.BOLA))
        .singleElement()
        .satisfies(
            u -> {
              assertThat(u.item().place()).isEqualTo("COP");
              assertThat(u.first().ref()).isEqualTo(u.ref());
            });
    assertThat(unread(opened, ReadMarks.NONE, Parties.AMINA)).as("her own").isEmpty();
    assertThat(unread(opened, ReadMarks.NONE, Parties.CHIKA)).as("not hers to read").isEmpty();
  }

  @Test
  void whatIsMutedIsNotCounted() {
    Given muted =
        memo().commits(Parties.VERA, new ListCommand.ChooseThing(THREAD, ThreadPreference.MUTE));

    assertThat(unread(muted, ReadMarks.NONE, Parties.VERA)).isEmpty();
  }

  @Test
  void whoComesLaterHasNothingUnreadOfBefore() {
    SeatId late = new SeatId("late");
    Given joined = memo().and(Parties.seat(late, "press", Role.MEMBER, null));

    assertThat(unread(joined, ReadMarks.NONE, late)).isEmpty();
    Given more = said(joined, Parties.AMINA, "fourth", Channel.WEB, "third");
    assertThat(count(more, ReadMarks.NONE, late)).isEqualTo(1);
  }

  @Test
  void whatNobodyLookedAtForLongIsUnreadNoMoreUnlessItWasMarkedSo() {
    Given later = memo().later(UnreadPosts.LONGEST.plus(Duration.ofDays(1)));

    assertThat(unread(later, ReadMarks.NONE, Parties.VERA)).isEmpty();
    ReadMarks from = ReadMarks.NONE.unreadAfter(THREAD, 0, 0);
    assertThat(count(later, from, Parties.VERA)).isEqualTo(3);
  }

  @Test
  void anEndedSeatHasNothingUnread() {
    Given ended = memo().and(new MemberEvent.SeatEnded(Parties.VERA));

    assertThat(unread(ended, ReadMarks.NONE, Parties.VERA)).isEmpty();
  }

  /**
   * In threads that it did not answer by mail: what others said that it can read, and all of it.
   */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatIsUnreadIsWhatOthersSaidThatCanBeRead(@ForAll long seed) {
    Workspace now = Given.coalition().state();
    Set<SeatId> seats = new HashSet<>(now.members().seats().keySet());
    PostIndex grown = PostIndex.EMPTY;
    for (Doings.Step step : Doings.history(seed, 40)) {
      now = now.evolve((Commit) step.on(now));
      grown = grown.with(now);
    }
    assertThat(grown.posts()).as("as it grew").isEqualTo(PostIndex.EMPTY.with(now).posts());
    for (Seat seat : now.members().active()) {
      if (seats.contains(seat.id())) {
        assertThat(threads(now, grown, seat.id())).isEqualTo(expected(now, grown, seat.id()));
      }
    }
  }

  private static Set<Ref> threads(Workspace now, PostIndex index, SeatId seat) {
    return UnreadPosts.of(now, index, ReadMarks.NONE, seat, Given.START).stream()
        .map(UnreadPosts.Unread::ref)
        .filter(ref -> ref.kind() == Ref.Kind.THREAD)
        .filter(ref -> !isAnswered(index, ref, now.members().line(seat)))
        .collect(Collectors.toSet());
  }

  private static Set<Ref> expected(Workspace now, PostIndex index, SeatId seat) {
    Set<Ref> expected = new HashSet<>();
    for (Commit commit : now.history()) {
      for (Event event : commit.events()) {
        if (event instanceof EntryEvent.EntryPosted said
            && isUnread(now, seat, said)
            && !isAnswered(index, said.parent(), now.members().line(seat))) {
          expected.add(said.parent());
        }
      }
    }
    return expected;
  }

  /** Anyone who answered by mail has read what they answered. */
  private static boolean isAnswered(PostIndex index, Ref thread, List<SeatId> line) {
    return line.stream()
        .anyMatch(Objects.requireNonNull(index.conversations().get(thread)).replies()::containsKey);
  }

  private static boolean isUnread(Workspace now, SeatId seat, EntryEvent.EntryPosted said) {
    return said.parent().kind() == Ref.Kind.THREAD
        && now.lists().habits().wish(seat, said.parent()) != ThreadPreference.MUTE
        && !now.members().line(seat).contains(said.seat())
        && now.entries().find(said.id()).orElseThrow().form() != Entry.Form.DELETED
        && now.access().canRead(seat, now.scopeOf(entry(said.id())).orElseThrow());
  }
}
