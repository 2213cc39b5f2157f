package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IcuMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | {n, plural, one {# reader} other {# readers}} | 1 | 1 reader",
        "ENGLISH | {n, plural, one {# reader} other {# readers}} | 1200 | 1,200 readers",
        "FRENCH | {n, plural, one {# image} many {# d’images} other {# images}} | 0 | 0 image",
        "FRENCH | {n, plural, one {#} many {# d’images} other {#}} | 2000000 | 2 000 000 d’images",
        "ARABIC | {n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}} | 2 | t",
        "ARABIC | {n, plural, zero {z} one {o} two {t} few {f#} many {m} other {x}} | 5 | f5",
        "ARABIC | {n, plural, zero {z} one {o} two {t} few {f} many {m#} other {x}} | 12 | m12",
        "ARABIC | {n, plural, zero {z} one {o} two {t} few {f} many {m} other {x#}} | 100 | x100",
      })
  void aNumberIsSaidInTheFormOfItsLanguage(Language language, String text, int n, String said) {
    assertThat(new IcuMessage(language, text).format(Map.of("n", n)).replace('\u202f', ' '))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatCountsNothingIsDigitsAlone(Language language) {
    assertThat(new IcuMessage(language, "x {year}.").format(Map.of("year", 2026)))
        .isEqualTo("x 2026.");
  }

  @Test
  void aValueIsNotLookedThroughForPlacesNorQuotes() {
    IcuMessage message = new IcuMessage(Language.ENGLISH, "{a} to {b}");
    assertThat(message.format(Map.of("a", "{b} isn't '{'", "b", "#")))
        .isEqualTo("{b} isn't '{' to #");
  }

  @Test
  void fromTheRightAValueIsIsolatedWithinALineButNotAloneOnIt() {
    IcuMessage message =
        new IcuMessage(Language.ARABIC, "من {a} {n, plural, other {# من {a}}}\n{link}\n{b}.");

    assertThat(message.format(Map.of("a", "Ada", "n", 3, "link", "https://x", "b", "one\ntwo")))
        .isEqualTo("من \u2068Ada\u2069 3 من \u2068Ada\u2069\nhttps://x\none\ntwo.");
    assertThat(new IcuMessage(Language.FRENCH, "de {a}").format(Map.of("a", "Ada")))
        .isEqualTo("de Ada");
  }

  @ParameterizedTest
  @CsvSource({
    "a\u2069b, ab",
    "a\u2067b, a\u2067b\u2069",
    "a\u2067b\u2069c\u2069, a\u2067b\u2069c",
    "\u202ea, \u202ea",
  })
  void aValueNeitherEndsItsIsolateNorKeepsItOpen(String value, String kept) {
    assertThat(new IcuMessage(Language.ARABIC, "من {a}.").format(Map.of("a", value)))
        .isEqualTo("من \u2068" + kept + "\u2069.");
  }

  @Test
  void aLinkAloneOnItsLineIsBareInEachFormOfANumber() {
    IcuMessage message =
        new IcuMessage(Language.ARABIC, "{n, plural, one {{link}\nx} other {# من\n{link}}}\n.");

    assertThat(message.format(Map.of("n", 1, "link", "https://x"))).isEqualTo("https://x\nx\n.");
    assertThat(message.format(Map.of("n", 3, "link", "https://x"))).isEqualTo("3 من\nhttps://x\n.");
    assertThat(
            new IcuMessage(Language.ARABIC, "في {n, plural, other {{link}}}")
                .format(Map.of("n", 3, "link", "https://x")))
        .isEqualTo("في \u2068https://x\u2069");
  }

  @Test
  void aWordIsChosenByAValue() {
    IcuMessage message =
        new IcuMessage(Language.ARABIC, "{x, select, DONE {منجزة: {x}} other {مفتوحة}}");

    assertThat(message.format(Map.of("x", "DONE"))).isEqualTo("منجزة: \u2068DONE\u2069");
    assertThat(message.format(Map.of("x", "OPEN"))).isEqualTo("مفتوحة");
  }

  @Test
  void aMissingValueIsAMistake() {
    IcuMessage message = new IcuMessage(Language.ENGLISH, "{a} to {b}");
    assertThatThrownBy(() -> message.format(Map.of("a", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b");
  }

  @Test
  void manyCanSayOneSentenceAtOnce() {
    IcuMessage message =
        new IcuMessage(Language.ENGLISH, "{n, plural, one {# of {a}} other {# in {a}}}");
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .allMatch(n -> message.format(Map.of("n", 7, "a", "x" + n)).equals("7 in x" + n)))
        .isTrue();
  }
}
