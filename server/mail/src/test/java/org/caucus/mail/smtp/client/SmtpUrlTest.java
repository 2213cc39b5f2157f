package org.caucus.mail.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {
  @Test
  void urlsNameHostPortAndEncryption() {
    assertThat(SmtpUrl.parse("smtp://relay.example"))
        .isEqualTo(new SmtpUrl("relay.example", 25, SmtpUrl.Tls.IF_OFFERED, Optional.empty()));
    assertThat(SmtpUrl.parse("smtps://relay.example").port()).isEqualTo(465);
    assertThat(SmtpUrl.parse("smtp://127.0.0.1:2525?starttls=off").tls())
        .isEqualTo(SmtpUrl.Tls.OFF);
    assertThat(SmtpUrl.parse("smtp://[::1]:2525/?starttls=required"))
        .isEqualTo(new SmtpUrl("::1", 2525, SmtpUrl.Tls.REQUIRED, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://127.0.0.1:2525?starttls=off, true",
    "smtp://[::1]:2525, true",
    "smtp://relay.example, false",
    "smtp://relay.example?starttls=off, false",
    "smtp://relay.example?starttls=required, true",
    "smtp://u:secret@relay.example, true",
    "smtps://relay.example, true"
  })
  void whatCanBeReadOnTheWayIsKnown(String url, boolean isPrivate) {
    assertThat(SmtpUrl.parse(url).isPrivate()).isEqualTo(isPrivate);
  }

  @Test
  void aPasswordIsDecodedAndNeverPrinted() {
    SmtpUrl url = SmtpUrl.parse("smtp://caucus%40x:p%3Ass+word@relay.example");

    assertThat(url.login()).contains(new SmtpUrl.Login("caucus@x", "p:ss+word"));
    assertThat(url.port()).isEqualTo(587);
    assertThat(url + " " + url.login()).doesNotContain("word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relay.example",
        "http://relay.example",
        "smtp://",
        "smtp://relay.example/path",
        "smtp://u@relay.example",
        "smtp://relay.example?starttls=maybe",
        "smtp://relay.example?x=y",
        "smtps://relay.example?starttls=off",
        "smtp://relay.example:0",
        "smtp://relay.example:70000",
        "smtp://u:secret word@relay.example"
      })
  void whatIsNoSmtpUrlIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SmtpUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }
}
