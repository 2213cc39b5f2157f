package org.caucus.mail.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @Test
  void anAddressIsReadInTwoParts() {
    MailAddress liaison = MailAddress.of("liaison.officer@Platform.example");

    assertThat(liaison.localPart()).isEqualTo("liaison.officer");
    assertThat(liaison.domain()).isEqualTo("Platform.example");
    assertThat(liaison).hasToString("liaison.officer@Platform.example");
  }

  @Test
  void aQuotedLocalPartKeepsItsQuotesOnTheWireOnly() {
    MailAddress odd = MailAddress.of("\"press \\\"desk\\\" @night\"@rights.example");

    assertThat(odd.localPart()).isEqualTo("press \"desk\" @night");
    assertThat(odd).hasToString("\"press \\\"desk\\\" @night\"@rights.example");
    assertThat(MailAddress.of(odd.toString())).isEqualTo(odd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ada",
        "ada@",
        "@rights.example",
        "ada obi@rights.example",
        "ada@rights..example",
        "ada@-x.example",
        "ada@rights.example\r\nRCPT TO:<eve@x.example>",
        "a\nb@rights.example",
        "a\0b@rights.example",
        "\"a\rb\"@rights.example",
        "ada@rights.example>",
        "ada@rights example",
        "\"open@rights.example",
        "\"end\\\"@rights.example",
        "a\u2028b@rights.example",
        "a\u202eb@rights.example",
        "ad\ufffd@rights.example",
        "ada@ящикящикящикящикящикящикящикящикящикящикящикящикящикящикящик.example",
        "<ada@rights.example>"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @Test
  void anEndlessAddressIsRefused() {
    assertThatThrownBy(() -> new MailAddress("a".repeat(600), "rights.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spellingsOfOneMailboxAreTheSame() {
    assertThat(MailAddress.of("Ada@Rights.Example").sameAs(MailAddress.of("ada@rights.example")))
        .isTrue();
    assertThat(
            MailAddress.of("ada@bücher.example")
                .sameAs(MailAddress.of("ada@xn--bcher-kva.example")))
        .isTrue();
    assertThat(MailAddress.of("ada@rights.example").sameAs(MailAddress.of("eve@rights.example")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a@straße.example, a@xn--strae-oqa.example",
    "a@STRAẞE.example, a@xn--strae-oqa.example",
    "a@faß.example, a@xn--fa-hia.example",
    "a@βόλος.example, a@xn--nxasmm1c.example",
    "a@ΒΌΛΟΣ.example, a@xn--nxasmq6b.example",
    "a@bücher.example, a@xn--bcher-kva.example",
    "a@почта.example, a@xn--80a1acny.example",
  })
  void aDomainIsTheOneThatDnsHas(String spelled, String inDns) {
    assertThat(MailAddress.of(spelled).comparisonForm()).isEqualTo(inDns);
    assertThat(MailAddress.of(spelled).toAsciiString()).isEqualTo(inDns);
  }

  @Test
  void sharpSIsNotTwoOfSs() {
    MailAddress theirs = MailAddress.of("ada@strasse.example");
    assertThat(MailAddress.of("ada@straße.example").sameAs(theirs)).isFalse();
  }

  @Test
  void aLetterWithItsMarkIsOneLetter() {
    MailAddress composed = MailAddress.of("zo\u00eb@rights.example");
    assertThat(MailAddress.of("zoe\u0308@rights.example").sameAs(composed)).isTrue();
  }

  @Test
  void aSubaddressIsSplitAtTheFirstSeparator() {
    MailAddress reply = MailAddress.of("coalition+r.tok+en@caucus.example");

    assertThat(reply.base("+")).isEqualTo(MailAddress.of("coalition@caucus.example"));
    assertThat(reply.detail("+")).contains("r.tok+en");
    assertThat(reply.detail("-")).isEmpty();
    assertThat(MailAddress.of("+lead@x.example").base("+").localPart()).isEqualTo("+lead");
  }

  @Test
  void headerListsAreReadLeniently() {
    String header =
        "\"Obi, Ada\" <ada@rights.example>, Coalition: eve@press.example, =?utf-8?Q?L=C3=A9a?="
            + " <lea@x.example>;, broken, (a comment) sam@law.example (the memo's author)";

    assertThat(NamedAddress.parseList(header))
        .extracting(NamedAddress::toString)
        .hasSize(4)
        .anySatisfy(s -> assertThat(s).contains("Obi, Ada", "ada@rights.example"))
        .anySatisfy(s -> assertThat(s).contains("Léa"));
    assertThat(NamedAddress.parseList("Zoë <zoe@x.example>").getFirst().name()).isEqualTo("Zoë");
    assertThat(NamedAddress.parseList("пример@почта.example"))
        .containsExactly(NamedAddress.of(MailAddress.of("пример@почта.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "<>",
        "((((((",
        "\"",
        "a@b@c",
        "=?bogus?Q?x?= <a@x.example",
        ":;",
        "\u0000"
      })
  void noHeaderListThrows(String header) {
    assertThat(NamedAddress.parseList(header)).hasSizeLessThan(2);
  }

  @Test
  void aHugeHeaderListIsBounded() {
    assertThat(NamedAddress.parseList("a@x.example, ".repeat(100_000)))
        .hasSize(NamedAddress.MAX_ADDRESSES);
    assertThat(NamedAddress.parseList("(".repeat(1_000_000))).isEmpty();
  }
}
