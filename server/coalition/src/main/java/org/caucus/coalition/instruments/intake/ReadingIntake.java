package org.caucus.coalition.instruments.intake;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentDecider;
import org.caucus.coalition.instruments.Instruments;
import org.caucus.coalition.instruments.cutting.Corrections;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.reading.DocumentReader;
import org.caucus.coalition.instruments.reading.Reading;
import org.caucus.http.ApiRequest;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.ratelimit.ConcurrencySlots;
import org.jspecify.annotations.Nullable;

/** Has a file or a text read, and keeps what came of it. Waits; for virtual threads. */
public final class ReadingIntake {
  private static final int SLUG_CHARS = 40;

  private static final int TITLE_CHARS = 250;

  /** Documents of one workspace that are read or wait for it. */
  private static final int AT_ONCE = 4;

  private final ConcurrencySlots underWay = new ConcurrencySlots();
  private final DocumentReader reader;
  private final PendingEditions pending;
  private final Blobs blobs;

  /** With this reader. */
  public ReadingIntake(DocumentReader reader, PendingEditions pending, Blobs blobs) {
    this.reader = reader;
    this.pending = pending;
    this.blobs = blobs;
  }

  /**
   * What somebody sent.
   *
   * @param name of the file; may be empty for a text
   * @param isFile whether its bytes are kept as its source
   */
  @SuppressWarnings("ArrayRecordComponent") // read once and gone
  public record Sent(String name, byte[] bytes, boolean isFile) {}

  /** The bytes of a file that was sent. */
  byte[] bytes(WorkspaceId workspace, Entry.Attached file) {
    if (file.size() > DocumentReader.MAX_BYTES) {
      throw DocumentReader.tooLarge();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int count = Blobs.pieces(file.size());
    for (int n = 0; n < count; n++) {
      all.writeBytes(blobs.piece(workspace, new BlobId(file.blob()), n, n == count - 1).await());
    }
    return all.toByteArray();
  }

  /** Reads it for this call, and keeps it under this id. */
  PendingEdition read(
      ApiRequest call, String id, Sent sent, Instruments.Held state, @Nullable String next) {
    pending.mustHaveRoom(call.workspace(), call.seat(), call.at());
    String name = sent.name().isBlank() ? "text.txt" : sent.name();
    Reading reading = inTurn(call, sent.bytes(), name);
    InstrumentDecider.mustFit(Cutter.cut(reading.text()));
    Instrument.Details about = about(call.body(), reading, state, next);
    String audience = call.body().getString("audience");
    PendingEdition fresh =
        new PendingEdition(
            id,
            next,
            next == null ? slug(call.body(), about.title()) : next,
            about,
            ReadingRoutes.day(call.body(), null),
            audience,
            source(call, id, sent),
            reading.text(),
            Corrections.NONE,
            1,
            call.at(),
            call.at());
    return pending.begin(call.workspace(), call.seat(), fresh);
  }

  /** One of a seat at a time, and a few of a workspace: others have documents, too. */
  private Reading inTurn(ApiRequest call, byte[] bytes, String name) {
    String workspace = call.workspace().value();
    String seat = workspace + "/" + call.seat();
    if (!underWay.take(Map.of(seat, 1))) {
      throw Refusal.conflict(Message.of("a-document-of-yours-is-being-read"));
    }
    try {
      if (!underWay.take(Map.of(workspace, AT_ONCE))) {
        throw Refusal.conflict(Message.of("too-many-documents-wait"));
      }
      try {
        return reader.read(bytes, name, DocumentReader.Tracked.AS_IT_WOULD_BE).await();
      } finally {
        underWay.giveBack(List.of(workspace));
      }
    } finally {
      underWay.giveBack(List.of(seat));
    }
  }

  private Edition.Source source(ApiRequest call, String id, Sent sent) {
    String hash = InstrumentDecider.sha256(sent.bytes());
    if (!sent.isFile()) {
      return new Edition.Source(null, sent.name(), hash, sent.bytes().length);
    }
    int count = Blobs.pieces(sent.bytes().length);
    for (int n = 0; n < count; n++) {
      int from = n * Blobs.CHUNK_BYTES;
      int to = Math.min(sent.bytes().length, from + Blobs.CHUNK_BYTES);
      byte[] piece = Arrays.copyOfRange(sent.bytes(), from, to);
      boolean unused = // the same file under the same key is there already
          blobs
              .putPiece(call.workspace(), new Blobs.Chunk(new BlobId(id), n, n == count - 1, piece))
              .await();
    }
    return new Edition.Source(id, sent.name(), hash, sent.bytes().length);
  }

  private static Instrument.Details about(
      JsonObject body, Reading reading, Instruments.Held state, @Nullable String next) {
    Instrument.Details was =
        next == null ? null : state.instruments().find(next).orElseThrow().about();
    String title = body.getString("title", was == null ? reading.title() : was.title()).strip();
    String language = reading.language().isEmpty() ? null : reading.language();
    return new Instrument.Details(
        ReadingRoutes.kind(body, was == null ? Instrument.Kind.DRAFT : was.kind()),
        title(title),
        body.getString("country", was == null ? null : was.country()),
        ReadingRoutes.line(body.getString("issuer", was == null ? null : was.issuer())),
        body.getString("language", was == null ? language : was.language()),
        was == null ? null : was.tracker());
  }

  private static String title(String title) {
    String line = title.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    String some = line.isEmpty() ? "–" : line;
    return some.length() <= TITLE_CHARS
        ? some
        : some.substring(0, some.offsetByCodePoints(0, TITLE_CHARS / 2 - 1)) + "…";
  }

  /** As it is wished, or of the letters of its title; of a title without such, by chance. */
  private static String slug(JsonObject body, String title) {
    String wished = body.getString("slug");
    if (wished != null) {
      return wished;
    }
    String slug = letters(title);
    return slug.isEmpty() ? "text-" + RandomIds.random().substring(0, 6) : slug;
  }

  /** Its Latin letters and digits, with one hyphen for all between them. */
  private static String letters(String title) {
    StringBuilder slug = new StringBuilder();
    boolean between = false;
    for (char c : Normalizer.normalize(title, Normalizer.Form.NFKD).toCharArray()) {
      char small = Character.toLowerCase(c);
      boolean isLetter = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
      if (isLetter && slug.length() < SLUG_CHARS) {
        if (between && !slug.isEmpty()) {
          slug.append('-');
        }
        slug.append(small);
      }
      boolean isMark = Character.getType(c) == Character.NON_SPACING_MARK;
      between = isLetter ? false : between || !isMark;
    }
    return slug.toString();
  }
}
