package org.caucus.mail.message.text;

import java.util.Optional;
import java.util.Set;
import org.caucus.platform.limits.WorkBudget;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads HTML of others within a budget. A tree is built only of as many elements as are left, and
 * no deeper than the budget's depth: what the libraries do with a tree grows with both, the
 * sanitizer's work with their product. Of anything larger the words are read one after the other,
 * in one pass, without a tree.
 */
public final class BoundedHtml {
  /** Elements of which nothing is shown. */
  static final Set<String> UNSEEN =
      Set.of("head", "script", "style", "title", "template", "noscript");

  private BoundedHtml() {}

  /** The tree of it; empty if it has more elements than are left. */
  public static Optional<Document> tree(String html, WorkBudget budget) {
    if (!budget.takes(WorkBudget.Kind.NODES, tags(html))) {
      return Optional.empty();
    }
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(budget.depth()));
    page.outputSettings().prettyPrint(false); // blanks of its own for every level of every element
    return Optional.of(page);
  }

  /** How many elements a reader can make of it, at most: every start of a tag, closed or not. */
  static long tags(String html) {
    long found = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      found++;
    }
    return found;
  }

  /** The words without a tree: a line for each block, nothing of scripts and styles. */
  public static String words(String html) {
    return new HtmlText(html).read();
  }
}
