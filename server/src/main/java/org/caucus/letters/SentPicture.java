package org.caucus.letters;

import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.email.privacy.BarePicture;
import org.caucus.entries.Entry;
import org.caucus.members.Side;

/**
 * A picture that was sent in the browser, as one reader may see it: its author and convenors as it
 * was sent, others without place, time and device where the list says so.
 */
final class SentPicture {
  private SentPicture() {}

  /** Its octets; refused to companies if nothing can be taken out of its form. */
  static byte[] of(Entry entry, byte[] picture, Letters.Held state, SeatId reader) {
    if (isWhole(entry, state, reader)) {
      return picture;
    }
    if (BarePicture.isClosed(picture) && isOfCompany(state, reader)) {
      throw Refused.forbidden(
          "This picture keeps where and when it was taken, and its form allows nothing to be taken"
              + " out. Ask its author for it as JPEG or PNG.");
    }
    return BarePicture.of(picture).orElse(picture);
  }

  /** Whether this reader has it as it was sent, whatever it is. */
  static boolean isWhole(Entry entry, Letters.Held state, SeatId reader) {
    return Discretion.seesAll(state, entry, reader) || !Discretion.of(state, entry).bares();
  }

  private static boolean isOfCompany(Letters.Held state, SeatId reader) {
    return state.members().active().stream()
        .filter(seat -> seat.id().equals(reader))
        .anyMatch(seat -> state.members().organisationOf(seat).side() == Side.COMPANY);
  }
}
