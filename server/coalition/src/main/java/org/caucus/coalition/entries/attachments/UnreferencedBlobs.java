package org.caucus.coalition.entries.attachments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that nothing needs. Such are a letter's, when the server was killed before it noted that it
 * had them: its sender was told nothing and has sent it again. And those of a letter that went to
 * one person and is over, or of a file that was taken out of a draft. What nothing needs is only
 * remembered the first time it is seen; when it is still so a day later, it goes. Waits; for
 * virtual threads.
 */
public final class UnreferencedBlobs {
  /** Time between two looks at one workspace, and between the first sight of one and its end. */
  public static final Duration PERIOD = Duration.ofHours(24);

  /** Records of the log read at once. */
  private static final int PAGE = 64;

  private static final Logger LOG = LoggerFactory.getLogger(UnreferencedBlobs.class);

  private final Blobs blobs;
  private final EventLog log;
  private final Uploads uploads;
  private final Supplier<Set<String>> waiting;
  private final Over over;
  private final Map<WorkspaceId, Seen> seen = new HashMap<>();

  /** Knows what names bytes and does not need them any more. */
  @FunctionalInterface
  public interface Over {
    /** Whether nobody will ask for the bytes that this record names. May wait. */
    boolean isOver(WorkspaceId workspace, LogRecord record, Instant now);

    /** As soon as one of these says so. */
    static Over any(Over... some) {
      return (workspace, record, now) ->
          Arrays.stream(some).anyMatch(one -> one.isOver(workspace, record, now));
    }
  }

  /**
   * @param waiting blobs of letters that have not ended yet
   */
  public UnreferencedBlobs(
      Blobs blobs, EventLog log, Uploads uploads, Supplier<Set<String>> waiting, Over over) {
    this.over = over;
    this.blobs = blobs;
    this.log = log;
    this.uploads = uploads;
    this.waiting = waiting;
  }

  /** What was without a name at one look. */
  private record Seen(Instant at, Set<String> suspects) {}

  /** Looks, if it is time to; how many went. */
  int look(WorkspaceId workspace, Instant now) {
    Seen last = seen.get(workspace);
    if (last != null && now.isBefore(last.at().plus(PERIOD))) {
      return 0;
    }
    Set<String> unnamed = new HashSet<>(blobs.all(workspace).await());
    uploads.all(workspace).forEach(u -> unnamed.remove(u.blob()));
    unnamed.removeAll(waiting.get());
    withoutThoseInTheLog(workspace, unnamed, now);
    Set<String> gone = new HashSet<>(unnamed);
    gone.retainAll(last == null ? Set.of() : last.suspects());
    gone.forEach(blob -> blobs.delete(workspace, new BlobId(blob)).await());
    unnamed.removeAll(gone);
    seen.put(workspace, new Seen(now, unnamed));
    if (!gone.isEmpty()) {
      LOG.info("{} blobs that nothing needs were deleted", gone.size());
    }
    return gone.size();
  }

  /** Whatever has the form of an id, wherever it stands in a record, may be the name of a blob. */
  private void withoutThoseInTheLog(WorkspaceId workspace, Set<String> unnamed, Instant now) {
    long sequence = 0;
    boolean more = true;
    while (!unnamed.isEmpty() && more) {
      EventLog.Page page = log.page(workspace, sequence, PAGE).await();
      more = page.more();
      for (LogRecord record : page.records()) {
        if (!over.isOver(workspace, record, now)) {
          remove(new String(record.plain(), StandardCharsets.UTF_8), unnamed);
        }
        sequence = record.sequence();
      }
    }
  }

  private static void remove(String text, Set<String> unnamed) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      run = (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7') ? run + 1 : 0;
      if (run >= RandomIds.LENGTH) {
        unnamed.remove(text.substring(i + 1 - RandomIds.LENGTH, i + 1));
      }
    }
  }
}
