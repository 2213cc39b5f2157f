package org.caucus.mail.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as UTS 46 has them, non-transitional: the examples of its section 4 and of RFC 5891. */
class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "faß.example, xn--fa-hia.example",
    "βόλος.example, xn--nxasmm1c.example",
    "bücher.example, xn--bcher-kva.example",
    "Bücher.example, xn--bcher-kva.example",
    "plain.Example, plain.Example",
    "faß。example, xn--fa-hia.example",
    "faß．example, xn--fa-hia.example"
  })
  void lettersStayTheirOwn(String name, String ascii) {
    assertThat(DomainName.ascii(name)).contains(ascii);
  }

  @Test
  void joinersStayWhereTheyJoin() {
    assertThat(DomainName.ascii("\u0dc1\u0dca\u200d\u0dbb\u0dd3.example"))
        .contains("xn--10cl1a0b660p.example");
    assertThat(DomainName.ascii("\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example"))
        .contains("xn--mgba3gch31f060k.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank\u200c.example",
        "ba\u200dnk.example",
        "\u200cnk.example",
        "faß\u200c.example"
      })
  void joinersThatJoinNothingMakeNoName(String name) {
    assertThat(DomainName.ascii(name)).isEmpty();
  }
}
