package org.caucus.coalition.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;

/** Shows where a thread and its messages can go, who reads them there, and why not elsewhere. */
final class ThreadDestinations {
  /** Most threads that are offered at once. */
  static final int MOST_THREADS = 20;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter words are alike in titles that have nothing else in common. */
  private static final int LEAST_WORD_CHARS = 3;

  private ThreadDestinations() {}

  /** All other lists that this seat can read. */
  static JsonArray lists(
      Lists.Held state, Thread thread, SeatId by, Function<Message, String> told) {
    Predicate<Scope> reads = state.access().asked(by);
    JsonArray shown = new JsonArray();
    state.lists().lists().values().stream()
        .filter(l -> !l.slug().equals(thread.list()) && reads.test(l.scope()))
        .sorted(Comparator.comparing(MailingList::name).thenComparing(MailingList::slug))
        .forEach(
            l ->
                shown.add(
                    why(ThreadMoveDecider.moving(state, thread, l, by), told)
                        .put("list", l.slug())
                        .put("name", l.name())
                        .put("audience", l.audience().wire())
                        .put("listReaders", state.access().count(l.scope()))
                        .put("readers", state.access().count(state.lists().scope(thread)))));
    return shown;
  }

  private static JsonObject why(Optional<Message> refused, Function<Message, String> told) {
    JsonObject shown = new JsonObject();
    refused.ifPresent(why -> shown.put("refused", told.apply(why)));
    return shown;
  }

  /** A thread that another could be merged into, and how much its title is like that one's. */
  private record Candidate(Thread thread, boolean sameList, int alike, JsonObject shown) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparing((Candidate c) -> c.shown.containsKey("refused"))
            .thenComparing(Comparator.comparingInt(Candidate::alike).reversed())
            .thenComparing(c -> !c.sameList)
            .thenComparing(Comparator.comparing((Candidate c) -> c.last()).reversed())
            .thenComparing(c -> c.thread.id());

    private String last() {
      return shown.getString("lastAt");
    }
  }

  /** Threads that this seat can merge it with: those with a title like it first. */
  static JsonArray threads(
      Lists.Held state, Thread thread, String words, SeatId by, Function<Message, String> told) {
    Set<String> own = words(thread.subject());
    Set<String> wanted = words(words);
    JsonArray shown = new JsonArray();
    others(state, thread, by)
        .filter(t -> hasAll(words(t.subject()), wanted))
        .map(t -> candidate(state, thread, t, own, by, told))
        .sorted(Candidate.ORDER)
        .limit(MOST_THREADS)
        .forEach(c -> shown.add(c.shown()));
    return shown;
  }

  private static Stream<Thread> others(Lists.Held state, Thread thread, SeatId by) {
    Predicate<Scope> reads = state.access().asked(by);
    boolean all = ThreadDecider.isConvenor(state, by);
    List<SeatId> line = List.copyOf(state.members().line(by));
    return state.lists().lists().values().stream()
        .flatMap(l -> state.lists().threadsOf(l.slug()).stream())
        .map(id -> Objects.requireNonNull(state.lists().threads().get(id)))
        .filter(t -> !t.id().equals(thread.id()) && (all || line.contains(t.startedBy())))
        .filter(t -> reads.test(state.lists().scope(t)));
  }

  private static Candidate candidate(
      Lists.Held state,
      Thread thread,
      Thread other,
      Set<String> own,
      SeatId by,
      Function<Message, String> told) {
    JsonObject item = ListPresenter.show(state, other, by);
    JsonObject shown =
        why(ThreadMoveDecider.merging(state, thread, other), told)
            .put("thread", other.id())
            .put("subject", other.subject())
            .put("list", other.list())
            .put("audience", other.audience().wire())
            .put("readers", item.getInteger("readers"))
            .put("entries", item.getInteger("entries"))
            .put("lastAt", item.getString("lastAt"));
    Set<String> same = new HashSet<>(words(other.subject()));
    same.retainAll(own);
    return new Candidate(other, other.list().equals(thread.list()), same.size(), shown);
  }

  private static boolean hasAll(Set<String> title, Set<String> wanted) {
    return wanted.stream().allMatch(w -> title.stream().anyMatch(t -> t.startsWith(w)));
  }

  private static Set<String> words(String title) {
    return Stream.of(BETWEEN_WORDS.split(title.toLowerCase(Locale.ROOT), -1))
        .filter(word -> word.length() >= LEAST_WORD_CHARS)
        .collect(Collectors.toSet());
  }

  /** What a split at a message would take, and who would read its title. */
  static JsonObject split(Lists.Held state, Thread thread, String entry, SeatId by) {
    ThreadMoveDecider.Part part = ThreadMoveDecider.part(state, thread, entry, by);
    Scope place = state.lists().list(thread.list()).orElseThrow().scope();
    return new JsonObject()
        .put("possible", !part.isAll())
        .put("moves", part.shown())
        .put("stays", part.stays())
        .put("audience", part.audience().wire())
        .put("readers", state.access().count(place.holds(part.audience(), thread.startedAt())));
  }
}
