package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.TransferEncoding;

/**
 * A file of a form that is not words, whatever it is declared to be: nothing in it is ever changed,
 * for it has lengths, places and sums of its own. Of one with a ticket of ours a sentence is left.
 */
final class OpaqueFile {
  /** What stands in its place. */
  static final byte[] LEFT_OUT =
      ("A file stood here that has addresses or links by which its sender is let in or out here, as"
              + " copies of mail have. They cannot be taken out of its form, so it was left out. Ask"
              + " its sender for the words alone, or for the mail as an .eml file.\r\n")
          .getBytes(US_ASCII);

  /** What it is called then. */
  static final String LEFT_OUT_NAME = "left-out.txt";

  /** Compound files (MS-CFB), as Outlook and old office programs write them. */
  private static final byte[] OLE = octets(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

  /** {@code winmail.dat} (MS-OXTNEF). */
  private static final byte[] TNEF = octets(0x78, 0x9f, 0x3e, 0x22);

  /** First octets of ZIP and all that is one, gzip, bzip2, xz, zstd, 7-Zip, RAR and PDF. */
  private static final List<byte[]> OTHERS =
      List.of(
          octets('P', 'K', 3, 4),
          octets(0x1f, 0x8b),
          octets('B', 'Z', 'h'),
          octets(0xfd, '7', 'z', 'X', 'Z', 0),
          octets(0x28, 0xb5, 0x2f, 0xfd),
          octets('7', 'z', 0xbc, 0xaf),
          octets('R', 'a', 'r', '!'),
          octets('%', 'P', 'D', 'F', '-'));

  private OpaqueFile() {}

  private static byte[] octets(int... all) {
    byte[] octets = new byte[all.length];
    for (int i = 0; i < all.length; i++) {
      octets[i] = (byte) all[i];
    }
    return octets;
  }

  /** Whether it holds no words; words never have a NUL, but for those that take two octets each. */
  static boolean is(byte[] octets) {
    return isOfForm(octets) || hasNul(octets);
  }

  /** Whether its first octets are those of a format without words. */
  static boolean isOfForm(byte[] octets) {
    return isMail(octets) || OTHERS.stream().anyMatch(first -> begins(octets, first));
  }

  /** Whether one of them is a NUL. */
  static boolean hasNul(byte[] octets) {
    for (byte octet : octets) {
      if (octet == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMail(byte[] octets) {
    return begins(octets, OLE) || begins(octets, TNEF);
  }

  private static boolean begins(byte[] octets, byte[] first) {
    return octets.length >= first.length
        && Arrays.equals(octets, 0, first.length, first, 0, first.length);
  }

  /**
   * Whether it has a ticket, in letters of one octet or of several. Mail in Outlook's forms has it
   * in pieces or packed, too: there any address of ours counts.
   */
  static boolean hasTicket(byte[] octets, TicketRedaction tickets, String domain) {
    String words = new String(withoutNuls(octets), ISO_8859_1);
    return tickets.isIn(words)
        || (isMail(octets) && words.toLowerCase(Locale.ROOT).contains("@" + domain));
  }

  private static byte[] withoutNuls(byte[] octets) {
    byte[] left = new byte[octets.length];
    int length = 0;
    for (byte octet : octets) {
      if (octet != 0) {
        left[length++] = octet;
      }
    }
    return Arrays.copyOf(left, length);
  }

  /** The sentence in place of a part that has a ticket. */
  static RawLetter leftOut(RawLetter part) {
    return leftOut(part, LEFT_OUT);
  }

  /**
   * A sentence in place of a part; a file, as it was one: others are counted by their place.
   *
   * @param sentence why it was left out
   */
  static RawLetter leftOut(RawLetter part, byte[] sentence) {
    RawLetter named =
        part.without("Content-Disposition", "Content-Description")
            .with(Header.structured(ContentType.FIELD, "text/plain; charset=us-ascii"))
            .with(
                Header.structured("Content-Disposition", "attachment; filename=" + LEFT_OUT_NAME));
    return TransferEncoding.quoted(named, sentence);
  }
}
