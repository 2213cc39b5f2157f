package org.caucus.mail.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.ParsedLetter.Formatted;
import org.caucus.mail.message.RawLetter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A letter's page says what its text says, word for word. The set-ups of tests ask this of all
 * letters that they sent, when they are closed.
 */
public final class SameWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** What mail programs fetch, run or hide, and what they all leave out. */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "(?i)<(?:img|script|link|iframe|form|input|object|embed|svg|video|audio|base)\\b"
              + "|\\s(?:src|background|class|on\\w+)=|\\sid=(?!\"m\\d+\")|url\\(|@import|@font-face|display:\\s*none");

  /** In the head of a page that we wrote; a relayed letter stays as it came. */
  private static final String OURS = "<meta name=\"supported-color-schemes\"";

  private SameWords() {}

  /** Fails with the first letter whose forms differ. */
  public static void check(Collection<RawLetter> letters) {
    letters.forEach(SameWords::check);
  }

  private static void check(RawLetter letter) {
    Formatted.of(letter.toBytes())
        .filter(page -> page.html().contains(OURS))
        .ifPresent(
            page -> {
              String said = ParsedLetter.of(letter).text();
              assertThat(ofPage(page.html()))
                  .as("words of the page of%n%s%n%s", said, page.html())
                  .isEqualTo(of(said));
              assertThat(UNWANTED.matcher(page.html()).find()).as(page.html()).isFalse();
            });
  }

  /** The words of a text. */
  public static List<String> of(String text) {
    return WORD.matcher(text).results().map(m -> m.group()).toList();
  }

  /** The words of a page, with the addresses of its links where they do not stand there. */
  public static List<String> ofPage(String html) {
    List<String> words = new ArrayList<>();
    collect(Jsoup.parse(html).body(), words);
    return words;
  }

  private static void collect(Node node, List<String> words) {
    switch (node) {
      case TextNode text -> words.addAll(of(text.getWholeText().replace("\u2611", " x ")));
      case Element a when a.normalName().equals("a") -> link(a, words);
      case Element span when isTarget(span) -> {}
      case Element li when isNumbered(li) -> {
        words.add(String.valueOf(number(li)));
        li.childNodes().forEach(n -> collect(n, words));
      }
      default -> node.childNodes().forEach(n -> collect(n, words));
    }
  }

  private static void link(Element link, List<String> words) {
    List<String> said = of(link.text());
    List<String> leads = of(link.attr("href"));
    boolean button = link.attr("style").contains("inline-block");
    words.addAll(button ? List.of() : said);
    boolean within = link.attr("href").startsWith("#"); // another part of the same page
    if (button
        || !(within || said.equals(leads) || ("mailto:" + link.text()).equals(link.attr("href")))) {
      words.addAll(leads);
    }
  }

  /** What a link leads to, in words. */
  private static boolean isTarget(Element span) {
    Element before = span.previousElementSibling();
    return span.normalName().equals("span") && before != null && before.normalName().equals("a");
  }

  private static boolean isNumbered(Element item) {
    Element list = item.parent();
    return item.normalName().equals("li") && list != null && list.normalName().equals("ol");
  }

  private static int number(Element item) {
    Element list = item.parent();
    if (item.hasAttr("value")) {
      return Integer.parseInt(item.attr("value"));
    }
    Element before = item.previousElementSibling();
    if (before != null) {
      return number(before) + 1;
    }
    String start = list == null ? "" : list.attr("start");
    return (start.isEmpty() ? 1 : Integer.parseInt(start));
  }
}
