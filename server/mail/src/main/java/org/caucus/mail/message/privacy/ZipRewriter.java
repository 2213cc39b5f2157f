package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.caucus.platform.limits.WorkBudget;
import org.caucus.platform.limits.WorkBudget.Kind;

/**
 * Writes a ZIP file (APPNOTE 6.3) anew with other content of some entries. The others keep their
 * packed octets; times and what programs add to entries go, for they tell of a machine, too. A file
 * whose entries overlap or reach out of it is not read, nor is ZIP64, and none is written that is
 * much longer than what was given.
 */
final class ZipRewriter {
  /** Octets by which what is written may be longer than what was given. */
  static final int MOST_ADDED = 16 * 1024;

  /** Entries of one file, at most. */
  private static final int MOST_ENTRIES = 10_000;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_HEAD = 30;
  private static final int CENTRAL_HEAD = 46;
  private static final int END_HEAD = 22;
  private static final int MOST_COMMENT = 65_535;
  private static final int SHORT = 0xffff;
  private static final int VERSION = 20;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_BEHIND = 8;
  private static final int DEFLATED = 8;

  /** 1 January 1980, the first day there is. */
  private static final short NO_DATE = 0x21;

  private final byte[] file;
  private final WorkBudget budget;

  /**
   * Of this file.
   *
   * @param budget of whose octets what is unpacked is taken
   */
  ZipRewriter(byte[] file, WorkBudget budget) {
    this.file = file;
    this.budget = budget;
  }

  /** It is damaged, or more than may be read. */
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableException(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * One entry as the directory tells it.
   *
   * @param name each octet of it a character
   * @param at where its own head begins
   */
  record Entry(String name, int flags, int method, int crc, int packed, int size, int at) {
    boolean isEncrypted() {
      return (flags & ENCRYPTED) != 0;
    }
  }

  /** What is in an entry. */
  interface Content {
    /** Throws if it cannot be unpacked, or is too much. */
    byte[] unpacked();
  }

  /** Whether it begins as a ZIP file does, or has the end of one. */
  static boolean isZip(byte[] file) {
    return (file.length >= 4 && little(file).getInt(0) == LOCAL) || end(file) >= 0;
  }

  /** The name of the entry that it begins with; empty if there is none. */
  static String firstName(byte[] file) {
    if (file.length <= LOCAL_HEAD || little(file).getInt(0) != LOCAL) {
      return "";
    }
    int length = little(file).getShort(26) & SHORT;
    return new String(file, LOCAL_HEAD, Math.min(length, file.length - LOCAL_HEAD), ISO_8859_1);
  }

  /** Its entries; empty if it is damaged, or of a form that is not read here. */
  static Optional<List<Entry>> entries(byte[] file) {
    try {
      return read(file);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty(); // it ends in the midst of something
    }
  }

  /** Where its end record begins; -1 if it has none. */
  private static int end(byte[] file) {
    ByteBuffer in = little(file);
    int end = file.length - END_HEAD;
    int least = Math.max(0, end - MOST_COMMENT);
    while (end >= least && in.getInt(end) != END) {
      end--;
    }
    return end < least ? -1 : end;
  }

  private static Optional<List<Entry>> read(byte[] file) {
    ByteBuffer in = little(file);
    int end = end(file);
    if (end < 0) {
      return Optional.empty();
    }
    int count = in.getShort(end + 10) & SHORT;
    int begins = in.getInt(end + 16);
    int at = begins;
    List<Entry> all = new ArrayList<>();
    while (all.size() < count && count <= MOST_ENTRIES && in.getInt(at) == CENTRAL) {
      int name = in.getShort(at + 28) & SHORT;
      all.add(entry(in, file, at, name));
      at += CENTRAL_HEAD + name + (in.getShort(at + 30) & SHORT) + (in.getShort(at + 32) & SHORT);
    }
    return Optional.of(all).filter(found -> found.size() == count && areApart(file, found, begins));
  }

  /** Whether no two entries share octets, and all stand before the directory. */
  private static boolean areApart(byte[] file, List<Entry> all, int end) {
    List<Entry> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(Entry::at));
    long free = 0;
    for (Entry entry : sorted) {
      if (entry.at() < free || entry.packed() < 0 || entry.size() < 0) {
        return false;
      }
      free = (long) start(file, entry) + entry.packed();
    }
    return free <= end;
  }

  private static Entry entry(ByteBuffer in, byte[] file, int at, int name) {
    return new Entry(
        new String(file, at + CENTRAL_HEAD, name, ISO_8859_1),
        in.getShort(at + 8) & SHORT,
        in.getShort(at + 10) & SHORT,
        in.getInt(at + 16),
        in.getInt(at + 20),
        in.getInt(at + 24),
        in.getInt(at + 42));
  }

