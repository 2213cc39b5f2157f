package org.caucus.coalition.moderation;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Command;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked about letters. */
public sealed interface LetterCommand extends Command {
  /**
   * Posts a letter for the seat that wrote it.
   *
   * @param audience the narrower audience its first line asks for; null for that of the place
   */
  record PostLetter(
      MessageTarget intent,
      String subject,
      String text,
      @Nullable EntryLetter letter,
      @Nullable Audience audience)
      implements LetterCommand {
    /** What it says. */
    MailedLetter mailed() {
      return new MailedLetter(subject, text, letter, audience);
    }

    /** For all readers of the place. */
    public PostLetter(MessageTarget intent, String subject, String text, EntryLetter letter) {
      this(intent, subject, text, letter, null);
    }
  }

  /**
   * Asks somebody first.
   *
   * @param audience as of {@link PostLetter}
   * @param unproven whether nothing but its From line says that the seat wrote it
   * @param announced whether it is posted after {@link Hold#ANNOUNCED} unless its author takes it
   *     back
   * @param unread how it came, if it could not be read; else null
   */
  record HoldLetter(
      MessageTarget intent,
      String address,
      String sender,
      @Nullable SeatId seat,
      Hold.Awaits awaits,
      String subject,
      String text,
      @Nullable EntryLetter letter,
      List<Message> reasons,
      @Nullable Audience audience,
      boolean unproven,
      boolean announced,
      @Nullable UnreadLetter unread)
      implements LetterCommand {
    /** That was read. */
    public HoldLetter(
        MessageTarget intent,
        String address,
        String sender,
        @Nullable SeatId seat,
        Hold.Awaits awaits,
        String subject,
        String text,
        @Nullable EntryLetter letter,
        List<Message> reasons,
        @Nullable Audience audience,
        boolean unproven,
        boolean announced) {
      this(
          intent, address, sender, seat, awaits, subject, text, letter, reasons, audience, unproven,
          announced, null);
    }

    /** For all readers of the place, by the person it names. */
    public HoldLetter(
        MessageTarget intent,
        String address,
        String sender,
        @Nullable SeatId seat,
        Hold.Awaits awaits,
        String subject,
        String text,
        EntryLetter letter,
        List<Message> reasons) {
      this(
          intent, address, sender, seat, awaits, subject, text, letter, reasons, null, false,
          false);
    }
  }

  /**
   * Refuses it and has its sender told.
   *
   * @param proven whether its author's domain signed or sent it
   * @param messageId its Message-ID without angle brackets; null if it had none
   */
  record RefuseLetter(
      String letter,
      String address,
      String sender,
      String subject,
      List<Message> reasons,
      boolean proven,
      @Nullable String messageId)
      implements LetterCommand {
    /** One that anybody may have written. */
    public RefuseLetter(
        String letter, String address, String sender, String subject, List<Message> reasons) {
      this(letter, address, sender, subject, reasons, false, null);
    }

    /** One without a Message-ID. */
    public RefuseLetter(
        String letter,
        String address,
        String sender,
        String subject,
        List<Message> reasons,
        boolean proven) {
      this(letter, address, sender, subject, reasons, proven, null);
    }
  }

  /** Passes it on from one member to another; nobody else knows. */
  record PassLetterOn(String letter, SeatId from, SeatId to, String blob)
      implements LetterCommand {}

  /**
   * Passes it on to convenors; nobody else knows.
   *
   * @param from null for somebody who is not known here
   */
  record PassToConvenors(String letter, @Nullable SeatId from, List<SeatId> to, String blob)
      implements LetterCommand {
    /** A copy that nobody else can change. */
    public PassToConvenors {
      to = List.copyOf(to);
    }
  }

  /** Drops it; only the log knows. */
  record DropLetter(String letter, String reason) implements LetterCommand {}

  /** A convenor lets a held letter in, or its sender says they wrote it. */
  record ApproveHold(String hold) implements LetterCommand {}

  /** The time is over in which its author could take back what they were told of. */
  record PostAnnounced(String hold) implements LetterCommand {}

  /** A convenor keeps a held letter out. */
  record RefuseHold(String hold, String note) implements LetterCommand {}

  /** A convenor throws a held letter away; nobody answers it. */
  record DiscardHold(String hold) implements LetterCommand {}

  /**
   * The person who wrote a held letter takes it back: their seat, or the server for who has none.
   */
  record WithdrawHold(String hold) implements LetterCommand {}

  /** Time has passed: anyone who is asked is reminded, or the letter goes. */
  record TendHold(String hold) implements LetterCommand {}

  /** Chooses how a list meets strangers, and what proves who wrote. */
  record RuleList(
      String list, ModerationSettings.Strangers strangers, ModerationSettings.Proof proof)
      implements LetterCommand {}

  /** Has everything said on a list read by a convenor first, or not any more. */
  record StopList(String list, boolean on) implements LetterCommand {}

  /** Has everything a seat says read by a convenor first, or not any more. */
  record ModerateSeat(SeatId seat, boolean on) implements LetterCommand {}
}
