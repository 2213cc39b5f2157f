package org.caucus.mail.message.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caucus.mail.message.markdown.HtmlLetter.Look;
import org.caucus.mail.support.SameWords;
import org.caucus.platform.i18n.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page of a letter is made of, and that nobody's words are more than words in it. */
class HtmlLetterTest {
  private static final Look ENGLISH = Look.of(Language.ENGLISH);

  private static Document page(String text) {
    return Jsoup.parse(HtmlLetter.of(text, ENGLISH));
  }

  /** Its elements, one in another, with the words in them. */
  private static String tree(String text) {
    Element all = page(text).body().child(0);
    StringBuilder out = new StringBuilder();
    all.children().forEach(e -> out.append(told(e)));
    return out.toString();
  }

  private static String told(Element element) {
    StringBuilder out = new StringBuilder();
    element
        .childNodes()
        .forEach(
            n ->
                out.append(
                    n instanceof Element e
                        ? told(e)
                        : n.nodeValue().isBlank() && n.nodeValue().contains("\n")
                            ? ""
                            : n.nodeValue().replace("\n", "")));
    String name = element.normalName();
    String href = name.equals("a") ? "<" + element.attr("href") + ">" : "";
    return name.equals("tbody") ? out.toString() : name + href + "(" + out + ")";
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("One\ntwo\n\nThree.", "p(Onebr()two)p(Three.)"),
        Arguments.of(
            "The **notice** is *due*, ~~today~~ at `24 h`.",
            "p(The strong(notice) is em(due), s(today) at code(24 h).)"),
        Arguments.of("***both*** and __strong__", "p(em(strong(both)) and strong(strong))"),
        Arguments.of("a*b*c, a_b_c, 2 * 3 * 4", "p(aem(b)c, a_b_c, 2 * 3 * 4)"),
        Arguments.of("**open, and *closed*", "p(**open, and em(closed))"),
        Arguments.of("\\*not\\* marked", "p(*not* marked)"),
        Arguments.of("- one\n- two\n  1. three", "ul(li(one)li(twool(li(three))))"),
        Arguments.of("* one\n\n* two", "ul(li(p(one))li(p(two)))"),
        Arguments.of("- [ ] Send\n- [x] Ask", "ul(li(☐ Send)li(☑ Ask))"),
        Arguments.of("3. c\n4. d", "ol(li(c)li(d))"),
        Arguments.of("3. c\n9. d", "ol(li(c)li(d))"),
        Arguments.of("~~~ Chika has closed it\nas done", "pre(Chika has closed itas done)"),
        Arguments.of(
            "|a|\n|-|\n|1|closed|by Chika|", "table(tr(th(a))tr(td(1 | closed | by Chika)))"),
        Arguments.of(
            "[a](https://x.example/ \"closed\nby Chika\")",
            "p(a<https://x.example/>(a)span( (x.example)) (closed by Chika))"),
        Arguments.of(
            "> Part I\n> > deeper\n\nMine", "blockquote(p(Part I)blockquote(p(deeper)))p(Mine)"),
        Arguments.of("> which\nNone.", "blockquote(p(which))p(None.)"),
        Arguments.of("```\na < b\n\n*c*\n```\nafter", "pre(a < b*c*)p(after)"),
        Arguments.of("# A\n## B ##\nText\n===", "h2(A)h3(B)h2(Text)"),
        Arguments.of("one\n\n- - -\n\ntwo", "p(one)hr()p(two)"),
        Arguments.of(
            "|a|b|\n|-|-:|\n|1|2|\n\nafter", "table(tr(th(a)th(b))tr(td(1)td(2)))p(after)"),
        Arguments.of(
            "[memo](https://example.org/m) https://example.org/n.",
            "p(a<https://example.org/m>(memo)span( (example.org)) "
                + "a<https://example.org/n>(https://example.org/n).)"),
        Arguments.of(
            "(see https://example.org/a_(b)), https://example.org). https://[::1]:8/; http://a@b",
            "p((see a<https://example.org/a_(b)>(https://example.org/a_(b))), "
                + "a<https://example.org>(https://example.org)). "
                + "a<https://[::1]:8/>(https://[::1]:8/); http://a@b)"),
        Arguments.of(
            "[https://agency.example](https://evil.example/login)",
            "p(a<https://evil.example/login>(https://agency.example)span( (evil.example)))"),
        Arguments.of(
            "Write to cop+r.ab2@lists.example or <ada@home.example>",
            "p(Write to a<mailto:cop+r.ab2@lists.example>(cop+r.ab2@lists.example) or "
                + "a<mailto:ada@home.example>(ada@home.example))"),
        Arguments.of(
            "![map](https://a.example/i.png)",
            "p(a<https://a.example/i.png>(map)span( (a.example)))"),
        Arguments.of(
            "![The \\[old\\] *hall*](The-hall.png) ![](<a map.JPG>) ![x](../x.png)",
            "p(span([The [old] hall: The-hall.png]) span([a map.JPG]) ![x](../x.png))"),
        Arguments.of(
            "[x](javascript:alert(1)) <b onclick=x>", "p([x](javascript:alert(1)) <b onclick=x>)"),
        Arguments.of("[x](https://a@b.example/)", "p([x](https://a@b.example/))"),
        Arguments.of("Done.\n-- \nYou got it.", "p(Done.)hr()div(p(small(You got it.)))"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isMadeOf(String text, String tree) {
    assertThat(tree(text)).isEqualTo(tree);
  }

  @Test
  void saysWhatTheTextSays() {
    texts()
        .map(a -> (String) a.get()[0])
        .forEach(t -> assertThat(SameWords.ofPage(html(t))).as(t).isEqualTo(SameWords.of(t)));
  }

  private static String html(String text) {
    String html = HtmlLetter.of(text, ENGLISH);
    assertThat(html).isNotNull();
    return html;
  }

  @Test
  void runsEachParagraphItsOwnWay() {
    Document page = page("Hello\n\nمرحبا بكم\n\n> سؤال\n\n- بند\n\n```\nكود\n```");
    assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
    assertThat(page.select("p").first().hasAttr("dir")).isFalse();
    assertThat(page.select("[dir=rtl][lang=ar]")).hasSize(3);
    assertThat(page.select("blockquote").attr("style")).contains("border-right:3px");
    assertThat(page.select("ul").attr("style")).contains("padding-right:26px");
    assertThat(page.select("pre").attr("dir")).isEqualTo("ltr");

    Document arabic = Jsoup.parse(HtmlLetter.of("مرحبا\n\nHello", Look.of(Language.ARABIC)));
    assertThat(arabic.select("html[lang=ar][dir=rtl]")).hasSize(1);
    assertThat(arabic.select("p[dir=ltr]").attr("lang")).isEmpty();
  }

  @Test
  void makesAButtonOfAPageThatALineLeadsTo() {
    Look look = new Look(Language.ENGLISH, "https://caucus.example/", "Open");
    String text =
        "Reply, or open:\nhttps://caucus.example/w/cop/issues/COP-1\nReply with mute.\n"
            + "-- \nSettings:\nhttps://caucus.example/w/cop/my-mail";
    Document page = Jsoup.parse(HtmlLetter.of(text, look));
    assertThat(page.select("a[style*=inline-block]").eachText()).containsExactly("Open");
    assertThat(page.select("a[style*=inline-block]").attr("href")).endsWith("/issues/COP-1");
    assertThat(page.select("small a").text()).isEqualTo("https://caucus.example/w/cop/my-mail");
    assertThat(SameWords.ofPage(page.outerHtml())).isEqualTo(SameWords.of(text));
    assertThat(
            Jsoup.parse(HtmlLetter.of("Open:\nhttps://evil.example/w", look))
                .select("a[style*=inline-block]"))
        .isEmpty();
  }

  /** Whatever stands in it, what comes out is text in elements of a fixed set. */
  @Test
  void holdsNothingThatActs() {
    Random random = new Random(24);
    List<String> pieces =
        List.of(
            "<script>",
            "\"",
            "'",
            "<",
            ">",
            "&",
            "](",
            "[",
            "!",
            "`",
            "*",
            "_",
            "~~",
            "\n",
            "https://x.example/",
            "\" onmouseover=\"x",
            "javascript:",
            "|",
            "- ",
            "> ",
            "    ",
            "-- \n",
            "a",
            "\u202e",
            "\0",
            "مر",
            "style=",
            "<img src=x>",
            "#",
            "1. ",
            "```",
            "@b.example");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(40), 0, pieces.size()).forEach(n -> text.append(pieces.get(n)));
      String html = html(text.toString());
      Document page = Jsoup.parse(html);
      assertThat(page.select("script, img, iframe, form, input, base, link, object")).isEmpty();
      for (Element element : page.body().getAllElements()) {
        element.attributes().asList().stream()
            .map(a -> a.getKey())
            .forEach(
                k ->
                    assertThat(k)
                        .as(text.toString())
                        .isIn("style", "dir", "lang", "href", "start", "value"));
        assertThat(element.attr("href")).as(text.toString()).matches("|https?://.*|mailto:.*@.*");
      }
    }
  }

