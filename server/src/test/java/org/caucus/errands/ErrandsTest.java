package org.caucus.errands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.command.Command;
import org.caucus.command.Event;
import org.caucus.entries.Post;
import org.caucus.letters.LetterCommand;
import org.caucus.letters.LetterEvent;
import org.caucus.lists.ListCommand;
import org.caucus.log.due.Dues;
import org.caucus.moderation.HoldErrand;
import org.caucus.notices.PostOffice;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails keeps no other from its turn, is tried later and later, and does not vanish. */
class ErrandsTest {
  /** When the first reminder is due. */
  private static final Duration A_DAY = Duration.ofDays(1).plusMinutes(5);

  @TempDir Path directory;
  private PostOffice office;
  private Dues dues;
  private String hold;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    dues = HoldErrand.dues(office.caucus.mongo(), office.caucus.vault());
    office.submit("ada", new LetterCommand.StopList("coalition", true));
    hold =
        office.submit(
            "ben",
            new ListCommand.StartThread("coalition", "Memo", Post.web("Part I.", null, null)));
    office.followed();
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** The errand of held letters, in which those called so break. */
  private record Breaking(HoldErrand errand) implements Errand {
    @Override
    public String name() {
      return errand.name();
    }

    @Override
    public String what() {
      return errand.what();
    }

    @Override
    public Duration period() {
      return errand.period();
    }

    @Override
    public Optional<String> thing(Event event) {
      return errand.thing(event);
    }

    @Override
    public Optional<Instant> next(Workspace state, String thing) {
      if (thing.startsWith("broken")) {
        throw new ArithmeticException("as whatever goes wrong in one of them");
      }
      return errand.next(state, thing);
    }

    @Override
    public Command command(Workspace state, String thing, Instant now) {
      return errand.command(state, thing, now);
    }
  }

  private void look(Duration ahead) {
    InstantSource clock = () -> Instant.now().plus(ahead);
    Rooms rooms = new Rooms(office.caucus.log(), clock, office.caucus.bell(office.vertx));
    new Errands(new Breaking(new HoldErrand()), rooms, dues, clock).clock().look();
  }

  private void broken(int many) {
    long sequence = office.state().sequence();
    for (int i = 0; i < many; i++) {
      Dues.Due due = new Dues.Due(office.workspace, "broken" + i);
      dues.note(due, Instant.EPOCH.plusSeconds(i), sequence).await();
    }
  }

  /** As another node hears of it. */
  private long reminded() {
    office.rooms.evict(office.workspace);
    return office.state().history().stream()
        .flatMap(c -> c.events().stream())
        .filter(e -> e.equals(new LetterEvent.HoldReminded(hold, 1)))
        .count();
  }

  private List<Dues.Note> noted(Duration ahead) {
    return dues.due(Instant.now().plus(ahead), 1_000).await();
  }

  @Test
  void manyThatBreakKeepNoneBehindThemFromItsTurn() {
    broken(Errands.AT_ONCE + 5);

    look(A_DAY);

    assertThat(reminded()).isEqualTo(1);
    assertThat(noted(A_DAY)).as("each is tried again, later").isEmpty();
    assertThat(noted(A_DAY.plus(Errands.FIRST).plusMinutes(5)))
        .hasSize(Errands.AT_ONCE + 5)
        .allMatch(note -> note.failures() == 1);
  }

  @Test
  void whatBreaksAgainAndAgainIsTriedOnceADayAndStays() {
    broken(1);
    Duration ahead = Duration.ZERO;
    for (int i = 0; i < Errands.GIVEN_UP; i++) {
      look(ahead);
      ahead = ahead.plus(Errands.LONGEST).plusMinutes(1);
    }
    look(ahead);

    assertThat(noted(ahead.plusHours(20)).stream().filter(n -> n.failures() > 0)).isEmpty();
    assertThat(noted(ahead.plusHours(25)).stream().filter(n -> n.failures() > 0))
        .singleElement()
        .satisfies(note -> assertThat(note.failures()).isEqualTo(Errands.GIVEN_UP));
  }

  @Test
  void eachTryThatFailsIsFollowedByALongerPause() {
    assertThat(Errands.pause(1)).isEqualTo(Errands.FIRST);
    for (int i = 1; i < Errands.GIVEN_UP; i++) {
      assertThat(Errands.pause(i + 1)).isGreaterThanOrEqualTo(Errands.pause(i));
    }
    assertThat(Errands.pause(Integer.MAX_VALUE)).isEqualTo(Errands.DAILY);
  }

  @Test
  void noOlderNoteIsWrittenOverANewerOne() {
    Dues.Due due = new Dues.Due(office.workspace, "memo");
    Instant soon = Instant.now().plus(Duration.ofDays(10));
    dues.note(due, soon, 7).await();
    Dues.Note seen = only(soon);

    dues.note(due, soon.plus(A_DAY), 6).await();
    assertThat(only(soon).sequence()).isEqualTo(7);
    dues.note(due, soon.minus(A_DAY), 8).await();
    assertThat(only(soon).sequence()).isEqualTo(8);
    // whoever looked before that is too late with what they saw
    assertThat(dues.settle(seen, soon.plus(A_DAY), 7).await()).isFalse();
    assertThat(dues.failed(seen, soon.plus(A_DAY)).await()).isFalse();
    assertThat(only(soon).sequence()).isEqualTo(8);
  }

  private Dues.Note only(Instant at) {
    return dues.due(at, 1_000).await().stream()
        .filter(note -> note.due().thing().equals("memo"))
        .findFirst()
        .orElseThrow();
  }
}
