package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.AnswerThread;
import org.caucus.coalition.lists.ThreadCommand.MergeThread;
import org.caucus.coalition.lists.ThreadCommand.MoveThread;
import org.caucus.coalition.lists.ThreadCommand.SplitThread;
import org.caucus.coalition.lists.ThreadCommand.UnmergeThread;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Moving, splitting and merging threads: each message keeps its readers. */
class ThreadMoveDeciderTest {
  private static final Audience ALL = Audience.everyone();
  private static final Audience CIVIL = Audience.civilSociety();
  private static final String NEW = Given.THING;

  private static final List<SeatId> SEATS = List.of(AMINA, BOLA, CLAIRE, CHIKA, VERA);

  private static Given started(Given given, String id, SeatId by, Audience audience) {
    return given.and(
        new ListEvent.ThreadStarted(id, "coalition", "On " + id, audience, by),
        entry(id + "1", id, null, by, audience));
  }

  private static EntryEvent.EntryPosted entry(
      String id, String thread, @Nullable String answers, SeatId by, Audience audience) {
    return new EntryEvent.EntryPosted(
        id,
        Ref.to(Ref.Kind.THREAD, thread),
        answers,
        by,
        audience,
        "Words of " + id,
        Channel.WEB,
        null);
  }

  /** A thread of Bola: for all, for civil society, an answer to that, and for all again. */
  private static Given mixed() {
    return started(Given.coalition(), "a", BOLA, ALL)
        .and(
            entry("a2", "a", "a1", AMINA, CIVIL),
            entry("a3", "a", "a2", BOLA, CIVIL),
            entry("a4", "a", "a1", CHIKA, ALL));
  }

