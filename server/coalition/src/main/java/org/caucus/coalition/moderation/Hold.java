package org.caucus.coalition.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A letter that somebody is asked about.
 *
 * @param address the address it came to
 * @param sender the address it came from; empty for what was written in the browser
 * @param seat the sender's seat, if the address is a member's
 * @param awaits who is asked
 * @param letter as it came; null for what was written in the browser
 * @param reasons why
 * @param audience whom it was said to: the narrower audience it asks for itself, else the one that
 *     the place had when it came; null for an update, for orders, and in older logs
 * @param unproven whether nothing but its From line says that the seat wrote it
 * @param reminded the days after which anyone who is asked was reminded last; 0 if never
 * @param by who decided it; null while nobody has, and where time or the server did
 * @param storedNote what its sender is told besides; empty for nothing
 * @param posts when it is posted unless its author takes it back before; null if it waits for a
 *     word
 * @param unread how it came, if it could not be read: it is never posted before it is; else null
 */
public record Hold(
    String id,
    MessageTarget intent,
    String address,
    String sender,
    @Nullable SeatId seat,
    Awaits awaits,
    StoredText storedSubject,
    StoredText storedText,
    @Nullable EntryLetter letter,
    List<Message> reasons,
    @Nullable Audience audience,
    boolean unproven,
    Instant at,
    State state,
    int reminded,
    @Nullable SeatId by,
    StoredText storedNote,
    @Nullable Instant posts,
    @Nullable UnreadLetter unread) {
  /** How long an act is told to its author alone before it is done. */
  public static final Duration ANNOUNCED = Duration.ofSeconds(60);

  /** Days after which convenors are asked again. */
  public static final List<Integer> REMINDERS_DAYS = List.of(1, 7);

  /** Who is asked. */
  public enum Awaits {
    /** A convenor decides. */
    CONVENOR(Duration.ofDays(30)),
    /** Its sender is asked whether they wrote it. */
    SENDER(Duration.ofDays(3));

    private final Duration lifetime;

    Awaits(Duration lifetime) {
      this.lifetime = lifetime;
    }

    /** How long an answer is waited for. */
    public Duration lifetime() {
      return lifetime;
    }
  }

  /** What was decided. */
  public enum State {
    HELD,
    APPROVED,
    REFUSED,
    /** Thrown away; its sender was not told. */
    DISCARDED,
    /** Taken back by its sender. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.HOLD, id);
  }

  /** Whether it waits. */
  public boolean open() {
    return state == State.HELD;
  }

  /** When nobody waits for a decision any more. */
  public Instant expires() {
    return posts == null ? at.plus(awaits.lifetime()) : posts;
  }

  /** The next reminder, in days after it came; empty if there is none left. */
  Optional<Integer> nextReminder() {
    return posts != null
        ? Optional.empty()
        : REMINDERS_DAYS.stream()
            .filter(
                days -> days > reminded && Duration.ofDays(days).compareTo(awaits.lifetime()) < 0)
            .findFirst();
  }

  /** When somebody must look at it next: to remind, or because its time is over. */
  public Instant due() {
    return nextReminder().map(days -> at.plus(Duration.ofDays(days))).orElse(expires());
  }

  Hold decided(State now, @Nullable SeatId who, StoredText why) {
    return with(now, reminded, who, why);
  }

  Hold reminded(int days) {
    return with(state, days, by, storedNote);
  }

  Hold unread(UnreadLetter how) {
    return with(state, reminded, by, storedNote, how);
  }

  private Hold with(State now, int days, @Nullable SeatId who, StoredText why) {
    return with(now, days, who, why, unread);
  }

  private Hold with(
      State now, int days, @Nullable SeatId who, StoredText why, @Nullable UnreadLetter how) {
    return new Hold(
        id,
        intent,
        address,
        sender,
        seat,
        awaits,
        storedSubject,
        storedText,
        letter,
        reasons,
        audience,
        unproven,
        at,
        now,
        days,
        who,
        why,
        posts,
        how);
  }

  /** Why, in English. */
  public List<String> inEnglish() {
    return reasons.stream().map(Message::english).toList();
  }

  /** What it was called. */
  public String subject() {
    return storedSubject.toString();
  }

  /** The words. */
  public String text() {
    return storedText.toString();
  }

  /** What was said with it. */
  public String note() {
    return storedNote.toString();
  }
}
