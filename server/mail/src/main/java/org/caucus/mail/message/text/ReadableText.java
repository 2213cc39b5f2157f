package org.caucus.mail.message.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.platform.limits.WorkBudget;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Text parts as a person reads them: flowed lines joined (RFC 3676), HTML without its tags but with
 * its links.
 */
public final class ReadableText {
  private static final String BLOCK_NAMES =
      "p,div,h1,h2,h3,h4,h5,h6,ul,ol,table,"
          + "blockquote,pre,hr,address,article,section,header,footer,dl,figure,form,fieldset";
  private static final Set<String> BLOCKS = Set.of(BLOCK_NAMES.split(",", -1));
  private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd", "br", "caption");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre");

  /** Marks before one line of a quote; a page can nest hundreds, and each costs every line one. */
  static final int MAX_MARKS = 20;

  /** Characters of one page's words; what comes after is left out. Its original is kept whole. */
  static final int MAX_CHARS = 2 * 1024 * 1024;

  /** A line such as {@code Priority: high}, which a letter may begin with. */
  private static final Pattern HEAD_LINE =
      Pattern.compile(
          "[*_]{0,2}[\\p{Lu}\\p{Lo}][\\p{L}-]{1,19}+(?: [\\p{Ll}\\p{Lo}]{1,12}+)?[*_]{0,2} ?"
              + "[:\\uff1a][ *_\\t]");

  private ReadableText() {}

  /** Line ends to {@code \n}, without NULs and trailing blank lines. */
  public static String tidy(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").stripTrailing();
  }

  /** Joins the lines that format=flowed broke softly. */
  public static String unflow(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder(text.length());
    int openDepth = -1;
    boolean head = true;
    for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
      int depth = quoteDepth(line);
      String words = line.substring(depth);
      words = words.startsWith(" ") ? words.substring(1) : words;
      boolean signature = words.equals("-- ");
      boolean key = depth == 0 && HEAD_LINE.matcher(words).lookingAt();
      head &= key || words.isBlank() || openDepth == depth;
      // a phone leaves a blank behind a word: lines of a head stand each on its own all the same
      boolean joins = openDepth == depth && !signature && !(head && key);
      if (!joins) {
        out.append(out.isEmpty() ? "" : "\n")
            .append(">".repeat(depth))
            .append(depth > 0 ? " " : "");
      }
      boolean soft = words.endsWith(" ") && !signature;
      out.append(soft && deleteSpace ? words.substring(0, words.length() - 1) : words);
      openDepth = soft ? depth : -1;
    }
    return out.toString();
  }

  private static int quoteDepth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  /**
   * The words of an HTML page, block by block, quotes marked with {@code >}, links behind their
   * words. What has more elements than the budget is read without a tree.
   */
  public static String fromHtml(String html, WorkBudget budget) {
    return BoundedHtml.tree(html, budget)
        .map(ReadableText::words)
        .orElseGet(() -> BoundedHtml.words(html));
  }

  private static String words(Document page) {
    page.select("head, script, style, title, template, noscript").remove();
    Page words = new Page();
    page.body().traverse(words);
    return words.text();
  }

  /** Collects lines while jsoup walks the page. */
  private static final class Page implements NodeVisitor {
    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quoted;
    private int preformatted;
    private boolean gapWanted;
    private int gapQuoted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        addWords(text.getWholeText());
      } else if (node instanceof Element element) {
        open(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        close(element);
      }
    }

    private static boolean standsAlone(String tag) {
      return BLOCKS.contains(tag) || (LINES.contains(tag) && !tag.equals("br"));
    }

    private void open(Element element) {
      String tag = element.normalName();
      if (standsAlone(tag)) {
        endLine();
      }
      wantGap(tag);
      switch (tag) {
        case "blockquote" -> quoted++;
        case "pre" -> preformatted++;
        case "li" -> line.append("- ");
        case "hr" -> line.append("----");
        case "br" -> breakLine();
        case "img" -> addWords(element.attr("alt"));
        default -> {}
      }
    }

    private void close(Element element) {
      String tag = element.normalName();
      if (tag.equals("a")) {
        addLink(element);
      } else if (tag.equals("td") || tag.equals("th")) {
        addWords(" ");
      } else if (standsAlone(tag)) {
        endLine();
      }
      quoted -= tag.equals("blockquote") ? 1 : 0;
      wantGap(tag);
      preformatted -= tag.equals("pre") ? 1 : 0;
    }

    /** A blank line belongs to the outer of two quotes it stands between. */
    private void wantGap(String tag) {
      if (PARAGRAPHS.contains(tag)) {
        gapQuoted = gapWanted ? Math.min(gapQuoted, quoted) : quoted;
        gapWanted = true;
      }
    }

    private void addLink(Element anchor) {
      String target = anchor.attr("href").strip();
      String words = anchor.text().strip();
      boolean leads = target.matches("(?i)(https?|mailto|tel|ftp):.*");
      String bare = target.replaceFirst("(?i)^mailto:", "");
      if (leads && !words.equals(target) && !words.equals(bare)) {
        addWords((words.isEmpty() ? "<" : " <") + target.replaceAll("\\s", "%20") + ">");
      }
    }

    private void addWords(String text) {
      if (preformatted > 0) {
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
          if (i > 0) {
            breakLine();
          }
          line.append(lines[i]);
        }
        return;
      }
      String words = text.replaceAll("[\\s\\u00a0]+", " ");
      boolean blankBefore = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
      line.append(blankBefore && words.startsWith(" ") ? words.substring(1) : words);
    }

    private void endLine() {
      if (!line.toString().isBlank()) {
        breakLine();
      }
      line.setLength(0);
    }

    private void breakLine() {
      if (done.length() > MAX_CHARS) {
        line.setLength(0);
        return;
      }
      String mark = quoted > 0 ? marks(quoted) + " " : "";
      if (gapWanted && !done.isEmpty()) {
        done.append(marks(gapQuoted)).append('\n');
      }
      gapWanted = false;
      done.append((mark + line).stripTrailing()).append('\n');
      line.setLength(0);
    }

    private static String marks(int depth) {
      return ">".repeat(Math.min(depth, MAX_MARKS));
    }

    String text() {
      endLine();
      return done.toString().strip();
    }
  }
}
