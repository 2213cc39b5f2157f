package org.caucus.coalition.instruments.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentDecider;
import org.caucus.coalition.instruments.InstrumentPresenter;
import org.caucus.coalition.instruments.cutting.NumberPath;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.http.ApiRequest;
import org.caucus.kernel.Message;
import org.jspecify.annotations.Nullable;

/** Shows an outline that is not adopted to the seat that had it read. */
final class PendingEditionPresenter {
  private static final int HEADING_CHARS = 160;

  private PendingEditionPresenter() {}

  /** With its segments, as far as one page goes. */
  static JsonObject whole(PendingEdition p, ApiRequest call, int limit) {
    Outline outline = p.outline();
    int from = call.query("after").map(PendingEditionPresenter::number).orElse(0);
    List<Segment> all = outline.segments();
    int first = Math.min(Math.max(0, from), all.size());
    int last = Math.min(all.size(), first + limit);
    JsonArray segments = new JsonArray();
    for (int i = first; i < last; i++) {
      segments.add(segment(outline, i));
    }
    JsonObject shown = head(p, outline, call).put("segments", segments);
    return last < all.size() ? shown.put("next", String.valueOf(last)) : shown;
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Without its segments. */
  static JsonObject head(PendingEdition p, Outline outline, ApiRequest call) {
    Instrument.Details about = p.about();
    JsonObject shown =
        new JsonObject()
            .put("id", p.id())
            .put("state", p.corrections().done().isEmpty() ? "READ" : "CORRECTED")
            .put("version", p.version())
            .put("slug", p.slug())
            .put("title", about.title())
            .put("kind", about.kind().name())
            .put("audience", Objects.requireNonNullElse(p.audience(), Audience.everyone().wire()))
            .put("source", InstrumentPresenter.source(p.source()))
            .put("textSha256", InstrumentDecider.sha256(p.text().text()))
            .put("chars", p.text().text().length())
            .put("at", p.at().toString())
            .put("usableUntil", p.usableUntil().toString())
            .put("parts", parts(outline))
            .put("provisions", outline.provisions())
            .put("corrections", p.corrections().done().size())
            .put("notes", notes(p, outline, call))
            .put("segments", new JsonArray());
    put(shown, "instrument", p.instrument());
    put(shown, "country", about.country());
    put(shown, "issuer", about.issuer());
    put(shown, "language", about.language());
    put(shown, "dated", p.dated());
    return shown;
  }

  private static void put(JsonObject shown, String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value.toString());
    }
  }

  private static long parts(Outline outline) {
    int top =
        outline.segments().stream()
            .filter(s -> s.path() != null)
            .mapToInt(Segment::level)
            .min()
            .orElse(0);
    return outline.segments().stream().filter(s -> s.path() != null && s.level() == top).count();
  }

  private static JsonArray notes(PendingEdition p, Outline outline, ApiRequest call) {
    List<JsonObject> notes = new ArrayList<>();
    int changes = p.text().tracked().changes();
    if (changes > 0) {
      Message said =
          Message.of(
              "reading-note-tracked", "changes", changes, "people", p.text().tracked().authors());
      notes.add(note("tracked-changes", call.told(said)));
    }
    int comments = p.text().comments().size();
    if (comments > 0) {
      notes.add(
          note("comments", call.told(Message.of("reading-note-comments", "count", comments))));
    }
    for (int i = 0; i < outline.segments().size() && notes.size() < 200; i++) {
      NumberPath path = outline.segments().get(i).path();
      if (path != null && path.twin() > 1) {
        Message said = Message.of("reading-note-twin", "path", path.people());
        notes.add(note("same-number", call.told(said)).put("line", i + 1));
      }
    }
    return new JsonArray(notes);
  }

  private static JsonObject note(String code, String detail) {
    return new JsonObject().put("code", code).put("detail", detail);
  }

  private static JsonObject segment(Outline outline, int index) {
    Segment s = outline.segments().get(index);
    NumberPath path = s.path();
    String heading = outline.heading(s);
    return new JsonObject()
        .put("line", index + 1)
        .put("kind", s.kind().name())
        .put("level", s.level())
        .put("number", path == null ? "" : path.last().label())
        .put("path", path == null ? "" : path.mail())
        .put("heading", cut(heading))
        .put("text", outline.words(s));
  }

  private static String cut(String heading) {
    if (heading.codePointCount(0, heading.length()) <= HEADING_CHARS) {
      return heading;
    }
    return heading.substring(0, heading.offsetByCodePoints(0, HEADING_CHARS - 1)) + "…";
  }
}
