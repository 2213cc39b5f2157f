package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;
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
      hr, pre, th, td, blockquote { border-color: #4a5462 !important; }
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
