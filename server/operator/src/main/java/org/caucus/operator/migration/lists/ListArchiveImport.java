package org.caucus.operator.migration.lists;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.imports.ImportCommand;
import org.caucus.coalition.lists.imports.ImportDecider;
import org.caucus.coalition.lists.imports.ImportedLetter;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.mailbox.ArchivedHeader;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.ThreadMark;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.jobs.Retry;
import org.caucus.platform.spill.HeapPressure;
import org.caucus.workspace.Workspace;

/** Brings the letters of a box into a list's archive. Waits; mails nobody. */
public final class ListArchiveImport implements AutoCloseable {
  /** Most letters of one box. */
  public static final int MAX_LETTERS = 1_000_000;

  /** Octets of the heap for what is known of all letters of one box, at most. */
  static final long MAX_HELD_OCTETS = 64L * 1024 * 1024;

  /** And no more than one part in so many of the whole heap. */
  private static final int HEAP_SHARE = 8;

  /** Octets of letters that are in memory at once, twice over; a larger letter goes alone. */
  private static final long BATCH_OCTETS = 4L * 1024 * 1024;

  /** Stored letters that are asked for at once when they are held against the box. */
  private static final int COMPARED_AT_ONCE = 64;

  private static final String COMPARED = "compared";

  private static final int MAX_AUTHORS = 10_000;

  private static final String CUT = "\n\n(cut here; the original has the rest)";

  /** What is said where the heap has no room for more. */
  public static final String NO_MEMORY =
      "the server's memory is nearly full; the server operator must add memory and restart the"
          + " import, which then continues where it stopped";

  private final CommandBus<Workspace> floor;
  private final Blobs blobs;
  private final Order order;
  private final Progress progress;
  private final ArchivedHeaders heads;
  private final TicketRedaction tickets;
  private final Map<String, String> authors = new ConcurrentHashMap<>();
  private final Instant now;
  private final long began = System.nanoTime();
  private int posted;
  private int threads;

  /**
   * What is wished.
   *
   * @param by the convenor who brings it in
   * @param audience who may read it
   * @param trashed whether to bring in what somebody had thrown away, too
   * @param domain the mail domain of this installation
   */
  public record Order(
      WorkspaceId workspace,
      SeatId by,
      String list,
      Audience audience,
      LetterArchive.Kind kind,
      boolean trashed,
      String domain) {}

  /** The heap is nearly full of what is in use. What was brought in before stays. */
  public static final class NoMemory extends IOException {
    private static final long serialVersionUID = 1L;

    NoMemory() {
      super(NO_MEMORY);
    }
  }

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many letters of all. */
    void at(String step, int letters, int all);

