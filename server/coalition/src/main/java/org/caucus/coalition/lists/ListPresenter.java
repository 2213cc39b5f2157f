package org.caucus.coalition.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows lists and threads as the API's {@code List} and {@code Thread}, as one seat sees them. */
public final class ListPresenter {
  private static final JsonFields<Shown> LIST =
      JsonFields.of(
          "MailingList", Shown.class, "slug name description address audience readers threads");
  private static final JsonFields<Spoken> THREAD =
      JsonFields.of(
          "MailThread",
          Spoken.class,
          "id list subject audience readers startedBy startedAt entries lastAt lastBy");

  /** Most lists and threads that are named beside a thread or a list, the newest of them. */
  static final int MOST_LINKS = 20;

  private ListPresenter() {}

  private record Shown(MailingList list, String address, int readers, long threads) {}

  private record Spoken(
      Thread thread, Audience audience, int readers, int entries, Instant lastAt, SeatId lastBy) {}

  /** A list. */
  public static JsonObject show(Lists.Held state, MailingList list, SeatId reader, String domain) {
    JsonObject shown =
        LIST.json(
            new Shown(
                list,
                list.localPart() + "@" + domain,
                state.access().count(list.scope()),
                readable(state, list, reader).count()));
    return ClosedPlaces.put(shown, state, Ref.to(Ref.Kind.LIST, list.slug()));
  }

  /** A thread; who spoke last and how often is of what this seat can read. */
  public static JsonObject show(Lists.Held state, Thread thread, SeatId reader) {
    Scope scope = state.lists().scope(thread);
    Optional<Thread.Departure> departure = Conversations.departure(state, thread, reader);
    // who left sees who was in it then, and not who came since
    Audience shownFor =
        departure
            .<Audience>map(Thread.Departure::among)
            .orElseGet(() -> state.lists().writing(thread).audience());
    Optional<Entry> last = VisibleEntries.last(state, thread.ref(), scope, reader);
    JsonObject shown =
        THREAD.json(
            new Spoken(
                thread,
                shownFor,
                state.access().count(new Scope(shownFor, scope.at(), scope.parent())),
                VisibleEntries.count(state, thread.ref(), scope, reader),
                last.map(Entry::at).orElse(thread.startedAt()),
                last.map(Entry::seat).orElse(thread.startedBy())));
    add(shown, thread.status());
    if (departure.isPresent()) {
      shown.put("left", true);
    }
    addLinks(state, thread, reader, shown);
    List<String> former = state.lists().formerSubjects(thread, state.access().asked(reader));
    if (!former.isEmpty()) {
      shown.put("formerSubjects", new JsonArray(former));
    }
    VisibleEntries.first(state, thread.ref(), scope, reader)
        .flatMap(first -> from(state, first, reader))
        .ifPresent(from -> shown.put("startedFrom", from));
    last.flatMap(l -> from(state, l, reader)).ifPresent(from -> shown.put("lastFrom", from));
    return shown;
  }

  /** What is usual is not said. */
  private static void add(JsonObject shown, ThreadStatus status) {
    if (status.pinned()) {
      shown.put("pinned", true);
    }
    if (status.locked()) {
      shown.put("locked", true);
    }
  }

  /** Where it was, and what it came from or became part of, as far as its reader may know. */
  private static void addLinks(Lists.Held state, Thread thread, SeatId reader, JsonObject shown) {
    ThreadLinks links = thread.links();
    if (links.equals(ThreadLinks.NONE)) {
      return;
    }
    Predicate<Scope> reads = state.access().asked(reader);
    JsonArray lists = new JsonArray();
    newest(links.lists())
        .filter(f -> state.lists().list(f.list()).filter(l -> reads.test(l.scope())).isPresent())
        .forEach(
            f ->
                lists.add(
                    new JsonObject()
                        .put("list", f.list())
                        .put("at", f.at().toString())
                        .put("by", f.by().value())));
    put(shown, "movedFrom", lists);
    if (links.splitFrom() != null) {
      link(state, links.splitFrom(), reads).ifPresent(from -> shown.put("splitFrom", from));
    }
    if (thread.isMerged()) {
      link(state, state.lists().current(thread).id(), reads)
          .ifPresent(into -> shown.put("mergedInto", into));
    }
    put(shown, "splitOff", links(state, links.splitOff(), t -> !t.isMerged(), reads));
    put(shown, "merged", links(state, links.merged(), Thread::isMerged, reads));
  }

  private static void put(JsonObject shown, String field, JsonArray some) {
    if (!some.isEmpty()) {
      shown.put(field, some);
    }
  }

  private static <T> Stream<T> newest(List<T> some) {
    return some.subList(Math.max(0, some.size() - MOST_LINKS), some.size()).stream();
  }

  private static JsonArray links(
      Lists.Held state, List<String> ids, Predicate<Thread> which, Predicate<Scope> reads) {
    List<JsonObject> all =
        ids.stream()
            .filter(id -> state.lists().thread(id).filter(which).isPresent())
            .flatMap(id -> link(state, id, reads).stream())
            .toList();
    return new JsonArray(newest(all).toList());
  }

