package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/**
 * A conversation on a list, or of named people without one.
 *
 * @param startedAt when it began; what was split from another thread began with that: who reads
 *     from a day on reads no more of it than before
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
    PMap<SeatId, Departure> left,
    ThreadLinks links) {
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
        PersistentMap.empty(),
        ThreadLinks.NONE);
  }

  Thread readBy(Audience to) {
    return new Thread(id, list, subject, to, startedBy, startedAt, byConvenor, status, left, links);
  }

  Thread renamed(String to) {
    ThreadStatus now = status.renamedFrom(subject, audience);
    return new Thread(id, list, to, audience, startedBy, startedAt, byConvenor, now, left, links);
  }

  Thread with(ThreadStatus now) {
    return new Thread(
        id, list, subject, audience, startedBy, startedAt, byConvenor, now, left, links);
  }

  /** After this seat left, and all before it whose place it has. */
  Thread leftBy(List<SeatId> line, long sequence) {
    Departure departure = new Departure(sequence, people().orElseThrow());
    PMap<SeatId, Departure> gone = left;
    for (SeatId seat : line) {
      gone = gone.plus(seat, departure);
    }
    return new Thread(
        id, list, subject, audience, startedBy, startedAt, byConvenor, status, gone, links);
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

  Thread with(ThreadLinks now) {
    return new Thread(
        id, list, subject, audience, startedBy, startedAt, byConvenor, status, left, now);
  }

  Thread movedTo(String to, ThreadLinks.FormerList from) {
    return new Thread(
        id,
        to,
        subject,
        audience,
        startedBy,
        startedAt,
        byConvenor,
        status,
        left,
        links.left(from));
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.THREAD, id);
  }

  /** Whether its messages are in another thread now. */
  public boolean isMerged() {
    return links.mergedInto() != null;
  }

  /** The list that it was on when the commit of this sequence was made. */
  public String listAt(long sequence) {
    return links.lists().stream()
        .filter(former -> sequence < former.until())
        .findFirst()
        .map(ThreadLinks.FormerList::list)
        .orElse(list);
  }

  /** Whether letters to this list can answer it: it is there, or was there before. */
  public boolean isOrWasOn(String slug) {
    return Stream.concat(Stream.of(list), links.lists().stream().map(ThreadLinks.FormerList::list))
        .anyMatch(slug::equals);
  }
}
