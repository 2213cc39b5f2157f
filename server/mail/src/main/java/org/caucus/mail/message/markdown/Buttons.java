package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;

/** Makes a button of a page's address that has a line of its own below a line that leads to it. */
final class Buttons {
  private final String site;
  private final String label;

  Buttons(String site, String label) {
    this.site = site;
    this.label = label;
  }

  /** The block, or the parts of it where there is a button. */
  List<Block> in(Block block) {
    return !site.isEmpty() && block instanceof Block.Paragraph p ? parts(p) : List.of(block);
  }

  private List<Block> parts(Block.Paragraph paragraph) {
    List<Block> parts = new ArrayList<>();
    List<Inline> now = new ArrayList<>();
    for (List<Inline> line : lines(paragraph)) {
      boolean led = Inline.words(now).strip().endsWith(":");
      if (led && line.size() == 1 && line.getFirst() instanceof Inline.Link l && isPage(l)) {
        parts.add(new Block.Paragraph(now));
        parts.add(new Block.Button(l.href(), label));
        now = new ArrayList<>();
      } else {
        if (!now.isEmpty()) {
          now.add(new Inline.LineBreak());
        }
        now.addAll(line);
      }
    }
    if (!now.isEmpty()) {
      parts.add(new Block.Paragraph(now));
    }
    return parts;
  }

  private boolean isPage(Inline.Link link) {
    return link.isBare() && link.href().startsWith(site);
  }

  private static List<List<Inline>> lines(Block.Paragraph paragraph) {
    List<List<Inline>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    for (Inline one : paragraph.inside()) {
      if (one instanceof Inline.LineBreak) {
        lines.add(new ArrayList<>());
      } else {
        lines.getLast().add(one);
      }
    }
    return lines;
  }
}
