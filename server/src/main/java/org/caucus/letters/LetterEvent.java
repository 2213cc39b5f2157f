package org.caucus.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.entries.Letter;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** How letters end, other than by being posted: that is the event of what they became. */
public sealed interface LetterEvent extends Event {
  /**
   * Somebody is asked.
   *
   * @param audience the narrower audience it asks for itself; null, and not written, for that of
   *     the place
   */
  record LetterHeld(
      String id,
      Intent intent,
      String address,
      String sender,
      @Nullable SeatId seat,
      Hold.Awaits awaits,
      String subject,
      String text,
      Letter letter,
      List<String> reasons,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Audience audience)
      implements LetterEvent {
    /** For all readers of the place. */
    public LetterHeld(
        String id,
        Intent intent,
        String address,
        String sender,
        @Nullable SeatId seat,
        Hold.Awaits awaits,
        String subject,
        String text,
        Letter letter,
        List<String> reasons) {
      this(id, intent, address, sender, seat, awaits, subject, text, letter, reasons, null);
    }
  }

  /** It may be posted; the post is in the same commit. */
  record HoldApproved(String id, SeatId by) implements LetterEvent {}

  /** It is not posted, and its sender is told. */
  record HoldRefused(String id, SeatId by, String note) implements LetterEvent {}

  /**
   * Not posted; its sender is told why, with no hint of what exists.
   *
   * @param letter id in the inbox
   */
  record LetterRefused(
      String letter, String address, String sender, String subject, List<String> reasons)
      implements LetterEvent {}

  /**
   * It came to a member's address here and goes to them; it stands nowhere, and nobody else knows.
   *
   * @param letter id in the inbox
   * @param blob where its bytes are
   */
  record LetterPassedOn(String letter, SeatId from, SeatId to, String blob)
      implements LetterEvent {}

  /**
   * A bounce, an automatic answer, a duplicate: nobody is told.
   *
   * @param letter id in the inbox
   */
  record LetterDropped(String letter, String reason) implements LetterEvent {}
}