  /**
   * The file with other content; empty if it is damaged, or would become too long.
   *
   * @param goes the names of entries that are left out
   * @param change what stands in place of an entry of that name; empty if it stays
   */
  Optional<byte[]> rewrite(
      List<Entry> all,
      Predicate<String> goes,
      BiFunction<String, Content, Optional<byte[]>> change) {
    try {
      List<Entry> left = all.stream().filter(e -> !goes.test(e.name())).toList();
      return Optional.of(written(left, change));
    } catch (IndexOutOfBoundsException | UnreadableException e) {
      return Optional.empty();
    }
  }

  private byte[] written(List<Entry> all, BiFunction<String, Content, Optional<byte[]>> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry was : all) {
      byte[] name = was.name().getBytes(ISO_8859_1);
      Optional<byte[]> content = change.apply(was.name(), () -> unpacked(was));
      int at = out.size();
      Optional<byte[]> packed = content.map(this::packed);
      Entry is =
          content.isPresent()
              ? replaced(was, content.get(), packed.orElseThrow().length, at)
              : moved(was, at);
      long length = (long) at + directory.size() + is.packed();
      if (length > (long) file.length + MOST_ADDED) {
        throw new UnreadableException("it would become too long");
      }
      out.writeBytes(local(is, name));
      packed.ifPresentOrElse(
          out::writeBytes, () -> out.write(file, start(file, was), was.packed()));
      directory.writeBytes(central(is, name));
    }
    int begins = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes(end(all.size(), directory.size(), begins));
    return out.toByteArray();
  }

  /** Deflated, or as it is if that is no shorter; no more than can be of use is held. */
  private byte[] packed(byte[] content) {
    byte[] packed = new byte[Math.min(content.length, file.length + MOST_ADDED)];
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(content);
      deflater.finish();
      int length = deflater.deflate(packed);
      return deflater.finished() && length < content.length
          ? Arrays.copyOf(packed, length)
          : content;
    }
  }

  private static Entry replaced(Entry was, byte[] content, int packed, int at) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return new Entry(
        was.name(),
        was.flags() & ~SIZES_BEHIND,
        packed < content.length ? DEFLATED : 0,
        (int) sum.getValue(),
        packed,
        content.length,
        at);
  }

  private static Entry moved(Entry was, int at) {
    int flags = was.flags() & ~SIZES_BEHIND;
    return new Entry(was.name(), flags, was.method(), was.crc(), was.packed(), was.size(), at);
  }

  private static int start(byte[] file, Entry entry) {
    ByteBuffer in = little(file);
    if (in.getInt(entry.at()) != LOCAL) {
      throw new IndexOutOfBoundsException("no entry there");
    }
    return entry.at()
        + LOCAL_HEAD
        + (in.getShort(entry.at() + 26) & SHORT)
        + (in.getShort(entry.at() + 28) & SHORT);
  }

  /** What is in this entry. */
  byte[] unpacked(Entry entry) {
    boolean packed = entry.method() == DEFLATED;
    if (!packed && (entry.method() != 0 || entry.size() != entry.packed())) {
      throw new UnreadableException("packed in another way");
    }
    if (!budget.takes(Kind.OCTETS, entry.size())) {
      throw new UnreadableException("too much");
    }
    int start = start(file, entry);
    return packed
        ? inflated(start, entry)
        : Arrays.copyOfRange(file, start, start + entry.packed());
  }

  private byte[] inflated(int start, Entry entry) {
    byte[] content = new byte[entry.size()];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(file, start, entry.packed());
      int length = inflater.inflate(content);
      int more = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
      if (length + more != content.length || !inflater.finished()) {
        throw new UnreadableException("not as long as it says");
      }
      return content;
    } catch (DataFormatException e) {
      throw new UnreadableException("damaged");
    }
  }

  private static byte[] local(Entry e, byte[] name) {
    ByteBuffer out = little(new byte[LOCAL_HEAD + name.length]).putInt(LOCAL);
    return shared(out, e, name).putShort((short) 0).put(name).array();
  }

  /** What both heads of an entry say. */
  private static ByteBuffer shared(ByteBuffer out, Entry e, byte[] name) {
    return out.putShort((short) VERSION)
        .putShort((short) e.flags())
        .putShort((short) e.method())
        .putShort((short) 0)
        .putShort(NO_DATE)
        .putInt(e.crc())
        .putInt(e.packed())
        .putInt(e.size())
        .putShort((short) name.length);
  }

  private static byte[] central(Entry e, byte[] name) {
    byte[] record = new byte[CENTRAL_HEAD + name.length];
    ByteBuffer out = little(record);
    out.putInt(CENTRAL).putShort((short) VERSION);
    shared(out, e, name);
    out.putInt(CENTRAL_HEAD - 4, e.at()).put(CENTRAL_HEAD, name);
    return record;
  }

  private static byte[] end(int count, int size, int at) {
    return little(new byte[END_HEAD])
        .putInt(END)
        .putInt(0)
        .putShort((short) count)
        .putShort((short) count)
        .putInt(size)
        .putInt(at)
        .array();
  }

  private static ByteBuffer little(byte[] octets) {
    return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
  }
}
