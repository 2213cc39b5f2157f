package org.caucus.views.stream;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/**
 * Whose words came with a commit, where the seat that is named only let them in or brought them in.
 */
final class UnreadableAuthors {
  /** Names of the authors of an archive that stand in one line. */
  private static final int MOST_NAMES = 3;

  /** Commits after the beginning of an import that are looked at for its authors. */
  private static final int MOST_COMMITS = 16;

  private UnreadableAuthors() {}

  /**
   * Who wrote what this happening is about, by name, else by address; empty where the seat did.
   *
   * @param visible all of the commit that its reader may know of
   */
  static Optional<String> of(
      Workspace now,
      Commit commit,
      EventDescription h,
      List<EventDescription> visible,
      SeatId reader) {
    return hasWords(h.ref())
        ? commit.events().stream()
            .flatMap(event -> event instanceof EntryEvent.EntryPosted e ? Stream.of(e) : null)
            .filter(e -> h.ref().id().equals(e.id()) || h.ref().equals(e.parent()))
            .filter(e -> visible.stream().anyMatch(v -> v.ref().id().equals(e.id())))
            .findFirst()
            .flatMap(e -> named(now, e.id(), reader))
        : Optional.empty();
  }

  /** Whether it is words, or something under which there may be words. */
  private static boolean hasWords(Ref ref) {
    return ref.kind() == Ref.Kind.THREAD
        || ref.kind() == Ref.Kind.ENTRY
        || Capabilities.isFollowed(ref);
  }

  /**
   * Who wrote the letters of an archive that began to come in with this commit: the first few, of
   * those whose letters this seat reads. Empty for all other commits.
   */
  static Optional<String> ofArchive(Workspace now, Commit commit, SeatId reader) {
    if (commit.events().stream().noneMatch(e -> e instanceof ListEvent.ImportBegun)) {
      return Optional.empty();
    }
    List<String> names =
        IntStream.range(0, MOST_COMMITS)
            .map(after -> after + (int) commit.sequence()) // where the next one stands
            .filter(place -> place < now.history().size())
            .mapToObj(now.history()::get)
            .filter(c -> FrameRenderer.isImport(c) && Objects.equals(commit.by(), c.by()))
            .flatMap(c -> now.visibleEvents(c, reader).stream())
            .flatMap(event -> author(now, event, reader))
            .distinct()
            .limit(MOST_NAMES + 1L)
            .toList();
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return Optional.of(names.size() > MOST_NAMES ? some + ", …" : some).filter(s -> !s.isEmpty());
  }

  private static Stream<String> author(Workspace now, Event event, SeatId reader) {
    return event instanceof EntryEvent.EntryImported e
        ? named(now, e.id(), reader).stream()
        : Stream.empty();
  }

  private static Optional<String> named(Workspace now, String entry, SeatId reader) {
    return now.entries()
        .find(entry)
        .flatMap(e -> now.stranger(e, reader))
        .map(EntryLetter::named)
        .filter(name -> !name.isEmpty());
  }
}
