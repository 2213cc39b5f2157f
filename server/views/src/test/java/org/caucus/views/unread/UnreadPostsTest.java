package org.caucus.views.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
import org.caucus.coalition.lists.ListEvent;
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
  private static final SeatId BOLA = Parties.BOLA;
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
            && !isAnswered(index, now.entries().placeOf(said), now.members().line(seat))) {
          expected.add(now.entries().placeOf(said));
        }
      }
    }
    return expected;
  }

  /** Anyone who answered by mail has read what they answered. */
  private static boolean isAnswered(PostIndex index, Ref thread, List<SeatId> line) {
    return line.stream()
        .anyMatch(
            seat ->
                index.conversation(thread).homes().stream()
                    .anyMatch(home -> index.conversation(home).replies().containsKey(seat)));
  }

  private static boolean isUnread(Workspace now, SeatId seat, EntryEvent.EntryPosted said) {
    return said.parent().kind() == Ref.Kind.THREAD
        && now.lists().habits().wish(seat, said.parent()) != ThreadPreference.MUTE
        && !now.members().line(seat).contains(said.seat())
        && now.entries().find(said.id()).orElseThrow().form() != Entry.Form.DELETED
        && now.access().canRead(seat, now.scopeOf(entry(said.id())).orElseThrow());
  }

  private static Given and(Given given, String thread, String id) {
    Ref on = Ref.to(Ref.Kind.THREAD, thread);
    return given.and(
        new EntryEvent.EntryPosted(
            id, on, null, Parties.BOLA, Audience.everyone(), "Text.", Channel.WEB, null));
  }

  private static Given two() {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("a", "coalition", "A", Audience.everyone(), BOLA),
                new ListEvent.ThreadStarted("b", "coalition", "B", Audience.everyone(), BOLA));
    return and(and(and(and(given, "a", "a1"), "b", "b1"), "a", "a2"), "b", "b2");
  }

  private static List<String> unreadIds(Given given, ReadMarks marks, String thread) {
    PostIndex index = PostIndex.EMPTY.with(given.state());
    return unread(given, marks, Parties.VERA).stream()
        .filter(u -> u.ref().id().equals(thread))
        .flatMap(
            u ->
                index.conversation(u.ref()).after(u.first().sequence() - 1).stream()
                    .filter(p -> p.sequence() > u.read().get(p.home())))
        .map(p -> p.ref().id())
        .toList();
  }

  /** What of two threads was unread is unread when they are one, and nothing else. */
  @Test
  void aMergeReadsNothingAndForgetsNothing() {
    Given two = two();
    ReadMarks marks = ReadMarks.NONE.read(Ref.to(Ref.Kind.THREAD, "b"), sequence(two, "b2"), 0);
    Given merged =
        two.and(new ListEvent.ThreadMerged("a", "b", List.of("a1", "a2"), Parties.AMINA));

    assertThat(unreadIds(merged, marks, "b")).containsExactly("a1", "a2");
    assertThat(count(merged, marks, Parties.VERA)).isEqualTo(2);
    ReadMarks first = marks.read(Ref.to(Ref.Kind.THREAD, "a"), sequence(two, "a1"), 0);
    assertThat(unreadIds(merged, first, "b")).containsExactly("a2");

    Given apart =
        merged.and(
            new ListEvent.ThreadUnmerged(
                "a", "b", Audience.everyone(), List.of("a1", "a2"), Parties.AMINA));
    assertThat(unreadIds(apart, first, "a")).containsExactly("a2");
    assertThat(unreadIds(apart, first, "b")).isEmpty();
  }

  /** To read on in a thread does not read what was split from it, nor the other way round. */
  @Test
  void aSplitReadsNothingAndForgetsNothing() {
    Ref a = Ref.to(Ref.Kind.THREAD, "a");
    Ref part = Ref.to(Ref.Kind.THREAD, "part");
    Given said = and(and(and(two(), "a", "a3"), "a", "a4"), "a", "a5");
    ReadMarks marks = ReadMarks.NONE.read(a, sequence(said, "a3"), 0);
    Given split =
        said.and(
            new ListEvent.ThreadSplit(
                "part",
                "a",
                "coalition",
                "Part",
                Audience.everyone(),
                BOLA,
                List.of("a2", "a4"),
                Parties.AMINA));
    assertThat(unreadIds(split, marks, "part")).containsExactly("a4");
    assertThat(unreadIds(split, marks, "a")).containsExactly("a5");

    var origins = PostIndex.EMPTY.with(split.state()).origins();
    ReadMarks on = marks.settled(origins).read(a, sequence(said, "a5"), 0).since(0, origins);
    assertThat(unreadIds(split, on, "part")).containsExactly("a4");
    assertThat(unreadIds(split, on, "a")).isEmpty();
    ReadMarks all = on.read(part, sequence(said, "a4"), 0);
    assertThat(unreadIds(split, all, "part")).isEmpty();
  }
}
