package org.caucus.mail.message.privacy;

import org.caucus.mail.message.RawLetter;

/**
 * A file that was sent in the browser, or a letter that waits as a draft, as others than its sender
 * have it: without our own tickets, and without what cameras and office programs write of their
 * users.
 *
 * @param domain the mail domain of this installation
 */
public record PassedFile(String domain) {
  /** Whether anything of a file that is called so, and of that type, is looked at. */
  public static boolean isLookedAt(String name, String type) {
    return PictureMetadataStripper.isOne(type)
        || OfficeMetadataStripper.isOne(name, type)
        || TicketRedaction.isText(name, type);
  }

  /**
   * Whether a file may tell what shall be taken out, and its form, or that it is broken, allows
   * nothing to be taken out: companies have none of it.
   */
  public static boolean isClosed(String name, String type, byte[] octets) {
    return (PictureMetadataStripper.isOne(type) && PictureMetadataStripper.isClosed(octets))
        || isClosedDocument(name, type, octets);
  }

  /** Whether it is a document of which that is so. */
  public static boolean isClosedDocument(String name, String type, byte[] octets) {
    return OfficeMetadataStripper.isOne(name, type)
        && OfficeMetadataStripper.isClosed(name, type, octets);
  }

  /**
   * What others have of it; the same octets if nothing is taken out.
   *
   * @param bares whether place, time, device, and properties of documents are taken out
   */
  public byte[] of(String name, String type, byte[] octets, boolean bares) {
    byte[] cut = new TicketRedaction(domain).file(name, type, octets);
    if (bares && PictureMetadataStripper.isOne(type)) {
      return PictureMetadataStripper.of(cut).orElse(cut);
    }
    return bares && OfficeMetadataStripper.isOne(name, type)
        ? OfficeMetadataStripper.look(cut, true, OfficeMetadataStripper.budget()).bare().orElse(cut)
        : cut;
  }

  /** What it is called then. */
  public static String name(String name, byte[] passed) {
    return passed == OpaqueFile.LEFT_OUT ? OpaqueFile.LEFT_OUT_NAME : name;
  }

  /** What type it has then. */
  public static String type(String type, byte[] passed) {
    return passed == OpaqueFile.LEFT_OUT ? "text/plain" : type;
  }

  /**
   * What a company has of a letter, apart from its sender; the same if nothing is taken out. A
   * sentence stands in place of each file out of which nothing can be taken.
   */
  public RawLetter letter(RawLetter letter) {
    return LetterPictureStripper.leavingOut(TicketRedaction.cut(letter, domain));
  }
}
