package org.caucus.messaging.distribution.headers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleMessageIds;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Message identifiers of entries, as far as one recipient may know of them (R8). */
public final class Threading {
  /** Identifiers in one References field. */
  private static final int MAX_REFERENCES = 50;

  private final Workspace state;
  private final SeatId reader;
  private final String domain;

  public Threading(Workspace state, SeatId reader, String domain) {
    this.state = state;
    this.reader = reader;
    this.domain = domain;
  }

  /**
   * An entry's identifier as this recipient has it: its letter's own, else one made of its id. No
   * angle brackets.
   */
  public String idOf(Entry entry) {
    return idOf(state, entry, reader, domain);
  }

  /** The same. */
  public static String idOf(Workspace state, Entry entry, SeatId reader, String domain) {
    String own = entry.letter() == null ? null : entry.letter().messageId();
    return own == null || RedactedOriginal.isHidden(state, entry, reader)
        ? entry.id() + "@" + domain
        : own;
  }

  /** An identifier as it may stand in this recipient's letter; empty if it may not. */
  public Optional<String> shown(String messageId) {
    VisibleMessageIds known = new VisibleMessageIds(state, reader);
    return known
        .entry(messageId)
        .map(e -> e.letter() == null ? messageId : idOf(e))
        .or(() -> Optional.of(messageId).filter(known::knows));
  }

  /** Identifiers of what led to this entry, oldest first, of those the recipient may read. */
  public List<String> leadingTo(Entry entry) {
    List<String> ids = new ArrayList<>();
    @Nullable Entry e = answered(entry);
    while (e != null && ids.size() < MAX_REFERENCES) {
      if (readable(e)) {
        ids.add(idOf(e));
      }
      e = answered(e);
    }
    Collections.reverse(ids);
    return ids;
  }

  /** What an entry answers: the one it names, else what started the thread. */
  private @Nullable Entry answered(Entry entry) {
    if (entry.answers() != null) {
      return state.entries().find(entry.answers()).orElse(null);
    }
    Entry first = state.entries().under(entry.parent()).getFirst();
    return first.id().equals(entry.id()) ? null : first;
  }

  private boolean readable(Entry entry) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .filter(scope -> state.access().canRead(reader, scope))
        .isPresent();
  }
}
