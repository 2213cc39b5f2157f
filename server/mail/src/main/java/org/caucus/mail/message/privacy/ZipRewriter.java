package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Writes a ZIP file (APPNOTE 6.3) anew with other content of some entries. The others keep their
 * packed octets; times and what programs add to entries go, for they tell of a machine, too.
 */
final class ZipRewriter {
  /** Octets that are unpacked of one file, at most. */
  private static final int MOST_UNPACKED = 64 * 1024 * 1024;

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
  private int left = MOST_UNPACKED;

  ZipRewriter(byte[] file) {
    this.file = file;
  }

  /**
   * One entry as the directory tells it.
   *
   * @param at where its own head begins
   */
  record Entry(String name, int flags, int method, int crc, int packed, int size, int at) {
    boolean isEncrypted() {
      return (flags & ENCRYPTED) != 0;
    }
  }

  /** What is in an entry. */
  interface Content {
    /** Empty if it cannot be unpacked, or is too much. */
    Optional<byte[]> unpacked();
  }

  static boolean isZip(byte[] file) {
    return file.length > END_HEAD && little(file).getInt(0) == LOCAL;
  }

  /** Its entries; empty if it is damaged, or of a form that is not read here. */
  static Optional<List<Entry>> entries(byte[] file) {
    try {
      return read(file);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty(); // it ends in the midst of something
    }
  }

  private static Optional<List<Entry>> read(byte[] file) {
    ByteBuffer in = little(file);
    int end = file.length - END_HEAD;
    int least = Math.max(0, end - MOST_COMMENT);
    while (end >= least && in.getInt(end) != END) {
      end--;
    }
    if (end < least) {
      return Optional.empty();
    }
    int count = in.getShort(end + 10) & SHORT;
    int at = in.getInt(end + 16);
    List<Entry> all = new ArrayList<>();
    while (all.size() < count && count <= MOST_ENTRIES && in.getInt(at) == CENTRAL) {
      int name = in.getShort(at + 28) & SHORT;
      all.add(entry(in, file, at, name));
      at += CENTRAL_HEAD + name + (in.getShort(at + 30) & SHORT) + (in.getShort(at + 32) & SHORT);
    }
    return Optional.of(all).filter(found -> found.size() == count);
  }

  private static Entry entry(ByteBuffer in, byte[] file, int at, int name) {
    return new Entry(
        new String(file, at + CENTRAL_HEAD, name, UTF_8),
        in.getShort(at + 8) & SHORT,
        in.getShort(at + 10) & SHORT,
        in.getInt(at + 16),
        in.getInt(at + 20),
        in.getInt(at + 24),
        in.getInt(at + 42));
  }

  /**
   * The file with other content.
   *
   * @param change what stands in place of an entry of that name; empty if it stays
   */
  Optional<byte[]> rewrite(List<Entry> all, BiFunction<String, Content, Optional<byte[]>> change) {
    try {
      return Optional.of(written(all, change));
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private byte[] written(List<Entry> all, BiFunction<String, Content, Optional<byte[]>> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry was : all) {
      byte[] name = was.name().getBytes(UTF_8);
      Optional<byte[]> content = change.apply(was.name(), () -> unpacked(was));
      int at = out.size();
      Entry is = content.map(c -> stored(was, c, at)).orElseGet(() -> moved(was, at));
      out.writeBytes(local(is, name));
      content.ifPresentOrElse(out::writeBytes, () -> out.write(file, start(was), was.packed()));
      directory.writeBytes(central(is, name));
    }
    int begins = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes(end(all.size(), directory.size(), begins));
    return out.toByteArray();
  }

  private static Entry stored(Entry was, byte[] content, int at) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return new Entry(
        was.name(),
        was.flags() & ~SIZES_BEHIND,
        0,
        (int) sum.getValue(),
        content.length,
        content.length,
        at);
  }

  private static Entry moved(Entry was, int at) {
    int flags = was.flags() & ~SIZES_BEHIND;
    return new Entry(was.name(), flags, was.method(), was.crc(), was.packed(), was.size(), at);
  }

  private int start(Entry entry) {
    ByteBuffer in = little(file);
    if (in.getInt(entry.at()) != LOCAL || entry.packed() < 0) {
      throw new IndexOutOfBoundsException("no entry there");
    }
    return entry.at()
        + LOCAL_HEAD
        + (in.getShort(entry.at() + 26) & SHORT)
        + (in.getShort(entry.at() + 28) & SHORT);
  }

  private Optional<byte[]> unpacked(Entry entry) {
    boolean known = entry.method() == DEFLATED || entry.method() == 0;
    if (!known || entry.size() < 0 || entry.size() > left) {
      return Optional.empty();
    }
    left -= entry.size();
    int start = start(entry);
    byte[] content = new byte[entry.size()];
    if (entry.method() != DEFLATED) {
      System.arraycopy(file, start, content, 0, entry.size());
      return Optional.of(content);
    }
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(file, start, entry.packed());
      return inflater.inflate(content) == content.length ? Optional.of(content) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
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
