package org.caucus.messaging.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.mail.auth.dkim.ArcCheck;
import org.caucus.mail.auth.dkim.DkimCheck;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.LargeKey;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.octets.SmtpLines;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts for hosts that take seven bits only, and lines of 998 octets for all hosts. */
class SevenBitPostTest {
  private static final String LONG = "x".repeat(1_200);

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void post(String type, String body) {
    byte[] raw =
        ("From: Ben Eze <ben@home.example>\r\nTo: code-coalition@lists.example\r\n"
                + "Subject: Memo\r\nMessage-ID: <memo-7@home.example>\r\n"
                + "Date: Mon, 1 Jun 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
                + ("Content-Type: " + type + "\r\n\r\n" + body).replace("\n", "\r\n"))
            .replace("\r\r", "\r")
            .getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "memo-7@home.example", null, false, List.of());
    office.submit(
        "ben", new LetterCommand.PostLetter(new NewThread("coalition"), "Memo", "text", letter));
  }

  @Test
  void theSignatureIsOverWhatIsSentAndNoLineIsTooLongWithALargeKey() throws Exception {
    LargeKey large = LargeKey.read();
    Composing composing = new Composing(office);
    PostComposer posts = composing.by(new DkimKey(PostOffice.DOMAIN, "s", large.key()), () -> {});
    post("text/plain; charset=utf-8", "Grüße\n" + LONG + "\n");

    List<RawLetter> forms = new ArrayList<>();
    for (DeliveryBatch parcel : composing.parcels()) {
      List<String> who = parcel.recipients().stream().map(DeliveryBatch.Recipient::who).toList();
      var batch = posts.letters(parcel, who);
      for (String one : who) {
        OutgoingMail.Raw raw = (OutgoingMail.Raw) batch.of(one).orElseThrow();
        forms.add(raw.letter());
        forms.add(raw.sevenBit().get().orElseThrow());
      }
    }

    assertThat(forms).hasSizeGreaterThan(3);
    for (RawLetter form : forms) {
      assertThat(SmtpLines.of(form.toBytes(), 0).areTooLong()).isFalse();
      assertThat(new DkimCheck(name -> List.of(large.record())).signers(form, office.now()))
          .containsExactly(PostOffice.DOMAIN);
      assertThat(new ArcCheck(name -> List.of(large.record())).check(form, office.now()))
          .isEqualTo(ArcCheck.Chain.PASS);
      assertThat(ParsedLetter.of(form).text()).contains("Grüße", LONG);
    }
    assertThat(SmtpLines.of(forms.get(1).toBytes(), 0).isEightBit()).isFalse();
    assertThat(forms.get(1).body()).as("the same for all").isEqualTo(forms.get(3).body());
  }

  @Test
  void aHostWithoutEightBitMimeGetsSevenBits() {
    office.gate.sevenBits = true;
    post("text/plain; charset=utf-8", "Grüße\n.\n");
    office.delivered();

    RawLetter got = office.letterOf("lin", "Memo");
    assertThat(SmtpLines.of(got.toBytes(), 0).isEightBit()).isFalse();
    assertThat(ParsedLetter.of(got).text()).startsWith("Grüße\n.");
  }

  @Test
  void whatIsSignedIsReturnedWithTheReasonAndBlamesNoAddress() {
    office.gate.sevenBits = true;
    post("multipart/signed; boundary=s", "--s\n\nGrüße\n--s\n\nx\n--s--\n");
    office.delivered();

    assertThat(office.undelivered)
        .isNotEmpty()
        .allSatisfy(fate -> assertThat(fate.toString()).contains("554", "5.6.3", "CONTENT"));
  }
}
