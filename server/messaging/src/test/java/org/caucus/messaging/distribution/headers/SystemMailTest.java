package org.caucus.messaging.distribution.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.junit.jupiter.api.Test;

/** The fields of letters that the server writes itself. */
class SystemMailTest {
  private static final Site SITE = new Site("lists.example", "https://caucus.example");
  private static final MailAddress TOBI = MailAddress.of("tobi@rights.example");
  private static final Instant NOW = Instant.parse("2026-06-15T09:00:00Z");

  /** Made elsewhere: these words a person wrote, and this is the one place of all others. */
  private static final List<String> COMPOSING =
      List.of("Composition.java", "OperatorReply.java", "PassedOnLetter.java", "SystemMail.java");

  private static SystemMail.Recipient tobi(Language language) {
    SeatAddresses nowhere = person -> Future.succeededFuture(Optional.empty());
    return SystemMail.Recipient.person(nowhere, TOBI, language);
  }

  private static List<String> fields(Composition letter) {
    return letter.headers().stream().map(Header::name).toList();
  }

  private static String field(Composition letter, String name) {
    return letter.headers().stream()
        .filter(h -> h.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void aLetterThatNobodyAskedForSaysSoAndInWhichLanguageItIs() {
    for (Language language : Language.values()) {
      Composition letter =
          SystemMail.of(SITE, "noreply", tobi(language)).write("one", NOW, "Hello", "Words\n");

      assertThat(fields(letter))
          .containsExactly("Auto-Submitted", ListHeaders.LOOP, "Content-Language");
      assertThat(field(letter, "Auto-Submitted")).isEqualTo("auto-generated");
      assertThat(field(letter, "Content-Language")).isEqualTo(language.tag());
      assertThat(letter.from().address()).hasToString("noreply@lists.example");
      assertThat(letter.messageId()).isEqualTo("one@lists.example");
    }
  }

  @Test
  void anAnswerStandsBelowWhatItAnswersAndIsAnsweredByNoMachine() {
    Composition letter =
        SystemMail.answering(SITE, "code+help", tobi(Language.FRENCH), "asks@rights.example")
            .replyTo(SITE.address("code+decide"))
            .write("one", NOW, "Re: Hello", "Words\n");

    assertThat(fields(letter))
        .containsExactly(
            "Auto-Submitted",
            "Precedence",
            ListHeaders.LOOP,
            "In-Reply-To",
            "References",
            "Content-Language",
            "Reply-To");
    assertThat(field(letter, "Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(field(letter, "In-Reply-To")).isEqualTo("<asks@rights.example>");
    assertThat(field(letter, "Reply-To")).contains("code+decide@lists.example");
  }

  @Test
  void newsNameTheWorkspaceTheyAreOf() {
    Composition letter =
        SystemMail.news(SITE, "code", tobi(Language.ENGLISH)).write("one", NOW, "News", "Words\n");

    assertThat(field(letter, "List-Id")).isEqualTo("<code.lists.example>");
    assertThat(field(letter, "Precedence")).isEqualTo("list");
    assertThat(letter.from().address()).hasToString("code+notices@lists.example");
  }

  @Test
  void aKeyAndItsParametersAreALetterInEachLanguage() {
    MessageCatalogue words = MessageCatalogue.of("bounces");
    DeliveryBatch parcel = DeliveryBatch.urgent("one", "k", new JsonObject(), "tobi", NOW);
    for (Language language : Language.values()) {
      Composition letter =
          SystemMail.of(SITE, "postmaster", tobi(language))
              .write(parcel, words, "complaint", Map.of("link", "https://caucus.example/again"));

      assertThat(letter.subject()).isEqualTo(words.say(language, "complaint.subject"));
      assertThat(letter.text()).contains("https://caucus.example/again");
      assertThat(letter.date()).isEqualTo(NOW);
    }
  }

  @Test
  void nothingElseSetsTheFieldsOfSuchALetter() throws IOException {
    try (Stream<Path> all = Checkout.sources("main").stream()) {
      assertThat(
              all.filter(p -> p.toString().endsWith(".java"))
                  .filter(p -> !COMPOSING.contains(p.getFileName().toString()))
                  .filter(SystemMailTest::composes))
          .isEmpty();
    }
  }

  private static boolean composes(Path file) {
    try {
      return Files.readString(file).contains("new Composition(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
