package org.caucus.mail.message.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** The words of HTML in one pass from the left, without a tree; nothing is looked for twice. */
final class HtmlText {
  /** Elements whose words go on in the line in which they stand. */
  private static final Set<String> INLINE =
      Set.of(
          ("a,abbr,b,bdi,bdo,big,cite,code,del,em,font,i,img,ins,"
                  + "kbd,mark,q,s,samp,small,span,strike,strong,sub,sup,tt,u,var,wbr")
              .split(","));

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean tagsEnd = true;
  private final Set<String> unclosed = new HashSet<>();

  HtmlText(String html) {
    this.html = html;
  }

  String read() {
    while (at < html.length() && out.length() < ReadableText.MAX_CHARS) {
      int tag = html.indexOf('<', at);
      text(tag < 0 ? html.length() : tag);
      if (tag >= 0) {
        tag();
      }
    }
    String text = Parser.unescapeEntities(out.toString(), false);
    return ReadableText.tidy(text).strip();
  }

  private void text(int to) {
    int end = Math.min(to, at + ReadableText.MAX_CHARS - out.length());
    for (int i = at; i < end; i++) {
      char c = html.charAt(i);
      if (c > ' ') {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
        out.append(' ');
      }
    }
    at = to;
  }

  private void tag() {
    int end = tagsEnd ? html.indexOf('>', at) : -1;
    if (end < 0) {
      tagsEnd = false;
      out.append('<');
      at++;
      return;
    }
    String name = name(at + 1, end);
    if (html.charAt(at + 1) != '/' && BoundedHtml.UNSEEN.contains(name) && skipped(name, end)) {
      return;
    }
    boolean ends = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    out.append(INLINE.contains(name) || ends ? "" : "\n");
    at = end + 1;
  }

  private boolean skipped(String name, int from) {
    int end = unclosed.contains(name) ? -1 : indexOf("</" + name, from);
    at = Math.max(at, end);
    if (end < 0) {
      unclosed.add(name);
    }
    return end >= 0;
  }

  private int indexOf(String wanted, int from) {
    for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i, wanted, 0, wanted.length())) {
        return i;
      }
    }
    return -1;
  }

  private String name(int from, int to) {
    int start = from < to && html.charAt(from) == '/' ? from + 1 : from;
    int end = start;
    while (end < to && end - start < 12 && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
