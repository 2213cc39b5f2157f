package org.caucus.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
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
final class Sorted implements Threads.Keyed {
  private static final int MAX_TITLE_CHARS = 250;
  private static final int NONE = -1;

  private final Workspace state;
  private final String domain;
  private final Heads heads;
  private final String salt = Ids.random();

  /** What of the list is here and may be joined, in the order of the log. */
  private final List<Entry> here = new ArrayList<>();

  /** What led to each of them, one after the other, and where those of each end. */
  private long[] leads = new long[64];

  private final List<Integer> leadsEnd = new ArrayList<>();
  private final Threads threads;

  /** The thread of each letter, here or in the box. */
  private final int[] numbers;

  /** Of each thread: one of its letters that is here; the first of the box; when it began. */
  private final int[] known;

  private final int[] first;
  private final long[] began;

  /**
   * @param audience of what is brought in; it joins only what all of them read
   * @param domain in the identifiers of what was written in the browser
   */
  Sorted(Workspace state, String list, SeatId by, Audience audience, String domain, Heads heads) {
    this.state = state;
    this.domain = domain;
    this.heads = heads;
    gather(list, by, audience);
    threads = new Threads(this);
    numbers = threads.numbers();
    int count = IntStream.of(numbers).max().orElse(NONE) + 1;
    known = new int[count];
    first = new int[count];
    began = new long[count];
    Arrays.fill(known, NONE);
    Arrays.fill(first, NONE);
    Arrays.fill(began, Long.MAX_VALUE);
    for (int i = here.size() - 1; i >= 0; i--) {
      known[numbers[i]] = i;
    }
    for (int i = 0; i < heads.size(); i++) {
      if (heads.isNew(i)) {
        begin(numbers[here.size() + i], i);
      }
    }
  }

  /** A thread is called as the first of its letters that answers none. */
  private void begin(int thread, int letter) {
    long when = heads.at(letter).toEpochMilli();
    began[thread] = Math.min(began[thread], when);
    int before = first[thread];
    boolean root = isRoot(letter);
    if (before == NONE
        || (root && !isRoot(before))
        || (root == isRoot(before) && when < heads.at(before).toEpochMilli())) {
      first[thread] = letter;
    }
  }

  private boolean isRoot(int letter) {
    return threads.answers(here.size() + letter) < 0;
  }

  @Override
  public int size() {
    return here.size() + heads.size();
  }

  @Override
  public long id(int index) {
    if (index >= here.size()) {
      int letter = index - here.size();
      return heads.isNew(letter) ? heads.id(letter) : 0;
    }
    Entry entry = here.get(index);
    String own = entry.letter() == null ? null : entry.letter().messageId();
    return Threads.key(own == null ? entry.id() + "@" + domain : own);
  }

  @Override
  public int leads(int index) {
    if (index >= here.size()) {
      int letter = index - here.size();
      return heads.isNew(letter) ? heads.leads(letter) : 0;
    }
    return 1 + leadsEnd.get(index) - leadsFrom(index);
  }

  private int leadsFrom(int index) {
    return index == 0 ? 0 : leadsEnd.get(index - 1);
  }

  /** What is here hangs together by its thread, whatever its identifiers say. */
  @Override
  public long lead(int index, int which) {
    if (index >= here.size()) {
      return heads.lead(index - here.size(), which);
    }
    return which == 0
        ? Threads.key("thread:" + here.get(index).parent().id())
        : leads[leadsFrom(index) + which - 1];
  }

  private void gather(String list, SeatId by, Audience audience) {
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
                  case EntryEvent.EntryPosted e -> gather(e.id(), e.parent(), by, open, List.of());
                  case EntryEvent.EntryImported e ->
                      gather(e.id(), e.parent(), by, open, e.leads());
                  default -> {}
                }
              });
    }
  }

  private void gather(String id, Ref parent, SeatId by, Set<String> open, List<String> names) {
    if (parent.kind() != Ref.Kind.THREAD || !open.contains(parent.id())) {
      return;
    }
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).orElseThrow();
    if (state.access().canRead(by, scope)) {
      int from = leadsFrom(here.size());
      if (from + names.size() > leads.length) {
        leads = Arrays.copyOf(leads, Math.max(leads.length * 2, from + names.size()));
      }
      for (int i = 0; i < names.size(); i++) {
        leads[from + i] = Threads.key(names.get(i));
      }
      leadsEnd.add(from + names.size());
      here.add(state.entries().find(id).orElseThrow());
    }
  }

  private Imported.In in(String thread) {
    Thread t = state.lists().thread(thread).orElseThrow();
    return new Imported.In(thread, t.subject(), t.startedAt());
  }

  private static String title(String subject) {
    String title = subject.isBlank() ? "(no subject)" : subject.strip();
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  /** The thread of a letter of the box. */
  Imported.In thread(int index) {
    int up = threads.answers(here.size() + index);
    while (up >= here.size()) {
      up = threads.answers(up);
    }
    if (up >= 0) {
      return in(here.get(up).parent().id());
    }
    int number = numbers[here.size() + index];
    return known[number] == NONE
        ? new Imported.In(
            Ids.from(salt + number),
            title(heads.subject(first[number])),
            Instant.ofEpochMilli(began[number]))
        : in(here.get(known[number]).parent().id());
  }

  /** How many threads the new letters begin: what others begin meanwhile is not counted. */
  int begun() {
    return (int)
        IntStream.range(0, first.length).filter(i -> first[i] != NONE && known[i] == NONE).count();
  }

  /** The entry that a letter of the box answers; null for none. */
  @Nullable String answers(int index) {
    int up = threads.answers(here.size() + index);
    if (up < 0) {
      return null;
    }
    return up < here.size() ? here.get(up).id() : heads.entry(up - here.size());
  }
}
