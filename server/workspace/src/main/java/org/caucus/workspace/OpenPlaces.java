package org.caucus.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/**
 * Asks of every command whether the places are open that it says something in. Asked of what the
 * command leads to, so it holds of commands that are yet to be written.
 */
public final class OpenPlaces {
  private static final Set<String> CODES =
      Set.of(
          "workspace-is-closed",
          "organisation-is-archived",
          "list-is-archived",
          "tracker-is-archived");

  private OpenPlaces() {}

  /** Whether something was refused only because its place takes nothing new. */
  public static boolean isOfClosed(Refusal refusal) {
    return CODES.contains(refusal.message().code());
  }

  /**
   * Demands that all is open.
   *
   * @throws Refusal that says which place is not, and who can open it
   */
  static void mustBeOpen(Workspace state, Command command, CommandContext act, List<Event> events) {
    ClosedPlaces closed = ClosedPlaces.of(state);
    if (closed.isNone() || isOfLeaving(command)) {
      return;
    }
    List<Event> asked =
        events.stream().filter(event -> !Capabilities.isPossibleWhenClosed(event)).toList();
    if (asked.isEmpty()) {
      return;
    }
    Commit commit = new Commit(state.sequence() + 1, act.id(), act.at(), act.seat(), null, events);
    Workspace after = state.evolve(commit);
    Stream<Ref> whole = Stream.of(ClosedPlaces.workspace(state.members()));
    Stream<Ref> author = act.seat() == null ? Stream.of() : organisation(state, act).stream();
    Stream<Ref> said = asked.stream().flatMap(event -> places(after, event, commit));
    Stream.of(whole, author, said)
        .flatMap(places -> places)
        .filter(place -> closed.find(place).isPresent())
        .findFirst()
        .ifPresent(place -> refuse(state, place));
  }

  /** Who leaves passes on what is theirs to do, wherever it is. */
  private static boolean isOfLeaving(Command command) {
    return command instanceof HandoverCommand || command instanceof MemberCommand.EndSeat;
  }

  private static Optional<Ref> organisation(Workspace state, CommandContext act) {
    Seat seat = state.members().seats().get(act.by());
    return Optional.ofNullable(seat).map(s -> Ref.to(Ref.Kind.ORGANISATION, s.organisation()));
  }

  /**
   * Where it happens, and whence something is taken. What opens a place again is about it, and does
   * not stand in it.
   */
  private static Stream<Ref> places(Workspace after, Event event, Commit commit) {
    if (event instanceof ClosingEvent) {
      return Stream.of();
    }
    About about = Capabilities.about(after, event, commit);
    Stream<Ref> from =
        event instanceof ListEvent.ThreadMoved moved
            ? Stream.of(Ref.to(Ref.Kind.LIST, moved.from()))
            : Stream.of();
    return Stream.concat(
        from,
        Stream.concat(Stream.of(about.ref()), Stream.ofNullable(about.under()))
            .flatMap(ref -> around(after, ref)));
  }

  /** The thing, and all that it is in. */
  private static Stream<Ref> around(Workspace state, Ref thing) {
    return Stream.concat(
        Stream.of(thing),
        Capabilities.containerOf(state, thing).stream().flatMap(place -> around(state, place)));
  }

  private static void refuse(Workspace state, Ref place) {
    String called = Capabilities.find(state, place).orElseThrow().title();
    throw Refusal.conflict(
        switch (place.kind()) {
          case WORKSPACE -> Message.of("workspace-is-closed");
          case ORGANISATION -> Message.of("organisation-is-archived", "organisation", called);
          case LIST -> Message.of("list-is-archived", "list", called);
          default -> Message.of("tracker-is-archived", "tracker", called);
        });
  }
}
