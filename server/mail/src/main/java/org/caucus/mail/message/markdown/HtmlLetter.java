package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page of a letter: what its text says, for programs that show more than text. It is made of
 * the text alone, so that both say the same. Nothing in it is fetched, and nothing tells that it
 * was read.
 */
public final class HtmlLetter {
  /** Characters of a text; a longer one is sent as text alone. */
  public static final int MAX_CHARS = 256 * 1024;

  /** What stands above what is below a letter (RFC 3676 section 4.3). */
  private static final String DASHES = "-- ";

  private static final String HEAD =
      """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <style>
      :root { color-scheme: light dark; }
      @media (prefers-color-scheme: dark) {
      a { color: #8ab4f8 !important; border-color: #8ab4f8 !important; }
      small, blockquote { color: #a7b1be !important; }
      hr, pre, th, td, blockquote, div { border-color: #4a5462 !important; }
      }
      </style>
      </head>
      <body style="margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,\
      'Noto Sans','Noto Naskh Arabic',Arial,sans-serif;font-size:16px;line-height:1.5">
      <div style="max-width:600px;margin:0 auto;word-wrap:break-word;overflow-wrap:break-word">
      """;

  private static final String END =
      """
      </div>
      </body>
      </html>
      """;

  /**
   * How a letter is laid out.
   *
   * @param language of the words of this server in it
   * @param site the address with which pages of this server begin; empty to have no buttons
   * @param open what stands on a button that leads to one
   */
  public record Look(Language language, String site, String open) {
    /** Without buttons. */
    public static Look of(Language language) {
      return new Look(language, "", "");
    }
  }

  private HtmlLetter() {}

  /** The page that says what this text says; null for one that is too long. */
  public static @Nullable String of(String text, Look look) {
    if (text.length() > MAX_CHARS) {
      return null;
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    int dashes = dashes(lines);
    List<Block> blocks = new ArrayList<>();
    Buttons buttons = new Buttons(look.site(), look.open());
    Markdown.parse(dashes < 0 ? lines : lines.substring(0, dashes))
        .forEach(block -> blocks.addAll(buttons.in(block)));
    if (dashes >= 0) {
      blocks.add(new Block.Footer(Markdown.parse(lines.substring(dashes + DASHES.length() + 1))));
    }
    return page(blocks, look);
  }

  /**
   * One of the messages of a digest.
   *
   * @param head its fields, a line each
   * @param title which of them is its title
   * @param body what it says
   */
  public record Message(List<String> head, int title, String body) {
    /** Keeps them as they are now. */
    public Message {
      head = List.copyOf(head);
    }
  }

  /**
   * The page of a digest; null for one that is too long.
   *
   * @param contents what is in it: each line of its last list with numbers leads to its message
   * @param end what stands below all of them
   */
  public static @Nullable String digest(
      String contents, List<Message> messages, String end, Look look) {
    long chars = contents.length() + messages.stream().mapToLong(m -> m.body().length()).sum();
    if (chars > MAX_CHARS) {
      return null;
    }
    List<Block> blocks = new ArrayList<>();
    Markdown.parse(contents).forEach(block -> blocks.add(leading(block, messages.size())));
    int number = 1;
    for (Message message : messages) {
      List<List<Inline>> lines = message.head().stream().map(HtmlLetter::line).toList();
      blocks.add(new Block.Message(number++, lines, message.title()));
      blocks.addAll(Markdown.parse(message.body()));
    }
    blocks.add(new Block.Rule());
    blocks.addAll(Markdown.parse(end));
    return page(blocks, look);
  }

  private static List<Inline> line(String field) {
    if (field.startsWith("Message-ID:")) { // it looks like an email address but is not one
      return List.of(new Inline.Text(field));
    }
    return Markdown.parse(field).stream()
        .flatMap(b -> b instanceof Block.Paragraph p ? Stream.of(p.inside()) : Stream.empty())
        .findFirst()
        .orElse(List.of(new Inline.Text(field)));
  }

  /** A list of all messages leads to each of them. */
  private static Block leading(Block block, int messages) {
    if (!(block instanceof Block.Items list)
        || list.start() == null
        || list.items().size() != messages) {
      return block;
    }
    List<Block.Item> items = new ArrayList<>();
    for (Block.Item item : list.items()) {
      String to = "#" + HtmlWriter.anchor(items.size() + 1);
      items.add(
          item.inside().size() == 1
                  && item.inside().getFirst() instanceof Block.Paragraph p
                  && p.inside().stream().noneMatch(i -> i instanceof Inline.Link)
              ? new Block.Item(
                  item.number(),
                  item.done(),
                  List.of(new Block.Paragraph(List.of(new Inline.Link(to, p.inside())))))
              : item);
    }
    return new Block.Items(list.start(), list.loose(), items);
  }

  private static String page(List<Block> blocks, Look look) {
    Way way = look.language().isRightToLeft() ? Way.RTL : Way.LTR;
    return "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n"
            .formatted(look.language().tag(), way.dir())
        + HEAD
        + HtmlWriter.write(blocks, way)
        + END;
  }

  /** Where the last line of dashes begins, below which the footer stands; -1 for none. */
  private static int dashes(String lines) {
    if (lines.lastIndexOf("\n" + DASHES + "\n") >= 0) {
      return lines.lastIndexOf("\n" + DASHES + "\n") + 1;
    }
    return lines.startsWith(DASHES + "\n") ? 0 : -1;
  }
}
