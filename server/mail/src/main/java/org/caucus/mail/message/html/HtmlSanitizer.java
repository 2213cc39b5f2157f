package org.caucus.mail.message.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.text.BoundedHtml;
import org.caucus.mail.message.text.DomainName;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.limits.WorkBudget;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markup of a stranger to markup that can be shown. First links get their real target beside their
 * words and pictures are put in place or named; the sanitizer comes last, so that nothing is
 * written after it but what frames the page.
 *
 * <p>Pictures from elsewhere are refused, not fetched by us in the reader's place: a server that
 * fetches what strangers name can be made to ask its own network, and tells the sender that
 * somebody here reads.
 */
public final class HtmlSanitizer {
  /**
   * What the page may do in a browser: nothing, not even load; links open outside of its box. Style
   * is for attributes alone, and those pass the sanitizer.
   */
  public static final String CSP =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;"
          + " style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  /** Characters of a link's target that are shown. */
  static final int MAX_SHOWN_TARGET = 200;

  /** Characters of one style that are read for the few properties that may stay. */
  static final int MAX_STYLE = 2_000;

  /** Octets of all pictures of one page. */
  static final int MAX_PICTURE_OCTETS = 6 * 1024 * 1024;

  private static final Pattern OUR_PICTURE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*+");
  private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:)[^\\s]++");

  /**
   * What stands before a page's host, that host, and the rest; browsers take {@code \\} for a
   * slash.
   */
  private static final Pattern PAGE =
      Pattern.compile("(?is)(https?://(?:[^/?#\\\\]{0,2000}@)?)([^/?#\\\\@:]{1,255})(.*)");

  /** The host of each address that a letter would go to. */
  private static final Pattern AT_HOST = Pattern.compile("@([^@?&,;\\s]{1,255})");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /** Nothing that hides, covers or looks like the page around it: no colours, sizes, positions. */
  private static final CssSchema STYLE =
      CssSchema.withProperties(
          List.of("text-align", "font-weight", "font-style", "text-decoration", "list-style-type"));

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "div",
              "span",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "blockquote",
              "pre",
              "code",
              "b",
              "i",
              "em",
              "strong",
              "u",
              "s",
              "sub",
              "sup",
              "small",
              "a",
              "img",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "td",
              "th",
              "center")
          .allowUrlProtocols("http", "https", "mailto", "data")
          .allowAttributes("href")
          .matching(LINK)
          .onElements("a")
          .allowAttributes("target")
          .matching(true, "_blank")
          .onElements("a")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .allowAttributes("src")
          .matching(OUR_PICTURE)
          .onElements("img")
          .allowAttributes("alt")
          .onElements("img")
          .allowAttributes("colspan", "rowspan")
          .matching(NUMBER)
          .onElements("td", "th")
          .allowAttributes("dir")
          .matching(true, "ltr", "rtl", "auto")
          .globally()
          .allowStyling(STYLE)
          .toFactory();

  /** What the page says itself. */
  private static final MessageCatalogue WORDS = MessageCatalogue.of("letter");

  private final Map<String, byte[]> pictures;
  private final Language language;
  private int octets;
  private int refused;

  private HtmlSanitizer(Map<String, byte[]> pictures, Language language) {
    this.pictures = pictures;
    this.language = language;
  }

  /**
   * The page to frame; one that says so if there is no formatted form.
   *
   * @param language of what the page says itself
   */
  public static String page(Optional<ParsedLetter.Formatted> body, Language language) {
    return page(body, language, WorkBudget.ofLetter());
  }

  /** The same within a budget; of markup that has more than that, the words alone are shown. */
  public static String page(
      Optional<ParsedLetter.Formatted> body, Language language, WorkBudget budget) {
    if (body.isEmpty()) {
      return framed(language, said(language, "text-only"));
    }
    HtmlSanitizer safe = new HtmlSanitizer(body.get().pictures(), language);
    String html = body.get().html();
    return BoundedHtml.tree(html, budget)
        .map(safe::sanitized)
        .map(shown -> framed(language, safe.note() + shown))
        .orElseGet(() -> plain(html, language));
  }

  /** The words alone, where a form would take too long to be made harmless. */
  private static String plain(String html, Language language) {
    String words = Entities.escape(BoundedHtml.words(html));
    return framed(
        language, said(language, "too-large") + "<hr><div dir=\"auto\">" + lines(words) + "</div>");
  }

  private static String lines(String words) {
    return words.replace("\n", "<br>\n");
  }

  /** For a letter whose formatted form was not ready in time. */
  public static String late(Language language) {
    return framed(language, said(language, "too-large"));
  }

  /** For a letter at which a server ended: it is not read again by itself. */
  public static String ended(Language language) {
    return framed(language, said(language, "ended"));
  }

  private static String said(Language language, String sentence) {
    return "<p>" + WORDS.say(language, sentence) + "</p>";
  }

  private static String framed(Language language, String content) {
    return "<!doctype html><html lang=\""
        + language.tag()
        + "\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\""
        + " content=\"light dark\"><title>"
        + WORDS.say(language, "letter")
        + "</title></head><body dir=\"auto\">"
        + content
        + "</body></html>";
  }

  private String note() {
    return refused == 0
        ? ""
        : "<p dir=\"auto\"><small>"
            + WORDS.say(language, "pictures", Map.of("n", refused))
            + "</small></p><hr>";
  }

  private String sanitized(Document page) {
    page.select("head, script, style, title, template, noscript, object, svg, math").remove();
    page.select("img, image, input[type=image]").forEach(this::place);
    page.select("a[href], area[href]").forEach(HtmlSanitizer::showTarget);
    page.select("[style]").forEach(HtmlSanitizer::unstyled);
    return POLICY.sanitize(page.body().html());
  }

  /** Of a long style nothing is kept that is worth reading it for. */
  private static void unstyled(Element element) {
    if (element.attr("style").length() > MAX_STYLE) {
      element.removeAttr("style");
    }
  }

  private void place(Element picture) {
    String source = picture.attr("src").strip();
    byte[] known =
        source.toLowerCase(Locale.ROOT).startsWith("cid:")
            ? pictures.get(source.substring(4))
            : null;
    Optional<String> type = known == null ? Optional.empty() : type(known);
    if (known == null || type.isEmpty() || octets + known.length > MAX_PICTURE_OCTETS) {
      refused++;
      String named = picture.attr("alt").strip();
      picture.replaceWith(
          new TextNode(
              named.isEmpty()
                  ? WORDS.say(language, "picture")
                  : WORDS.say(language, "picture-named", Map.of("name", named))));
      return;
    }
    octets += known.length;
    String data = Base64.getEncoder().encodeToString(known);
    picture.removeAttr("srcset");
    picture.attr("src", "data:" + type.get() + ";base64," + data);
  }

  /** By its first octets, whatever it was declared to be; never a format that can hold markup. */
  static Optional<String> type(byte[] picture) {
    return startsWith(picture, 0x89, 'P', 'N', 'G')
        ? Optional.of("image/png")
        : startsWith(picture, 0xff, 0xd8, 0xff)
            ? Optional.of("image/jpeg")
            : startsWith(picture, 'G', 'I', 'F', '8')
                ? Optional.of("image/gif")
                : startsWith(picture, 'R', 'I', 'F', 'F')
                        && picture.length > 12
                        && picture[8] == 'W'
                    ? Optional.of("image/webp")
                    : Optional.empty();
  }

  private static boolean startsWith(byte[] octets, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= octets.length || (octets[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where it leads stands beside the words, unless they are that. */
  private static void showTarget(Element link) {
    String target = link.attr("href").strip();
    link.attr("target", "_blank");
    String shown = shown(target);
    boolean said = link.text().strip().equals(target) && shown.equals(target);
    if (LINK.matcher(target).matches() && !said) {
      // within an element of its own: to add one among many moves all that stand behind it
      Element around = new Element("span");
      link.replaceWith(around);
      around.appendChild(link).appendChild(new TextNode(" <" + shown + "> "));
    }
  }

  /** With the host as DNS knows it: letters of other alphabets that look alike do not. */
  static String shown(String target) {
    Matcher page = PAGE.matcher(target);
    String known =
        page.matches()
            ? page.group(1) + ascii(page.group(2)) + page.group(3)
            : AT_HOST.matcher(target).replaceAll(m -> quoteReplacement("@" + ascii(m.group(1))));
    String plain = known.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > MAX_SHOWN_TARGET ? plain.substring(0, MAX_SHOWN_TARGET) + "…" : plain;
  }

  /** Browsers read {@code %C3%9F} in a host as the letter that it is. */
  private static String ascii(String host) {
    try {
      String read = host.indexOf('%') < 0 ? host : URLDecoder.decode(host, UTF_8);
      return DomainName.ascii(read).orElse(host);
    } catch (IllegalArgumentException e) {
      return host; // leads nowhere
    }
  }
}
