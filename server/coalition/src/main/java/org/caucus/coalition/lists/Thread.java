package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/**
 * A conversation on a list, or of named people without one.
 *
 * @param byConvenor whether the person who started it was a convenor then
 * @param left who is in it no more, and reads what was said until then; of a list nobody
 */
@SuppressWarnings(
    "JavaLangClash") // the word of the field, and nothing here starts a java.lang.Thread
public record Thread(
    String id,
    String list,
    String subject,
    Audience audience,
    SeatId startedBy,
    Instant startedAt,
    boolean byConvenor,
    ThreadStatus status,
    PMap<SeatId, Departure> left) {
  /**
   * A person left a conversation.
   *
   * @param sequence of the commit in which they did
   * @param among who was in it until then
   */
  public record Departure(long sequence, Audience.Named among) {}

  /** One to which nothing was done yet. */
  Thread(
      String id,
      String list,
      String subject,
      Audience audience,
      SeatId startedBy,
      Instant startedAt,
      boolean byConvenor) {
    this(
        id,
        list,
        subject,
        audience,
        startedBy,
        startedAt,
        byConvenor,
        ThreadStatus.NEW,
        PersistentMap.empty());
  }

  Thread readBy(Audience to) {
    return new Thread(id, list, subject, to, startedBy, startedAt, byConvenor, status, left);
  }

  Thread renamed(String to) {
    ThreadStatus now = status.renamedFrom(subject, audience);
    return new Thread(id, list, to, audience, startedBy, startedAt, byConvenor, now, left);
  }

  Thread with(ThreadStatus now) {
    return new Thread(id, list, subject, audience, startedBy, startedAt, byConvenor, now, left);
  }

  /** After this seat left, and all before it whose place it has. */
  Thread leftBy(List<SeatId> line, long sequence) {
    Departure departure = new Departure(sequence, people().orElseThrow());
    PMap<SeatId, Departure> gone = left;
    for (SeatId seat : line) {
      gone = gone.plus(seat, departure);
    }
    return new Thread(id, list, subject, audience, startedBy, startedAt, byConvenor, status, gone);
  }

  /** Whether it is of named people, and on no list. */
  public boolean isConversation() {
    return list.equals(MailingList.CONVERSATIONS.slug());
  }

  /** Who is in a conversation now: whom a new message reaches; empty for one on a list. */
  public Optional<Audience.Named> people() {
    return isConversation() && audience instanceof Audience.Named named
        ? Optional.of(without(named, seat -> left.containsKey(seat)))
        : Optional.empty();
  }

  /** Who knows of what happened to it in that commit: not those who had left. */
  Audience knownTo(long sequence) {
    return audience instanceof Audience.Named named && !left.isEmpty()
        ? without(
            named,
            seat -> {
              Departure departure = left.get(seat);
              return departure != null && departure.sequence() < sequence;
            })
        : audience;
  }

  private static Audience.Named without(Audience.Named named, Predicate<SeatId> gone) {
    TreeSet<String> rest = new TreeSet<>(named.seats());
    rest.removeIf(seat -> gone.test(new SeatId(seat)));
    return new Audience.Named(rest);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.THREAD, id);
  }
}
