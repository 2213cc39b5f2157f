package org.caucus.operator.migration.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Thread;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.mailbox.ThreadBuilder;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** What of a list is here and may be joined by what is brought in, in the order of the log. */
final class ExistingThreads {
  private final Workspace state;
  private final List<Entry> entries = new ArrayList<>();

  /** The keys of what led to each of them, one after the other, and where those of each end. */
  private long[] leads = new long[64];

  private final List<Integer> leadsEnd = new ArrayList<>();

  /**
   * @param audience of what is brought in; it joins only what all of them read
   */
  ExistingThreads(Workspace state, String list, SeatId by, Audience audience) {
    this.state = state;
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
                  case EntryEvent.EntryPosted e -> gather(e.id(), by, open, List.of());
                  case EntryEvent.EntryImported e -> gather(e.id(), by, open, e.leads());
                  default -> {}
                }
              });
    }
  }

  private void gather(String id, SeatId by, Set<String> open, List<String> names) {
    Entry entry = state.entries().find(id).orElseThrow();
    Ref parent = entry.parent();
    if (parent.kind() != Ref.Kind.THREAD || !open.contains(parent.id())) {
      return;
    }
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, id)).orElseThrow();
    if (state.access().canRead(by, scope)) {
      int from = leadsFrom(entries.size());
      if (from + names.size() > leads.length) {
        leads = Arrays.copyOf(leads, Math.max(leads.length * 2, from + names.size()));
      }
      for (int i = 0; i < names.size(); i++) {
        leads[from + i] = ThreadBuilder.key(names.get(i));
      }
      leadsEnd.add(from + names.size());
      entries.add(entry);
    }
  }

  private int leadsFrom(int index) {
    return index == 0 ? 0 : leadsEnd.get(index - 1);
  }

  int size() {
    return entries.size();
  }

  Entry get(int index) {
    return entries.get(index);
  }

  /** How many identifiers led to it. */
  int leads(int index) {
    return leadsEnd.get(index) - leadsFrom(index);
  }

  long lead(int index, int which) {
    return leads[leadsFrom(index) + which];
  }
}
