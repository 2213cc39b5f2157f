package org.caucus.coalition.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.mailcommands.CommandResult;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.i18n.ReasonRecords;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** How letters end, other than by being posted: that is the event of what they became. */
public sealed interface LetterEvent extends Event {
  /**
   * Somebody is asked.
   *
   * @param letter as it came; null for what was written in the browser
   * @param audience the narrower audience it asks for itself; null, and not written, for that of
   *     the place
   * @param unproven whether nothing but its From line says that the seat wrote it; null, and not
   *     written, if something does
   * @param posts when it is posted unless its author takes it back before; null, and not written,
   *     if it waits for a word
   * @param words why it waits, as versions before codes read it
   * @param codes the same by codes; null, and not written, in logs of before
   */
  record LetterHeld(
      String id,
      MessageTarget intent,
      String address,
      String sender,
      @Nullable SeatId seat,
      Hold.Awaits awaits,
      @JsonProperty("subject") StoredText storedSubject,
      @JsonProperty("text") StoredText storedText,
      @Nullable EntryLetter letter,
      @JsonProperty("reasons") List<String> words,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Audience audience,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unproven,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant posts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StoredMessage> codes)
      implements LetterEvent {
    /** That waits for a word, for reasons in words alone, as before codes. */
    public LetterHeld(
        String id,
        MessageTarget intent,
        String address,
        String sender,
        @Nullable SeatId seat,
        Hold.Awaits awaits,
        StoredText subject,
        StoredText text,
        @Nullable EntryLetter letter,
        List<String> reasons,
        @Nullable Audience audience,
        @Nullable Boolean unproven) {
      this(
          id, intent, address, sender, seat, awaits, subject, text, letter, reasons, audience,
          unproven, null, null);
    }

    /** For all readers of the place, by the person it names. */
    public LetterHeld(
        String id,
        MessageTarget intent,
        String address,
        String sender,
        @Nullable SeatId seat,
        Hold.Awaits awaits,
        String subject,
        String text,
        EntryLetter letter,
        List<String> reasons) {
      this(
          id,
          intent,
          address,
          sender,
          seat,
          awaits,
          StoredText.of(subject),
          StoredText.of(text),
          letter,
          reasons,
          null,
          null);
    }

    /** Why it waits. */
    public List<Message> reasons() {
      return ReasonRecords.read(words, codes);
    }

    /** The same in English. */
    public List<String> inEnglish() {
      return reasons().stream().map(Message::english).toList();
    }

    /** What it was called. */
    public String subject() {
      return storedSubject.toString();
    }

    /** The words. */
    public String text() {
      return storedText.toString();
    }
  }

  /**
   * What is held could not be read, so nobody may post it as it is; comes in the commit that holds
   * it. An event, and not a field of the other: a node that does not know it leaves the workspace
   * to those that do, for it would post the letter to all of its place.
   *
   * @param how it came
   */
  record LetterUnread(String id, UnreadLetter how) implements LetterEvent {}

  /** It may be posted; the post is in the same commit. */
  record HoldApproved(String id, SeatId by) implements LetterEvent {}

  /** It could not be read when it came: it is read once more, and then ends like any other. */
  record HoldReadAgain(String id, SeatId by) implements LetterEvent {}

