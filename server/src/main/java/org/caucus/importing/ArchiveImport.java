package org.caucus.importing;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.email.Attachment;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;
import org.caucus.email.boxes.Box;
import org.caucus.email.boxes.Mail;
import org.caucus.email.boxes.Said;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.entries.Post;
import org.caucus.lists.imports.ImportCommand;
import org.caucus.lists.imports.ImportDecider;
import org.caucus.lists.imports.Imported;
import org.caucus.log.BlobId;
import org.caucus.log.Blobs;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Audience;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Brings the letters of a box into a list's archive. Waits; mails nobody. */
public final class ArchiveImport {
  /** Most letters of one box; their headers are in memory together. */
  public static final int MAX_LETTERS = 1_000_000;

  /** Octets of letters that are in memory at once, twice over. */
  private static final long BATCH_OCTETS = 16L * 1024 * 1024;

  /** Stored letters that are asked for at once when they are held against the box. */
  private static final int COMPARED_AT_ONCE = 64;

  private static final String CUT = "\n\n(cut here; the original has the rest)";

  private final Floor<Workspace> floor;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Order order;
  private final Progress progress;
  private final List<Sorted.@Nullable Head> heads = new ArrayList<>();
  private final Map<Integer, Fate> apart = new HashMap<>();
  private final List<Fate> fates = new ArrayList<>();

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
      Box.Kind kind,
      boolean trashed,
      String domain) {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many letters of all. */
    void at(String step, int letters, int all);
  }

  /**
   * How it ended.
   *
   * @param threads that were begun
   * @param importMillis to read, sort, store and post; not to compare
   */
  public record Report(
      Map<Fate.What, Integer> ends, List<Fate> fates, int threads, long importMillis) {
    /** How many ended so. */
    public int count(Fate.What what) {
      return ends.getOrDefault(what, 0);
    }

    /** How many letters there are in the box. */
    public int letters() {
      return fates.size() - count(Fate.What.UNREAD);
    }
  }

  /** An import on this floor. */
  public ArchiveImport(
      Floor<Workspace> floor, Blobs blobs, InstantSource clock, Order order, Progress progress) {
    this.floor = floor;
    this.blobs = blobs;
    this.clock = clock;
    this.order = order;
    this.progress = progress;
  }

  /**
   * Does it.
   *
   * @throws Refused the convenor may not, or the audience is not within the list's
   * @throws IOException the box cannot be read, or changed while it was
   */
  public Report run(Box box) throws IOException {
    long began = System.nanoTime();
    Workspace before = floor.read(order.workspace()).await();
    ImportDecider.audience(before, order.list(), order.audience(), order.by());
    LetterIds ids = new LetterIds(before, order.by(), order.list());
    scan(box, before, ids);
    int threads = 0;
    if (heads.stream().anyMatch(h -> h != null && h.isNew())) {
      submit(
          new ImportCommand.Begin(
              order.list(),
              order.kind().name().toLowerCase(java.util.Locale.ROOT),
              order.audience()));
      var sorted =
          new Sorted(before, order.list(), order.by(), order.audience(), order.domain(), heads);
      new Posting(sorted, ids).run(box);
      threads = sorted.begun();
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    Workspace after = floor.read(order.workspace()).await();
    compare(box, after);
    Map<Fate.What, Integer> ends = new EnumMap<>(Fate.What.class);
    fates.forEach(f -> ends.merge(f.what(), 1, Integer::sum));
    return new Report(ends, List.copyOf(fates), threads, millis);
  }

  private void submit(ImportCommand command) {
    floor.submit(order.workspace(), order.by(), command, null).await();
  }

  /** The first time: headers. */
  private void scan(Box box, Workspace state, LetterIds ids) throws IOException {
    Instant now = clock.instant();
    Set<String> seen = new HashSet<>();
    Instant[] last = {now};
    box.each(
        mail -> {
          if (heads.size() >= MAX_LETTERS) {
            throw new IOException("a box has at most " + MAX_LETTERS + " letters; divide it");
          }
          byte[] octets = mail.octets();
          Optional<Fate> left = LeftOut.of(heads.size() + 1, mail, order.trashed());
          if (octets == null || left.isPresent()) {
            apart.put(heads.size(), left.orElseThrow());
            heads.add(null);
            return;
          }
          Said said = Said.of(RawLetter.of(octets), mail.line(), now);
          last[0] = said.at() == null ? last[0] : said.at();
          String entry = ids.of(octets);
          boolean isNew = seen.add(entry) && state.entries().find(entry).isEmpty();
          heads.add(new Sorted.Head(entry, said, last[0], isNew));
          progress.at("read", heads.size(), 0);
        });
    Set<String> again = new HashSet<>();
    for (int i = 0; i < heads.size(); i++) {
      fates.add(fate(i, state, again));
    }
  }

  private Fate fate(int index, Workspace state, Set<String> earlier) {
    Sorted.Head head = heads.get(index);
    if (head == null) {
      return Objects.requireNonNull(apart.get(index));
    }
    boolean here = state.entries().find(head.entry()).isPresent();
    boolean repeated = !earlier.add(head.entry());
    Fate.What what =
        repeated ? Fate.What.REPEATED : here ? Fate.What.HERE_ALREADY : Fate.What.IMPORTED;
    return new Fate(index + 1, head.said().id(), what, head.entry(), "");
  }

  /** The second time: stores letters and has them posted; one batch is read while one is stored. */
  private final class Posting {
    private final Sorted sorted;
    private final LetterIds ids;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();
    private long octets;
    private int index;
    private Future<?> stored = Future.succeededFuture();

    Posting(Sorted sorted, LetterIds ids) {
      this.sorted = sorted;
      this.ids = ids;
    }

    void run(Box box) throws IOException {
      box.each(this::take);
      flush();
      stored.await();
      if (index != heads.size()) {
        throw changed();
      }
    }

    private void take(Mail mail) throws IOException {
      if (index >= heads.size()) {
        throw changed();
      }
      Sorted.Head head = heads.get(index);
      byte[] bytes = mail.octets();
      if (head != null && head.isNew() && bytes != null) {
        if (octets + bytes.length > BATCH_OCTETS
            || mails.size() == ImportCommand.Letters.MAX_LETTERS) {
          flush();
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
      List<Imported> read =
          IntStream.range(0, mails.size())
              .parallel()
              .mapToObj(i -> imported(numbers.get(i), mails.get(i)))
              .toList();
      for (int i = 0; i < read.size(); i++) {
        Sorted.Head head = heads.get(numbers.get(i));
        if (head == null || !head.entry().equals(read.get(i).id())) {
          throw changed();
        }
      }
      stored.await();
      stored = store(read, mails.stream().map(m -> bytes(m)).toList());
      numbers.clear();
      mails.clear();
      octets = 0;
    }

    private Imported imported(int number, Mail mail) {
      Sorted.Head head = Objects.requireNonNull(heads.get(number));
      byte[] octets = bytes(mail);
      ParsedLetter letter = ParsedLetter.of(octets);
      return new Imported(
          ids.of(octets),
          sorted.thread(number),
          sorted.answers(number),
          head.at(),
          text(letter.text()),
          new Letter("", head.said().id(), author(head), letter.damaged(), files(letter)),
          head.said().leads(),
          mail.line());
    }
  }

  private static IOException changed() {
    return new IOException("the box changed while it was read; nothing is lost, begin again");
  }

  private static byte[] bytes(Mail mail) {
    return Objects.requireNonNull(mail.octets());
  }

  private static String author(Sorted.Head head) {
    return head.said().author().isBlank() ? "(nobody is named)" : head.said().author();
  }

  private static String text(String text) {
    return text.length() <= Post.MAX_TEXT_CHARS
        ? text
        : text.substring(0, Post.MAX_TEXT_CHARS - CUT.length()) + CUT;
  }

  private static List<Letter.Attachment> files(ParsedLetter letter) {
    List<Attachment> all = letter.attachments();
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new Letter.Attachment(
                    i, all.get(i).fileName(), all.get(i).type(), all.get(i).size()))
        .toList();
  }

  private Future<?> store(List<Imported> letters, List<byte[]> octets) {
    return blobs
        .putAll(order.workspace(), octets)
        .compose(
            ids -> {
              List<Imported> kept =
                  IntStream.range(0, ids.size())
                      .mapToObj(i -> in(letters.get(i), ids.get(i)))
                      .toList();
              Future<?> posted = Future.succeededFuture();
              for (List<Imported> some : divided(kept)) {
                posted = posted.compose(done -> post(some));
              }
              return posted;
            });
  }

  private Future<?> post(List<Imported> letters) {
    var command = new ImportCommand.Letters(order.list(), order.audience(), letters);
    return floor
        .submit(order.workspace(), order.by(), command, null)
        .<Object>map(committed -> committed)
        .recover(
            e ->
                e instanceof Refused r && r.kind() == Refused.Kind.CONFLICT
                    ? Future.succeededFuture(letters) // another import was first
                    : Future.failedFuture(e));
  }

  private static Imported in(Imported i, BlobId blob) {
    Letter l = i.letter();
    Letter letter = new Letter(blob.value(), l.messageId(), l.from(), l.damaged(), l.attachments());
    return new Imported(i.id(), i.in(), i.answers(), i.at(), i.text(), letter, i.leads(), i.line());
  }

  /** So that each part fits into one record of the log. */
  private static List<List<Imported>> divided(List<Imported> letters) {
    List<List<Imported>> parts = new ArrayList<>();
    List<Imported> part = new ArrayList<>();
    int chars = 0;
    for (Imported letter : letters) {
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
  private void compare(Box box, Workspace state) throws IOException {
    int[] index = {0};
    List<Runnable> open = new ArrayList<>();
    box.each(
        mail -> {
          int number = index[0]++;
          if (number >= fates.size()) {
            throw changed();
          }
          if (fates.get(number).entry() != null && mail.octets() != null) {
            open.add(compared(number, bytes(mail), state));
          }
          if (open.size() >= COMPARED_AT_ONCE) {
            settle(open);
          }
          progress.at("compared", number + 1, fates.size());
        });
    settle(open);
  }

  private static void settle(List<Runnable> open) {
    open.forEach(Runnable::run);
    open.clear();
  }

  private Runnable compared(int number, byte[] octets, Workspace state) {
    Fate fate = fates.get(number);
    Entry entry = fate.entry() == null ? null : state.entries().find(fate.entry()).orElse(null);
    Letter letter = entry == null ? null : entry.letter();
    if (letter == null) {
      return () -> fates.set(number, different(fate, "it is not there"));
    }
    Future<byte[]> stored = blobs.get(order.workspace(), new BlobId(letter.blob()));
    return () -> {
      if (!Arrays.equals(stored.await(), octets)) {
        fates.set(number, different(fate, "other octets are stored"));
      }
    };
  }

  private static Fate different(Fate fate, String why) {
    return new Fate(fate.number(), fate.messageId(), Fate.What.DIFFERENT, fate.entry(), why);
  }
}
