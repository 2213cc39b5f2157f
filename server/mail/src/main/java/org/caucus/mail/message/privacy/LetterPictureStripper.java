package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;
import org.caucus.platform.limits.WorkBudget;

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

  /** The same of an office document. */
  static final String DOCUMENT_LEFT_OUT =
      "An office document stood here that may tell who wrote it and where. It is broken or too"
          + " large to take that out, so it was left out. Ask its author to save and send it"
          + " again.\r\n";

  private final WorkBudget budget = OfficeMetadataStripper.budget();
  private final boolean closing;
  private boolean closed;

  private LetterPictureStripper(boolean closing) {
    this.closing = closing;
  }

  /** The letter without it; the same if its pictures tell nothing. */
  public static RawLetter out(RawLetter letter) {
    return new LetterPictureStripper(false).of(letter);
  }

  /** The same, and instead of each file out of which nothing can be taken stands a sentence. */
  public static RawLetter leavingOut(RawLetter letter) {
    return new LetterPictureStripper(true).of(letter);
  }

  /** Whether it has a picture or document out of which nothing can be taken. */
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
    String name = TicketRedaction.name(part, type);
    boolean declared = OfficeMetadataStripper.isOne(name, type.kind());
    boolean mayBe =
        declared || PictureMetadataStripper.isOne(type.kind()) || type.isOf("application/");
    if (!mayBe || !TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    byte[] file = TransferEncoding.decoded(part);
    Optional<byte[]> bare = PictureMetadataStripper.of(file);
    if (bare.isEmpty() && PictureMetadataStripper.isClosed(file)) {
      return closed(part, LEFT_OUT);
    }
    if (bare.isEmpty()) {
      OfficeMetadataStripper.Outcome document = OfficeMetadataStripper.look(file, declared, budget);
      if (document.isClosed()) {
        return closed(part, DOCUMENT_LEFT_OUT);
      }
      bare = document.bare();
    }
    return bare.filter(b -> !Arrays.equals(b, file)).isPresent()
        ? TransferEncoding.base64(part, bare.get())
        : part;
  }

  private RawLetter closed(RawLetter part, String why) {
    closed = true;
    return closing ? OpaqueFile.leftOut(part, why.getBytes(US_ASCII)) : part;
  }
}
