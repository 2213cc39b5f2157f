package org.caucus.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to entries. */
public sealed interface EntryEvent extends Event {
  /**
   * Somebody said something.
   *
   * @param attached files added in the browser; not written if there are none
   */
  record EntryPosted(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Audience audience,
      String text,
      Via via,
      @Nullable Letter letter,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry.Attached> attached)
      implements EntryEvent {
    /** A copy that nobody else can change; older logs say nothing of files. */
    public EntryPosted {
      attached = List.copyOf(Objects.requireNonNullElse(attached, List.of()));
    }

    /** Without files. */
    public EntryPosted(
        String id,
        Ref parent,
        @Nullable String answers,
        SeatId seat,
        Audience audience,
        String text,
        Via via,
        @Nullable Letter letter) {
      this(id, parent, answers, seat, audience, text, via, letter, List.of());
    }
  }
}
