package org.caucus.coalition.capability;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of the events of one capability, and in which words. The inbox, notices by mail,
 * digests and receipts ask this and nothing else. Nobody is told what they cannot read: that is
 * asked of every recipient besides.
 *
 * @param <W> what it must know of a workspace
 * @param <E> the events of the capability
 */
public interface NotificationFacet<W extends Members.Held, E extends Event> {
  /** Who is told of an event; empty if nobody is. */
  Optional<Notified> notified(W now, E event, CommitEvents commit);

  /** What a notice of it says to one reader; empty if there is nothing to say any more. */
  Optional<NoticeContent> notice(W now, E event, NoticeContext context);

  /** Its kinds of things that members follow, and each of which has its own conversation. */
  default Set<Ref.Kind> followed() {
    return Set.of();
  }

  /** The seats that have to do with a thing of its kinds, beside those who follow or discuss it. */
  default Set<SeatId> involved(W now, Ref thing) {
    Set<SeatId> seats = new HashSet<>();
    now.item(thing)
        .ifPresent(
            item -> {
              seats.addAll(item.assignees());
              if (item.openedBy() != null) {
                seats.add(item.openedBy());
              }
            });
    return seats;
  }

  /**
   * What a notice says of words that somebody wrote under a thing of its kinds; empty if a comment
   * on it has no notice.
   *
   * @param words who wrote what
   */
  default Optional<NoticeContent> comment(W now, Ref thing, String words, NoticeContext context) {
    return Optional.empty();
  }

  /** Whether somebody is told when a thing of its kinds is opened to more. */
  default boolean tellsWidenings() {
    return false;
  }

  /** Who is told that a thing of its kinds was opened to more. */
  default Optional<Notified> widened(W now, Ref thing, Audience from, CommitEvents commit) {
    return Optional.empty();
  }

  /** What they are told. */
  default Optional<NoticeContent> widened(W now, Ref thing, Audience from, NoticeContext context) {
    return Optional.empty();
  }

  /** What an answer to a notice of an event is about; null if it cannot be answered. */
  default @Nullable Ref answered(E event) {
    return null;
  }

  /** Whether an event says that nothing of what happened with it is told by mail. */
  default boolean isQuiet(E event) {
    return false;
  }

  /**
   * Whether an event only changes fields, so that one letter tells of all that one person changes
   * of many things within a short time. Its notice is told in brief ({@link NoticeContent#brief}).
   */
  default boolean joins(E event) {
    return false;
  }

  /** Whether the notice of an event tells too what was said with it. */
  default boolean tellsComments(E event) {
    return false;
  }

  /**
   * Whether an event changes the head of its thing, which all who read the thing now see as it
   * stands. Of what only hangs on it those alone know who could read the thing then.
   */
  default boolean changesHead(E event) {
    return false;
  }

  /** Whether an event decides how things of any kind are told, such as how somebody gets mail. */
  default boolean isSetting(E event) {
    return false;
  }

  /** Nobody is told of anything. */
  static <W extends Members.Held, E extends Event> NotificationFacet<W, E> none() {
    return new NotificationFacet<>() {
      @Override
      public Optional<Notified> notified(W now, E event, CommitEvents commit) {
        return Optional.empty();
      }

      @Override
      public Optional<NoticeContent> notice(W now, E event, NoticeContext context) {
        return Optional.empty();
      }
    };
  }
}
