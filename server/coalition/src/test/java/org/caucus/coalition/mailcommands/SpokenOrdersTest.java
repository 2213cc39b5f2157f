package org.caucus.coalition.mailcommands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders are read in every language that our help is written in. */
class SpokenOrdersTest {
  private static MailCommand order(String line) {
    CommandParser.Read read = CommandParser.read(line, "", "").getFirst();
    assertThat(read.fault()).as(line).isNull();
    return read.order();
  }

  private static Map<String, String> printed(String language) throws IOException {
    Path file = Checkout.server("src/main/resources/words/transcript." + language + ".properties");
    Properties all = new Properties();
    all.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    return all.stringPropertyNames().stream()
        .filter(key -> key.startsWith("order.") && !key.equals("order.end"))
        .collect(Collectors.toMap(key -> key, key -> filled(all.getProperty(key))));
  }

  private static String filled(String line) {
    return line.replace("LIST", "coalition")
        .replace("MODE", "digest")
        .replace("KIND WAY", "new digest")
        .replace("MESSAGE-ID", "<1@lists.example>")
        .replaceAll("WORDS|MOTS", "notice");
  }

  /** What no list is called stands for the notices in every language. */
  private static MailCommand named(MailCommand order) {
    return order instanceof MailCommand.SetMode o && ParsedCommandLine.isNotices(o.list())
        ? new MailCommand.SetMode("notices", o.mode())
        : order;
  }

  /** A new line of help fails here until it is read. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar"})
  void whatHelpPrintsIsReadAsTheSameOrder(String language) throws IOException {
    Map<String, String> english = printed("en");
    Map<String, String> spoken = printed(language);
    assertThat(spoken.keySet()).isEqualTo(english.keySet());
    spoken.forEach(
        (key, line) -> {
          String like = line.endsWith("العربية") ? "set language ar" : english.get(key);
          assertThat(named(order(line))).as("%s %s", key, line).isEqualTo(named(order(like)));
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chercher avis de retrait | search avis de retrait",
        "RECHERCHE retrait | search retrait",
        "s’abonner à coalition | join coalition",
        "Désabonnement coalition | leave coalition",
        "régler coalition envoi groupé | set coalition digest",
        "régler langue arabe | set language ar",
        "regler echo oui | set echo on",
        "langue fr | set language fr",
        "language fr | set language fr",
        "timezone Africa/Lagos | set timezone Africa/Lagos",
        "echo off | set echo off",
        "rejoindre avis | join avis",
        "quitter on | leave on",
        "qui lit avis | who avis",
        "régler avis envoi groupé | set avis digest",
        "إلغاء الاشتراك في coalition | leave coalition",
        "ابحث عن إشعار الإزالة | search إشعار الإزالة",
        "اللغة الفرنسية | set language fr",
        "ضبط coalition بريد مجمّع | set coalition digest",
        "الصدى نعم | set echo on",
        "suspendre 2026-07-01 .. 2026-07-14 | suspend 2026-07-01..2026-07-14",
        "search find none | search find none",
      })
  void isReadAsInEnglish(String said, String english) {
    assertThat(order(said)).isEqualTo(order(english));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fin", "end", "Fin", "نهاية", "quit"})
  void nothingIsReadBelowTheEnd(String end) {
    assertThat(CommandParser.read("lists\n" + end + "\nwhich", "", "")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Merci de me désabonner", "Je cherche la liste", "من هنا إلى هناك"})
  void whatIsNoOrderSaysSo(String line) {
    assertThat(Stream.of(CommandParser.read(line, "", "").getFirst()))
        .allSatisfy(read -> assertThat(read.fault()).isNotNull());
  }
}
