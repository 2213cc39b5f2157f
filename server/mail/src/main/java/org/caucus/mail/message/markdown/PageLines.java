package org.caucus.mail.message.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines that a page shows of a text: what programs send back that quote the page, without what
 * its author typed to have it shown so.
 */
public final class PageLines {
  private PageLines() {}

  /** The lines of a text; those that it has itself, where it is too long for a page. */
  public static Stream<String> of(String text) {
    return text.length() > HtmlLetter.MAX_CHARS
        ? text.lines()
        : Markdown.parse(text.lines().collect(Collectors.joining("\n"))).stream()
            .flatMap(PageLines::of);
  }

  private static Stream<String> of(Block block) {
    return switch (block) {
      case Block.Paragraph p -> words(p.inside());
      case Block.Heading h -> words(h.inside());
      case Block.Code c -> c.text().lines();
      case Block.Quote q -> q.inside().stream().flatMap(PageLines::of);
      case Block.Footer f -> f.inside().stream().flatMap(PageLines::of);
      case Block.Items l -> l.items().stream().flatMap(PageLines::of);
      case Block.Table t ->
          Stream.concat(Stream.of(t.head()), t.rows().stream()).flatMap(PageLines::of);
      case Block.Message m -> m.lines().stream().flatMap(PageLines::words);
      case Block.Button _, Block.Rule _ -> Stream.empty();
    };
  }

  /** With and without what stands before it. */
  private static Stream<String> of(Block.Item item) {
    List<String> inside = item.inside().stream().flatMap(PageLines::of).toList();
    String mark = item.done() == null ? "- " : item.done() ? "- [x] " : "- [ ] ";
    return Stream.concat(inside.stream(), inside.stream().limit(1).map(mark::concat));
  }

  /** Some programs set cells below one another, some beside. */
  private static Stream<String> of(Block.Row row) {
    List<String> cells = row.cells().stream().map(Inline::words).toList();
    return Stream.concat(cells.stream(), Stream.of(String.join(" ", cells)));
  }

  /** With and without what is shown behind links. */
  private static Stream<String> words(List<Inline> inside) {
    return Stream.of(
            Inline.words(inside),
            inside.stream().map(PageLines::shown).collect(Collectors.joining()))
        .distinct()
        .flatMap(String::lines);
  }

  private static String shown(Inline one) {
    return switch (one) {
      case Inline.Link l when !l.isBare() ->
          Inline.words(List.of(l)) + " (" + HtmlWriter.leads(l.href()) + ")";
      case Inline.Styled s ->
          s.inside().stream().map(PageLines::shown).collect(Collectors.joining());
      default -> Inline.words(List.of(one));
    };
  }
}
