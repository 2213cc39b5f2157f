package org.caucus.mail.message.markdown;

import java.util.List;
import java.util.Optional;

/**
 * Writes blocks as HTML that mail programs show alike: styles stand in the elements, nothing is
 * fetched, and what comes from elsewhere is text.
 */
final class HtmlWriter {
  private static final String GREY = "#5b6673";
  private static final String LINE = "#c3cad4";
  private static final String BLUE = "#1a56b0";
  private static final String BELOW = "margin:0 0 12px";
  private static final String FIXED =
      "font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:14px";

  private static final String[] HEADING_SIZES = {"20px", "18px", "17px", "16px", "16px", "16px"};

  private final StringBuilder out = new StringBuilder();
  private Way way;

  private HtmlWriter(Way way) {
    this.way = way;
  }

  /**
   * The markup of blocks.
   *
   * @param way in which the letter runs that they stand in
   */
  static String write(List<Block> blocks, Way way) {
    HtmlWriter writer = new HtmlWriter(way);
    writer.blocks(blocks);
    return writer.out.toString();
  }

  private void blocks(List<Block> all) {
    all.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph p -> element("p", BELOW, p.inside());
      case Block.Heading h -> heading(h);
      case Block.Items l -> items(l);
      case Block.Quote q -> quote(q);
      case Block.Code c -> code(c);
      case Block.Rule _ -> out.append(rule());
      case Block.Table t -> table(t);
      case Block.Button b -> button(b);
      case Block.Message m -> message(m);
      case Block.Footer f -> footer(f);
    }
    out.append('\n');
  }

  private static String rule() {
    return "<hr style=\"margin:16px 0;border:0;border-top:1px solid " + LINE + "\">";
  }

  private void heading(Block.Heading heading) {
    int level = Math.min(6, heading.level() + 1);
    String size = HEADING_SIZES[heading.level() - 1];
    element(
        "h" + level, "margin:20px 0 8px;font-size:" + size + ";line-height:1.3", heading.inside());
  }

  private void element(String tag, String style, List<Inline> inside) {
    open(tag, style, Way.of(Inline.words(inside)));
    inside.forEach(this::inline);
    out.append("</").append(tag).append('>');
  }

  /** The beginning of an element, with the way of its words where that is another. */
  private void open(String tag, String style, Optional<Way> own) {
    out.append('<').append(tag);
    own.filter(w -> w != way)
        .ifPresent(
            w ->
                out.append(" dir=\"")
                    .append(w.dir())
                    .append("\" lang=\"")
                    .append(w.lang())
                    .append('"'));
    out.append(style.isEmpty() ? "" : " style=\"" + style + "\"").append('>');
  }

  /** Writes what stands in something that runs its own way. */
  private void within(Optional<Way> own, Runnable inside) {
    Way before = way;
    way = own.orElse(before);
    inside.run();
    way = before;
  }

  private Way way(Optional<Way> own) {
    return own.orElse(way);
  }

  private String start(Optional<Way> own) {
    return way(own) == Way.RTL ? "right" : "left";
  }

  private void items(Block.Items list) {
    Optional<Way> own = Way.of(List.of(list));
    String tag = list.start() == null ? "ul" : "ol";
    boolean tasks = list.items().stream().allMatch(i -> i.done() != null);
    String pad = "margin:0 0 12px;padding:0;padding-" + start(own) + ":";
    open(
        list.start() == null || list.start() == 1 ? tag : tag + " start=\"" + list.start() + "\"",
        pad + (tasks ? "4px;list-style:none" : "26px"),
        own);
    within(own, () -> each(list));
    out.append("</").append(tag).append('>');
  }

  /** Each with its author's number where that is not the next one: people quote provisions. */
  private void each(Block.Items list) {
    Integer next = list.start();
    for (Block.Item item : list.items()) {
      Integer own = item.number();
      out.append("\n<li");
      if (own != null && !own.equals(next)) {
        out.append(" value=\"").append(own.intValue()).append('"');
      }
      item(item, list.loose());
      next = own == null ? null : own + 1;
    }
  }

  private void item(Block.Item item, boolean loose) {
    out.append(" style=\"margin:0 0 4px\">");
    if (item.done() != null) {
      out.append(item.done() ? "&#9745; " : "&#9744; ");
    }
    for (Block block : item.inside()) {
      if (!loose && block instanceof Block.Paragraph p) {
        p.inside().forEach(this::inline);
        out.append('\n');
      } else {
        block(block);
      }
    }
    out.append("</li>");
  }

  private void quote(Block.Quote quote) {
    Optional<Way> own = Way.of(quote.inside());
    open(
        "blockquote",
        "margin:0 0 12px;padding:2px 12px;border:0;border-"
            + start(own)
            + ":3px solid "
            + LINE
            + ";color:"
            + GREY,
        own);
    within(own, () -> blocks(quote.inside()));
    out.append("</blockquote>");
  }

  private void code(Block.Code code) {
    out.append("<pre dir=\"ltr\" style=\"margin:0 0 12px;padding:10px 12px;border:1px solid ")
        .append(LINE)
        .append(";border-radius:6px;white-space:pre-wrap;word-wrap:break-word;")
        .append(FIXED)
        .append("\">")
        .append(Html.escaped(code.text()))
        .append("</pre>");
  }

  private void table(Block.Table table) {
    Optional<Way> own = Way.of(List.of(table));
    open("table", "border-collapse:collapse;margin:0 0 12px", own);
    within(
        own,
        () -> {
          row("th", table.head(), table.columns());
          table.rows().forEach(row -> row("td", row, table.columns()));
        });
    out.append("</table>");
  }

  private void row(String tag, Block.Row row, List<Block.Align> columns) {
    out.append("\n<tr>");
    for (int i = 0; i < columns.size(); i++) {
      Optional<Way> own = Way.of(Inline.words(row.cells().get(i)));
      String side =
          switch (columns.get(i)) {
            case START -> start(Optional.empty());
            case CENTER -> "center";
            case END -> way == Way.RTL ? "left" : "right";
          };
      open(tag, "padding:4px 10px;border:1px solid " + LINE + ";text-align:" + side, own);
      row.cells().get(i).forEach(this::inline);
      out.append("</").append(tag).append('>');
    }
    out.append("</tr>");
  }

  private void button(Block.Button button) {
    out.append("<p style=\"margin:0 0 16px\"><a href=\"")
        .append(Html.escaped(button.href()))
        .append("\" style=\"display:inline-block;padding:9px 18px;border:1px solid ")
        .append(BLUE)
        .append(";border-radius:6px;color:")
        .append(BLUE)
        .append(";font-weight:600;text-decoration:none\">")
        .append(Html.escaped(button.label()))
        .append("</a></p>");
  }

  private void message(Block.Message message) {
    out.append("<div id=\"")
        .append(anchor(message.number()))
        .append("\" style=\"margin:24px 0 12px;padding:14px 0 0;border-top:2px solid ")
        .append(LINE)
        .append(";font-size:13px;line-height:1.4\">");
    for (int i = 0; i < message.lines().size(); i++) {
      List<Inline> line = message.lines().get(i);
      boolean title = i == message.title();
      open("div", title ? "font-size:18px;font-weight:600;margin:4px 0" : "", way(line));
      out.append(title ? "" : "<small style=\"font-size:13px;color:" + GREY + "\">");
      line.forEach(this::inline);
      out.append(title ? "</div>" : "</small></div>");
    }
    out.append("</div>");
  }

  private static Optional<Way> way(List<Inline> line) {
    return Way.of(Inline.words(line));
  }

  /** What the head of a message is called on its page. */
  static String anchor(int number) {
    return "m" + number;
  }

  private void footer(Block.Footer footer) {
    out.append(rule());
    out.append("\n<div style=\"font-size:13px;line-height:1.4\">");
    footer.inside().forEach(this::small);
    out.append("</div>");
  }

  private void small(Block block) {
    if (block instanceof Block.Paragraph p) {
      open("p", "margin:0 0 8px", Way.of(Inline.words(p.inside())));
      out.append("<small style=\"font-size:13px;color:").append(GREY).append("\">");
      p.inside().forEach(this::inline);
      out.append("</small></p>");
    } else {
      block(block);
    }
  }

  private void inline(Inline one) {
    switch (one) {
      case Inline.Text t -> out.append(Html.escaped(t.text()));
      case Inline.LineBreak _ -> out.append("<br>\n");
      case Inline.Code c ->
          out.append("<code dir=\"ltr\" style=\"")
              .append(FIXED)
              .append("\">")
              .append(Html.escaped(c.text()))
              .append("</code>");
      case Inline.Styled s -> {
        out.append('<').append(s.style().tag()).append('>');
        s.inside().forEach(this::inline);
        out.append("</").append(s.style().tag()).append('>');
      }
      case Inline.Link l -> link(l);
      case Inline.Picture p ->
          out.append("<span style=\"color:")
              .append(GREY)
              .append("\">")
              .append(Html.escaped(p.words()))
              .append("</span>");
    }
  }

  private void link(Inline.Link link) {
    out.append("<a href=\"")
        .append(Html.escaped(link.href()))
        .append("\" style=\"color:")
        .append(BLUE)
        .append("\">");
    link.inside().forEach(this::inline);
    out.append("</a>");
    String leads = leads(link.href());
    if (!link.href().startsWith("#")
        && !link.isBare()
        && !leads.equals(Inline.words(link.inside()).strip())) {
      out.append("<span dir=\"ltr\"> (").append(Html.escaped(leads)).append(")</span>");
    }
  }

  /** The host that is asked, or the mailbox that is written to. */
  static String leads(String href) {
    if (href.startsWith("mailto:")) {
      return href.substring("mailto:".length());
    }
    return href.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
  }
}
