package org.caucus.email.privacy;

import java.util.Optional;
import org.caucus.email.RawLetter;
import org.caucus.email.mime.ContentType;
import org.caucus.email.mime.PartChange;
import org.caucus.email.mime.TransferEncoding;

/**
 * A letter whose pictures tell neither place nor time nor device: {@link BarePicture}. Which parts
 * are pictures their first octets say. A part that has nothing to take out stays the same octets,
 * and so does what is signed or encrypted.
 */
public final class BarePictures extends PartChange {
  private boolean closed;

  private BarePictures() {}

  /** The letter without it; the same if its pictures tell nothing. */
  public static RawLetter out(RawLetter letter) {
    return new BarePictures().of(letter);
  }

  /** Whether it has a picture of a form out of which nothing can be taken. */
  public static boolean hasClosed(RawLetter letter) {
    BarePictures looking = new BarePictures();
    RawLetter unused = looking.of(letter);
    return looking.closed;
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !Sealed.is(type);
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    boolean mayBe = type.isOf("image/") || type.isOf("application/");
    if (!mayBe || !TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    byte[] picture = TransferEncoding.decoded(part);
    Optional<byte[]> bare = BarePicture.of(picture);
    closed |= bare.isEmpty() && BarePicture.isClosed(picture);
    return bare.filter(b -> b.length != picture.length).isPresent()
        ? TransferEncoding.base64(part, bare.get())
        : part;
  }
}
