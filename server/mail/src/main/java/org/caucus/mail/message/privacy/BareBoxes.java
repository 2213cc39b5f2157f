package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A HEIC or AVIF picture, or an MP4 or QuickTime film, without what cameras write into it (ISO/IEC
 * 14496-12, 23008-12). Nothing moves: what goes is overwritten where it stands, so that all places
 * that the file names stay right. A film with a track that is neither seen nor heard, such as one
 * of places, stays closed.
 */
final class BareBoxes {
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 16;
  private static final int MAX_DEPTH = 8;
  private static final Set<String> HOLDERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "dinf", "mvex");
  private static final Set<String> TOLD = Set.of("udta", "uuid", "free", "skip", "wide");
  private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
  private static final Set<String> SEEN =
      Set.of("vide", "soun", "pict", "auxv", "alis", "url "); // captions may say where one flew

  /** What may stand at the top of a file; others, such as a film behind a picture, are not read. */
  private static final Set<String> TOP =
      Set.of(
          "ftyp", "styp", "meta", "moov", "moof", "mfra", "mdat", "idat", "pdin", "sidx", "ssix",
          "prft", "udta", "uuid", "free", "skip", "wide");

  private final ByteBuffer out;
  private boolean closed;

  /**
   * Parts of items that were looked at, and octets that were blanked: at most what the file has.
   */
  private long parts;

  private long blanked;

  private BareBoxes(byte[] in) {
    out = ByteBuffer.wrap(in.clone());
  }

  /** Whether a file is of this form. */
  static boolean isBoxed(byte[] file) {
    return file.length > 12 && PictureMetadataStripper.at(file, 4, "ftyp");
  }

  /** The file without it; empty if it cannot be read, or cannot be taken out. */
  static Optional<byte[]> of(byte[] file) {
    try {
      BareBoxes boxes = new BareBoxes(file);
      boxes.within(0, file.length, 0);
      return boxes.closed ? Optional.empty() : Optional.of(boxes.out.array());
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty(); // it ends in the midst of something
    }
  }

  private void within(int from, int to, int depth) {
    int at = from;
    while (at + HEAD <= to) {
      int end = end(at, to);
      box(at, at + (out.getInt(at) == 1 ? LONG_HEAD : HEAD), end, depth);
      at = end;
    }
    closed |= depth > MAX_DEPTH;
  }

  private int end(int at, int to) {
    long size = out.getInt(at) & 0xffffffffL;
    if (size == 1) {
      size = out.getLong(at + HEAD);
    }
    int end = size == 0 ? to : Math.toIntExact(at + size);
    if (end < at + HEAD || end > to) {
      throw new IllegalArgumentException("a box is longer than what holds it");
    }
    return end;
  }

  private void box(int at, int content, int end, int depth) {
    String type = word(at + 4);
    closed |= depth == 0 && !TOP.contains(type);
    closed |= type.equals("cmov"); // packed: what is in it is not seen
    if (type.equals("meta")) {
      meta(at, content, end, depth);
    } else if (TOLD.contains(type)) {
      out.put(at + 4, "free".getBytes(ISO_8859_1));
      blank(content, end);
    } else if (TIMED.contains(type)) {
      blank(content + 4, content + 4 + (out.get(content) == 1 ? 16 : 8)); // when it was made
    } else if (type.equals("hdlr")) {
      closed |= !SEEN.contains(word(content + 8));
      blank(content + 12, end - 1); // who made it, by name
    } else if (HOLDERS.contains(type) && depth <= MAX_DEPTH) {
      within(content, end, depth + 1);
    }
  }

  /** Of a picture it says where its parts are, and stays; of a film it goes. */
  private void meta(int at, int content, int end, int depth) {
    Optional<int[]> items = depth > 0 ? Optional.empty() : find(content + 4, end, "iinf");
    Optional<int[]> places = depth > 0 ? Optional.empty() : find(content + 4, end, "iloc");
    if (items.isEmpty() || places.isEmpty()) {
      out.put(at + 4, "free".getBytes(ISO_8859_1));
      blank(content, end);
      return;
    }
    described(content + 4, end);
    Set<Long> told = told(items.get());
    int data = find(content + 4, end, "idat").map(idat -> idat[0]).orElse(-1);
    places(places.get()[0], told, data);
  }

  private Optional<int[]> find(int from, int to, String type) {
    int at = from;
    while (at + HEAD <= to) {
      int end = end(at, to);
      if (word(at + 4).equals(type)) {
        return Optional.of(new int[] {at + (out.getInt(at) == 1 ? LONG_HEAD : HEAD), end});
      }
      at = end;
    }
    return Optional.empty();
  }

  /** Which items are no picture: Exif, XMP and whatever else is named by a type of its own. */
  private Set<Long> told(int[] items) {
    int at = items[0] + (out.get(items[0]) == 0 ? 6 : 8);
    Set<Long> told = new HashSet<>();
    while (at + HEAD <= items[1]) {
      int end = end(at, items[1]);
      int version = out.get(at + HEAD);
      int number = at + HEAD + 4;
      long id = version == 3 ? out.getInt(number) & 0xffffffffL : out.getShort(number) & 0xffffL;
      String type = word(number + (version == 3 ? 6 : 4));
      if (version < 2 || Set.of("Exif", "mime", "uri ").contains(type)) {
        told.add(id);
      }
      at = end;
    }
    return told;
  }

  /** What says something of a picture beside its items: words of its maker, XMP. */
  private void described(int from, int to) {
    int at = from;
    while (at + HEAD <= to) {
      int end = end(at, to);
      int content = at + (out.getInt(at) == 1 ? LONG_HEAD : HEAD);
      String type = word(at + 4);
      if (Set.of("iprp", "ipco").contains(type)) {
        described(content, end);
      } else if (Set.of("uuid", "xml ", "bxml", "udes", "udta").contains(type)) {
        out.put(at + 4, "free".getBytes(ISO_8859_1));
        blank(content, end);
      }
      at = end;
    }
  }

  private void places(int from, Set<Long> told, int data) {
    int version = out.get(from);
    int sizes = out.getShort(from + 4);
    int at = from + 6;
    long count = number(at, version == 2 ? 4 : 2);
    at += version == 2 ? 4 : 2;
    int index = version == 0 ? 0 : sizes & 15;
    for (long i = 0; i < count; i++) {
      long id = number(at, version == 2 ? 4 : 2);
      at += version == 2 ? 4 : 2;
      int method = version == 0 ? 0 : out.getShort(at) & 15;
      at += (version == 0 ? 0 : 2) + 2;
      long base = number(at, sizes >> 4 & 15);
      at += sizes >> 4 & 15;
      int extents = out.getShort(at) & 0xffff;
      at += 2;
      parts += extents;
      if (parts > out.capacity()) {
        throw new IllegalArgumentException("more parts than octets");
      }
      for (int e = 0; e < extents; e++) {
        at += index;
        long offset = number(at, sizes >> 12 & 15);
        at += sizes >> 12 & 15;
        long length = number(at, sizes >> 8 & 15);
        at += sizes >> 8 & 15;
        if (told.contains(id)) {
          place(method, data, Math.addExact(base, offset), length);
        }
      }
    }
  }

  private void place(int method, int data, long offset, long length) {
    closed |= method > 1 || length == 0 || (method == 1 && data < 0);
    if (!closed) {
      int from = Math.toIntExact(Math.addExact(method == 1 ? data : 0, offset));
      blank(from, Math.toIntExact(Math.addExact(from, length)));
    }
  }

  private long number(int at, int octets) {
    return switch (octets) {
      case 0 -> 0;
      case 2 -> out.getShort(at) & 0xffffL;
      case 4 -> out.getInt(at) & 0xffffffffL;
      case 8 -> out.getLong(at);
      default -> throw new IllegalArgumentException("no such number");
    };
  }

  private void blank(int from, int to) {
    if (from < to) {
      blanked += to - from;
      if (blanked > 2L * out.capacity()) {
        throw new IllegalArgumentException("the same octets again and again");
      }
      Arrays.fill(out.array(), from, to, (byte) 0);
    }
  }

  private String word(int at) {
    return new String(out.array(), at, 4, ISO_8859_1);
  }
}
