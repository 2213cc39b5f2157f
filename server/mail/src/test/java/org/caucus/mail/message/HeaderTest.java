package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  private static String written(Header header) {
    return new String(header.toBytes(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memo\r\nBcc: eve@x.example",
        "memo\nBcc: eve",
        "memo\rBcc: eve",
        "memo\0",
        "memo\u0085x"
      })
  void aValueCannotBecomeAnotherHeader(String value) {
    assertThatThrownBy(() -> Header.text("Subject", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Header.structured("X-Note", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NamedAddress(value, MailAddress.of("a@x.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sub ject", "Subject:", "Sübject", "X\r\nY"})
  void aNameIsAName(String name) {
    assertThatThrownBy(() -> Header.text(name, "memo"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plainWordsStayPlain() {
    assertThat(written(Header.text("Subject", "Memo to the agency")))
        .isEqualTo("Subject: Memo to the agency\r\n");
    assertThat(written(Header.text("Subject", ""))).isEqualTo("Subject: \r\n");
  }

  @Property(tries = 300)
  void everySubjectIsReadBackAsWritten(@ForAll @StringLength(max = 300) String any) {
    String subject =
        any.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "")
            .replaceAll("\\p{Cs}|[\\ud800-\\udfff]", "");
    subject =
        subject
            .codePoints()
            .filter(
                c ->
                    !Character.isISOControl(c)
                        && "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();

    byte[] letter = Header.text("Subject", subject).toBytes();

    assertThat(ParsedLetter.of(letter).subject()).isEqualTo(subject);
    assertThat(new String(letter, UTF_8).split("\r\n", -1))
        .allMatch(line -> line.getBytes(UTF_8).length <= 76);
  }

  @Test
  void longValuesAreFoldedAtBlanks() {
    List<String> ids =
        IntStream.range(0, 40).mapToObj(i -> "entry-" + i + "@caucus.example").toList();

    String references = written(Header.ids("References", ids));

    assertThat(references.strip().split("\r\n", -1))
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.length() <= 76);
    assertThat(ParsedLetter.of(references.getBytes(UTF_8)).references()).isEqualTo(ids);
  }

  @Test
  void noLineIsEverLongerThanTheLimit() {
    String written = written(Header.text("Subject", "x".repeat(5_000)));

    assertThat(written.split("\r\n", -1)).allMatch(line -> line.length() <= Header.MAX_LINE_OCTETS);
    assertThatThrownBy(() -> Header.structured("List-Post", "<" + "x".repeat(1_000) + ">"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesAndDatesHaveTheirForm() {
    NamedAddress lea = new NamedAddress("Léa, press desk", MailAddress.of("lea@press.example"));

    String to =
        written(
            Header.addresses(
                "To", List.of(lea, NamedAddress.of(MailAddress.of("ada@rights.example")))));

    assertThat(to).isASCII();
    assertThat(ParsedLetter.of(to.getBytes(UTF_8)).to()).first().isEqualTo(lea);
    assertThat(written(Header.date("Date", Instant.parse("2022-06-21T09:05:00Z"))))
        .isEqualTo("Date: Tue, 21 Jun 2022 09:05:00 +0000\r\n");
  }
}
