package org.caucus.command;

import org.jspecify.annotations.Nullable;

/**
 * Names one thing of a workspace, for example {@code thread:7f3q…} or {@code list:coalition}.
 *
 * @param kind what it is
 * @param id its random id, or the slug or key people know it by
 */
public record Ref(Kind kind, String id) {
  /** Every kind of thing there is. The lower-case name is the wire form. */
  public enum Kind {
    WORKSPACE,
    SEAT,
    ORGANISATION,
    INVITATION,
    LIST,
    THREAD,
    ENTRY,
    HOLD,
    TRACKER,
    ISSUE,
    UPDATE,
    ACTION;

    /** The name used in the API and in the log. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A reference of a kind. */
  public static Ref to(Kind kind, String id) {
    return new Ref(kind, id);
  }

  // As a record's own, written out: those are slow until they are compiled, and loads ask them
  // often.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref ref && kind == ref.kind && id.equals(ref.id);
  }

  @Override
  public int hashCode() {
    return 31 * kind.name().hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return kind.wire() + ":" + id;
  }
}
