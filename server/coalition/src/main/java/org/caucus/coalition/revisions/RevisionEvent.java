package org.caucus.coalition.revisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to an entry after it was posted. */
public sealed interface RevisionEvent extends Event {
  /** The id of the entry. */
  String id();

  /** Who read it when this happened: nobody else is told that it did. */
  Audience audience();

  /** Who did it. */
  SeatId by();

  @Override
  default SeatId author() {
    return by();
  }

  /** The entry. */
  default Ref ref() {
    return Ref.to(Ref.Kind.ENTRY, id());
  }

  /**
   * Its author changed its words.
   *
   * @param received seats that were sent it by mail before
   * @param told whether these are told of it by mail, as its list had chosen
   */
  record EntryEdited(
      String id,
      Audience audience,
      @JsonProperty("text") StoredText words,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SeatId> received,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean told,
      SeatId by)
      implements RevisionEvent {
    /** A copy that nobody else can change. */
    public EntryEdited {
      received = List.copyOf(Objects.requireNonNullElse(received, List.of()));
    }

    /** What it says since. */
    public String text() {
      return words.toString();
    }
  }

  /**
   * It was deleted: its words, files and reactions are shown to nobody any more.
   *
   * @param role in which it was done
   * @param reason why, in the words of the person who did it; null if they gave none
   * @param received seats that were sent it by mail before
   * @param told whether these are told of it by mail, as its list had chosen
   */
  record EntryDeleted(
      String id,
      Audience audience,
      Role role,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredText reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SeatId> received,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean told,
      SeatId by)
      implements RevisionEvent {
    /** A copy that nobody else can change. */
    public EntryDeleted {
      received = List.copyOf(Objects.requireNonNullElse(received, List.of()));
    }
  }

  /** The person who deleted it took that back. */
  record EntryRestored(String id, Audience audience, SeatId by) implements RevisionEvent {}

  /** As what somebody deletes an entry. */
  enum Role {
    /** They wrote it. */
    AUTHOR,
    /** They keep order where it was said. */
    CONVENOR
  }
}
