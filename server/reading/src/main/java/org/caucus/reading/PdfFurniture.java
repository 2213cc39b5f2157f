package org.caucus.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands at the edge of page after page: running heads, and the numbers of pages. */
final class PdfFurniture {
  /** Lines at the top and at the bottom that may be furniture. */
  private static final int EDGE = 3;

  private static final float MARGIN = 0.14f;

  private final Set<String> repeated = new HashSet<>();
  private final int pages;

  PdfFurniture(List<PdfLine.Page> pages) {
    this.pages = pages.size();
    Map<String, Integer> seen = new HashMap<>();
    for (PdfLine.Page page : pages) {
      Set<String> here = new HashSet<>();
      for (int i = 0; i < page.lines().size(); i++) {
        if (isAtEdge(page, i)) {
          here.add(page.lines().get(i).alike());
        }
      }
      here.forEach(line -> seen.merge(line, 1, Integer::sum));
    }
    // Left and right pages may have their own: a third of them is enough, but three.
    int least = Math.max(3, pages.size() / 3);
    seen.forEach(
        (line, count) -> {
          if (count >= least || (pages.size() == 2 && count == 2)) {
            repeated.add(line);
          }
        });
  }

  private static boolean isAtEdge(PdfLine.Page page, int at) {
    PdfLine line = page.lines().get(at);
    boolean isFirstOrLast = at < EDGE || at >= page.lines().size() - EDGE;
    boolean isInMargin =
        line.top() < page.height() * MARGIN || line.top() > page.height() * (1 - MARGIN);
    return isFirstOrLast && isInMargin;
  }

  boolean holds(PdfLine.Page page, int at) {
    PdfLine line = page.lines().get(at);
    return isAtEdge(page, at)
        && (repeated.contains(line.alike()) || (pages > 1 && line.isPageNumber()));
  }
}
