package org.caucus.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.email.boxes.Said;
import org.caucus.email.boxes.Threads;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent;
import org.caucus.lists.Thread;
import org.caucus.lists.imports.Imported;
import org.caucus.log.Ids;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Where each letter of a box belongs, together with what of the list is here already and its
 * audience may join: a later year of an archive goes on with the threads of the earlier one.
 */
final class Sorted {
  /** A letter of the box, as far as its header tells; null octets were passed over. */
  record Head(String entry, Said said, Instant at, boolean isNew) {}

  private final Workspace state;
  private final String domain;
  private final List<Entry> here = new ArrayList<>();
  private final Threads threads;
  private final List<@Nullable Head> heads;
  private final Map<Integer, Imported.In> placed = new HashMap<>();

  /**
   * @param audience of what is brought in; it joins only what all of them read
   * @param domain in the identifiers of what was written in the browser
   */
  Sorted(
      Workspace state,
      String list,
      SeatId by,
      Audience audience,
      String domain,
      List<@Nullable Head> heads) {
    this.state = state;
    this.domain = domain;
    this.heads = heads;
    Map<String, List<String>> leads = new HashMap<>();
    gather(list, by, audience, leads);
    List<Threads.Named> named = new ArrayList<>();
    here.forEach(e -> named.add(named(e, leads.getOrDefault(e.id(), List.of()))));
    for (@Nullable Head head : heads) {
      named.add(
          head == null || !head.isNew()
              ? new Threads.Named(null, List.of())
              : new Threads.Named(head.said().id(), head.said().leads()));
    }
    threads = new Threads(named);
    threads.all().forEach(this::place);
  }

  private void gather(String list, SeatId by, Audience audience, Map<String, List<String>> leads) {
    Set<String> open = new HashSet<>();
    for (String id : state.lists().threadsOf(list)) {
      Thread thread = state.lists().thread(id).orElseThrow();
      Scope scope = state.lists().scope(thread);
      if (state.access().canRead(by, scope) && state.access().within(audience, scope)) {
        open.add(id);
      }
    }
    for (Commit commit : state.history()) {
      commit
          .events()
          .forEach(
              event -> {
                switch (event) {
                  case EntryEvent.EntryPosted e -> gather(e.id(), e.parent(), by, open);
                  case EntryEvent.EntryImported e -> {
                    gather(e.id(), e.parent(), by, open);
                    leads.put(e.id(), e.leads());
                  }
                  default -> {}
                }
              });
    }
  }

  private void gather(String id, Ref parent, SeatId by, Set<String> open) {
    if (parent.kind() == Ref.Kind.THREAD && open.contains(parent.id())) {
      Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).orElseThrow();
      if (state.access().canRead(by, scope)) {
        here.add(state.entries().find(id).orElseThrow());
      }
    }
  }

  /** What is here hangs together by its thread, whatever its identifiers say. */
  private Threads.Named named(Entry entry, List<String> leads) {
    String own = entry.letter() == null ? null : entry.letter().messageId();
    List<String> all = new ArrayList<>();
    all.add("thread:" + entry.parent().id());
    all.addAll(leads);
    return new Threads.Named(own == null ? entry.id() + "@" + domain : own, all);
  }

  private void place(List<Integer> members) {
    List<Integer> fresh = members.stream().filter(i -> i >= here.size()).toList();
    if (fresh.isEmpty()) {
      return;
    }
    @Nullable Entry known =
        members.stream().filter(i -> i < here.size()).findFirst().map(here::get).orElse(null);
    Imported.In began = known == null ? begin(fresh) : in(known.parent().id());
    for (int i : fresh) {
      int up = threads.answers(i);
      while (up >= here.size()) {
        up = threads.answers(up);
      }
      placed.put(i - here.size(), up < 0 ? began : in(here.get(up).parent().id()));
    }
  }

  private Imported.In in(String thread) {
    Thread t = state.lists().thread(thread).orElseThrow();
    return new Imported.In(thread, t.subject(), t.startedAt());
  }

  private Imported.In begin(List<Integer> members) {
    Instant began = Instant.MAX;
    @Nullable Head first = null;
    boolean rooted = false;
    for (int i : members) {
      @Nullable Head head = heads.get(i - here.size());
      if (head == null) {
        continue;
      }
      began = head.at().isBefore(began) ? head.at() : began;
      boolean root = threads.answers(i) < 0;
      if (first == null
          || (root && !rooted)
          || (root == rooted && head.at().isBefore(first.at()))) {
        first = head;
        rooted = root;
      }
    }
    String subject = first == null ? "" : first.said().subject();
    return new Imported.In(Ids.random(), title(subject), began);
  }

  private static String title(String subject) {
    String title = subject.isBlank() ? "(no subject)" : subject.strip();
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  private static final int MAX_TITLE_CHARS = 250;

  /** The thread of a letter of the box. */
  Imported.In thread(int index) {
    return Objects.requireNonNull(placed.get(index));
  }

  /** How many threads the new letters begin: what others begin meanwhile is not counted. */
  int begun() {
    return (int)
        IntStream.range(0, heads.size())
            .filter(this::isNew)
            .mapToObj(i -> thread(i).id())
            .filter(id -> state.lists().thread(id).isEmpty())
            .distinct()
            .count();
  }

  private boolean isNew(int index) {
    @Nullable Head head = heads.get(index);
    return head != null && head.isNew();
  }

  /** The entry that a letter of the box answers; null for none. */
  @Nullable String answers(int index) {
    int up = threads.answers(here.size() + index);
    if (up < 0) {
      return null;
    }
    if (up < here.size()) {
      return here.get(up).id();
    }
    @Nullable Head head = heads.get(up - here.size());
    return head == null ? null : head.entry();
  }
}
