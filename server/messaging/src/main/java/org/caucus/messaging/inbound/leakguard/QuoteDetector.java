package org.caucus.messaging.inbound.leakguard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether a text quotes something that not all of its readers can read. Only what its author
 * can read is looked at, so that nobody learns by trying what is here; and words that stand in
 * something all readers can read are no secret, no matter who else said them.
 */
public final class QuoteDetector {
  /**
   * Fingerprints that one source must share, {@value #MARKED} for each that is marked as a quote:
   * fewer are figures of speech, lines of a program, a greeting. Some twenty words in a row, or
   * twelve marked ones; see {@code 0451-guard-quotes-by-fingerprints-of-what-not-all-readers.md}
   * for what was counted.
   */
  static final int ENOUGH = 4;

  /** What a fingerprint within a marked quote counts. */
  static final int MARKED = 2;

  /** Fingerprints of all workspaces together, at some 30 bytes; the longest unused goes first. */
  static final int MAX_FINGERPRINTS = 1_000_000;

  /** Characters of all texts of one question that are also looked at as one. */
  static final int MAX_JOINED_CHARS = 1_000_000;

  /** Files that cannot be had before a question goes on without those that are left. */
  static final int MAX_FAILED = 3;

  private static final Logger LOG = LoggerFactory.getLogger(QuoteDetector.class);

  private final FileTextExtractor files;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, QuoteIndex> indexes =
      new LinkedHashMap<>(16, 0.75f, true);

  /** Looks into no files. */
  public QuoteDetector() {
    this(FileTextExtractor.NONE);
  }

  /** Looks into these files, too. */
  public QuoteDetector(FileTextExtractor files) {
    this.files = files;
  }

  /**
   * A quote from what fewer people can read.
   *
   * @param outside readers of the text who cannot read what it quotes; empty if only people who
   *     join later would be, or if its author cannot read it any more
   * @param offRecord whether some of it is an update that was said off record: it is not carried
   *     further, be it knowingly
   */
  public record Narrower(List<Seat> outside, boolean offRecord) {}

  /**
   * Looks for quotes.
   *
   * @param readers who would read the texts; if nobody here would, as what is told to a stranger,
   *     all that was said here was said to fewer
   */
  public Optional<Narrower> find(
      Workspace state, SeatId author, Scope readers, List<String> texts) {
    QuoteIndex index = index(state.id());
    index.reading(() -> readFiles(index, state));
    List<String> asked = new ArrayList<>(texts);
    if (texts.size() > 1) {
      asked.add(joined(texts)); // one quote may be given in two of them
    }
    AtomicReference<@Nullable Narrower> answer = new AtomicReference<>();
    index.search(
        state,
        search -> {
          QuoteQuery question = new QuoteQuery(state, search, author, readers);
          asked.forEach(question::ask);
          answer.set(question.answer().orElse(null));
        });
    return Optional.ofNullable(answer.get());
  }

  /** One that cannot be had waits for the next question, and keeps nobody from writing. */
  private void readFiles(QuoteIndex index, Workspace state) {
    int failed = 0;
    for (QuoteIndex.Enclosed enclosed : index.unread(state)) {
      try {
        index.add(enclosed, files.of(state.id(), enclosed.file()));
      } catch (RuntimeException later) {
        LOG.warn("a file is compared later: {}", later.getClass().getSimpleName());
        index.putOff(enclosed);
        failed++;
        if (failed == MAX_FAILED) {
          return;
        }
      }
    }
  }

  /** The texts of files that are about to be attached; of many long ones only of the first. */
  public List<String> textsOf(WorkspaceId workspace, List<Entry.Attached> attached) {
    List<String> texts = new ArrayList<>();
    int left = MAX_JOINED_CHARS;
    for (Entry.Attached file : attached) {
      List<String> more = left > 0 ? files.of(workspace, file) : List.of(file.name());
      texts.addAll(more);
      left -= more.stream().mapToInt(String::length).sum();
    }
    return texts;
  }

  private static String joined(List<String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      int left = MAX_JOINED_CHARS - all.length();
      if (left <= 0) {
        break;
      }
      all.append(text, 0, Math.min(text.length(), left)).append('\n');
    }
    return all.toString();
  }

  private QuoteIndex index(WorkspaceId workspace) {
    lock.lock();
    try {
      QuoteIndex wanted = indexes.computeIfAbsent(workspace, w -> new QuoteIndex());
      while (indexes.size() > 1 && total() > MAX_FINGERPRINTS) {
        indexes.pollFirstEntry();
      }
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private int total() {
    return indexes.values().stream().mapToInt(QuoteIndex::size).sum();
  }
}
