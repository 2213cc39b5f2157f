package org.caucus.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the text of record, block by block, within its limits. */
final class TextBuilder {
  /** What a block is, by the name that the server knows. */
  enum Style {
    PARAGRAPH,
    HEADING,
    ITEM,
    TABLE,
    NOTE,
    FURNITURE
  }

  /** A paragraph, with the end of its line. */
  record Block(
      Style style, int level, int from, int to, @Nullable String number, @Nullable String kind) {}

  /** A comment in the file. */
  record Comment(String author, String words) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final Map<String, Integer> mappings = new TreeMap<>();
  private final Set<String> changers = new LinkedHashSet<>();
  private int changes;
  private long octets;
  private String title = "";
  private String language = "";

  /** A paragraph without a number of its own. */
  void block(Style style, int level, String words) {
    add(style, level, null, null, words, true);
  }

  /** A paragraph whose number the file computes: it is put before the words. */
  void numbered(Style style, int level, String number, String words) {
    mapped("computed-number", 1);
    add(style, level, number, null, number + " " + words, true);
  }

  /** A provision of which the file says what it is; its number is in the words. */
  void declared(String kind, int level, @Nullable String number, String words) {
    add(Style.PARAGRAPH, level, number, kind, words, true);
  }

  /** Words that are kept as they are, lines and spaces too. */
  void exact(Style style, int level, String words) {
    add(style, level, null, null, words, false);
  }

  private void add(
      Style style,
      int level,
      @Nullable String number,
      @Nullable String kind,
      String words,
      boolean isTrimmed) {
    String clean = clean(words);
    String kept = isTrimmed ? clean.strip() : clean;
    if (kept.isEmpty()) {
      return;
    }
    int from = text.length();
    text.append(kept);
    if (isTrimmed) {
      text.append('\n');
    }
    if (blocks.size() >= Limits.BLOCKS) {
      throw Refused.because("document-has-too-many-paragraphs", "limit", Limits.BLOCKS);
    }
    blocks.add(new Block(style, level, from, text.length(), number, kind));
  }

  /** Without control characters; a lone surrogate is no text. */
  private String clean(String words) {
    StringBuilder built = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < words.length()
                && Character.isLowSurrogate(words.charAt(i + 1));
        if (!isPair) {
          throw Refused.because("document-has-broken-characters");
        }
        built.append(c).append(words.charAt(++i));
        count(4);
      } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
        built.append(c);
        count(c < 0x80 ? 1 : c < 0x800 ? 2 : 3);
        if (isDirection(c)) {
          mapped("bidi-control", 1);
        }
      } else {
        mapped("control-character", 1);
      }
    }
    return built.toString();
  }

  private void count(int more) {
    octets += more;
    if (octets > Limits.TEXT) {
      throw Refused.because("document-has-too-much-text", "limit", Limits.TEXT >> 20);
    }
  }

  private static boolean isDirection(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  /** Counts what is not the file's characters one by one. */
  void mapped(String kind, int count) {
    if (count > 0) {
      mappings.merge(kind, count, Integer::sum);
    }
  }

  void comment(String author, String words) {
    if (comments.size() < Limits.COMMENTS) {
      comments.add(new Comment(author, words.strip()));
    }
  }

  /** A tracked change. */
  void change(String author) {
    changes++;
    changers.add(author);
  }

  void titled(String words) {
    if (title.isEmpty()) {
      title = clean(words).strip().replaceAll("\\s+", " ");
    }
  }

  void spoken(String tag) {
    if (language.isEmpty() && tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")) {
      language = tag;
    }
  }

  /** Its words alone, with what was counted while they were read counted in another. */
  String movedInto(TextBuilder other) {
    mappings.forEach(other::mapped);
    other.changes += changes;
    other.changers.addAll(changers);
    return text.toString();
  }

  boolean isEmpty() {
    return text.toString().isBlank();
  }

  /** All of it, as the server reads it. */
  String json(String format) {
    JsonWriter json = new JsonWriter();
    json.open('{').field("format", format).field("title", title).field("language", language);
    json.field("text", text.toString()).name("blocks").open('[');
    for (Block b : blocks) {
      json.open('[').text(b.style().name()).number(b.level()).number(b.from()).number(b.to());
      json.text(b.number()).text(b.kind()).close(']');
    }
    json.close(']').field("changes", changes).field("changers", changers.size());
    json.name("comments").open('[');
    for (Comment c : comments) {
      json.open('[').text(c.author()).text(c.words()).close(']');
    }
    json.close(']').name("mappings").open('[');
    mappings.forEach((kind, n) -> json.open('[').text(kind).number(n).close(']'));
    return json.close(']').close('}').toString();
  }
}
