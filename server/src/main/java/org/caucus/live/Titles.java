package org.caucus.live;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.workspace.Workspace;

/** What things are called in the activity view. */
final class Titles {
  /** Characters of an entry shown as its excerpt. */
  private static final int EXCERPT_CHARS = 160;

  private Titles() {}

  /** A thing's title; the caller has checked that it may be read. */
  static String of(Workspace now, Ref ref) {
    return switch (ref.kind()) {
      case WORKSPACE -> now.members().name();
      case ORGANISATION ->
          Optional.ofNullable(now.members().organisations().get(ref.id()))
              .map(o -> o.name())
              .orElse("");
      case SEAT -> now.members().nameOf(new SeatId(ref.id()));
      case INVITATION ->
          Optional.ofNullable(now.members().invitations().get(ref.id()))
              .map(i -> i.address())
              .orElse("");
      case LIST -> now.lists().list(ref.id()).map(l -> l.name()).orElse("");
      case THREAD -> now.lists().thread(ref.id()).map(t -> t.subject()).orElse("");
      case ENTRY -> now.entries().find(ref.id()).map(e -> of(now, e.parent())).orElse("");
      case HOLD -> now.letters().find(ref.id()).map(h -> h.subject()).orElse("");
      case TRACKER -> now.issues().tracker(ref.id()).map(t -> t.name()).orElse("");
      case ISSUE -> now.issues().find(ref.id()).map(i -> i.label() + " " + i.title()).orElse("");
      case UPDATE -> now.updates().find(ref.id()).map(u -> u.title()).orElse("");
      case ACTION -> now.actions().find(ref.id()).map(a -> a.title()).orElse("");
    };
  }

  /** The first words of an entry. */
  static Optional<String> excerpt(Workspace now, Ref ref) {
    if (ref.kind() != Ref.Kind.ENTRY) {
      return Optional.empty();
    }
    return now.entries()
        .find(ref.id())
        .map(e -> e.text().strip())
        .map(t -> t.length() <= EXCERPT_CHARS ? t : t.substring(0, EXCERPT_CHARS) + "…");
  }
}
