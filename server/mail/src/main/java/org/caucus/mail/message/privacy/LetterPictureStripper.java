package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;

/**
 * A letter whose pictures tell neither place nor time nor device: {@link PictureMetadataStripper}.
 * Office documents lose their properties: {@link OfficeMetadataStripper}. Which parts are pictures
 * their first octets say. A part that has nothing to take out stays the same octets, and so does
 * what is signed or encrypted.
 */
public final class LetterPictureStripper extends PartChange {
  /** What stands in place of one that tells where it was taken whatever is done. */
  static final String LEFT_OUT =
      "A picture or film stood here that may tell where, when and with what it was made. That"
          + " cannot be taken out of its form, so it was left out. Ask its author for it as JPEG,"
          + " PNG or MP4.\r\n";

  private final boolean closing;
  private boolean closed;

  private LetterPictureStripper(boolean closing) {
    this.closing = closing;
  }

  /** The letter without it; the same if its pictures tell nothing. */
  public static RawLetter out(RawLetter letter) {
    return new LetterPictureStripper(false).of(letter);
  }

  /** The same, and instead of each picture out of which nothing can be taken stands a sentence. */
  public static RawLetter leavingOut(RawLetter letter) {
    return new LetterPictureStripper(true).of(letter);
  }

  /** Whether it has a picture of a form out of which nothing can be taken. */
  public static boolean hasClosed(RawLetter letter) {
    LetterPictureStripper looking = new LetterPictureStripper(false);
    RawLetter unused = looking.of(letter);
    return looking.closed;
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type);
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    boolean mayBe = PictureMetadataStripper.isOne(type.kind()) || type.isOf("application/");
    if (!mayBe || !TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    byte[] picture = TransferEncoding.decoded(part);
    Optional<byte[]> bare =
        PictureMetadataStripper.of(picture).or(() -> OfficeMetadataStripper.of(picture));
    if (bare.isEmpty() && PictureMetadataStripper.isClosed(picture)) {
      closed = true;
      return closing ? leftOut(part) : part;
    }
    return bare.filter(b -> !Arrays.equals(b, picture)).isPresent()
        ? TransferEncoding.base64(part, bare.get())
        : part;
  }

  /** A file, as it was one: others are counted from where they stood. */
  private static RawLetter leftOut(RawLetter part) {
    RawLetter named =
        part.without("Content-Disposition", "Content-Description")
            .with(Header.structured(ContentType.FIELD, "text/plain; charset=us-ascii"))
            .with(Header.structured("Content-Disposition", "attachment; filename=left-out.txt"));
    return TransferEncoding.quoted(named, LEFT_OUT.getBytes(US_ASCII));
  }
}