  private static List<String> said(Given given, String thread) {
    return given.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).stream()
        .map(Entry::id)
        .toList();
  }

  /** Who reads which message, for all who are here. */
  private static Map<String, List<SeatId>> readers(Given given) {
    Workspace now = given.state();
    Map<String, List<SeatId>> readers = new HashMap<>();
    BiPredicate<SeatId, Scope> reads = now.access()::canRead;
    for (String id : now.entries().byId().keySet()) {
      Scope scope = now.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).orElseThrow();
      readers.put(id, SEATS.stream().filter(seat -> reads.test(seat, scope)).toList());
    }
    return readers;
  }

  private static JsonObject shown(Given given, String thread, SeatId reader) {
    Workspace now = given.state();
    return ListPresenter.show(now, now.lists().thread(thread).orElseThrow(), reader);
  }

  @Test
  void itsAuthorAndConvenorsMoveIt() {
    Given civil = started(Given.coalition(), "a", BOLA, CIVIL);
    Command move = new MoveThread("a", "civil");

    civil.when(BOLA, move).then(new ListEvent.ThreadMoved("a", "civil", "coalition", BOLA, BOLA));
    civil.when(AMINA, move).then(new ListEvent.ThreadMoved("a", "civil", "coalition", BOLA, AMINA));
    civil.when(CLAIRE, move).refused(Refusal.Kind.FORBIDDEN);
    civil.when(CHIKA, move).refused(Refusal.Kind.ABSENT);
    civil.when(AMINA, new MoveThread("a", "coalition")).then();
    civil.when(AMINA, new MoveThread("a", "nowhere")).refused(Refusal.Kind.INVALID, "list");
  }

  @Test
  void whatMoreReadThanTheListIsForIsNotMovedThere() {
    Given all = started(Given.coalition(), "a", BOLA, ALL);

    all.when(AMINA, new MoveThread("a", "civil")).refused(Refusal.Kind.CONFLICT);
    started(Given.coalition(), "a", BOLA, Audience.withCompany("chirp"))
        .does(AMINA, new MoveThread("a", "chirp-desk"));
    JsonArray lists = destinations(all, "a");
    assertThat(lists.getJsonObject(0).getString("list")).isEqualTo("chirp-desk");
    assertThat(lists.getJsonObject(0).getString("refused")).contains("more-read-the-thread");
  }

  private static JsonArray destinations(Given given, String thread) {
    Workspace now = given.state();
    return ThreadDestinations.lists(
        now, now.lists().thread(thread).orElseThrow(), AMINA, Message::code);
  }

  @Test
  void aListThatOneCannotReadIsAsOneThatIsNot() {
    Given given =
        started(Given.coalition(), "a", CHIKA, Audience.named(List.of(AMINA, CHIKA)))
            .and(Parties.list("vista-only", Audience.companyOnly("vista")));

    given.when(AMINA, new MoveThread("a", "vista-only")).refused(Refusal.Kind.INVALID, "list");
    assertThat(destinations(given, "a").encode()).doesNotContain("vista-only");
  }

  @Test
  void aMovedThreadKeepsItsReadersAndLeavesALine() {
    Given before = started(Given.coalition(), "a", BOLA, CIVIL);
    Given moved = before.does(AMINA, new MoveThread("a", "civil"));

    assertThat(readers(moved)).isEqualTo(readers(before));
    assertThat(listed(moved, "civil", BOLA)).containsExactly("a");
    assertThat(listed(moved, "coalition", BOLA)).isEmpty();
    assertThat(left(moved, "coalition", BOLA)).containsExactly("a");
    assertThat(left(moved, "coalition", CHIKA)).isEmpty();
    assertThat(shown(moved, "a", BOLA).getJsonArray("movedFrom").getJsonObject(0).getString("list"))
        .isEqualTo("coalition");
    Workspace now = moved.state();
    assertThat(ListPresenter.said(now, BOLA).encode()).contains("\"list\":\"civil\"");
    assertThat(ListPresenter.said(now, BOLA).encode()).doesNotContain("coalition");

    Given back = moved.does(AMINA, new MoveThread("a", "coalition"));
    assertThat(listed(back, "coalition", BOLA)).containsExactly("a");
    assertThat(left(back, "coalition", BOLA)).isEmpty();
    assertThat(left(back, "civil", BOLA)).containsExactly("a");
  }

  private static List<String> listed(Given given, String list, SeatId reader) {
    Workspace now = given.state();
    return ListPresenter.threads(now, now.lists().list(list).orElseThrow(), reader).stream()
        .map(Thread::id)
        .toList();
  }

  private static List<String> left(Given given, String list, SeatId reader) {
    Workspace now = given.state();
    return ListPresenter.left(now, now.lists().list(list).orElseThrow(), reader).stream()
        .map(one -> ((JsonObject) one).getString("id"))
        .toList();
  }

  @Test
  void aPinGoesAlong() {
    Given pinned =
        started(Given.coalition(), "a", BOLA, CIVIL).and(new ListEvent.ThreadPinned("a", AMINA));
    assertThat(
            shown(pinned.does(AMINA, new MoveThread("a", "civil")), "a", BOLA).getValue("pinned"))
        .isEqualTo(true);

    Given full = pinned;
    for (int i = 0; i < ThreadDecider.MAX_PINNED; i++) {
      full =
          full.and(
              new ListEvent.ThreadStarted("c" + i, "civil", "On", CIVIL, AMINA),
              new ListEvent.ThreadPinned("c" + i, AMINA));
    }
    full.when(AMINA, new MoveThread("a", "civil")).refused(Refusal.Kind.CONFLICT);
  }

  /** On a moderated list convenors read first; a thread is not a way past them. */
  @Test
  void onlyConvenorsMoveToAModeratedList() {
    Given stopped =
        started(Given.coalition(), "a", BOLA, CIVIL)
            .and(new LetterEvent.ListStopped("civil", true, AMINA));

    stopped.when(BOLA, new MoveThread("a", "civil")).refused(Refusal.Kind.FORBIDDEN);
    stopped
        .and(
            new ListEvent.ThreadStarted("b", "civil", "On b", CIVIL, BOLA),
            entry("b1", "b", null, BOLA, CIVIL))
        .when(BOLA, new MergeThread("a", "b"))
        .refused(Refusal.Kind.FORBIDDEN);
    stopped.does(AMINA, new MoveThread("a", "civil"));
  }

  @Test
  void onlyConvenorsArrangeALockedThread() {
    Given locked = mixed().and(new ListEvent.ThreadLocked("a", AMINA));

    locked.when(BOLA, new SplitThread("a", "a2", "Part")).refused(Refusal.Kind.CONFLICT);
    locked.does(AMINA, new SplitThread("a", "a2", "Part"));
  }

  @Test
  void aSplitTakesWhatNoMoreRead() {
    Given before = mixed();
    before
        .when(BOLA, new SplitThread("a", "a2", " Who speaks "))
        .then(
            new ListEvent.ThreadSplit(
                NEW, "a", "coalition", "Who speaks", CIVIL, AMINA, List.of("a2", "a3"), BOLA));

    Given split = before.does(BOLA, new SplitThread("a", "a2", "Who speaks"));
    assertThat(said(split, "a")).containsExactly("a1", "a4");
    assertThat(said(split, NEW)).containsExactly("a2", "a3");
    assertThat(readers(split)).isEqualTo(readers(before));
    assertThat(shown(split, NEW, BOLA).getJsonObject("splitFrom").getString("id")).isEqualTo("a");
    assertThat(shown(split, "a", BOLA).getJsonArray("splitOff").getJsonObject(0).getString("id"))
        .isEqualTo(NEW);
    assertThat(shown(split, "a", CHIKA).containsKey("splitOff")).isFalse();
  }

  @Test
  void aSplitAtAMessageForAllTakesAllThatComesAfter() {
    Given before = mixed().and(entry("a5", "a", "a4", BOLA, ALL));
    Given split = before.does(AMINA, new SplitThread("a", "a4", "Part"));

    assertThat(said(split, NEW)).containsExactly("a4", "a5");
    assertThat(said(split, "a")).containsExactly("a1", "a2", "a3");
    assertThat(readers(split)).isEqualTo(readers(before));
  }

  @Test
  void whoCannotReadTheMessagesSeesNothingOfASplit() {
    Given before = mixed();
    Given after = before.does(BOLA, new SplitThread("a", "a2", "Who speaks"));

    for (SeatId other : List.of(CHIKA, VERA)) {
      assertThat(View.of(after.state(), other).encode())
          .isEqualTo(View.of(before.state(), other).encode());
    }
  }

  @Test
  void aSplitNeedsATitleAMessageAndSomethingThatStays() {
    Given given = mixed();

    given.when(BOLA, new SplitThread("a", "a2", " ")).refused(Refusal.Kind.INVALID, "subject");
    given.when(BOLA, new SplitThread("a", "b1", "Part")).refused(Refusal.Kind.INVALID, "entry");
    given.when(BOLA, new SplitThread("a", "a1", "Part")).refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, new SplitThread("a", "a4", "Part")).refused(Refusal.Kind.FORBIDDEN);
    // what was said before and cannot be read is not told of
    started(Given.coalition(), "a", BOLA, ALL)
        .and(entry("a0", "a", null, BOLA, CIVIL), entry("a9", "a", null, CHIKA, ALL))
        .when(CHIKA, new SplitThread("a", "a0", "Part"))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void anAnswerToAMessageThatWentGoesThere() {
    Given split = mixed().does(BOLA, new SplitThread("a", "a2", "Who speaks"));
    Given answered = split.does(AMINA, new AnswerThread("a", Post.web("An answer", "a3", null)));

    assertThat(said(answered, NEW)).containsExactly("a2", "a3", Given.ENTRY);
    Given other = started(split, "b", BOLA, ALL);
    other
        .when(AMINA, new AnswerThread("b", Post.web("An answer", "a3", null)))
        .refused(Refusal.Kind.INVALID, "answers");
  }

  @Test
  void aSplitIsUndoneByMergingItBack() {
    Given before = mixed();
    Given back =
        before
            .does(BOLA, new SplitThread("a", "a2", "Who speaks"))
            .does(AMINA, new MergeThread(NEW, "a"));

    assertThat(said(back, "a")).isEqualTo(said(before, "a"));
    assertThat(readers(back)).isEqualTo(readers(before));
    assertThat(shown(back, NEW, BOLA).getJsonObject("mergedInto").getString("id")).isEqualTo("a");
    assertThat(shown(back, "a", BOLA).containsKey("splitOff")).isFalse();
  }

  /** Two threads whose messages were said in turn. */
  private static Given two(Audience first, Audience second) {
    return started(started(Given.coalition(), "a", BOLA, first), "b", BOLA, second)
        .and(entry("a2", "a", "a1", AMINA, first), entry("b2", "b", "b1", AMINA, second));
  }

  @Test
  void mergedMessagesStandInOrderOfTime() {
    Given before = two(CIVIL, ALL);
    before
        .when(AMINA, new MergeThread("a", "b"))
        .then(new ListEvent.ThreadMerged("a", "b", List.of("a1", "a2"), AMINA));
    Given merged = before.does(AMINA, new MergeThread("a", "b"));

    assertThat(said(merged, "b")).containsExactly("a1", "b1", "a2", "b2");
    assertThat(said(merged, "a")).isEmpty();
    assertThat(readers(merged)).isEqualTo(readers(before));
    assertThat(listed(merged, "coalition", BOLA)).containsExactly("b");
    assertThat(left(merged, "coalition", BOLA)).containsExactly("a");
    assertThat(left(merged, "coalition", CHIKA)).isEmpty();
    assertThat(shown(merged, "b", CHIKA).containsKey("merged")).isFalse();
    assertThat(shown(merged, "b", CHIKA).getInteger("entries")).isEqualTo(2);
    assertThat(shown(merged, "b", BOLA).getInteger("entries")).isEqualTo(4);
  }

  @Test
  void whereSomeWouldLoseMessagesNothingIsMerged() {
    Given given = two(ALL, CIVIL);

    given.when(AMINA, new MergeThread("a", "b")).refused(Refusal.Kind.CONFLICT);
    given.does(AMINA, new MergeThread("b", "a"));
    two(Audience.withCompany("chirp"), Audience.withCompany("vista"))
        .when(AMINA, new MergeThread("a", "b"))
        .refused(Refusal.Kind.CONFLICT);
    given.when(AMINA, new MergeThread("a", "a")).refused(Refusal.Kind.INVALID, "into");
    given.when(AMINA, new MergeThread("a", "c")).refused(Refusal.Kind.INVALID, "into");
    given.when(CHIKA, new MergeThread("a", "b")).refused(Refusal.Kind.FORBIDDEN);
  }

  /** An organisation that reads from a day on reads neither more nor less than before. */
  @Test
  void whoReadsOnlyOneOfThemStandsInTheWay() {
    SeatId newcomer = new SeatId("newcomer");
    Given given =
        started(Given.coalition(), "a", BOLA, ALL)
            .and(
                Parties.newcomer("later", Side.CIVIL_SOCIETY),
                Parties.seat(newcomer, "later", Role.MEMBER, null));
    Given both = started(given, "b", BOLA, ALL);

    both.when(AMINA, new MergeThread("a", "b")).refused(Refusal.Kind.CONFLICT);
    both.when(AMINA, new MergeThread("b", "a")).refused(Refusal.Kind.CONFLICT);
    started(given, "b", BOLA, Audience.withCompany("chirp"))
        .when(AMINA, new MergeThread("b", "a"))
        .refused(Refusal.Kind.CONFLICT);
    started(given, "b", CHIKA, Audience.named(List.of(AMINA, CHIKA)))
        .does(AMINA, new MergeThread("b", "a"));
  }

  @Test
  void aMergeIsUndoneWithTheAnswersThatCameSince() {
    Given before = two(CIVIL, ALL);
    Given merged =
        before
            .does(AMINA, new MergeThread("a", "b"))
            .and(entry("a3", "b", "a2", BOLA, CIVIL), entry("b3", "b", "b2", CHIKA, ALL));
    Given back = merged.does(AMINA, new UnmergeThread("a"));

    assertThat(said(back, "a")).containsExactly("a1", "a2", "a3");
    assertThat(said(back, "b")).containsExactly("b1", "b2", "b3");
    assertThat(readers(back)).isEqualTo(readers(merged));
    assertThat(listed(back, "coalition", BOLA)).containsExactlyInAnyOrder("a", "b");
    assertThat(left(back, "coalition", BOLA)).isEmpty();
    back.when(AMINA, new UnmergeThread("a")).then();
    merged.when(CHIKA, new UnmergeThread("a")).refused(Refusal.Kind.ABSENT);
    merged.when(CLAIRE, new UnmergeThread("a")).refused(Refusal.Kind.FORBIDDEN);
  }

  /** Whom the other was closed to meanwhile does not read the thread again by the way back. */
  @Test
  void anUndoneMergeReachesNobodyWhoDoesNotReadTheOther() {
    Ref b = Ref.to(Ref.Kind.THREAD, "b");
    Given narrowed =
        two(ALL, ALL)
            .does(AMINA, new MergeThread("a", "b"))
            .and(new AudienceEvent.Narrowed(b, ALL, CIVIL, AMINA, List.of()));
    Given back = narrowed.does(AMINA, new UnmergeThread("a"));

    assertThat(said(back, "a")).containsExactly("a1", "a2");
    assertThat(readers(back)).isEqualTo(readers(narrowed));
    assertThat(View.of(back.state(), CHIKA).encode())
        .isEqualTo(View.of(narrowed.state(), CHIKA).encode());
  }

  @Test
  void aMergedThreadLeadsToTheOther() {
    Given merged = two(CIVIL, ALL).does(AMINA, new MergeThread("a", "b"));

    assertThat(
            said(merged.does(BOLA, new AnswerThread("a", Post.web("An answer", null, null))), "b"))
        .containsExactly("a1", "b1", "a2", "b2", Given.ENTRY);
    merged.when(AMINA, new MoveThread("a", "civil")).refused(Refusal.Kind.CONFLICT);
    merged
        .when(AMINA, new ThreadCommand.EditThread("a", "Title", null, null, null))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whoFollowsOneFollowsBothAndWhoMutesOneMissesNothing() {
    Ref a = Ref.to(Ref.Kind.THREAD, "a");
    Ref b = Ref.to(Ref.Kind.THREAD, "b");
    Given merged =
        two(CIVIL, ALL)
            .and(
                new ListEvent.ThingChosen(BOLA, a, ThreadPreference.FOLLOW),
                new ListEvent.ThingChosen(CLAIRE, a, ThreadPreference.MUTE))
            .does(AMINA, new MergeThread("a", "b"));

    assertThat(merged.state().lists().habits().wish(BOLA, b)).isEqualTo(ThreadPreference.FOLLOW);
    assertThat(merged.state().lists().habits().wish(CLAIRE, b)).isEqualTo(ThreadPreference.USUAL);

    Given split =
        mixed()
            .and(new ListEvent.ThingChosen(CLAIRE, a, ThreadPreference.MUTE))
            .does(BOLA, new SplitThread("a", "a2", "Part"));
    assertThat(split.state().lists().habits().wish(CLAIRE, Ref.to(Ref.Kind.THREAD, NEW)))
        .isEqualTo(ThreadPreference.MUTE);
  }

  @Test
  void whoReadsNoneOfItSeesNothingOfAMoveOrAMerge() {
    Given before = two(CIVIL, CIVIL);
    for (Given after :
        List.of(
            before.does(AMINA, new MoveThread("a", "civil")),
            before.does(AMINA, new MergeThread("a", "b")))) {
      for (SeatId other : List.of(CHIKA, VERA)) {
        assertThat(View.of(after.state(), other).encode())
            .isEqualTo(View.of(before.state(), other).encode());
      }
    }
  }

  @Test
  void aHiddenThreadIsAsAbsentAsOneThatIsNot() {
    Given civil = two(CIVIL, CIVIL);
    for (Command command :
        List.<Command>of(
            new MoveThread("a", "coalition"),
            new SplitThread("a", "a2", "Part"),
            new MergeThread("a", "b"),
            new UnmergeThread("a"))) {
      civil.when(CHIKA, command).refused(Refusal.Kind.ABSENT);
      Given.coalition().when(CHIKA, command).refused(Refusal.Kind.ABSENT);
    }
  }

  @Test
  void threadsWithATitleLikeItAreOfferedFirst() {
    Given given =
        two(CIVIL, ALL)
            .and(
                new ListEvent.ThreadStarted("c", "civil", "Press conference", CIVIL, AMINA),
                new ListEvent.ThreadStarted("d", "civil", "The press release", CIVIL, AMINA));
    Workspace now = given.state();

    assertThat(candidates(now, "d", "")).startsWith("c").contains("a", "b");
    assertThat(candidates(now, "d", "conf")).containsExactly("c");
  }

  private static List<String> candidates(Workspace now, String thread, String words) {
    return ThreadDestinations.threads(
            now, now.lists().thread(thread).orElseThrow(), words, AMINA, Message::code)
        .stream()
        .map(one -> ((JsonObject) one).getString("thread"))
        .toList();
  }

  @Test
  void allOfItIsAudited() {
    ListCapability lists = new ListCapability();

    assertThat(lists.isAudited(new ListEvent.ThreadMoved("a", "b", "c", BOLA, BOLA))).isTrue();
    assertThat(lists.isAudited(new ListEvent.ThreadMerged("a", "b", List.of(), BOLA))).isTrue();
  }
}
