package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Every way there is to write a field of a letter, with words that try to be more than one field:
 * either it is refused, or what is written is that one field.
 */
class HeaderWritersTest {
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\0",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u000b",
          "\r\n ",
          "\r\n\t",
          "\r\n.\r\n",
          "Bcc: eve@x.example",
          "=?utf-8?q?=0D=0ABcc:_eve?=",
          "=?utf-8?B?DQpCY2M6IGV2ZQ==?=",
          "<",
          ">",
          "\"",
          "\\",
          ";",
          ",",
          "@",
          "eve@x.example",
          "memo",
          " ",
          "\t",
          "ñ",
          "سارة",
          "👩\u200d⚖️",
          "\ud83d");

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(l -> String.join("", l));
  }

  private static final List<Function<String, byte[]>> FIELDS =
      List.of(
          s -> Header.text("Subject", s).toBytes(),
          s -> Header.structured("List-Id", s).toBytes(),
          s -> Header.text(s, "memo").toBytes(),
          s -> Header.ids("References", List.of(s)).toBytes(),
          s -> Header.addresses("To", List.of(name(s))).toBytes(),
          s ->
              Header.addresses("To", List.of(NamedAddress.of(new MailAddress(s, "x.example"))))
                  .toBytes(),
          s ->
              Header.addresses("To", List.of(NamedAddress.of(new MailAddress("ada", s)))).toBytes(),
          s -> Header.addresses("To", List.of(NamedAddress.of(MailAddress.of(s)))).toBytes(),
          s -> Header.addresses("To", NamedAddress.parseList(s)).toBytes());

  private static NamedAddress name(String name) {
    return new NamedAddress(name, MailAddress.of("ada@rights.example"));
  }

  private static final List<Function<String, PlainLetter>> LETTERS =
      List.of(
          s -> letter(name(s), "memo", "id@x.example", "words"),
          s -> letter(name("Ada"), s, "id@x.example", "words"),
          s -> letter(name("Ada"), "memo", s, "words"),
          s -> letter(name("Ada"), "memo", "id@x.example", s),
          s -> letter(name("Ada"), "memo", "id@x.example", "w").answering(s, List.of(s)),
          s -> letter(name("Ada"), "memo", "id@x.example", "w").withReplyTo(name(s)));

  private static PlainLetter letter(NamedAddress from, String subject, String id, String text) {
    return PlainLetter.of(from, List.of(name("Ada")), subject, id, Instant.EPOCH, text);
  }

  @Property(tries = 1_000)
  void aFieldStaysOneField(@ForAll("hostile") String words) {
    for (Function<String, byte[]> writer : FIELDS) {
      unlessRefused(() -> writer.apply(words))
          .ifPresent(
              field -> {
                RawLetter read = RawLetter.of(field);
                assertThat(read.names()).hasSize(1);
                assertThat(read.bodyOffset()).isEqualTo(field.length);
                assertEachLineEndFolds(field);
              });
    }
  }

  @Property(tries = 1_000)
  void aLetterHasTheFieldsItWasGivenAndNoOthers(@ForAll("hostile") String words) {
    for (Function<String, PlainLetter> writer : LETTERS) {
      unlessRefused(() -> writer.apply(words).toBytes())
          .ifPresent(
              bytes ->
                  assertThat(RawLetter.of(bytes).names())
                      .isSubsetOf(
                          "From",
                          "To",
                          "Reply-To",
                          "Subject",
                          "Date",
                          "Message-ID",
                          "In-Reply-To",
                          "References",
                          "MIME-Version",
                          "Content-Type",
                          "Content-Transfer-Encoding")
                      .doesNotHaveDuplicates());
    }
  }

  private static Optional<byte[]> unlessRefused(java.util.function.Supplier<byte[]> write) {
    try {
      return Optional.of(write.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A line end that is not the last is followed by a blank, and no CR, LF or NUL stands alone. */
  private static void assertEachLineEndFolds(byte[] field) {
    String text = new String(field, ISO_8859_1);
    assertThat(text).endsWith("\r\n").doesNotContain("\0");
    String inner = text.substring(0, text.length() - 2).replace("\r\n ", " ");
    assertThat(Stream.of("\r", "\n")).noneMatch(inner::contains);
  }
}
