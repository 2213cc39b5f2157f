package org.caucus.mail.smtp.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which host takes whose mail. */
class SmtpRoutesTest {
  private static final SmtpRoutes ROUTES =
      SmtpRoutes.parse(
          "press.example=mail.press.example:2525, .press.example=below.example,"
              + " .north.press.example = smtps://user:pass%2Cword@north.example,"
              + "Bücher.example=books.example");

  @ParameterizedTest
  @CsvSource({
    "ada@press.example, smtp://mail.press.example:2525",
    "ada@PRESS.example, smtp://mail.press.example:2525",
    "ada@desk.press.example, smtp://below.example:25",
    "ada@north.press.example, smtp://below.example:25",
    "ada@far.north.press.example, smtps://north.example:465",
    "ada@xn--bcher-kva.example, smtp://books.example:25",
    "ada@bücher.example, smtp://books.example:25",
    "ada@otherpress.example, ",
    "ada@example, ",
    "ada@[192.0.2.1], ",
  })
  void theLongestDomainThatFitsIsTaken(String address, String host) {
    assertThat(ROUTES.of(MailAddress.of(address)).map(SmtpUrl::toString).orElse(null))
        .isEqualTo(host);
  }

  @Test
  void withoutAnyAllLeavesByTheUsualHost() {
    assertThat(SmtpRoutes.parse("  ")).isEqualTo(SmtpRoutes.NONE);
    assertThat(SmtpRoutes.NONE.of(MailAddress.of("ada@press.example"))).isEmpty();
  }

  @Test
  void aHostOfSeveralDomainsIsOne() {
    assertThat(SmtpRoutes.parse("a.example=mx.example,b.example=mx.example:25").hosts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "press.example, Entry 1 has no domain before a =.",
    "'a.example=b.example,,c.example=d.example', Entry 2 has no domain before a =.",
    "=mx.example, Entry 1 has no domain before a =.",
    "press example=mx.example, Entry 1 begins with no mail domain.",
    "'.=mx.example', Entry 1 begins with no mail domain.",
    "a.example=, After a.example= stands no host",
    "a.example=mx.example:0, After a.example= stands no host",
    "a.example=http://mx.example, After a.example= stands no host",
    "'a.example=smtp://u:secret@mx.example/path', After a.example= stands no host",
    "'a.example=mx.example,A.example=my.example', a.example stands there twice.",
  })
  void whatCannotBeReadIsNamedWithoutItsSecrets(String text, String fault) {
    assertThatThrownBy(() -> SmtpRoutes.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(fault)
        .hasMessageNotContaining("secret");
  }

  @Test
  void thereAreNotTooMany() {
    String most =
        IntStream.range(0, SmtpRoutes.MOST)
            .mapToObj(i -> "d" + i + ".example=mx.example")
            .collect(Collectors.joining(","));

    assertThat(SmtpRoutes.parse(most).byDomain()).hasSize(SmtpRoutes.MOST);
    assertThatThrownBy(() -> SmtpRoutes.parse(most + ",more.example=mx.example"))
        .hasMessageStartingWith("There are 201");
  }
}
