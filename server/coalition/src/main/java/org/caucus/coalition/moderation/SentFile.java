package org.caucus.coalition.moderation;

import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Entry.Attached;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.mail.message.privacy.PictureMetadataStripper;

/**
 * A file that was sent in the browser, as one reader may see it: its author and convenors as it was
 * sent, others without our own tickets, and without place, time and device where the list says so.
 */
final class SentFile {
  private SentFile() {}

  /** Its octets; a picture or document is refused to companies if nothing can be taken out. */
  static byte[] of(
      Entry entry,
      Attached file,
      byte[] octets,
      HeldLetters.Held state,
      SeatId reader,
      String domain) {
    if (RedactedOriginal.seesAll(state, entry, reader)) {
      return octets;
    }
    boolean bares = RedactedOriginal.of(state, entry).bares();
    if (bares && RedactedOriginal.isOfCompany(state, reader)) {
      check(file, octets);
    }
    return new PassedFile(domain).of(file.name(), file.type(), octets, bares);
  }

  /** Whether this reader has it as it was sent, whatever is in it. */
  static boolean isWhole(Entry entry, Attached file, HeldLetters.Held state, SeatId reader) {
    return RedactedOriginal.seesAll(state, entry, reader)
        || !PassedFile.isLookedAt(file.name(), file.type());
  }

  /** Refuses a file out of which nothing can be taken. */
  private static void check(Attached file, byte[] octets) {
    if (PictureMetadataStripper.isOne(file.type()) && PictureMetadataStripper.isClosed(octets)) {
      throw closed();
    }
    if (PassedFile.isClosedDocument(file.name(), file.type(), octets)) {
      throw closedDocument();
    }
  }

  /** Nothing can be taken out of a picture. */
  static Refusal closed() {
    return Refusal.forbidden(
        "This picture keeps where and when it was taken, and its form allows nothing to be taken"
            + " out. Ask its author for it as JPEG or PNG.");
  }

  /** Nothing can be taken out of a document. */
  static Refusal closedDocument() {
    return Refusal.forbidden(
        "This document may name its author, and it is broken or too large to take that out. Ask"
            + " its author to save and send it again.");
  }
}
