package org.caucus.letters;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.email.Attachment;
import org.caucus.email.ParsedLetter;
import org.caucus.email.html.SafeHtml;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.log.BlobId;
import org.caucus.log.Blobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /entries/{id}/original} and {@code /attachments}: the letter an entry came by, and its
 * parts.
 */
public final class OriginalRoutes implements Routes {
  /** Whatever it claims to be: nothing that anybody sent is rendered from our origin. */
  private static final String BYTES = "application/octet-stream";

  private static final Logger LOG = LoggerFactory.getLogger(OriginalRoutes.class);

  private final Floor<? extends Letters.Held> floor;
  private final Blobs blobs;

  /** Routes on this floor. */
  public OriginalRoutes(Floor<? extends Letters.Held> floor, Blobs blobs) {
    this.floor = floor;
    this.blobs = blobs;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("readOriginal", this::original);
    operations.on("readFormatted", this::formatted);
    operations.on("readAttachment", this::attachment);
  }

  private Answer original(Call call) {
    Letters.Held state = floor.read(call.workspace()).await();
    byte[] raw = bytes(call, letter(call, state));
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refused::absent);
    byte[] shown = Original.of(entry, raw, state, call.seat());
    return Answer.file("message/rfc822", call.path("id") + ".eml", Buffer.buffer(shown));
  }

  /** In a box of its own: the page that frames it cannot be reached from it, nor any other host. */
  private Answer formatted(Call call) {
    Letters.Held state = floor.read(call.workspace()).await();
    String page =
        SafeHtml.page(ParsedLetter.Formatted.of(bytes(call, letter(call, state))), call.language());
    return new Answer(
        200,
        Map.of(
            "content-type",
            "text/html; charset=utf-8",
            "content-disposition",
            "inline",
            "content-security-policy",
            SafeHtml.CSP),
        Buffer.buffer(page));
  }

  private Answer attachment(Call call) {
    Letters.Held state = floor.read(call.workspace()).await();
    int index = Integer.parseInt(call.path("n")) - 1;
    Entry entry = entry(call, state);
    return entry.letter() == null
        ? attached(call, entry, index)
        : part(call, Objects.requireNonNull(entry.letter()), index);
  }

  /** A piece at a time, and asked before each whether it may still be read. */
  private Answer attached(Call call, Entry entry, int index) {
    if (index >= entry.attached().size()) {
      throw Refused.absent();
    }
    Entry.Attached file = entry.attached().get(index);
    BlobId blob = new BlobId(file.blob());
    int count = Blobs.pieces(file.size());
    byte[] first = blobs.piece(call.workspace(), blob, 0, count == 1).await();
    HttpServerResponse response = call.routing().response();
    Answer.asFile(BYTES, file.name()).forEach(response::putHeader);
    // what is sent is mostly packed already, and its length lets a browser show how far it is
    response
        .putHeader("content-encoding", "identity")
        .putHeader("content-length", Long.toString(file.size()));
    try {
      response.write(Buffer.buffer(first)).await();
      for (int n = 1; n < count; n++) {
        entry(call, floor.read(call.workspace()).await());
        byte[] piece = blobs.piece(call.workspace(), blob, n, n == count - 1).await();
        response.write(Buffer.buffer(piece)).await();
      }
      response.end().await();
    } catch (RuntimeException e) {
      LOG.warn("an attachment was broken off: {}", e.getClass().getSimpleName());
      response.reset();
    }
    return Answer.STREAMING;
  }

  private Answer part(Call call, Letter letter, int index) {
    Letter.Attachment known =
        letter.attachments().stream()
            .filter(a -> a.index() == index)
            .findFirst()
            .orElseThrow(Refused::absent);
    byte[] bytes = part(bytes(call, letter), index);
    return Answer.file(BYTES, known.name(), Buffer.buffer(bytes));
  }

  private static Entry entry(Call call, Letters.Held state) {
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refused::absent);
    state
        .access()
        .mustRead(
            call.seat(),
            state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow(Refused::absent));
    return entry;
  }

  private static Letter letter(Call call, Letters.Held state) {
    Entry entry = entry(call, state);
    if (entry.letter() == null) {
      throw Refused.absent();
    }
    return Objects.requireNonNull(entry.letter());
  }

  private byte[] bytes(Call call, Letter letter) {
    return blobs.get(call.workspace(), new BlobId(letter.blob())).await();
  }

  private static byte[] part(byte[] letter, int index) {
    List<Attachment> parts = ParsedLetter.of(letter).attachments();
    if (index >= parts.size()) {
      throw Refused.absent();
    }
    return parts.get(index).contentIn(letter);
  }
}
