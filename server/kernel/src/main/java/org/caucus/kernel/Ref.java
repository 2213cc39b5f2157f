package org.caucus.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names one thing of a workspace, for example {@code thread:7f3q…} or {@code list:coalition}.
 *
 * @param kind what it is
 * @param id its random id, or the slug or key people know it by
 */
public record Ref(Kind kind, String id) {
  private static final int MAX_NAME_CHARS = 80;

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
    ACTION,
    POLL,
    INSTRUMENT,
    REVIEW;

    /** The name used in the API and in the log. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A reference of a kind. */
  public static Ref to(Kind kind, String id) {
    return new Ref(kind, id);
  }

  /**
   * The thing that somebody names: an issue by its label, such as COP-12, or an issue, an action,
   * an update or a thread by the address of its page. Whether it is there is not looked at.
   */
  public static Optional<Ref> named(String name) {
    String[] parts = name.split("/", -1);
    String id = parts[parts.length - 1];
    boolean isName =
        !id.isEmpty() && id.length() <= MAX_NAME_CHARS && id.chars().allMatch(Ref::isOfName);
    if (!isName || (parts.length == 1 && id.indexOf('-') <= 0)) {
      return Optional.empty();
    }
    return switch (parts.length == 1 ? "issues" : parts[parts.length - 2]) {
      case "issues" -> Optional.of(to(Kind.ISSUE, id));
      case "actions" -> Optional.of(to(Kind.ACTION, id));
      case "updates" -> Optional.of(to(Kind.UPDATE, id));
      case "polls" -> Optional.of(to(Kind.POLL, id));
      case "instruments" -> Optional.of(to(Kind.INSTRUMENT, id));
      case "reviews" -> Optional.of(to(Kind.REVIEW, id));
      case "threads" -> Optional.of(to(Kind.THREAD, id));
      default -> Optional.empty();
    };
  }

  private static boolean isOfName(int c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
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
