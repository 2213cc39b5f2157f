package org.caucus.messaging.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A digest that a host refuses is shown as refused, and the next one names what was in it, once, to
 * whom may still read it.
 */
class RefusedDigestTest {
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String BEN = "ben@home.example";
  private static final String LIN = "lin@home.example";

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    for (String reader : List.of("ben", "lin")) {
      office.submit(reader, new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    }
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String post(String subject) {
    return office.submit(
        "ada",
        new ListCommand.StartThread(
            "coalition", subject, Post.web("On " + subject + ": seen.", null, null)));
  }

  private void morning() {
    office.later(A_DAY).delivered();
  }

  private List<String> digestsOf(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("message"))
        .map(RefusedDigestTest::text)
        .toList();
  }

  private static String text(RawLetter letter) {
    return new String(letter.toBytes(), StandardCharsets.UTF_8)
        .replace("\r\n", "\n")
        .replace("=\n", ""); // lines of quoted-printable
  }

  private DeliveryStatusOfSeat course(String thread, String reader) {
    Entry entry =
        office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).stream()
            .findFirst()
            .orElseThrow();
    return office.ledger().of(office.state(), entry, office.seat(reader));
  }

  @Test
  void aLetterTooLargeForItsHostIsNamedInTheNext() {
    String large = post("Removal within 24 hours");
    office.gate.atEnd.put(BEN, "552 5.3.4 Message too big for system");
    morning();

    assertThat(digestsOf("lin")).as("another reader has it").hasSize(1);
    assertThat(digestsOf("ben")).isEmpty();
    assertThat(course(large, "ben"))
        .isEqualTo(
            new DeliveryStatusOfSeat(
                office.seat("ben"),
                DeliveryStatusOfSeat.State.DIGEST_REJECTED,
                null,
                552,
                "5.3.4"));
    assertThat(course(large, "lin").state()).isEqualTo(DeliveryStatusOfSeat.State.IN_DIGEST);
    assertThat(office.undelivered)
        .containsExactly(new DeliveryOutcome.Rejected(552, "5.3.4", BounceReason.SIZE));

    office.gate.atEnd.clear();
    String next = post("Notice period");
    morning();
    assertThat(digestsOf("ben"))
        .singleElement()
        .asString()
        .contains("did not reach you: your mail server refused it (552).")
        .contains(
            "* Removal within 24 hours (Ada Obi)\n  https://caucus.example/w/code/threads/" + large)
        .contains(": 1 message\n", "On Notice period: seen.")
        .doesNotContain("On Removal within 24 hours: seen.");
    assertThat(digestsOf("lin").getLast()).doesNotContain("Removal within", "did not reach you");
    assertThat(course(next, "ben").state()).isEqualTo(DeliveryStatusOfSeat.State.IN_DIGEST);
    assertThat(course(large, "ben").state()).isEqualTo(DeliveryStatusOfSeat.State.DIGEST_REJECTED);

    post("A third matter");
    morning();
    assertThat(digestsOf("ben").getLast())
        .contains("On A third matter: seen.")
        .as("once is enough")
        .doesNotContain("Removal within", "did not reach you");
  }

  @Test
  void whatIsRefusedWithWhatItNamesIsNamedTogether() {
    post("First matter");
    office.gate.atName.put(BEN, "550 5.7.1 Rejected by policy");
    morning();
    post("Second matter");
    morning();
    office.gate.atName.clear();
    post("Third matter");
    morning();

    assertThat(digestsOf("ben"))
        .singleElement()
        .asString()
        .containsSubsequence("(550)", "* First matter", "(550)", "* Second matter", "Third matter");
    post("Fourth matter");
    morning();
    assertThat(digestsOf("ben").getLast()).doesNotContain("First", "Second", "Third");
  }

  @Test
  void whatIsPutOffForDaysIsTriedThenNamedAndOthersGoOn() {
    String first = post("First matter");
    office.gate.atName.put(BEN, "451 4.7.1 Greylisted");
    morning();
    assertThat(course(first, "ben").state()).isEqualTo(DeliveryStatusOfSeat.State.RETRYING);
    assertThat(course(first, "ben").code()).isEqualTo(451);
    assertThat(course(first, "ben").status()).isEqualTo("4.7.1");

    post("Second matter");
    morning();
    office.later(Duration.ofDays(6)).delivered();
    assertThat(course(first, "ben").state()).isEqualTo(DeliveryStatusOfSeat.State.DIGEST_GIVEN_UP);
    assertThat(office.undelivered).contains(new DeliveryOutcome.GivenUp(451, "4.7.1"));

    office.gate.atName.clear();
    post("Third matter");
    morning();
    assertThat(digestsOf("ben"))
        .singleElement()
        .asString()
        .contains("did not accept it for several days (451)", "* First matter", "* Second matter")
        .contains("On Third matter: seen.");
  }

  @Test
  void whatStillComesIsNotNamed() {
    post("First matter");
    office.gate.atName.put(BEN, "451 4.7.1 Greylisted");
    morning();
    office.gate.atName.clear();
    post("Second matter");
    morning();
    post("Third matter");
    morning();

    assertThat(digestsOf("ben")).hasSize(3).noneMatch(d -> d.contains("did not"));
    for (String matter : List.of("First", "Second", "Third")) {
      assertThat(digestsOf("ben").stream().filter(d -> d.contains("On " + matter))).hasSize(1);
    }
  }

  @Test
  void onlyWhatTheReaderMayStillReadIsNamed() {
    String narrowed = post("Among us by now");
    post("Open still");
    office.gate.atEnd.put(LIN, "554 5.6.0 Content rejected");
    morning();
    office.gate.atEnd.clear();
    office.submit(
        "ada",
        Shown.change(
            office.state(),
            office.seat("ada"),
            Ref.to(Ref.Kind.THREAD, narrowed),
            Audience.civilSociety()));
    post("Next matter");
    morning();

    assertThat(digestsOf("lin"))
        .singleElement()
        .asString()
        .contains("* Open still")
        .doesNotContain("Among us");
  }

  @Test
  void itIsSaidInTheReadersLanguageAndInEveryKindOfDigest() {
    office.speaks(BEN, Language.FRENCH);
    office.submit("ben", new ListCommand.SetDelivery("coalition", Delivery.SUMMARY));
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.MIME_DIGEST));
    post("Removal within 24 hours");
    office.gate.atEnd.put(BEN, "552 5.3.4 Too big");
    office.gate.atEnd.put(LIN, "552 5.3.4 Too big");
    morning();
    office.gate.atEnd.clear();
    post("Notice period");
    morning();

    for (String reader : List.of("ben", "lin")) {
      assertThat(
              office.lettersOf(reader).stream()
                  .map(RefusedDigestTest::text)
                  .filter(t -> t.contains("Removal within 24 hours")))
          .singleElement()
          .asString()
          .contains(reader.equals("ben") ? "votre serveur de courriel" : "your mail server refused")
          .contains("Notice period");
    }
  }
}
