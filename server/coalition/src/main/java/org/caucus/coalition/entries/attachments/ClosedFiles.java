package org.caucus.coalition.entries.attachments;

import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Message;
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
    return Refusal.forbidden(Message.of("this-picture-keeps-where-and"));
  }

  private static Refusal document() {
    return Refusal.forbidden(Message.of("this-document-may-name-its"));
  }
}
