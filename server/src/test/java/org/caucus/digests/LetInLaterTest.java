package org.caucus.digests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.letters.Intent;
import org.caucus.letters.LetterCommand;
import org.caucus.lists.Delivery;
import org.caucus.lists.ListCommand;
import org.caucus.members.Role;
import org.caucus.notices.PostOffice;
import org.caucus.relay.served.Course;
import org.caucus.relay.served.Course.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A letter to two lists waits for a convenor on one and is let in there after its copy left in a
 * digest of the other: nobody gets it twice, nobody misses it, and who cannot read the other list
 * sees no difference.
 */
class LetInLaterTest {
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String WORDS = "Removal within twenty-four hours";
  private static final String BEN = "ben@home.example";

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.join("joy", "Joy Ade", "press", Role.MEMBER);
    office.submit("ben", new ListCommand.SetDelivery("caucus", Delivery.DIGEST));
    office.submit("ada", new LetterCommand.StopList("coalition", true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void arrives() {
    String raw =
        "From: joy@home.example\r\nMessage-ID: <one@home.example>\r\n\r\n" + WORDS + "\r\n";
    String blob = office.blobs.put(office.workspace, raw.getBytes(UTF_8)).await().value();
    for (String list : List.of("caucus", "coalition")) {
      var letter = new Letter(blob, "one@home.example", null, false, List.of());
      office.submit(
          "joy", new LetterCommand.PostLetter(new Intent.NewThread(list), "Memo", WORDS, letter));
    }
    assertThat(entries()).hasSize(1);
  }

  private void letIn() {
    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("ada", new LetterCommand.ApproveHold(hold));
    assertThat(entries()).hasSize(2);
    office.delivered();
  }

  private void morning() {
    office.later(A_DAY).delivered();
  }

  private List<Entry> entries() {
    return office.state().entries().allByMessageId("one@home.example").toList();
  }

  private long copiesOf(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> new String(l.toBytes(), UTF_8).contains(WORDS))
        .count();
  }

  private Course course(int entry, String asker) {
    return office.ledger().ofAll(office.state(), entries().get(entry), office.seat(asker)).stream()
        .filter(c -> c.seat().equals(office.seat("ben")))
        .findFirst()
        .orElseThrow();
  }

  private Set<SeatId> holding(int entry, String asker) {
    Ref post = Ref.to(Ref.Kind.ENTRY, entries().get(entry).id());
    return office.served().of(office.workspace, post, office.seat(asker));
  }

  @Test
  void afterItsDigestLeftItComesNoSecondTime() {
    arrives();
    morning();
    assertThat(copiesOf("ben")).isOne();
    morning();
    letIn();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(copiesOf("lin")).as("who had none gets it now").isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.IN_DIGEST);
    assertThat(course(1, "ada").state()).isEqualTo(State.OTHER_LIST);
    assertThat(holding(0, "ada")).contains(office.seat("ben"));
  }

  @Test
  void whoCannotReadTheOtherListSeesNoDifference() {
    arrives();
    morning();
    letIn();

    Course seen = course(1, "lin");
    assertThat(seen.state()).isEqualTo(State.SENT);
    assertThat(seen.at()).isAfterOrEqualTo(entries().get(1).at());
    assertThat(holding(1, "lin")).contains(office.seat("ben"));
  }

  @Test
  void beforeItsDigestLeavesItComesAsALetterAlone() {
    arrives();
    office.later(Duration.ofMinutes(2)).delivered();
    letIn();
    assertThat(copiesOf("ben")).isOne();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(0, "ada").state()).isEqualTo(State.OTHER_LIST);
    assertThat(course(1, "ada").state()).isEqualTo(State.SENT);
  }

  @Test
  void whileItsDigestIsTriedItWaitsForThat() {
    arrives();
    office.gate.atName.put(BEN, "451 4.7.1 Greylisted");
    morning();
    letIn();
    assertThat(copiesOf("ben")).isZero();
    office.gate.atName.clear();
    morning();

    assertThat(copiesOf("ben")).isOne();
  }

  @Test
  void whoseHostRefusedTheDigestGetsItNow() {
    arrives();
    office.gate.atName.put(BEN, "550 5.7.1 Rejected by policy");
    morning();
    office.gate.atName.clear();
    letIn();
    morning();

    assertThat(copiesOf("ben")).isOne();
    assertThat(course(1, "ada").state()).isEqualTo(State.SENT);
  }
}