  @Test
  void isReadInATimeThatGrowsWithTheText() {
    int most = 100_000;
    List<String> bombs =
        List.of(
            "[",
            "*",
            ">",
            "> ",
            "`",
            "[a](",
            "![[](",
            "*a **a ",
            "a_ ",
            "a**bc* ",
            "- ",
            "- + ",
            "|a|b|c|d|\n|-|-|-|-|\n",
            "<a@",
            "<",
            "[a](b \"",
            "\\",
            "http://",
            "http://a@".repeat(110) + ")".repeat(900) + " ",
            "http://a" + ")".repeat(1_900) + "b ",
            "http://a.b/" + ")".repeat(1_900) + " ",
            "http://a)".repeat(200) + "b ",
            "http://a/\u0001".repeat(150) + " ",
            "a.b@",
            "a\n",
            "a\n-\n",
            "\t",
            " \n",
            "[[a](https://x.example/)",
            "~~a ",
            "**a __b ",
            "1. a\n",
            "#",
            "```\n",
            "a@b.",
            "http://".repeat(140) + ")".repeat(1_000) + "\n",
            "http://".repeat(140) + "]".repeat(1_000) + "\n",
            "*a" + "[a](http://b)");
    for (String bomb : bombs) {
      String text = bomb.repeat(most / bomb.length());
      long from = System.nanoTime();
      String html = html(text);
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .as(bomb)
          .isLessThan(Duration.ofSeconds(20));
      assertThat(html).isNotEmpty();
    }
    assertThat(HtmlLetter.of("a".repeat(HtmlLetter.MAX_CHARS + 1), ENGLISH)).isNull();
  }
}
