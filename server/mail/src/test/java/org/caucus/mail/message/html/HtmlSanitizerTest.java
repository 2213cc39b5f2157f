package org.caucus.mail.message.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.platform.i18n.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that tries to act, to load, to hide and to lie. */
class HtmlSanitizerTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
  private static final Set<String> ATTRIBUTES =
      Set.of("href", "target", "rel", "src", "alt", "colspan", "rowspan", "dir", "style");
  private static final Set<String> STYLES =
      Set.of("text-align", "font-weight", "font-style", "text-decoration", "list-style-type");

  private static Document shown(String html, Map<String, byte[]> pictures) {
    return Jsoup.parse(
        HtmlSanitizer.page(
            Optional.of(new ParsedLetter.Formatted(html, pictures)), Language.ENGLISH));
  }

  private static Document shown(String html) {
    return shown(html, Map.of("logo@x.example", PNG));
  }

  private static void assertHarmless(Document page) {
    for (Element e : page.body().getAllElements()) {
      assertThat(e.normalName())
          .isNotIn(
              "script", "style", "iframe", "object", "embed", "form", "input", "link", "meta",
              "base", "svg");
      e.attributes()
          .forEach(
              a -> {
                if (!e.normalName().equals("body")) {
                  assertThat(a.getKey()).isIn(ATTRIBUTES);
                }
              });
      if (e.hasAttr("src")) {
        assertThat(e.attr("src")).startsWith("data:image/png;base64,");
      }
      if (e.hasAttr("href")) {
        assertThat(e.attr("href")).matches("(?i)(https?://|mailto:).*");
        assertThat(e.attr("rel")).contains("noopener", "noreferrer");
      }
      for (String style : e.attr("style").split(";", -1)) {
        assertThat(style.isBlank() || STYLES.contains(style.split(":", 2)[0].strip()))
            .as(style)
            .isTrue();
      }
      assertThat(e.attr("style")).doesNotContainIgnoringCase("url", "expression", "import");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>words",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>1</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>",
        "<a href='data:text/html,<script>1</script>'>x</a>",
        "<a href='vbscript:x'>x</a><a href='file:///etc/passwd'>y</a>",
        "<iframe src='https://evil.example'></iframe>",
        "<form action='https://evil.example'><input name=p><button>Sign in</button></form>",
        "<base href='https://evil.example/'><a href='x'>y</a>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<style>@import 'https://evil.example/x.css';"
            + " *{background:url(https://evil.example)}</style>",
        "<p style=\"background:url('https://evil.example/p.gif')\">x</p>",
        "<p style='width:expression(alert(1));position:fixed;top:0'>x</p>",
        "<p style='display:none;color:#fff;font-size:0'>hidden</p>",
        "<table background='https://evil.example/p.gif'><tr><td"
            + " background='//evil.example'>x</td></tr></table>",
        "<img srcset='https://evil.example/1x.png 1x' src='cid:logo@x.example'>",
        "<picture><source srcset='https://evil.example/x.webp'><img"
            + " src='https://evil.example/x'></picture>",
        "<video poster='https://evil.example/p'><source src='https://evil.example/v'></video><audio"
            + " src=x>",
        "<input type=image src='https://evil.example/x'>",
        "<body background='https://evil.example/x' onload=alert(1)>x",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<img src='data:image/svg+xml;base64,PHN2Zy8+'>",
        "<img src='cid:script@x.example'>",
        "<div id='csp' class='button primary' data-row onclick=x>x</div>",
        "<a href='https://good.example' ping='https://evil.example'>x</a>",
        "<template><script>1</script></template><object data=x></object><embed src=x>"
      })
  void nothingActsAndNothingIsLoaded(String html) {
    Document page =
        shown(html, Map.of("logo@x.example", PNG, "script@x.example", "<svg/>".getBytes(UTF_8)));
    assertHarmless(page);
    assertThat(page.body().html()).doesNotContain("evil.example/p", "alert(1)</script");
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "<",
            ">",
            "\"",
            "'",
            "/",
            "=",
            " ",
            "<a href=",
            "javascript:",
            "https://evil.example",
            "<img src=",
            "onerror=x",
            "<svg>",
            "<math>",
            "<style>",
            "</style>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;",
            "&#x6a;",
            "<table>",
            "<td>",
            "<p style='",
            "url(",
            ")",
            "<noscript>",
            "</noscript>",
            "<script>",
            "</script>",
            "\0",
            "words",
            "<template>",
            "cid:logo@x.example",
            "<title>",
            "<textarea>",
            "<select>",
            "<plaintext>")
        .list()
        .ofMaxSize(25)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 2_000)
  void noSoupOfTagsGetsThrough(@ForAll("soup") String html) {
    assertHarmless(shown(html));
  }

  @Test
  void linksShowWhereTheyLead() {
    assertThat(shown("<a href='https://evil.example/login'>https://bank.example</a>").text())
        .contains("https://bank.example <https://evil.example/login>");
    assertThat(shown("<a href='https://аррӏе.example/'>here</a>").text())
        .contains("here <https://xn--");
    assertThat(
            shown("<a href='https://agency.example/memo'>https://agency.example/memo</a>")
                .body()
                .text())
        .isEqualTo("https://agency.example/memo");
    assertThat(shown("<a href='https://аррӏе.example/'>https://аррӏе.example/</a>").text())
        .as("words that are the target, and look like another")
        .contains("<https://xn--");
    assertThat(HtmlSanitizer.shown("https://x.example/\u202eexe.doc")).doesNotContain("\u202e");
    assertThat(HtmlSanitizer.shown("https://x.example/" + "a".repeat(5_000)))
        .hasSizeLessThanOrEqualTo(HtmlSanitizer.MAX_SHOWN_TARGET + 1);
  }

  @Test
  void picturesOfTheLetterItselfAreShownAndOthersAreNamedAndCounted() {
    Document page =
        shown(
            "<img src='CID:logo@x.example' alt='Our logo'><img src='https://t.example/p.gif?id=7'"
                + " width=1 height=1><img src='http://x.example/a.png' alt='A chart'>");

    assertThat(page.select("img")).hasSize(1);
    assertThat(page.select("img").attr("src"))
        .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(PNG));
    assertThat(page.text()).contains("2 pictures are not shown", "[picture]", "[picture: A chart]");
    assertThat(page.html()).doesNotContain("t.example", "id=7");
  }

  @Test
  void whatWasHiddenIsSeen() {
    assertThat(shown("<div style='display:none;max-height:0'>ignore the memo</div>").text())
        .contains("ignore the memo");
  }

  @Test
  void itIsFoundInALetter() {
    String letter =
        """
        Subject: memo
        Content-Type: multipart/related; boundary=r

        --r
        Content-Type: multipart/alternative; boundary=a

        --a
        Content-Type: text/plain

        plain
        --a
        Content-Type: text/html; charset=utf-8

        <p>Fr\u00fch <b>bold</b> <img src="cid:logo@x.example"></p>
        --a--
        --r
        Content-Type: image/png
        Content-ID: <logo@x.example>
        Content-Transfer-Encoding: base64

        iVBORw0KGgoA
        --r--
        """
            .replace("\n", "\r\n");
    Document page =
        Jsoup.parse(
            HtmlSanitizer.page(
                ParsedLetter.Formatted.of(letter.getBytes(UTF_8)), Language.ENGLISH));

    assertThat(page.select("b").text()).isEqualTo("bold");
    assertThat(page.text()).contains("Fr\u00fch");
    assertThat(page.select("img").attr("src")).startsWith("data:image/png;base64,iVBORw0KGgoA");
    assertThat(ParsedLetter.Formatted.of("Subject: memo\r\n\r\nplain\r\n".getBytes(ISO_8859_1)))
        .isEmpty();
    assertThat(HtmlSanitizer.page(Optional.empty(), Language.ENGLISH))
        .contains("only text, and no other format");
    assertThat(HtmlSanitizer.page(Optional.empty(), Language.FRENCH))
        .contains("<html lang=\"fr\">", "que du texte, sans autre mise en forme");
  }

  @Test
  void nestingAndLengthAreBounded() {
    String deep = "<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000);
    assertHarmless(shown(deep));
    String wide = "<img src='https://x.example/a'>".repeat(20_000);
    assertHarmless(shown(wide));
    assertThat(List.of(HtmlSanitizer.CSP.split("; ", -1)))
        .contains("default-src 'none'", "img-src data:");
  }

  /** As browsers read them (UTS 46, non-transitional), and not as IDNA 2003 did. */
  @ParameterizedTest
  @CsvSource({
    "https://straße.example/a|b, https://xn--strae-oqa.example/a|b",
    "https://STRAẞE.example, https://xn--strae-oqa.example",
    "https://stra%C3%9Fe.example/x, https://xn--strae-oqa.example/x",
    "https://βόλος.example:8080/?q=ß, https://xn--nxasmm1c.example:8080/?q=?",
    "https://bank.example@straße.example/, https://bank.example@xn--strae-oqa.example/",
    "https://bank.example\\@straße.example/, https://bank.example\\@stra?e.example/",
    "https://straße。example/, https://xn--strae-oqa.example/",
    "mailto:ada@straße.example?cc=bola@straße.example,"
        + " mailto:ada@xn--strae-oqa.example?cc=bola@xn--strae-oqa.example",
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "https://%ZZ.example/, https://%ZZ.example/"
  })
  void aHostIsShownAsBrowsersReadIt(String target, String shown) {
    assertThat(HtmlSanitizer.shown(target)).isEqualTo(shown);
  }

  @Test
  void whatIsDeeplyNestedStandsSideBySide() {
    Document page = shown("<div>".repeat(9_000) + "the memo to the agency");
    int depth = 0;
    for (Element e : page.getAllElements()) {
      depth = Math.max(depth, e.parents().size());
    }
    assertThat(depth).isLessThan(150);
    assertThat(page.text()).contains("the memo to the agency");
  }

  @Test
  @Timeout(60)
  void ofMoreElementsThanALetterMayHaveTheWordsAloneAreShown() {
    Document page = shown("<div>".repeat(200_000) + "the <b>memo</b> &lt;script&gt; to the agency");
    assertThat(page.select("div").size()).isEqualTo(1);
    assertThat(page.text())
        .contains("too large or too deeply nested")
        .contains("the memo <script> to the agency");
    assertThat(page.select("script")).isEmpty();
  }

  @Test
  void aVeryLongStyleIsCut() {
    String style = "text-align:center;" + "x:url(".repeat(1_000);
    Document page = shown("<p style='" + style + "'>aligned");
    assertThat(page.select("[style]")).isEmpty();
    assertThat(page.text()).contains("aligned");
  }
}
