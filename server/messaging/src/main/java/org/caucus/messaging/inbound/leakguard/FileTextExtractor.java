package org.caucus.messaging.inbound.leakguard;

import io.vertx.core.Future;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.RawLetter;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of attached files: of those that are text, tables, pages, letters, documents or slides.
 * PDFs and pictures are not read. Waits; for virtual threads.
 */
public interface FileTextExtractor {
  /** Bytes of one file beyond which it is not read. */
  int MAX_BYTES = 2 * 1024 * 1024;

  /** No file is ever read. */
  FileTextExtractor NONE = (workspace, file) -> List.of();

  /**
   * Its texts, and what it is called; fails if it cannot be had for the moment. One that can never
   * be read has no texts.
   */
  List<String> of(WorkspaceId workspace, Entry.Attached file);

  /**
   * The files of a post that are looked into. Of a letter's one stands for all: to read it is to
   * read the letter with all that is in it, documents and slides as well.
   */
  static List<Entry.Attached> among(EntryEvent.EntryPosted posted) {
    Set<String> blobs = new HashSet<>();
    return posted
        .files()
        .filter(file -> isText(file) && file.size() <= MAX_BYTES)
        .filter(file -> blobs.add(file.blob()))
        .toList();
  }

  /** Whether its words can be read. */
  static boolean isText(Entry.Attached file) {
    return file.type().startsWith("text/")
        || Stored.TYPES.contains(file.type())
        || OfficeText.is(file.type(), file.name());
  }

  /** Files from where a workspace keeps them. */
  static FileTextExtractor in(Blobs blobs, ParsingExecutor heavy) {
    return new Stored(blobs, heavy);
  }

  /** As they are kept. */
  record Stored(Blobs blobs, ParsingExecutor heavy) implements FileTextExtractor {
    private static final Set<String> TYPES =
        Set.of("message/rfc822", "application/json", "application/xml", "application/xhtml+xml");

    private static final Logger LOG = LoggerFactory.getLogger(FileTextExtractor.class);

    @Override
    public List<String> of(WorkspaceId workspace, Entry.Attached file) {
      List<String> texts = new ArrayList<>();
      texts.add(file.name());
      if (isText(file) && file.size() <= MAX_BYTES) {
        texts.addAll(words(workspace, file));
      }
      return texts;
    }

    private List<String> words(WorkspaceId workspace, Entry.Attached file) {
      return blobs
          .get(workspace, new BlobId(file.blob()))
          .compose(bytes -> read(file, bytes), why -> without(why, isLost(why)))
          .await();
    }

    private Future<List<String>> read(Entry.Attached file, byte[] bytes) {
      return heavy
          .submit(InputSource.MEMBERS, () -> textsIn(file, bytes))
          .recover(why -> without(why, !(why instanceof ParsingExecutor.Full)));
    }

    private static boolean isLost(Throwable why) {
      return why instanceof LogException.UnknownBlob || why instanceof LogException.Unreadable;
    }

    /** What will never be read has no words; what may be read later fails. */
    private static Future<List<String>> without(Throwable why, boolean forGood) {
      LOG.warn("a file could not be compared: {}", why.getClass().getSimpleName());
      return forGood ? Future.succeededFuture(List.of()) : Future.failedFuture(why);
    }

    private static List<String> textsIn(Entry.Attached file, byte[] bytes) {
      if (file.isOfLetter() || file.type().equals("message/rfc822")) {
        RawLetter letter = RawLetter.of(bytes);
        return Stream.concat(LetterFullText.of(letter).stream(), OfficeText.in(letter).stream())
            .toList();
      }
      return OfficeText.is(file.type(), file.name())
          ? OfficeText.of(bytes)
          : LetterFullText.of(asLetter(file.type(), bytes));
    }

    /** A page is read as the page of a letter is, within the same bounds. */
    private static RawLetter asLetter(String type, byte[] bytes) {
      String shown = type.contains("html") ? "text/html" : "text/plain";
      String head =
          "Content-Type: "
              + shown
              + "; charset="
              + charset(bytes)
              + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
      byte[] begins = head.getBytes(StandardCharsets.US_ASCII);
      byte[] all = new byte[begins.length + bytes.length];
      System.arraycopy(begins, 0, all, 0, begins.length);
      System.arraycopy(bytes, 0, all, begins.length, bytes.length);
      return RawLetter.of(all);
    }

    private static String charset(byte[] bytes) {
      if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
        return "utf-16";
      }
      try {
        StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
        return "utf-8";
      } catch (CharacterCodingException e) {
        return "windows-1252";
      }
    }
  }
}
