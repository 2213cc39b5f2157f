package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is signed or encrypted cannot be changed: where a list hides addresses or takes remote
 * content out, a convenor is asked about it, or it passes, as the list chooses.
 */
class SealedLetterTest extends LetterWriting {
  private static final String LIST = "coalition@caucus.example";

  private static final String WORDS =
      "--S\nContent-Type: text/plain; charset=utf-8\n\nThe agency's draft, clause 4.\n";

  private static final String SMIME =
      "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\n"
          + " micalg=sha-256; boundary=S\n\nThis is an S/MIME signed message\n"
          + WORDS
          + "--S\n"
          + "Content-Type: application/pkcs7-signature; name=smime.p7s\n"
          + "Content-Transfer-Encoding: base64\n\n"
          + "MIIFsAYJKoZIhvcNAQcCoIIFoTCCBZ0CAQExDTALBglg\n"
          + "--S--";

  private static final String OPAQUE =
      """
      Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
      Content-Transfer-Encoding: base64

      MIIFsAYJKoZIhvcNAQcDoIIFoTCCBZ0CAQAxggFK
      """;

  private static final String BY_GATEWAY =
      """
      Content-Type: application/octet-stream; name="smime.p7m"
      Content-Transfer-Encoding: base64

      MIIFsAYJKoZIhvcNAQcDoIIFoTCCBZ0CAQAxggFK
      """;

  private static final String PGP =
      """
      Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=S

      --S
      Content-Type: application/pgp-encrypted

      Version: 1
      --S
      Content-Type: application/octet-stream; name=encrypted.asc

      -----BEGIN PGP MESSAGE-----

      hQEMA5R4
      -----END PGP MESSAGE-----
      --S--\
      """;

  private static final String BELOW_A_FOOTER =
      "Content-Type: multipart/mixed; boundary=O\n\n--O\n"
          + SMIME
          + "\n--O\nContent-Type: text/plain\n\nSent by a gateway\n--O--";

  static Stream<String> sealed() {
    return Stream.of(SMIME, OPAQUE, BY_GATEWAY, PGP, BELOW_A_FOOTER);
  }

  private int sent;

  @BeforeEach
  void hide() {
    choose(ListPrivacy.Signed.HELD);
  }

  private void choose(ListPrivacy.Signed signed) {
    ListPrivacy.Addresses hidden = ListPrivacy.Addresses.HIDDEN;
    office.submit(
        "amina",
        new ListCommand.ChoosePrivacy(
            "coalition", new ListPrivacy(hidden, ListPrivacy.Remote.REMOVED, signed)));
  }

  private void write(String from, String typed) throws IOException {
    int parts = typed.indexOf("\n\n");
    String id = "sealed" + ++sent + "@press.example";
    send(id, from, LIST, "Sealed", typed.substring(0, parts + 1), typed.substring(parts + 2));
  }

  private List<EntryEvent.EntryPosted> posted() {
    return office.events(EntryEvent.EntryPosted.class);
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void aConvenorIsAskedAndLetsItInAsItCame(String letter) throws IOException {
    write(BOLA, letter);

    LetterEvent.LetterHeld held = office.events(LetterEvent.LetterHeld.class).getLast();
    assertThat(held.awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    assertThat(held.reasons()).contains(ModerationSettings.SIGNED);
    assertThat(posted()).isEmpty();

    office.submit("amina", new LetterCommand.ApproveHold(held.id()));
    assertThat(posted()).singleElement().satisfies(e -> assertThat(e.letter()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("sealed")
  void itPassesWhereTheListSaysSo(String letter) throws IOException {
    choose(ListPrivacy.Signed.PASSED);
    write(BOLA, letter);

    assertThat(posted()).hasSize(1);
    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
  }

  @Test
  void aConvenorIsAskedAboutTheirOwn() throws IOException {
    write("amina@rights.example", SMIME);

    assertThat(office.events(LetterEvent.LetterHeld.class).getLast().awaits())
        .isEqualTo(Hold.Awaits.SENDER);
  }

  @Test
  void whereNothingIsHiddenOrSealedNobodyIsAsked() throws IOException {
    mail(BOLA, LIST, "Plain", "The agency's draft, clause 4.");
    office.submit(
        "amina",
        new ListCommand.ChoosePrivacy(
            "coalition",
            new ListPrivacy(
                ListPrivacy.Addresses.SHOWN, ListPrivacy.Remote.KEPT, ListPrivacy.Signed.HELD)));
    write(BOLA, SMIME);

    assertThat(posted()).hasSize(2);
  }
}