    /** It waits for the database; throws to end it. Asks nothing of the database itself. */
    default void waits() {}
  }

  /**
   * How it ended.
   *
   * @param threads that were begun
   * @param importMillis to read, sort, store and post; not to compare
   */
  public record Report(
      Map<ImportOutcome.What, Integer> ends,
      List<ImportOutcome> fates,
      int threads,
      long importMillis) {
    /** How many ended so. */
    public int count(ImportOutcome.What what) {
      return ends.getOrDefault(what, 0);
    }

    /** How many letters there are in the box. */
    public int letters() {
      return fates.size() - count(ImportOutcome.What.UNREAD);
    }
  }

  /**
   * An import on this floor, to be run once.
   *
   * @throws IOException the disk has no room for what is read meanwhile
   */
  public ListArchiveImport(
      CommandBus<Workspace> floor, Blobs blobs, InstantSource clock, Order order, Progress progress)
      throws IOException {
    this.floor = floor;
    this.blobs = blobs;
    this.now = clock.instant();
    this.heads =
        new ArchivedHeaders(
            Math.min(MAX_HELD_OCTETS, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    this.order = order;
    this.tickets = new TicketRedaction(order.domain());
    this.progress = progress;
  }

  /**
   * Does it.
   *
   * @throws Refusal the convenor may not, or the audience is not within the list's
   * @throws IOException the box cannot be read, or changed while it was
   */
  public Report run(LetterArchive box) throws IOException {
    Workspace before = floor.read(order.workspace()).await();
    ImportDecider.audience(before, order.list(), order.audience(), order.by());
    ImportedEntryIds ids = new ImportedEntryIds(before, order.by(), order.list(), blobs);
    scan(box, before, ids);
    if (heads.anyNew()) {
      submit(
          new ImportCommand.Begin(
              order.list(),
              order.kind().name().toLowerCase(java.util.Locale.ROOT),
              order.audience()));
      var sorted =
          new ImportPlacement(
              before, order.list(), order.by(), order.audience(), order.domain(), heads);
      new Posting(sorted, ids).run(box);
      threads = sorted.begun();
    }
    posted = heads.size();
    long millis = millis();
    compare(box, floor.read(order.workspace()).await());
    return new Report(heads.ends(), heads.fates(), threads, millis);
  }

  /**
   * What became of each letter when it stopped in the middle, which {@link #run} said by failing.
   */
  public Report stopped() {
    heads.leftFrom(posted);
    return new Report(heads.ends(), heads.fates(), threads, millis());
  }

  private long millis() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Reports cannot be read any more then. What it took of the heap is given back. */
  @Override
  public void close() throws IOException {
    heads.close();
    HeapPressure.giveBack();
  }

  private static void mustHaveMemory() throws IOException {
    if (HeapPressure.isShort()) {
      throw new NoMemory();
    }
  }

  private void submit(ImportCommand command) {
    floor.submit(order.workspace(), order.by(), command, null).await();
  }

  /** The first time: headers. */
  private void scan(LetterArchive box, Workspace state, ImportedEntryIds ids) throws IOException {
    Instant[] last = {now};
    box.each(
        mail -> {
          if (heads.size() >= MAX_LETTERS) {
            throw new IOException(
                "more than " + MAX_LETTERS + " emails in one mailbox file; split it");
          }
          byte[] octets = mail.octets();
          Optional<ImportOutcome> left = SkippedLetters.of(heads.size() + 1, mail, order.trashed());
          if (octets == null || left.isPresent()) {
            heads.add(left.orElseThrow());
            return;
          }
          ArchivedHeader said = said(octets, mail);
          last[0] = said.at() == null ? last[0] : said.at();
          String entry = ids.of(ThreadMark.without(octets));
          heads.add(entry, state.entries().find(entry).isPresent(), said, last[0]);
          progress.at("read", heads.size(), 0);
        });
  }

  private ArchivedHeader said(byte[] octets, ArchivedLetter mail) {
    return ArchivedHeader.of(RawLetter.of(octets), mail.line(), now);
  }

  /** The second time: stores letters and has them posted; one batch is read while one is stored. */
  private final class Posting {
    private final ImportPlacement sorted;
    private final ImportedEntryIds ids;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<ArchivedLetter> mails = new ArrayList<>();
    private long octets;
    private int index;
    private Future<?> stored = Future.succeededFuture();
    private int under;

    Posting(ImportPlacement sorted, ImportedEntryIds ids) {
      this.sorted = sorted;
      this.ids = ids;
    }

    void run(LetterArchive box) throws IOException {
      try {
        box.each(this::take);
        flush();
      } finally {
        settle(); // also where it stops: what is under way comes in, and is told of
      }
      if (index != heads.size()) {
        throw changed();
      }
    }

    private void take(ArchivedLetter mail) throws IOException {
      if (index >= heads.size()) {
        throw changed();
      }
      byte[] bytes = mail.octets();
      if (bytes != null && heads.isNew(index)) {
        if (octets + bytes.length > BATCH_OCTETS
            || mails.size() == ImportCommand.Letters.MAX_LETTERS) {
          flush();
          mustHaveMemory();
        }
        numbers.add(index);
        mails.add(mail);
        octets += bytes.length;
      }
      index++;
      progress.at("brought in", index, heads.size());
    }

    private void flush() throws IOException {
      if (mails.isEmpty()) {
        return;
      }
      List<ImportedLetter> read =
          IntStream.range(0, mails.size())
              .parallel()
              .mapToObj(i -> imported(numbers.get(i), mails.get(i)))
              .toList();
      for (int i = 0; i < read.size(); i++) {
        if (!read.get(i).id().equals(heads.entry(numbers.get(i)))) {
          throw changed();
        }
      }
      settle();
      under = numbers.getLast() + 1;
      stored = store(read, mails.stream().map(m -> bytes(m)).toList());
      numbers.clear();
      mails.clear();
      octets = 0;
    }

    /** What was under way is here. */
    private void settle() {
      stored.await();
      posted = Math.max(posted, under);
    }

    private ImportedLetter imported(int number, ArchivedLetter mail) {
      byte[] octets = bytes(mail);
      ArchivedHeader said = said(Objects.requireNonNull(mail.octets()), mail);
      ParsedLetter letter = ParsedLetter.of(octets);
      return new ImportedLetter(
          ids.of(octets),
          sorted.thread(number),
          sorted.answers(number),
          heads.at(number),
          text(tickets.without(letter.text())),
          new EntryLetter("", said.id(), author(said), letter.damaged(), files(letter)),
          said.leads(),
          mail.line());
    }
  }

  private static IOException changed() {
    return new IOException("the box changed while it was read; nothing is lost, begin again");
  }

  /** The letter as it came, without what an archive of ours says above it. */
  private static byte[] bytes(ArchivedLetter mail) {
    return ThreadMark.without(Objects.requireNonNull(mail.octets()));
  }

  /** Few people write many letters: each name is in memory once. */
  private String author(ArchivedHeader said) {
    String author = said.author().isBlank() ? "(nobody is named)" : said.author();
    if (authors.size() >= MAX_AUTHORS) {
      authors.clear();
    }
    String same = authors.putIfAbsent(author, author);
    return same == null ? author : same;
  }

  private static String text(String text) {
    return text.length() <= Post.MAX_TEXT_CHARS
        ? text
        : text.substring(0, Post.MAX_TEXT_CHARS - CUT.length()) + CUT;
  }

  private static List<EntryLetter.Attachment> files(ParsedLetter letter) {
    List<Attachment> all = letter.attachments();
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new EntryLetter.Attachment(
                    i, all.get(i).fileName(), all.get(i).type(), all.get(i).size()))
        .toList();
  }

  private Future<?> store(List<ImportedLetter> letters, List<byte[]> octets) {
    return blobs
        .putAll(order.workspace(), octets)
        .compose(
            ids -> {
              List<ImportedLetter> kept =
                  IntStream.range(0, ids.size())
                      .mapToObj(i -> in(letters.get(i), ids.get(i)))
                      .toList();
              Future<?> posted = Future.succeededFuture();
              for (List<ImportedLetter> some : divided(kept)) {
                posted = posted.compose(done -> post(some));
              }
              return posted;
            });
  }

  private Future<?> post(List<ImportedLetter> letters) {
    var command = new ImportCommand.Letters(order.list(), order.audience(), letters);
    return floor
        .submit(order.workspace(), order.by(), command, null)
        .<Object>map(committed -> committed)
        .recover(
            e ->
                e instanceof Refusal r && r.kind() == Refusal.Kind.CONFLICT
                    ? Future.succeededFuture(letters) // another import was first
                    : Future.failedFuture(e));
  }

  private static ImportedLetter in(ImportedLetter i, BlobId blob) {
    EntryLetter l = i.letter();
    EntryLetter letter =
        new EntryLetter(blob.value(), l.messageId(), l.from(), l.damaged(), l.attachments());
    return new ImportedLetter(
        i.id(), i.in(), i.answers(), i.at(), i.text(), letter, i.leads(), i.line());
  }

  /** So that each part fits into one record of the log. */
  private static List<List<ImportedLetter>> divided(List<ImportedLetter> letters) {
    List<List<ImportedLetter>> parts = new ArrayList<>();
    List<ImportedLetter> part = new ArrayList<>();
    int chars = 0;
    for (ImportedLetter letter : letters) {
      if (chars + letter.text().length() > ImportCommand.Letters.MAX_CHARS && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        chars = 0;
      }
      part.add(letter);
      chars += letter.text().length();
    }
    parts.add(part);
    return parts;
  }

  /** The third time: what is stored is held against the box. */
  private void compare(LetterArchive box, Workspace state) throws IOException {
    int[] index = {0};
    long[] octets = {0};
    List<Runnable> open = new ArrayList<>();
    box.each(
        mail -> {
          int number = index[0]++;
          if (number >= heads.size()) {
            throw changed();
          }
          String entry = heads.entry(number);
          if (entry != null && mail.octets() != null) {
            byte[] bytes = bytes(mail);
            octets[0] += bytes.length;
            open.add(compared(number, entry, bytes, state));
          }
          if (open.size() >= COMPARED_AT_ONCE || octets[0] > BATCH_OCTETS) {
            settle(open);
            octets[0] = 0;
          }
          progress.at(COMPARED, number + 1, heads.size());
        });
    settle(open);
  }

  private static void settle(List<Runnable> open) {
    open.forEach(Runnable::run);
    open.clear();
  }

  private Runnable compared(int number, String id, byte[] octets, Workspace state) {
    Entry entry = state.entries().find(id).orElse(null);
    EntryLetter letter = entry == null ? null : entry.letter();
    if (letter == null) {
      return () -> heads.ends(number, ImportOutcome.What.DIFFERENT, "missing in the workspace");
    }
    BlobId blob = new BlobId(letter.blob());
    Future<byte[]> stored = blobs.get(order.workspace(), blob);
    return () -> {
      Retry again = new Retry(progress::waits);
      if (!Arrays.equals(again.read(stored, () -> blobs.get(order.workspace(), blob)), octets)) {
        heads.ends(number, ImportOutcome.What.DIFFERENT, "stored with different content");
      }
    };
  }
}
