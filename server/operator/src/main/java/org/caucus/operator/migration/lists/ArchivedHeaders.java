package org.caucus.operator.migration.lists;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.caucus.mail.mailbox.ArchivedHeader;
import org.caucus.mail.mailbox.LongInts;
import org.caucus.mail.mailbox.ThreadBuilder;
import org.caucus.platform.spill.SpilledRows;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a box, as far as their headers tell, and what becomes of each. In memory are
 * numbers alone, and their octets are counted; words lie outside the heap. For one thread.
 */
final class ArchivedHeaders implements AutoCloseable {
  /** Octets in memory for each letter: the columns here, and what is made of them to sort. */
  static final int OCTETS_OF_LETTER = 140;

  /** Octets in memory for each identifier that led to a letter. */
  static final int OCTETS_OF_LEAD = 60;

  private final SpilledRows words = new SpilledRows();
  private final LongInts byEntry = new LongInts();
  private final Map<Integer, String> whys = new HashMap<>();
  private final long mostOctets;
  private long[] id = new long[64];
  private long[] at = new long[64];
  private int[] leadsEnd = new int[64];
  private long[] leads = new long[64];
  private ImportOutcome.What[] what = new ImportOutcome.What[64];
  private int size;

  /**
   * @param mostOctets that may be held
   * @throws IOException the disk has no room for words
   */
  ArchivedHeaders(long mostOctets) throws IOException {
    this.mostOctets = mostOctets;
  }

  /** About so many octets of the heap are taken for it. */
  long octets() {
    return (long) size * OCTETS_OF_LETTER + (long) leadCount() * OCTETS_OF_LEAD;
  }

  private int leadCount() {
    return size == 0 ? 0 : leadsEnd[size - 1];
  }

  /** Adds what is left out. */
  void add(ImportOutcome fate) throws IOException {
    add(0, List.of(), Instant.EPOCH, fate.what());
    words.add(written(null, fate.messageId(), fate.why()));
  }

  /** Adds a letter: here already, or repeated, or new. */
  void add(String entry, boolean here, ArchivedHeader said, Instant when) throws IOException {
    boolean repeated = isKnown(entry);
    if (!repeated) {
      byEntry.put(ThreadBuilder.key(entry), size);
    }
    ImportOutcome.What end =
        repeated
            ? ImportOutcome.What.REPEATED
            : here ? ImportOutcome.What.HERE_ALREADY : ImportOutcome.What.IMPORTED;
    String own = said.id();
    add(own == null ? 0 : ThreadBuilder.key(own), said.leads(), when, end);
    words.add(written(entry, own, said.subject()));
  }

  private boolean isKnown(String entry) throws IOException {
    int known = byEntry.get(ThreadBuilder.key(entry));
    return known >= 0 && entry.equals(row(known).getString(0));
  }

  private void add(long ownId, List<String> names, Instant when, ImportOutcome.What end)
      throws IOException {
    if (size == id.length) {
      id = Arrays.copyOf(id, size * 2);
      at = Arrays.copyOf(at, size * 2);
      leadsEnd = Arrays.copyOf(leadsEnd, size * 2);
      what = Arrays.copyOf(what, size * 2);
    }
    int from = leadCount();
    if (from + names.size() > leads.length) {
      leads = Arrays.copyOf(leads, Math.max(leads.length * 2, from + names.size()));
    }
    for (int i = 0; i < names.size(); i++) {
      leads[from + i] = ThreadBuilder.key(names.get(i));
    }
    id[size] = ownId;
    at[size] = when.toEpochMilli();
    leadsEnd[size] = from + names.size();
    what[size] = end;
    size++;
    if (octets() > mostOctets) {
      throw new IOException(
          "too many emails and replies for the memory of this server; split the archive");
    }
  }

  private static byte[] written(
      @Nullable String entry, @Nullable String messageId, String subject) {
    return new JsonArray().add(entry).add(messageId).add(subject).toBuffer().getBytes();
  }

  private JsonArray row(int index) {
    try {
      return new JsonArray(Buffer.buffer(words.get(index)));
    } catch (IOException e) {
      throw new UncheckedIOException("what was read of a box cannot be read back", e);
    }
  }

  int size() {
    return size;
  }

  /** Whether it is to be brought in. */
  boolean isNew(int index) {
    return what(index) == ImportOutcome.What.IMPORTED;
  }

  boolean anyNew() {
    return IntStream.range(0, size).anyMatch(this::isNew);
  }

  private ImportOutcome.What what(int index) {
    return what[index];
  }

  /** Which entry it is, or becomes; null if it is left out. */
  @Nullable String entry(int index) {
    return row(index).getString(0);
  }

  String subject(int index) {
    return Objects.requireNonNullElse(row(index).getString(2), "");
  }

  Instant at(int index) {
    return Instant.ofEpochMilli(at[index]);
  }

  /** The key of its own identifier; 0 for none. */
  long id(int index) {
    return id[index];
  }

  int leads(int index) {
    return leadsEnd[index] - leadsFrom(index);
  }

  long lead(int index, int which) {
    return leads[leadsFrom(index) + which];
  }

  private int leadsFrom(int index) {
    return index == 0 ? 0 : leadsEnd[index - 1];
  }

  /** It ends otherwise than it was taken to. */
  void ends(int index, ImportOutcome.What end, String why) {
    what[index] = end;
    whys.put(index, why);
  }

  /** The new ones from there on were not come to. */
  void leftFrom(int index) {
    for (int i = index; i < size; i++) {
      what[i] = isNew(i) ? ImportOutcome.What.NOT_BROUGHT : what[i];
    }
  }

  /** What became of each; one is made when it is asked for. */
  List<ImportOutcome> fates() {
    return new Fates();
  }

  private final class Fates extends AbstractList<ImportOutcome> implements RandomAccess {
    @Override
    public ImportOutcome get(int index) {
      Objects.checkIndex(index, size);
      JsonArray row = row(index);
      String entry = row.getString(0);
      String why = whys.getOrDefault(index, entry == null ? subject(index) : "");
      ImportOutcome.What end = what(index);
      boolean isHere = end != ImportOutcome.What.NOT_BROUGHT;
      return new ImportOutcome(index + 1, row.getString(1), end, isHere ? entry : null, why);
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** How many ended each way. */
  Map<ImportOutcome.What, Integer> ends() {
    Map<ImportOutcome.What, Integer> ends = new java.util.EnumMap<>(ImportOutcome.What.class);
    IntStream.range(0, size).forEach(i -> ends.merge(what(i), 1, Integer::sum));
    return ends;
  }

  @Override
  public void close() throws IOException {
    words.close();
  }
}
