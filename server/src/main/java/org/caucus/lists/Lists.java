package org.caucus.lists;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.SeatId;
import org.caucus.entries.Entries;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The lists of a workspace and their threads, immutable.
 *
 * @param byList ids of threads by slug of their list, in the order they started
 * @param silent seats that get no mail of a list, as seat and list
 * @param content whether mail carries what people wrote
 */
public record Lists(
    PMap<String, MailingList> lists,
    PMap<String, Thread> threads,
    PMap<String, Row<String>> byList,
    PSet<String> silent,
    MailContent content) {
  /** What whoever holds the state of lists can be asked. */
  public interface Held extends Entries.Held {
    /** The lists. */
    Lists lists();
  }

  /** No lists. */
  public static Lists none() {
    return new Lists(
        Trie.empty(), Trie.empty(), Trie.empty(), HashTreePSet.empty(), MailContent.USUAL);
  }

  /** The list with this slug. */
  public Optional<MailingList> list(String slug) {
    return Optional.ofNullable(lists.get(slug));
  }

  /** The thread with this id. */
  public Optional<Thread> thread(String id) {
    return Optional.ofNullable(threads.get(id));
  }

  /** Threads of a list, in the order they started. */
  public Row<String> threadsOf(String list) {
    return byList.getOrDefault(list, Row.empty());
  }

  /** Where a thread stands: its own audience within its list's. */
  public Scope scope(Thread thread) {
    return Objects.requireNonNull(lists.get(thread.list()))
        .scope()
        .holds(thread.audience(), thread.startedAt());
  }

  /** The state after a thread's audience changed. */
  public Lists readBy(String id, Audience to) {
    Thread changed = Objects.requireNonNull(threads.get(id)).readBy(to);
    return new Lists(lists, threads.plus(id, changed), byList, silent, content);
  }

  /** The state after a list's ceiling changed. */
  public Lists heldTo(String slug, Audience ceiling) {
    MailingList l = Objects.requireNonNull(lists.get(slug));
    MailingList changed =
        new MailingList(l.slug(), l.name(), l.description(), l.localPart(), ceiling);
    return new Lists(lists.plus(slug, changed), threads, byList, silent, content);
  }

  /** The state after an event. */
  public Lists evolve(ListEvent event, Instant at) {
    return switch (event) {
      case ListEvent.ListOpened e ->
          new Lists(
              lists.plus(
                  e.slug(),
                  new MailingList(
                      e.slug(), e.name(), e.description(), e.localPart(), e.audience())),
              threads,
              byList,
              silent,
              content);
      case ListEvent.ThreadStarted e ->
          new Lists(
              lists,
              threads.plus(
                  e.id(), new Thread(e.id(), e.list(), e.subject(), e.audience(), e.by(), at)),
              byList.plus(e.list(), threadsOf(e.list()).plus(e.id())),
              silent,
              content);
      case ListEvent.DeliverySet e -> delivery(e);
      case ListEvent.MailContentSet e -> new Lists(lists, threads, byList, silent, e.content());
    };
  }

  private Lists delivery(ListEvent.DeliverySet e) {
    String choice = e.seat().value() + " " + e.list();
    return new Lists(
        lists,
        threads,
        byList,
        e.mode() == Delivery.NONE ? silent.plus(choice) : silent.minus(choice),
        content);
  }

  /**
   * How a seat gets the mail of a list.
   *
   * @param list slug of the list; empty for the notices of the workspace
   */
  public Delivery delivery(SeatId seat, String list) {
    return silent.contains(seat.value() + " " + list) ? Delivery.NONE : Delivery.EACH;
  }
}
