package org.caucus.coalition.moderation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.attachments.FileDownloads;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.html.HtmlSanitizer;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;

/**
 * {@code /entries/{id}/original} and {@code /attachments}: the letter an entry came by, and its
 * parts.
 */
public final class OriginalRoutes implements Routes {
  private final CommandBus<? extends HeldLetters.Held> floor;
  private final Blobs blobs;
  private final FileDownloads files;
  private final Original originals;
  private final ParsingExecutor heavy;
  private final Attempts attempts;

  /** Time within which a page is made, in seconds; what takes longer is shown as words. */
  static final int PAGE_SECONDS = 10;

  /** Time within which a file is at hand, in seconds. */
  static final int READ_SECONDS = 20;

  /**
   * Routes on this floor.
   *
   * @param heavy where letters are read
   * @param attempts where it is marked that they are
   */
  public OriginalRoutes(
      CommandBus<? extends HeldLetters.Held> floor,
      Blobs blobs,
      Original originals,
      ParsingExecutor heavy,
      Attempts attempts) {
    this.heavy = heavy;
    this.attempts = attempts;
    this.originals = originals;
    this.floor = floor;
    this.blobs = blobs;
    this.files = new FileDownloads(blobs);
  }

  @Override
  public void mount(Operations operations) {
    operations.on("downloadOriginal", this::original);
    operations.on("getCopyDifferences", this::copy);
    operations.on("getFormattedEntry", this::formatted);
    operations.on("downloadAttachment", this::attachment);
  }

  private ApiResponse original(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    byte[] raw = bytes(call, letter(call, state));
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refusal::absent);
    byte[] shown = read(entry, raw, () -> originals.of(entry, raw, state, call.seat()));
    return ApiResponse.file("message/rfc822", call.path("id") + ".eml", Buffer.buffer(shown));
  }

  /** How its copies by mail differ from it; of what was brought in there are none. */
  private ApiResponse copy(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    byte[] raw = bytes(call, letter(call, state));
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refusal::absent);
    if (entry.via() == Channel.ARCHIVE) {
      throw Refusal.absent();
    }
    return ApiResponse.ok(read(entry, raw, () -> originals.copy(entry, raw, state, call.seat())));
  }

  /** In a box of its own: the page that frames it cannot be reached from it, nor any other host. */
  private ApiResponse formatted(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    byte[] letter = bytes(call, letter(call, state));
    Entry entry = entry(call, state);
    String page =
        page(
            entry,
            letter,
            () -> originals.parts(entry, letter, state, call.seat()),
            call.language());
    return new ApiResponse(
        200,
        Map.of(
            "content-type",
            "text/html; charset=utf-8",
            "content-disposition",
            "inline",
            "content-security-policy",
            HtmlSanitizer.CSP),
        Buffer.buffer(page));
  }

  private String page(Entry entry, byte[] raw, Supplier<byte[]> letter, Language language) {
    return marked(
            entry, raw, () -> HtmlSanitizer.page(ParsedLetter.Formatted.of(letter.get()), language))
        .map(
            made ->
                made.timeout(PAGE_SECONDS, TimeUnit.SECONDS)
                    .otherwise(late -> HtmlSanitizer.late(language))
                    .await())
        .orElseGet(() -> HtmlSanitizer.ended(language));
  }

  /** What a letter is read for, where that may take long. */
  private <T> T read(Entry entry, byte[] raw, Callable<T> work) {
    return marked(entry, raw, work)
        .orElseThrow(() -> Refusal.conflict(Message.of("the-server-ended-while-it")))
        .await();
  }

  /** The same; empty if the server ended while it read this letter. */
  private <T> Optional<Future<T>> marked(Entry entry, byte[] raw, Callable<T> work) {
    return attempts.reading(
        "page." + entry.id(), raw.length, () -> heavy.submit(InputSource.MEMBERS, work));
  }

  private ApiResponse attachment(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    int index = Integer.parseInt(call.path("n")) - 1;
    Entry entry = entry(call, state);
    return entry.letter() == null
        ? attached(call, entry, index, state)
        : part(call, entry, index, state);
  }

  private ApiResponse attached(ApiRequest call, Entry entry, int index, HeldLetters.Held state) {
    if (index >= entry.attached().size()) {
      throw Refusal.absent();
    }
    Entry.Attached file = entry.attached().get(index);
    if (!SentFile.isWhole(entry, file, state, call.seat())) {
      return cut(call, entry, file, state);
    }
    return files.send(
        call.workspace(),
        file,
        () -> entry(call, floor.read(call.workspace()).await()),
        call.routing().response());
  }

  /** Read when its turn comes: only as many are in memory whole as are worked on. */
  private ApiResponse cut(
      ApiRequest call, Entry entry, Entry.Attached file, HeldLetters.Held state) {
    byte[] shown =
        heavy
            .submit(
                InputSource.MEMBERS,
                () -> originals.file(entry, file, read(call.workspace(), file), state, call.seat()))
            .await();
    return FileDownloads.file(PassedFile.name(file.name(), shown), shown);
  }

  private byte[] read(WorkspaceId workspace, Entry.Attached file) throws Exception {
    return blobs
        .get(workspace, new BlobId(file.blob()))
        .toCompletionStage()
        .toCompletableFuture()
        .get(READ_SECONDS, TimeUnit.SECONDS);
  }

  /** From what this reader has of the letter: a file of it may be a letter, too. */
  private ApiResponse part(ApiRequest call, Entry entry, int index, HeldLetters.Held state) {
    EntryLetter letter = Objects.requireNonNull(entry.letter());
    Entry.Attached file =
        Entry.Attached.of(letter).stream()
            .filter(f -> f.part() == index + 1)
            .findFirst()
            .orElseThrow(Refusal::absent);
    byte[] raw = bytes(call, letter);
    return read(
        entry,
        raw,
        () -> {
          originals.check(entry, file, FileDownloads.octets(raw, file), state, call.seat());
          return FileDownloads.part(originals.of(entry, raw, state, call.seat()), file);
        });
  }

  private static Entry entry(ApiRequest call, HeldLetters.Held state) {
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refusal::absent);
    state
        .access()
        .mustRead(
            call.seat(),
            state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow(Refusal::absent));
    return entry;
  }

  private static EntryLetter letter(ApiRequest call, HeldLetters.Held state) {
    Entry entry = entry(call, state);
    if (entry.letter() == null || !entry.isAsPosted()) { // it says something else by now
      throw Refusal.absent();
    }
    return Objects.requireNonNull(entry.letter());
  }

  private byte[] bytes(ApiRequest call, EntryLetter letter) {
    return blobs.get(call.workspace(), new BlobId(letter.blob())).await();
  }
}
