package org.caucus.coalition.entries.attachments;

import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.privacy.OfficeMetadataStripper;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.mail.message.privacy.PictureMetadataStripper;

/**
 * Files that may tell of their author, and whose form, or that they are broken, allows nothing to
 * be taken out. Companies get none of them, also not those of their own drafts.
 */
public final class ClosedFiles {
  private ClosedFiles() {}

  /** Refuses such a file that was sent in the browser. */
  public static void refuse(Entry.Attached file, byte[] octets) {
    if (PictureMetadataStripper.isOne(file.type()) && PictureMetadataStripper.isClosed(octets)) {
      throw picture();
    }
    if (PassedFile.isClosedDocument(file.name(), file.type(), octets)) {
      throw document();
    }
  }

  /**
   * Refuses such a file that lies in a letter: what it is its octets say, whatever it is called.
   */
  public static void refuseOfLetter(Entry.Attached file, byte[] octets) {
    if (PictureMetadataStripper.isClosed(octets)) {
      throw picture();
    }
    if (OfficeMetadataStripper.isClosed(file.name(), file.type(), octets)) {
      throw document();
    }
  }

  private static Refusal picture() {
    return Refusal.forbidden(
        "This picture keeps where and when it was taken, and its form allows nothing to be taken"
            + " out. Ask its author for it as JPEG or PNG.");
  }

  private static Refusal document() {
    return Refusal.forbidden(
        "This document may name its author, and it is broken or too large to take that out. Ask"
            + " its author to save and send it again.");
  }
}
