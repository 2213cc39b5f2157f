package org.caucus.mail.message.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;

/** How the octets of a part are written (RFC 2045 section 6). */
public final class TransferEncoding {
  /** The field. */
  public static final String FIELD = "Content-Transfer-Encoding";

  private static final String QUOTED_PRINTABLE = "quoted-printable";
  private static final String BASE64 = "base64";

  /** Characters of an encoded line, less one for the mark that it goes on. */
  private static final int LINE = 75;

  private static final byte[] CRLF = {'\r', '\n'};

  private TransferEncoding() {}

  /** The encoding of a part, in lower case. */
  public static String of(RawLetter part) {
    String value = part.value(FIELD).orElse("");
    int comment = value.indexOf('(');
    return (comment < 0 ? value : value.substring(0, comment)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the octets stand as they are. */
  public static boolean isIdentity(String encoding) {
    return encoding.isEmpty()
        || encoding.equals("7bit")
        || encoding.equals("8bit")
        || encoding.equals("binary");
  }

  /** Whether it can be read here. */
  public static boolean isKnown(String encoding) {
    return isIdentity(encoding) || encoding.equals(QUOTED_PRINTABLE) || encoding.equals(BASE64);
  }

  /** The octets that a part stands for; read leniently. */
  public static byte[] decoded(RawLetter part) {
    return switch (of(part)) {
      case BASE64 -> Base64.getMimeDecoder().decode(whole(part.body()));
      case QUOTED_PRINTABLE -> unquoted(part.body());
      default -> part.body();
    };
  }

  /** What is no whole group at the end is cut, as programs do. */
  private static byte[] whole(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    for (byte c : text) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '+' || c == '/') {
        out.write(c);
      } else if (c == '=') {
        break;
      }
    }
    byte[] all = out.toByteArray();
    return all.length % 4 == 1 ? Arrays.copyOf(all, all.length - 1) : all;
  }

  private static byte[] unquoted(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    int at = 0;
    while (at < text.length) {
      int end = at;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      boolean ended = end < text.length;
      int last = ended && end > at && text[end - 1] == '\r' ? end - 1 : end;
      while (last > at && (text[last - 1] == ' ' || text[last - 1] == '\t')) {
        last--; // blanks at the end of a line were put there on the way
      }
      boolean goesOn = last > at && text[last - 1] == '=';
      unquote(text, at, goesOn ? last - 1 : last, out);
      if (ended && !goesOn) {
        out.writeBytes(CRLF);
      }
      at = end + 1;
    }
    return out.toByteArray();
  }

  private static void unquote(byte[] text, int from, int to, ByteArrayOutputStream out) {
    for (int i = from; i < to; i++) {
      int high = text[i] == '=' && i + 2 < to ? Character.digit(text[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(text[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(text[i]);
      }
    }
  }

  /** A part of words that stands for these octets, in ASCII and short lines. */
  public static RawLetter quoted(RawLetter part, byte[] octets) {
    return with(part, QUOTED_PRINTABLE, quoted(octets));
  }

  /** A part that stands for these octets, whatever they are. */
  public static RawLetter base64(RawLetter part, byte[] octets) {
    byte[] lines = Base64.getMimeEncoder(LINE + 1, CRLF).encode(octets);
    ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length + 2);
    out.writeBytes(lines);
    out.writeBytes(CRLF);
    return with(part, BASE64, out.toByteArray());
  }

  private static RawLetter with(RawLetter part, String encoding, byte[] body) {
    return part.with(Header.structured(FIELD, encoding)).withBody(body);
  }

  private static byte[] quoted(byte[] octets) {
    StringBuilder out = new StringBuilder(octets.length + octets.length / 8);
    int column = 0;
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xff;
      if (octet == '\r' && i + 1 < octets.length && octets[i + 1] == '\n') {
        out.append("\r\n");
        column = 0;
        i++;
        continue;
      }
      boolean last = i + 1 == octets.length || octets[i + 1] == '\r' || octets[i + 1] == '\n';
      boolean plain = octet > ' ' && octet < 0x7f && octet != '=';
      // a dot or From at the head of a line has harmed on the way (RFC 2049 section 3)
      boolean head = column == 0 && (octet == '.' || octet == 'F');
      boolean stays = (plain && !head) || ((octet == ' ' || octet == '\t') && !last);
      String one = stays ? String.valueOf((char) octet) : "=%02X".formatted(octet);
      if (column + one.length() > LINE) {
        out.append("=\r\n");
        column = 0;
      }
      out.append(one);
      column += one.length();
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
