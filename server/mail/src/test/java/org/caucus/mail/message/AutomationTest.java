package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationTest {
  private static final MailAddress ADA = MailAddress.of("ada@rights.example");

  private static Optional<Automation> reason(String headers) {
    return Automation.of(RawLetter.of((headers + "\r\n\r\nwords").getBytes(UTF_8)), ADA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted: auto-replied           | AUTO_SUBMITTED
          Auto-Submitted: auto-generated; x=y    | AUTO_SUBMITTED
          Content-Type: multipart/report; a=b    | REPORT
          X-Autoreply: yes                       | AUTO_REPLY
          X-Auto-Response-Suppress: OOF, DR      | SUPPRESSES_ANSWERS
          List-Unsubscribe: <mailto:a@b.example> | UNSUBSCRIBABLE
          Precedence: auto_reply                 | AUTO_REPLY
          Precedence: bulk                       | BULK
          Precedence: Junk                       | BULK
          Precedence: list                       | LIST
          List-Id: <other.lists.example>         | LIST
          From: MAILER-DAEMON@mail.example       | DAEMON
          From: No Reply <no-reply@shop.example> | DAEMON
          From: donotreply@shop.example          | DAEMON
          """)
  void programsGiveThemselvesAway(String header, Automation expected) {
    assertThat(reason(header)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted: no
          Auto-Submitted: No (a person)
          X-Autoreply: no
          Precedence: normal
          From: Ada <ada@rights.example>
          From: noreen@rights.example
          """)
  void peopleAreTakenForPeople(String header) {
    assertThat(reason(header)).isEmpty();
  }

  @Test
  void theNullSenderIsNeverAnswered() {
    assertThat(Automation.of(RawLetter.of(new byte[0]), null)).contains(Automation.NULL_SENDER);
  }
}
