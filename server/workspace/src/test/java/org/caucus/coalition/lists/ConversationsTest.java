package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.AnswerThread;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.coalition.lists.ThreadCommand.LeaveConversation;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Conversations of named people: who is in them, and what those read who join and leave. */
class ConversationsTest {
  private static final String T = Given.THING;
  private static final String LIST = MailingList.CONVERSATIONS.slug();
  private static final Ref ROOM = Ref.to(Ref.Kind.THREAD, T);

  private static Command start(Audience audience) {
    return new StartThread(LIST, "Notice period", Post.web("First words", null, audience));
  }

  private static Given between(SeatId... seats) {
    return Given.coalition().commits(seats[0], start(Audience.named(List.of(seats))));
  }

  private static Command say(String text) {
    return new AnswerThread(T, Post.web(text, null, null));
  }

  private static Command add(SeatId... seats) {
    return new AudienceCommand.AddPeople(T, List.of(seats));
  }

  private static Audience named(SeatId... seats) {
    return Audience.named(List.of(seats));
  }

  private static boolean reads(Given story, SeatId seat, Ref thing) {
    return story.state().access().canRead(seat, story.state().scopeOf(thing).orElseThrow());
  }

  private static JsonObject shown(Given story, SeatId reader) {
    Thread thread = story.state().lists().thread(T).orElseThrow();
    return ListPresenter.show(story.state(), thread, reader);
  }

