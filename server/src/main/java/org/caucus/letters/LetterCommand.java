package org.caucus.letters;

import java.util.List;
import org.caucus.command.Command;
import org.caucus.command.SeatId;
import org.caucus.entries.Letter;
import org.jspecify.annotations.Nullable;

/** What can be asked about letters. */
public sealed interface LetterCommand extends Command {
  /** Posts a letter for the seat that wrote it. */
  record PostLetter(Intent intent, String subject, String text, Letter letter)
      implements LetterCommand {}

  /** Asks somebody first. */
  record HoldLetter(
      Intent intent,
      String address,
      String sender,
      @Nullable SeatId seat,
      Hold.Awaits awaits,
      String subject,
      String text,
      Letter letter,
      List<String> reasons)
      implements LetterCommand {}

  /** Refuses it and has its sender told. */
  record RefuseLetter(
      String letter, String address, String sender, String subject, List<String> reasons)
      implements LetterCommand {}

  /** Drops it; only the log knows. */
  record DropLetter(String letter, String reason) implements LetterCommand {}

  /** A convenor lets a held letter in, or its sender says they wrote it. */
  record ApproveHold(String hold) implements LetterCommand {}

  /** A convenor keeps a held letter out. */
  record RefuseHold(String hold, String note) implements LetterCommand {}
}
