package org.caucus.messaging.notifications.digests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.BlobId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A person whom a letter names in To or Cc has it from its author, and a digest does not repeat it.
 */
class DirectRecipientsTest {
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final String BEN = "ben@home.example";

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** A letter of Ada's; the words of it are its subject. */
  private String arrives(String subject, String copies) {
    String id = subject.replace(' ', '-') + "@home.example";
    String raw =
        "From: ada@home.example\r\nTo: code-coalition@lists.example\r\n"
            + copies
            + "Subject: "
            + subject
            + "\r\nMessage-ID: <"
            + id
            + ">\r\n\r\n"
            + subject
            + "\r\n";
    String blob = office.blobs.put(office.workspace, raw.getBytes(UTF_8)).await().value();
    EntryLetter letter = new EntryLetter(blob, id, null, false, List.of());
    office.submit(
        "ada", new LetterCommand.PostLetter(new NewThread("coalition"), subject, subject, letter));
    return id;
  }

  private void morning() {
    office.later(A_DAY).delivered();
  }

  private long copiesOf(String person, String words) {
    return office.lettersOf(person).stream()
        .filter(l -> new String(l.toBytes(), UTF_8).contains(words))
        .count();
  }

  private DeliveryStatusOfSeat course(String messageId) {
    Entry entry = office.state().entries().allByMessageId(messageId).findFirst().orElseThrow();
    return office.ledger().of(office.state(), entry, office.seat("ben"));
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGEST", "MIME_DIGEST", "SUMMARY"})
  void whatTheirAuthorsSentThemIsNotRepeated(Delivery mode) {
    office.submit("ben", new ListCommand.SetDelivery("coalition", mode));
    String named = arrives("Removal notice", "Cc: Ben Eze <BEN@home.example>\r\n");
    String other = arrives("Appeals panel", "Cc: mary@press.example\r\n");
    assertThat(course(named).state()).isEqualTo(DeliveryStatusOfSeat.State.NEXT_DIGEST);

    morning();

    assertThat(copiesOf("ben", "Removal notice")).isZero();
    assertThat(copiesOf("ben", "Appeals panel")).isOne();
    assertThat(copiesOf("ben", "1 message")).as("it is not counted either").isOne();
    assertThat(copiesOf("lin", "Removal notice")).as("of whom it says nothing").isOne();
    assertThat(course(named).state()).isEqualTo(DeliveryStatusOfSeat.State.WITHHELD);
    assertThat(course(named).at()).isNotNull();
    assertThat(course(other).state()).isEqualTo(DeliveryStatusOfSeat.State.IN_DIGEST);
  }

  @Test
  void thePersonWhoAsksForCopiesGetsThem() {
    office.submit(
        "ben",
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(Delivery.DIGEST, false, true, false, null)));
    String named = arrives("Removal notice", "Cc: ben@home.example\r\n");

    morning();

    assertThat(copiesOf("ben", "Removal notice")).isOne();
    assertThat(course(named).state()).isEqualTo(DeliveryStatusOfSeat.State.IN_DIGEST);
  }

  @Test
  void aDigestOfNothingElseDoesNotLeave() {
    String named = arrives("Removal notice", "Cc: ben@home.example\r\n");
    long before = office.lettersOf("ben").size();

    morning();

    assertThat(office.lettersOf("ben")).hasSize((int) before);
    assertThat(course(named).state()).isEqualTo(DeliveryStatusOfSeat.State.WITHHELD);
  }

  @Test
  void whatTheyHaveIsNotNamedAmongWhatTheirHostRefused() {
    arrives("Removal notice", "Cc: ben@home.example\r\n");
    arrives("Appeals panel", "");
    office.gate.atEnd.put(BEN, "552 5.3.4 Message too big for system");
    morning();
    office.gate.atEnd.clear();
    arrives("Notice period", "");
    morning();

    assertThat(copiesOf("ben", "* Appeals panel (Ada Obi)")).isOne();
    assertThat(copiesOf("ben", "Removal notice")).isZero();
  }

  @Test
  void aLetterThatIsGoneKeepsNoDigest() {
    String gone = arrives("Removal notice", "Cc: ben@home.example\r\n");
    Entry entry = office.state().entries().allByMessageId(gone).findFirst().orElseThrow();
    office.blobs.delete(office.workspace, new BlobId(entry.letter().blob())).await();

    morning();

    assertThat(copiesOf("ben", "Removal notice")).isOne();
  }
}