  @Test
  void itNamesItsPeopleAndNobodyElseReadsIt() {
    Given.coalition()
        .when(BOLA, start(Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "audience");
    Given.coalition().when(BOLA, start(null)).refused(Refusal.Kind.INVALID, "audience");
    Given.coalition().when(BOLA, start(named(BOLA))).refused(Refusal.Kind.INVALID, "audience");
    Given.coalition().when(BOLA, start(named(CHIKA))).refused(Refusal.Kind.INVALID, "audience");
    Given.coalition()
        .when(BOLA, start(named(BOLA, EMEKA)))
        .refused(Refusal.Kind.INVALID, "audience");
    Given.coalition().when(CLAIRE, start(named(CLAIRE, BOLA))).refused(Refusal.Kind.FORBIDDEN);

    Given room = between(BOLA, CHIKA);

    assertThat(reads(room, CHIKA, ROOM)).isTrue();
    for (SeatId seat : List.of(AMINA, CLAIRE, VERA)) {
      assertThat(reads(room, seat, ROOM)).as(seat.value()).isFalse();
      room.when(seat, say("Hello")).refused(Refusal.Kind.ABSENT);
      room.when(seat, add(seat)).refused(Refusal.Kind.ABSENT);
      room.when(seat, new LeaveConversation(T)).refused(Refusal.Kind.ABSENT);
      room.when(seat, new EditThread(T, "Other", null, null, null)).refused(Refusal.Kind.ABSENT);
    }
  }

  @Test
  void aPersonWhoIsAddedReadsWhatIsWrittenFromThenOn() {
    Given room = between(BOLA, CHIKA);

    room.when(CHIKA, add(AMINA))
        .then(
            new AudienceEvent.Widened(
                ROOM, named(BOLA, CHIKA), named(AMINA, BOLA, CHIKA), CHIKA, null));

    Given added = room.commits(CHIKA, add(AMINA));
    assertThat(reads(added, AMINA, ROOM)).isTrue();
    assertThat(reads(added, AMINA, Ref.to(Ref.Kind.ENTRY, Given.ENTRY))).isFalse();
    EntryEvent.EntryPosted after = (EntryEvent.EntryPosted) added.when(BOLA, say("Now")).last();
    assertThat(after.audience()).isEqualTo(named(AMINA, BOLA, CHIKA));
    // an answer may quote what it answers
    Command answer = new AnswerThread(T, Post.web("Yes", Given.ENTRY, null));
    EntryEvent.EntryPosted answers = (EntryEvent.EntryPosted) added.when(CHIKA, answer).last();
    assertThat(answers.audience()).isEqualTo(named(BOLA, CHIKA));

    added.when(BOLA, add(AMINA)).refused(Refusal.Kind.CONFLICT);
    added.when(BOLA, add(EMEKA)).refused(Refusal.Kind.INVALID, "seats");
    added.when(BOLA, add(new SeatId("nobody"))).refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void anObserverReadsAlongAndAddsNobody() {
    Given room = between(BOLA, CLAIRE);

    room.when(CLAIRE, say("Hello")).refused(Refusal.Kind.FORBIDDEN);
    room.when(CLAIRE, add(AMINA)).refused(Refusal.Kind.FORBIDDEN);
    room.when(CLAIRE, new LeaveConversation(T)).then(new ListEvent.ConversationLeft(T, CLAIRE));
  }

  @Test
  void aPersonWhoLeftReadsWhatWasWrittenUntilThenAndNothingElse() {
    Given left = between(BOLA, CHIKA, VERA).commits(VERA, new LeaveConversation(T));

    assertThat(reads(left, VERA, ROOM)).isTrue();
    assertThat(reads(left, VERA, Ref.to(Ref.Kind.ENTRY, Given.ENTRY))).isTrue();
    left.when(VERA, say("Still here")).refused(Refusal.Kind.CONFLICT);
    left.when(VERA, add(AMINA)).refused(Refusal.Kind.CONFLICT);
    left.when(VERA, new LeaveConversation(T)).refused(Refusal.Kind.CONFLICT);
    left.when(BOLA, add(VERA)).refused(Refusal.Kind.INVALID, "seats");
    // what she left is not told to her in its new name
    left.when(BOLA, new EditThread(T, "About Vista", null, null, null))
        .refused(Refusal.Kind.CONFLICT);

    EntryEvent.EntryPosted later = (EntryEvent.EntryPosted) left.when(BOLA, say("Later")).last();
    assertThat(later.audience()).isEqualTo(named(BOLA, CHIKA));
    Command answer = new AnswerThread(T, Post.web("Yes", Given.ENTRY, null));
    EntryEvent.EntryPosted answers = (EntryEvent.EntryPosted) left.when(CHIKA, answer).last();
    assertThat(answers.audience()).as("of what she could read").isEqualTo(named(BOLA, CHIKA));
    Command wide = new AnswerThread(T, Post.web("To all", null, named(BOLA, CHIKA, VERA)));
    left.when(BOLA, wide).refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aPersonWhoLeftLearnsNothingOfThePeopleWhoCameSince() {
    Given left = between(BOLA, CHIKA, VERA).commits(VERA, new LeaveConversation(T));
    String before = shown(left, VERA).encode();
    long seen = left.state().sequence();

    Audience since = named(AMINA, BOLA, CHIKA);
    Given on =
        left.commits(BOLA, add(AMINA))
            .and(
                new EntryEvent.EntryPosted(
                    "second",
                    ROOM,
                    null,
                    BOLA,
                    since,
                    "About Vista",
                    Channel.WEB,
                    null,
                    List.of()));

    assertThat(shown(on, VERA).encode()).isEqualTo(before);
    assertThat(shown(on, VERA).getBoolean("left")).isTrue();
    assertThat(shown(on, VERA).getString("audience")).isEqualTo(named(BOLA, CHIKA, VERA).wire());
    assertThat(shown(on, BOLA).getString("audience")).isEqualTo(named(AMINA, BOLA, CHIKA).wire());
    assertThat(shown(on, BOLA).getInteger("readers")).isEqualTo(3);
    assertThat(known(on, VERA, seen)).isEmpty();
    assertThat(known(on, CHIKA, seen)).hasSize(2);
    assertThat(known(on, VERA, 0)).as("what she was there for").isNotEmpty();
    assertThat(known(on, AMINA, 0)).extracting(Long::intValue).allMatch(s -> s > seen);
  }

  /** Sequences of commits of the room that a seat knows of. */
  private static List<Long> known(Given story, SeatId seat, long after) {
    return story.state().history().stream()
        .filter(c -> c.sequence() > Math.max(after, Parties.coalition().size()))
        .filter(c -> c.events().stream().anyMatch(e -> story.state().mayKnow(c, e, seat)))
        .map(c -> c.sequence())
        .toList();
  }

  @Test
  void anyoneInItNamesItAndNobodyPinsLocksOpensOrModeratesIt() {
    Given room =
        between(AMINA, BOLA, CHIKA).does(AMINA, new LetterCommand.ModerateSeat(BOLA, true));

    room.when(CHIKA, new EditThread(T, "Reply to the draft", null, null, null))
        .then(new ListEvent.ThreadRenamed(T, "Reply to the draft", "Notice period", AMINA, CHIKA));
    room.when(AMINA, new EditThread(T, null, null, true, null)).refused(Refusal.Kind.CONFLICT);
    room.when(AMINA, new EditThread(T, null, null, null, true)).refused(Refusal.Kind.CONFLICT);
    room.when(AMINA, new AudienceCommand.Change(ROOM, Audience.everyone(), "", List.of()))
        .refused(Refusal.Kind.FORBIDDEN);
    // a convenor who is not in it would read it
    assertThat(room.when(BOLA, say("Words")).last()).isInstanceOf(EntryEvent.EntryPosted.class);
    for (Command command :
        List.<Command>of(
            new LetterCommand.StopList(LIST, true),
            new ListCommand.DescribeList(LIST, "Ours", "", null),
            new AudienceCommand.Change(
                Ref.to(Ref.Kind.LIST, LIST), Audience.civilSociety(), "", List.of()))) {
      room.when(AMINA, command).refused(Refusal.Kind.ABSENT);
    }
    room.when(AMINA, new ListCommand.OpenList(LIST, "Conversations", "", LIST, Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "address");
  }

  @Test
  void itHasLimits() {
    Given many = Given.coalition();
    for (SeatId seat : crowd(Conversations.MAX_PEOPLE)) {
      many = many.and(Parties.seat(seat, "press", Role.MEMBER, null));
    }
    Audience all = Audience.named(with(BOLA, crowd(Conversations.MAX_PEOPLE - 1)));
    many.when(BOLA, start(Audience.named(with(BOLA, crowd(Conversations.MAX_PEOPLE)))))
        .refused(Refusal.Kind.INVALID, "audience");
    Given full = many.commits(BOLA, start(all));
    full.when(BOLA, add(AMINA)).refused(Refusal.Kind.INVALID, "audience");

    Given busy = Given.coalition();
    for (int i = 0; i < Conversations.MAX_BEGUN_A_DAY; i++) {
      busy =
          busy.and(new ListEvent.ThreadStarted("room" + i, LIST, "Room", named(BOLA, CHIKA), BOLA));
    }
    busy.when(BOLA, start(named(BOLA, CHIKA))).refused(Refusal.Kind.CONFLICT);
    assertThat(busy.when(CHIKA, start(named(BOLA, CHIKA))).last()).isNotNull();
    assertThat(busy.later(Duration.ofHours(25)).when(BOLA, start(named(BOLA, CHIKA))).last())
        .isNotNull();
  }

  private static Collection<SeatId> with(SeatId one, Collection<SeatId> others) {
    return Stream.concat(Stream.of(one), others.stream()).toList();
  }

  private static List<SeatId> crowd(int n) {
    return IntStream.range(0, n).mapToObj(i -> new SeatId("crowd" + i)).toList();
  }
}
