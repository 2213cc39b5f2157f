package org.caucus.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.caucus.reading.TextBuilder.Style;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A page: the words that it shows, with the numbers of its lists. Nothing is fetched. */
final class HtmlText {
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "video",
          "audio",
          "select",
          "button",
          "textarea",
          "rp",
          "rt");

  private static final Set<String> ASIDE = Set.of("nav", "footer", "menu");

  private final TextBuilder text;
  private final StringBuilder line = new StringBuilder();

  /** What the line is; of an item also its number. */
  private Style style = Style.PARAGRAPH;

  private int level;
  private String number = "";
  private int lists;
  private int tables;
  private boolean isAside;

  private HtmlText(TextBuilder text) {
    this.text = text;
  }

  static void read(byte[] bytes, TextBuilder text) throws IOException {
    Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    text.spoken(page.select("html").attr("lang"));
    text.titled(page.title());
    HtmlText html = new HtmlText(text);
    html.inside(page.body());
    html.end();
  }

  private void inside(Node parent) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        put(words.getWholeText());
      } else if (node instanceof Element element) {
        element(element);
      }
    }
  }

  /** Spaces are one, as on a page. */
  private void put(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!isSpace) {
        line.append(c);
      } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1))) {
        line.append(' ');
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (UNSEEN.contains(name)) {
      return;
    }
    if (isHidden(element)) {
      text.mapped("hidden-left-out", 1);
      return;
    }
    boolean wasAside = isAside;
    if (ASIDE.contains(name)) {
      end();
      isAside = true;
    }
    switch (name) {
      case "br" -> line.append('\n');
      case "hr" -> end();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
      case "ol", "ul" -> list(element);
      case "table" -> table(element);
      case "math" -> put(element.text());
      default -> {
        if (element.isBlock()) {
          end();
          inside(element);
          end();
        } else {
          inside(element);
        }
      }
    }
    if (isAside && !wasAside) {
      end();
      isAside = false;
    }
  }

  private static boolean isHidden(Element element) {
    String look = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return look.contains("display:none") || element.hasAttr("hidden");
  }

  private void heading(Element element, int rank) {
    end();
    style = Style.HEADING;
    level = rank;
    inside(element);
    end();
  }

  private void list(Element list) {
    end();
    lists++;
    checkDepth(lists);
    boolean isOrdered = list.normalName().equals("ol");
    int count = start(list);
    for (Element item : list.children()) {
      if (item.normalName().equals("li")) {
        count =
            item.attr("value").matches("[0-9]{1,6}") ? Integer.parseInt(item.attr("value")) : count;
        style = Style.ITEM;
        level = lists;
        number = isOrdered ? number(list.attr("type"), count) : "•";
        inside(item);
        count++;
      } else {
        inside(item);
      }
      end();
    }
    lists--;
  }

  private static int start(Element list) {
    return list.attr("start").matches("[0-9]{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
  }

  private static String number(String type, int value) {
    String format =
        switch (type) {
          case "a" -> "lowerLetter";
          case "A" -> "upperLetter";
          case "i" -> "lowerRoman";
          case "I" -> "upperRoman";
          default -> "decimal";
        };
    return NumberFormat.of(format, value) + ".";
  }

  private static void checkDepth(int depth) {
    if (depth > Limits.NESTING) {
      throw Refused.because("document-is-nested-too-deeply", "limit", Limits.NESTING);
    }
  }

  /** One block, a line for each row; a table for layout holds paragraphs. */
  private void table(Element table) {
    end();
    tables++;
    checkDepth(tables);
    int widest = table.select("tr").stream().mapToInt(row -> row.children().size()).max().orElse(0);
    if (widest <= 1 || !table.select("table table").isEmpty()) {
      inside(table);
    } else {
      StringBuilder rows = new StringBuilder();
      for (Element caption : table.select("caption")) {
        rows.append(caption.text()).append('\n');
      }
      for (Element row : table.select("tr")) {
        String between = "";
        for (Element cell : row.children()) {
          rows.append(between).append(cell.text());
          between = "\t";
        }
        rows.append('\n');
      }
      text.block(Style.TABLE, 0, rows.toString());
    }
    end();
    tables--;
  }

  private void end() {
    String words = line.toString().strip();
    line.setLength(0);
    if (words.isEmpty()) {
      return;
    }
    if (isAside) {
      text.block(Style.FURNITURE, 0, words);
    } else if (number.isEmpty()) {
      text.block(style, level, words);
    } else {
      text.numbered(style, level, number, words);
    }
    style = Style.PARAGRAPH;
    level = 0;
    number = "";
  }
}
