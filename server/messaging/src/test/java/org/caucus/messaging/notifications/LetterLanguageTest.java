package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.accounts.WebhookMail;
import org.caucus.messaging.notifications.moderation.HoldMessages;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that the server writes come in the language their reader chose. Real SMTP throughout. */
class LetterLanguageTest {
  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.delivered();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private RawLetter newest(String person) {
    return office.lettersOf(person).getLast();
  }

  private static void assertIn(RawLetter letter, Language language) {
    assertThat(letter.value("Content-Language")).contains(language.tag());
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  @Test
  void aCodeComesInTheLanguageOfThePersonWhoSignsIn() {
    office.speaks("ben@home.example", Language.FRENCH);
    office.codes.send("ben@home.example", "482913", SignInMail.Purpose.SIGN_IN).await();
    office.codes.send("ada@home.example", "482914", SignInMail.Purpose.SIGN_IN).await();
    office.delivered();

    assertIn(newest("ben"), Language.FRENCH);
    assertThat(ParsedLetter.of(newest("ben")).subject())
        .isEqualTo("482913 est votre code de connexion");
    assertThat(text(newest("ben")))
        .contains("\n    482913\n")
        .contains("dans un délai de 10 minutes");
    assertIn(newest("ada"), Language.ENGLISH);
    assertThat(text(newest("ada"))).contains("Your sign-in code is");
  }

  @Test
  void whoseProgramCouldNotBeToldIsToldOnceInTheirLanguageAndInNoMembersWords() {
    Readers readers = new Readers();
    readers.lives("ben", "ben@home.example");
    readers.speaks("ben@home.example", Language.FRENCH);
    Site site = new Site(PostOffice.DOMAIN, "https://caucus.example");
    var mail = new WebhookMail(office.rooms, office.outbox, () -> {}, readers, site, office::now);
    office.delivered(); // what is under way would be counted before, and not after
    long before = office.outbox.waiting().await();
    for (int i = 0; i < 2; i++) { // its node died before it was noted
      mail.say(office.workspace, office.seat("ben"), "hook/0", true).await();
    }
    assertThat(office.outbox.waiting().await()).isEqualTo(before + 1);

    String ben = office.seat("ben").value();
    Composition waits = composed(mail, ben, true).orElseThrow();
    assertThat(waits.subject()).isEqualTo("Échec d’un de vos webhooks dans code");
    assertThat(waits.text())
        .contains("https://caucus.example/w/code/updates", "réessayer", "en votre nom")
        .doesNotContain("Code of Practice");
    assertThat(composed(mail, ben, false).orElseThrow().text()).contains("abandonné");
    office.submit("ada", new MemberCommand.EndSeat(office.seat("ben")));
    assertThat(composed(mail, ben, true)).as("nobody is here any more").isEmpty();
  }

  private Optional<Composition> composed(WebhookMail mail, String seat, boolean kept) {
    JsonObject payload = new JsonObject().put("kept", kept);
    DeliveryBatch parcel =
        DeliveryBatch.of("id", office.workspace, mail.kind(), payload, List.of(seat), office.now());
    return mail.compose(parcel, seat).map(out -> ((OutgoingMail.Composed) out).letter());
  }

  @Test
  void arabicSetsNamesApartAndLeavesTheLinkBare() {
    office.speaks("ada@home.example", Language.ARABIC);
    office.submit(
        "ada", new MemberCommand.Invite("eve@press.example", "Eve Udo", "press", Role.MEMBER));
    office.delivered();

    // nobody knows what eve reads: she is invited in the language of the person who invites her
    RawLetter invitation = newest("eve");
    assertIn(invitation, Language.ARABIC);
    assertThat(ParsedLetter.of(invitation).subject()).startsWith("دعوة إلى");
    assertThat(text(invitation))
        .contains("\u2068Ada Obi\u2069")
        .containsPattern("(?m)^https://caucus.example/join/[^\u2068\u2069]+$");
  }

  @Test
  void whoChoseALanguageIsInvitedInItThePersonWhoInvites() {
    office.speaks("ada@home.example", Language.ARABIC);
    office.speaks("eve@press.example", Language.ENGLISH);
    office.submit(
        "ada", new MemberCommand.Invite("eve@press.example", "Eve Udo", "press", Role.MEMBER));
    office.delivered();

    assertIn(newest("eve"), Language.ENGLISH);
  }

  @Test
  void aNoticeIsInItsReadersLanguageAndWhatMembersWroteStaysAsTheyWroteIt() {
    office.speaks("ben@home.example", Language.FRENCH);
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", "Removal within 24 hours", "Too short.", "", List.of(), null, null, null));
    office.delivered();

    RawLetter notice = newest("ben");
    assertIn(notice, Language.FRENCH);
    assertThat(ParsedLetter.of(notice).subject()).isEqualTo("[COP-1] Removal within 24 hours");
    assertThat(text(notice))
        .contains("Ada Obi a ouvert COP-1.")
        .contains("Too short.")
        .contains("Vous recevez ce courriel parce que")
        .doesNotContain("You received this because");
  }

  @Test
  void aCodeStandsAloneOnItsLineInEveryLanguage() {
    assertThat(new HoldMessages(Language.ARABIC).withdraw("HOLD-CODE"))
        .contains("withdraw")
        .containsPattern("(?m)^    HOLD-CODE$");
  }
}
