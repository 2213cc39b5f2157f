package org.caucus.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.Visible;
import org.caucus.members.Scope;

/** Shows lists and threads as the API's {@code List} and {@code Thread}, as one seat sees them. */
public final class ListPresenter {
  private ListPresenter() {}

  /** A list. */
  public static JsonObject show(Lists.Held state, MailingList list, SeatId reader, String domain) {
    return new JsonObject()
        .put("slug", list.slug())
        .put("name", list.name())
        .put("description", list.description())
        .put("address", list.localPart() + "@" + domain)
        .put("audience", list.audience().wire())
        .put("readers", state.access().count(list.scope()))
        .put("threads", readable(state, list, reader).count());
  }

  /** A thread; who spoke last and how often is of what this seat can read. */
  public static JsonObject show(Lists.Held state, Thread thread, SeatId reader) {
    Scope scope = state.lists().scope(thread);
    Optional<Entry> last = Visible.last(state, thread.ref(), scope, reader);
    return new JsonObject()
        .put("id", thread.id())
        .put("list", thread.list())
        .put("subject", thread.subject())
        .put("audience", thread.audience().wire())
        .put("readers", state.access().count(scope))
        .put("startedBy", thread.startedBy().value())
        .put("startedAt", thread.startedAt().toString())
        .put("entries", Visible.count(state, thread.ref(), scope, reader))
        .put("lastAt", last.map(Entry::at).orElse(thread.startedAt()).toString())
        .put("lastBy", last.map(Entry::seat).orElse(thread.startedBy()).value());
  }

  /** When something was said in a thread last, as far as one seat can read. */
  private record Spoken(Thread thread, Instant last) {}

  /** The threads of a list that this seat can read, last spoken first. */
  public static List<Thread> threads(Lists.Held state, MailingList list, SeatId reader) {
    return readable(state, list, reader)
        .map(t -> new Spoken(t, last(state, t, reader)))
        .sorted(Comparator.comparing(Spoken::last).reversed())
        .map(Spoken::thread)
        .toList();
  }

  private static Instant last(Lists.Held state, Thread thread, SeatId reader) {
    return Visible.last(state, thread.ref(), state.lists().scope(thread), reader)
        .map(Entry::at)
        .orElse(thread.startedAt());
  }

  private static Stream<Thread> readable(Lists.Held state, MailingList list, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.lists().threadsOf(list.slug()).stream()
        .map(id -> Objects.requireNonNull(state.lists().threads().get(id)))
        .filter(t -> reads.test(state.lists().scope(t)));
  }

  /** The lists this seat can read. */
  public static JsonArray lists(Lists.Held state, SeatId reader, String domain) {
    JsonArray shown = new JsonArray();
    state.lists().lists().values().stream()
        .filter(l -> state.access().canRead(reader, l.scope()))
        .sorted(Comparator.comparing(MailingList::slug))
        .forEach(l -> shown.add(show(state, l, reader, domain)));
    return shown;
  }
}