  /**
   * It is not posted, and its sender is told.
   *
   * @param reason what could not be done, by its code; null, and not written, for words of a person
   */
  record HoldRefused(
      String id,
      SeatId by,
      @JsonProperty("note") StoredText storedNote,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredMessage reason)
      implements LetterEvent {
    /** With these words. */
    public HoldRefused(String id, SeatId by, String note) {
      this(id, by, StoredText.of(note), null);
    }

    /** For a rule. */
    public static HoldRefused of(String id, SeatId by, Message why) {
      return new HoldRefused(
          id, by, StoredText.of(ReasonRecords.words(why)), StoredMessage.of(why));
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** It is not posted, and its sender is not told: spam is answered to nobody. */
  record HoldDiscarded(String id, SeatId by) implements LetterEvent {}

  /**
   * Its sender took it back.
   *
   * @param by the sender's seat; null for one who has none, who answered from the address it came
   *     from
   */
  record HoldWithdrawn(String id, @Nullable SeatId by) implements LetterEvent {}

  /** Nobody decided in time. */
  record HoldExpired(String id) implements LetterEvent {}

  /**
   * Nobody has decided yet; anyone who is asked is asked again.
   *
   * @param days it has waited
   */
  record HoldReminded(String id, int days) implements LetterEvent {}

  /** A convenor chose how a list meets strangers, and what proves who wrote. */
  record ListRuled(
      String list,
      ModerationSettings.Strangers strangers,
      ModerationSettings.Proof proof,
      SeatId by)
      implements LetterEvent {}

  /** Everything said on a list is read by a convenor first, or not any more. */
  record ListStopped(String list, boolean on, SeatId by) implements LetterEvent {}

  /** Everything a seat says is read by a convenor first, or not any more. */
  record SeatModerated(SeatId seat, boolean on, SeatId by) implements LetterEvent {}

  /**
   * Not posted; its sender is told why, with no hint of what exists.
   *
   * @param letter id in the inbox
   * @param proven whether its author's domain signed or sent it; null, and not written, if not
   * @param messageId its Message-ID without angle brackets; null, and not written, if it had none
   * @param words why, as versions before codes read it
   * @param codes the same by codes; null, and not written, in logs of before
   */
  record LetterRefused(
      String letter,
      String address,
      String sender,
      @JsonProperty("subject") StoredText storedSubject,
      @JsonProperty("reasons") List<String> words,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean proven,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String messageId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StoredMessage> codes)
      implements LetterEvent {
    /** One that anybody may have written, for reasons in words alone, as before codes. */
    public LetterRefused(
        String letter, String address, String sender, String subject, List<String> reasons) {
      this(letter, address, sender, StoredText.of(subject), reasons, null, null, null);
    }

    /** Of a letter with this subject. */
    static LetterRefused of(LetterCommand.RefuseLetter c) {
      return new LetterRefused(
          c.letter(),
          c.address(),
          c.sender(),
          StoredText.of(c.subject()),
          ReasonRecords.words(c.reasons()),
          c.proven() ? true : null,
          c.messageId(),
          ReasonRecords.codes(c.reasons()));
    }

    /** Why. */
    public List<Message> reasons() {
      return ReasonRecords.read(words, codes);
    }

    /** What it was called. */
    public String subject() {
      return storedSubject.toString();
    }
  }

  /**
   * It came to a member's address here, or to the convenors', and goes to them; it stands nowhere,
   * and nobody else knows.
   *
   * @param letter id in the inbox
   * @param from null for somebody who is not known here, who wrote to the convenors
   * @param blob where its bytes are
   */
  record LetterPassedOn(String letter, @Nullable SeatId from, SeatId to, String blob)
      implements LetterEvent {}

  /**
   * It had orders, and they were done, or none of them was: the person who sent it gets a
   * transcript.
   *
   * @param list the list whose address it came to; empty for the workspace's
   * @param sender where the transcript goes; empty for wherever the seat takes mail
   * @param messageId of the letter, without angle brackets; null if it had none
   * @param lines what was asked; nothing was done if one of them has a fault
   * @param unproven true if anybody may have sent it; else null, and not written
   */
  record LetterObeyed(
      String id,
      String list,
      String address,
      String sender,
      SeatId seat,
      @Nullable String messageId,
      List<CommandResult> lines,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unproven)
      implements LetterEvent {
    /** One whose sender is known. */
    public LetterObeyed(
        String id,
        String list,
        String address,
        String sender,
        SeatId seat,
        @Nullable String messageId,
        List<CommandResult> lines) {
      this(id, list, address, sender, seat, messageId, lines, null);
    }

    /** Whether all was done. */
    public boolean done() {
      return lines.stream().allMatch(line -> line.fault() == null);
    }
  }

  /**
   * By answering the echo its author took a post back; that is in the same commit.
   *
   * @param letter id in the inbox
   * @param of what the answered echo was about
   */
  record LetterTookBack(String letter, Ref of, SeatId by) implements LetterEvent {}

  /**
   * One word in answer to what was told of a thing was taken: whether its author comes, or wants to
   * hear more of it. What it changed is in the same commit; its author is told.
   *
   * @param letter Message-ID of the letter, if it is known
   */
  record WordTaken(Ref of, SeatId by, @Nullable String letter) implements LetterEvent {}

  /**
   * A bounce, an automatic answer, a duplicate: nobody is told.
   *
   * @param letter id in the inbox
   */
  record LetterDropped(String letter, String reason) implements LetterEvent {}
}