  private static Optional<JsonObject> link(Lists.Held state, String id, Predicate<Scope> reads) {
    return state
        .lists()
        .thread(id)
        .filter(t -> reads.test(state.lists().scope(t)))
        .map(t -> new JsonObject().put("id", t.id()).put("subject", t.subject()));
  }

  /** Threads that left a list and that this seat can read, the newest first. */
  public static JsonArray left(Lists.Held state, MailingList list, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    JsonArray shown = new JsonArray();
    state.lists().leftFrom(list.slug()).reversed().stream()
        .flatMap(id -> state.lists().thread(id).stream())
        .filter(t -> reads.test(state.lists().scope(t)))
        .limit(MOST_LINKS)
        .forEach(t -> shown.add(show(state, t, reader)));
    return shown;
  }

  /** Whose words a letter is that somebody let in or brought in: by name, else by address. */
  private static Optional<String> from(Lists.Held state, Entry entry, SeatId reader) {
    return state.stranger(entry, reader).map(EntryLetter::named).filter(name -> !name.isEmpty());
  }

  /** When something was said in a thread last, as far as one seat can read. */
  private record Dated(Thread thread, Instant last) {}

  /**
   * The threads of a list that this seat can read: those that are pinned, then last spoken first.
   */
  public static List<Thread> threads(Lists.Held state, MailingList list, SeatId reader) {
    return readable(state, list, reader)
        .map(t -> new Dated(t, last(state, t, reader)))
        .sorted(
            Comparator.comparing((Dated d) -> !d.thread().status().pinned())
                .thenComparing(Comparator.comparing(Dated::last).reversed()))
        .map(Dated::thread)
        .toList();
  }

  private static Instant last(Lists.Held state, Thread thread, SeatId reader) {
    return VisibleEntries.last(state, thread.ref(), state.lists().scope(thread), reader)
        .map(Entry::at)
        .orElse(thread.startedAt());
  }

  private static Stream<Thread> readable(Lists.Held state, MailingList list, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.lists().threadsOf(list.slug()).stream()
        .map(id -> Objects.requireNonNull(state.lists().threads().get(id)))
        .filter(t -> reads.test(state.lists().scope(t)));
  }

  /**
   * What was said last on a list, as far as this seat can read, as the API's {@code LatestPosts};
   * empty if there is nothing.
   */
  public static Optional<JsonObject> said(Lists.Held state, MailingList list, SeatId reader) {
    return last(state, list, reader)
        .map(
            entry -> {
              Thread thread = thread(state, entry);
              JsonObject shown = new JsonObject();
              from(state, entry, reader).ifPresent(from -> shown.put("from", from));
              return shown
                  .put("list", list.slug())
                  .put("thread", thread.id())
                  .put("subject", thread.subject())
                  .put("at", entry.at().toString())
                  .put("by", entry.seat().value());
            });
  }

  /** The entry of a list that was said last, of those this seat can read. */
  static Optional<Entry> last(Lists.Held state, MailingList list, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    @Nullable Entry last = null;
    for (var each : state.lists().said().of(list.slug()).entrySet()) {
      Instant at = each.getValue().at();
      LatestPosts.Readers readers = each.getKey();
      if (!reads.test(list.scope().holds(readers.thread(), at).holds(readers.entry(), at))) {
        continue; // nor what such people were told earlier
      }
      Entry entry = state.entries().find(each.getValue().entry()).orElseThrow();
      Scope scope = state.lists().scope(thread(state, entry));
      if (!reads.test(scope.holds(entry.audience(), entry.at()))) {
        return lastByWalk(state, list, reader);
      }
      last = later(last, entry);
    }
    return Optional.ofNullable(last);
  }

  /**
   * For the person who reads from a day on: what was said last may be in a thread from before it.
   */
  private static Optional<Entry> lastByWalk(Lists.Held state, MailingList list, SeatId reader) {
    return readable(state, list, reader)
        .flatMap(t -> VisibleEntries.last(state, t.ref(), state.lists().scope(t), reader).stream())
        .reduce(ListPresenter::later);
  }

  private static Entry later(@Nullable Entry one, Entry other) {
    return one == null || LatestPosts.Newest.of(one).compareTo(LatestPosts.Newest.of(other)) < 0
        ? other
        : one;
  }

  private static Thread thread(Lists.Held state, Entry entry) {
    return state.lists().thread(entry.parent().id()).orElseThrow();
  }

  /** What was said last on each list this seat can read, of those where it can read anything. */
  public static JsonArray said(Lists.Held state, SeatId reader) {
    JsonArray shown = new JsonArray();
    readable(state, reader).flatMap(l -> said(state, l, reader).stream()).forEach(shown::add);
    return shown;
  }

  private static Stream<MailingList> readable(Lists.Held state, SeatId reader) {
    return state.lists().lists().values().stream()
        .filter(l -> state.access().canRead(reader, l.scope()))
        .sorted(Comparator.comparing(MailingList::slug));
  }

  /** The lists this seat can read. */
  public static JsonArray lists(Lists.Held state, SeatId reader, String domain) {
    JsonArray shown = new JsonArray();
    readable(state, reader).forEach(l -> shown.add(show(state, l, reader, domain)));
    return shown;
  }
}
