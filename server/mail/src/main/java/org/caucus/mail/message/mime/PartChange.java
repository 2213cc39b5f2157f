package org.caucus.mail.message.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caucus.mail.message.RawLetter;

/**
 * A change of a letter, part by part, from the outside in. A part that is not changed is the same
 * octets after it, and so is a letter of which no part is. Used once.
 */
public abstract class PartChange {
  /** Parts of one letter that are looked at. */
  public static final int MAX_PARTS = 1_000;

  /** Parts inside parts. */
  public static final int MAX_DEPTH = 30;

  private static final String CHECKSUM = "Content-MD5";
  private static final ContentType LETTER = new ContentType("message/rfc822", Map.of());

  private int parts;

  /** The letter as it is after the change. */
  public final RawLetter of(RawLetter letter) {
    return entity(letter, 0, true, false);
  }

  /**
   * A letter that lies in another, as it is after the change.
   *
   * @param depth how deep; 0 for the letter itself
   */
  public final RawLetter of(RawLetter letter, int depth) {
    return entity(letter, depth, true, false);
  }

  /**
   * The fields of a part, or of a letter within the letter.
   *
   * @param letter whether these are the fields of a letter
   * @param depth 0 for the letter itself
   */
  protected RawLetter fields(RawLetter part, boolean letter, int depth) {
    return part;
  }

  /** A part that has no parts. */
  protected abstract RawLetter leaf(RawLetter part, ContentType type);

  /** Whether a part that has no parts stands for the same octets after it. */
  protected boolean keepsContent() {
    return false;
  }

  /** Whether the parts of this part are looked at. */
  protected boolean enters(RawLetter part, ContentType type) {
    return true;
  }

  /** A part that cannot be looked into: it has too many parts, or nobody can tell which. */
  protected RawLetter closed(RawLetter part) {
    return part;
  }

  /** What shall stand between the parts instead. */
  protected String boundary(String boundary) {
    return boundary;
  }

  /** What stands before the first part and after the last, which programs do not show. */
  protected byte[] aside(byte[] octets) {
    return octets;
  }

  /** A part after the parts in it were changed; its fields describe them. */
  protected RawLetter around(RawLetter part, ContentType type) {
    return part;
  }

  private RawLetter entity(RawLetter given, int depth, boolean letter, boolean inDigest) {
    RawLetter part = fields(given, letter, depth);
    boolean untold = inDigest && part.value(ContentType.FIELD).isEmpty();
    ContentType type = untold ? LETTER : ContentType.of(part); // RFC 2046 section 5.1.5
    parts++;
    boolean holds = type.isOf("multipart/") || isLetter(type);
    if (!holds) {
      RawLetter changed = leaf(part, type);
      return keepsContent() ? changed : unchecked(part, changed);
    }
    if (depth >= MAX_DEPTH || parts > MAX_PARTS) {
      return unchecked(part, closed(part));
    }
    if (!enters(part, type)) {
      return part;
    }
    return isLetter(type)
        ? unchecked(part, within(part, type, depth))
        : multipart(part, type, depth);
  }

  /** Without the checksum of the octets that the part had before (RFC 1864), if it has others. */
  private static RawLetter unchecked(RawLetter before, RawLetter after) {
    return after == before || Arrays.equals(before.body(), after.body())
        ? after
        : after.without(CHECKSUM);
  }

  private static boolean isLetter(ContentType type) {
    return type.kind().equals("message/rfc822") || type.kind().equals("message/global");
  }

  private RawLetter within(RawLetter part, ContentType type, int depth) {
    String encoding = TransferEncoding.of(part);
    if (!TransferEncoding.isKnown(encoding)) {
      return closed(part);
    }
    boolean bare = TransferEncoding.isIdentity(encoding);
    RawLetter before = RawLetter.of(bare ? part.body() : TransferEncoding.decoded(part));
    RawLetter after = entity(before, depth + 1, true, false);
    if (after == before) {
      return part;
    }
    return bare
        ? around(part.withBody(after.toBytes()), type)
        : TransferEncoding.base64(part, after.toBytes());
  }

  private RawLetter multipart(RawLetter part, ContentType type, int depth) {
    String boundary = type.parameter("boundary").orElse("").stripTrailing();
    List<MimeSection> sections =
        boundary.isEmpty() ? List.of() : MimeSection.of(part.body(), boundary);
    if (sections.size() < 2 || sections.size() > MAX_PARTS) {
      return closed(part);
    }
    byte[] body = part.body();
    String other = boundary(boundary);
    boolean digest = type.kind().equals("multipart/digest");
    boolean changed = !other.equals(boundary);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 256);
    for (int i = 0; i < sections.size(); i++) {
      MimeSection section = sections.get(i);
      byte[] before = Arrays.copyOfRange(body, section.from(), section.to());
      byte[] after = before;
      if (i == 0 || section.last()) {
        after = aside(before);
      } else {
        RawLetter inner = RawLetter.of(before);
        RawLetter now = entity(inner, depth + 1, false, digest);
        after = now == inner ? before : now.toBytes();
      }
      changed |= after != before;
      out.writeBytes(after);
      delimiter(body, section, boundary, other, out);
    }
    if (!changed) {
      return part;
    }
    RawLetter now = part.withBody(out.toByteArray());
    boolean same = other.equals(boundary);
    return around(
        same ? now : now.with(type.with("boundary", other).field(ContentType.FIELD)),
        type.with("boundary", other));
  }

  /** The line after a section, with the line end before it. */
  private static void delimiter(
      byte[] body, MimeSection section, String boundary, String other, ByteArrayOutputStream out) {
    String line = new String(body, section.to(), section.next() - section.to(), ISO_8859_1);
    out.writeBytes(line.replace("--" + boundary, "--" + other).getBytes(ISO_8859_1));
  }
}
