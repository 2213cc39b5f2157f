package org.caucus.messaging.inbound.pipeline.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic replies without a mark in their header, and what people write about such replies. */
class AwayMessageTest {
  private static Stream<String> subjects() throws IOException {
    return lines("/mail/away.txt");
  }

  private static Stream<String> texts() throws IOException {
    return lines("/mail/away-texts.txt");
  }

  private static Stream<String> lines(String name) throws IOException {
    try (InputStream in = AwayMessageTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isKnownByItsSubject(String line) {
    String[] subject = line.split(" \\| ", 2);

    assertThat(AwayMessage.isSubject(subject[1])).isEqualTo(subject[0].equals("away"));
    assertThat(AwayMessage.isAnswer(subject[1])).isEqualTo(subject[0].equals("answer"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextIsKnownByHowItBeginsAndWhatElseItHas(String line) {
    String[] text = line.split(" \\| ", 2);

    assertThat(AwayMessage.isText(text[1].replace("\\n", "\n"))).isEqualTo(text[0].equals("away"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of the office until 5 March.\nIn urgent cases: office@rights.example",
        "Hello,\n\nI am currently out of the office and will be back on Monday.\n\nAda",
        "Thank you for your message. I am on annual leave until 5 March.",
        "Bonjour,\nJe suis absente jusqu'au 5 mars. En cas d'urgence, écrivez à Bola.",
        "Guten Tag,\nich bin nicht im Büro und bis zum 5. März nicht erreichbar.",
        "Hola, estoy de vacaciones hasta el 5 de marzo.",
        "مرحبا\nأنا خارج المكتب حتى 5 مارس"
      })
  void isKnownByItsText(String text) {
    assertThat(AwayMessage.isText(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I agree with Part II.",
        "The minister is out of the office until 5 March, so the hearing waits.",
        "Can we meet? I am in the office until five.",
        "Part III is too long.\n\nI would cut it.\n\nI am on leave next week, so Bola will answer.",
        ""
      })
  void isNotSeenInWhatPeopleWrite(String text) {
    assertThat(AwayMessage.isText(text)).isFalse();
  }
}
