package org.caucus.coalition.instruments.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.cutting.Correction;
import org.caucus.coalition.instruments.cutting.Corrections;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.coalition.instruments.cutting.TextOfRecord;

/** How a pending edition is kept. */
final class PendingEditionJson {
  private PendingEditionJson() {}

  static byte[] write(PendingEdition p) {
    Instrument.Details about = p.about();
    return new JsonObject()
        .put("id", p.id())
        .put("instrument", p.instrument())
        .put("slug", p.slug())
        .put("kind", about.kind().name())
        .put("title", about.title())
        .put("country", about.country())
        .put("issuer", about.issuer())
        .put("language", about.language())
        .put("tracker", about.tracker())
        .put("dated", p.dated() == null ? null : p.dated().toString())
        .put("audience", p.audience())
        .put("blob", p.source().blob())
        .put("name", p.source().name())
        .put("sha256", p.source().sha256())
        .put("size", p.source().size())
        .put("text", p.text().text())
        .put("blocks", new JsonArray(p.text().blocks().stream().map(b -> block(b)).toList()))
        .put("changes", p.text().tracked().changes())
        .put("authors", p.text().tracked().authors())
        .put(
            "comments",
            new JsonArray(
                p.text().comments().stream()
                    .map(c -> new JsonArray().add(c.author()).add(c.words()))
                    .toList()))
        .put(
            "mappings",
            new JsonArray(
                p.text().mappings().stream()
                    .map(m -> new JsonArray().add(m.kind()).add(m.count()))
                    .toList()))
        .put(
            "corrections",
            new JsonArray(p.corrections().done().stream().map(c -> anchored(c)).toList()))
        .put("version", p.version())
        .put("at", p.at().toString())
        .put("changedAt", p.changedAt().toString())
        .toBuffer()
        .getBytes();
  }

  static PendingEdition read(byte[] plain) {
    JsonObject o = new JsonObject(Buffer.buffer(plain));
    String dated = o.getString("dated");
    return new PendingEdition(
        o.getString("id"),
        o.getString("instrument"),
        o.getString("slug"),
        new Instrument.Details(
            Instrument.Kind.valueOf(o.getString("kind")),
            o.getString("title"),
            o.getString("country"),
            o.getString("issuer"),
            o.getString("language"),
            o.getString("tracker")),
        dated == null ? null : LocalDate.parse(dated),
        o.getString("audience"),
        new Edition.Source(
            o.getString("blob"), o.getString("name"), o.getString("sha256"), o.getLong("size")),
        text(o),
        new Corrections(
            o.getJsonArray("corrections").stream().map(c -> anchored((JsonObject) c)).toList()),
        o.getInteger("version"),
        Instant.parse(o.getString("at")),
        Instant.parse(o.getString("changedAt")));
  }

  private static TextOfRecord text(JsonObject o) {
    return new TextOfRecord(
        o.getString("text"),
        o.getJsonArray("blocks").stream().map(b -> block((JsonArray) b)).toList(),
        new TextOfRecord.TrackedChanges(o.getInteger("changes"), o.getInteger("authors")),
        pairs(o, "comments").stream()
            .map(c -> new TextOfRecord.Comment(c.getString(0), c.getString(1)))
            .toList(),
        pairs(o, "mappings").stream()
            .map(m -> new TextOfRecord.Mapping(m.getString(0), m.getInteger(1)))
            .toList());
  }

  private static List<JsonArray> pairs(JsonObject o, String field) {
    return o.getJsonArray(field).stream().map(JsonArray.class::cast).toList();
  }

  private static JsonArray block(TextOfRecord.Block b) {
    return new JsonArray()
        .add(b.style().name())
        .add(b.level())
        .add(b.from())
        .add(b.to())
        .add(b.number())
        .add(b.declared() == null ? null : b.declared().name());
  }

  private static TextOfRecord.Block block(JsonArray b) {
    String declared = b.getString(5);
    return new TextOfRecord.Block(
        TextOfRecord.Style.valueOf(b.getString(0)),
        b.getInteger(1),
        b.getInteger(2),
        b.getInteger(3),
        b.getString(4),
        declared == null ? null : Segment.Kind.valueOf(declared));
  }

  private static JsonObject anchored(Corrections.Anchored a) {
    JsonObject o = new JsonObject().put("words", a.words()).put("occurrence", a.occurrence());
    return switch (a.correction()) {
      case Correction.Level c -> o.put("line", c.line()).put("level", c.level());
      case Correction.Split c -> o.put("line", c.line()).put("at", c.offset());
      case Correction.Becomes c -> o.put("line", c.line()).put("kind", c.kind().name());
      case Correction.Join c -> o.put("line", c.line());
    };
  }

  private static Corrections.Anchored anchored(JsonObject o) {
    return new Corrections.Anchored(
        correction(o), o.getString("words"), o.getInteger("occurrence"));
  }

  private static Correction correction(JsonObject o) {
    int line = o.getInteger("line");
    if (o.containsKey("level")) {
      return new Correction.Level(line, o.getInteger("level"));
    }
    if (o.containsKey("at")) {
      return new Correction.Split(line, o.getInteger("at"));
    }
    return o.containsKey("kind")
        ? new Correction.Becomes(line, Segment.Kind.valueOf(o.getString("kind")))
        : new Correction.Join(line);
  }
}
