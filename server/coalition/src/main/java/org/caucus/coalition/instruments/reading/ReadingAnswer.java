package org.caucus.coalition.instruments.reading;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Style;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** What the process that reads answers. It is checked: a document may have taken it over. */
final class ReadingAnswer {
  private static final int MOST_TITLE = 300;

  private static final String DAMAGED = "document-is-damaged";

  /** Those of which a limit is the reason. */
  private static final Set<String> TOO_LARGE =
      Set.of(
          "document-is-too-large",
          "document-has-too-many-pages",
          "document-has-too-much-text",
          "document-has-too-many-paragraphs",
          "document-is-packed-too-tightly",
          "document-is-nested-too-deeply");

  /** Those that the process may answer: no other code of the catalogue. */
  private static final Set<String> OTHER =
      Set.of(
          DAMAGED,
          "document-is-encrypted",
          "document-has-macros",
          "document-is-of-old-word",
          "document-has-an-unknown-format",
          "document-is-a-scan",
          "document-has-unreadable-glyphs",
          "document-has-external-parts",
          "document-has-xml-entities",
          "document-has-broken-characters",
          "document-has-no-text");

  private ReadingAnswer() {}

  /** A reading, or the refusal that it answers instead. */
  static Reading parse(byte[] answer) {
    try {
      JsonObject json = new JsonObject(Buffer.buffer(answer));
      if (json.containsKey("refused")) {
        throw refusal(json.getString("refused"), json.getJsonObject("arguments"));
      }
      return reading(json);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      throw Refusal.unsupported(Message.of("document-is-damaged"));
    }
  }

  private static Refusal refusal(String code, JsonObject arguments) {
    if (TOO_LARGE.contains(code)) {
      return Refusal.tooLarge("file", message(code, arguments));
    }
    return Refusal.unsupported(message(OTHER.contains(code) ? code : DAMAGED, arguments));
  }

  private static Message message(String code, JsonObject arguments) {
    Message message = Message.of(code);
    for (Map.Entry<String, Object> argument : arguments) {
      message = message.with(argument.getKey(), argument.getValue());
    }
    return message;
  }

  private static Reading reading(JsonObject json) {
    String text = json.getString("text");
    TextOfRecord record =
        new TextOfRecord(
            text,
            blocks(json.getJsonArray("blocks"), text.length()),
            new TextOfRecord.TrackedChanges(
                json.getInteger("changes"), json.getInteger("changers")),
            pairs(json, "comments").stream()
                .map(p -> new TextOfRecord.Comment(p.getString(0), p.getString(1)))
                .toList(),
            pairs(json, "mappings").stream()
                .map(p -> new TextOfRecord.Mapping(p.getString(0), p.getInteger(1)))
                .toList());
    Reading.Format format = Reading.Format.valueOf(json.getString("format"));
    return new Reading(
        format,
        record,
        title(json.getString("title"), text),
        json.getString("language"),
        hash(text));
  }

  private static String title(String said, String text) {
    String title = said.isEmpty() ? text.strip().lines().findFirst().orElse("").strip() : said;
    if (title.length() <= MOST_TITLE) {
      return title;
    }
    int end = Character.isHighSurrogate(title.charAt(MOST_TITLE - 1)) ? MOST_TITLE - 1 : MOST_TITLE;
    return title.substring(0, end);
  }

  private static List<JsonArray> pairs(JsonObject json, String name) {
    return json.getJsonArray(name).stream().map(JsonArray.class::cast).toList();
  }

  private static List<Block> blocks(JsonArray given, int length) {
    List<Block> blocks = new ArrayList<>(given.size());
    int at = 0;
    for (int i = 0; i < given.size(); i++) {
      JsonArray block = given.getJsonArray(i);
      int from = block.getInteger(2);
      int to = block.getInteger(3);
      if (from != at || to <= from) {
        throw new IllegalArgumentException("gap or overlap at " + at);
      }
      at = to;
      String kind = block.getString(5);
      Segment.Kind declared = kind == null ? null : Segment.Kind.valueOf(kind);
      Style style = Style.valueOf(block.getString(0));
      blocks.add(new Block(style, block.getInteger(1), from, to, block.getString(4), declared));
    }
    if (at != length) {
      throw new IllegalArgumentException("the text does not end at " + at);
    }
    return blocks;
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
