package org.caucus.coalition.moderation;

import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Entry.Attached;
import org.caucus.coalition.entries.attachments.ClosedFiles;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.privacy.PassedFile;

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
      ClosedFiles.refuse(file, octets);
    }
    return new PassedFile(domain).of(file.name(), file.type(), octets, bares);
  }

  /** Whether this reader has it as it was sent, whatever is in it. */
  static boolean isWhole(Entry entry, Attached file, HeldLetters.Held state, SeatId reader) {
    return RedactedOriginal.seesAll(state, entry, reader)
        || !PassedFile.isLookedAt(file.name(), file.type());
  }
}
