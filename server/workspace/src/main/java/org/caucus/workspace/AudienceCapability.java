package org.caucus.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceDecider;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.audience.AudienceHistory;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.entries.Entries;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/**
 * What a change of audience does to the things of a workspace. Widening touches the one thing:
 * whatever hangs on it keeps the audience it was said to. Narrowing goes down to all that hangs on
 * it, so that a later widening does not open it again.
 */
final class AudienceCapability implements Capability<Workspace, AudienceEvent> {
  @Override
  public Class<AudienceEvent> events() {
    return AudienceEvent.class;
  }

  @Override
  public List<EventName<? extends AudienceEvent>> names() {
    return List.of(
        EventName.of("audience.widened", AudienceEvent.Widened.class, "of to by label"),
        EventName.of("audience.narrowed", AudienceEvent.Narrowed.class, "of to by received"),
        EventName.of("entry.released", AudienceEvent.Released.class, "of to by"));
  }

  @Override
  public List<CommandFamily<? super Workspace, ?>> commands() {
    return List.of(CommandFamily.of(AudienceCommand.class, AudienceDecider::decide));
  }

  /** It is what widening and narrowing is for. */
  @Override
  public boolean changesReaders(AudienceEvent event) {
    return true;
  }

  /** Of an entry it is told under what it hangs on. */
  @Override
  public About about(Workspace now, AudienceEvent event, CommitTime commit) {
    Ref of = event.of();
    boolean isEntry = of.kind() == Ref.Kind.ENTRY;
    return new About(
        of,
        isEntry ? now.entries().find(of.id()).orElseThrow().parent() : null,
        Capabilities.knownTo(now, of, commit).orElseThrow());
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("workspace.AudienceNotifications", Facet.NOTIFIED)
        .in("messaging.inbound.pipeline.guards.AudienceHeaderLine", Facet.MAILED)
        .in("workspace.scheduled.ScheduledActionReminders", Facet.SCHEDULED)
        .in("workspace.AudienceCapability", Facet.EXPORTED)
        .none("It is about things, which have their own.", Facet.FED, Facet.DATED, Facet.SEARCHED);
  }

  @Override
  public NotificationFacet<Workspace, AudienceEvent> notifications() {
    return new AudienceNotifications();
  }

  @Override
  public Slices evolve(Workspace now, AudienceEvent event, CommitTime commit) {
    return Capabilities.audienceChanged(now.with(changed(now, event, commit)), event.of());
  }

  private static Slices changed(Workspace w, AudienceEvent event, CommitTime commit) {
    return switch (event) {
      case AudienceEvent.Widened e -> widened(w, e, commit);
      case AudienceEvent.Narrowed e -> narrowed(w, e.of(), e.to());
      case AudienceEvent.Released e -> Capabilities.widened(w, e.of(), e.to(), null, commit);
    };
  }

  private static Slices widened(Workspace w, AudienceEvent.Widened e, CommitTime commit) {
    return Capabilities.widened(w, e.of(), e.to(), e.label(), commit)
        .with(AudienceHistory.SLICE, w.audiences().widened(e, commit.sequence()));
  }

  private static Slices narrowed(Workspace w, Ref of, Audience to) {
    UnaryOperator<Audience> narrower = audience -> w.access().meet(audience, to);
    Workspace after = w;
    for (Ref inside : Capabilities.inside(w, of)) {
      Audience now = w.scopeOf(inside).orElseThrow().audience();
      after = after.with(thing(after, inside, narrower.apply(now), narrower));
    }
    return thing(after, of, to, narrower);
  }

  private static Slices thing(Workspace w, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    Workspace after = w.with(Capabilities.narrowed(w, of, to, narrower));
    return after
        .slices()
        .with(Entries.SLICE, after.entries().narrowed(of, narrower))
        .with(AudienceHistory.SLICE, after.audiences().narrowed(of, narrower));
  }

  /**
   * What a commit took from a seat. Only what it could read until then: to all others the thing
   * never was.
   */
  static List<Ref> taken(Workspace now, Commit commit, SeatId reader) {
    List<Ref> taken = new ArrayList<>();
    for (Event event : commit.events()) {
      if (event instanceof AudienceEvent.Narrowed e) {
        Scope scope = now.scopeOf(e.of()).orElseThrow();
        Scope before = new Scope(e.from(), scope.at(), scope.parent());
        if (now.access().canRead(reader, before)
            && !now.access().canRead(reader, scope)
            && wasNamed(lineAt(now, commit, reader), before)) {
          taken.add(e.of());
        }
      }
    }
    return taken;
  }

  /** What a seat could read until then that had a scope, as its seat is now and was then. */
  static Predicate<Scope> readUntil(Workspace now, Commit commit, SeatId reader) {
    Set<SeatId> line = lineAt(now, commit, reader);
    return scope -> now.access().canRead(reader, scope) && wasNamed(line, scope);
  }

  /**
   * A seat and all it had taken over from by a commit; empty if it was not there yet. What was
   * taken from somebody before their seat was taken over is not in the history that is inherited
   * (R6).
   */
  private static Set<SeatId> lineAt(Workspace now, Commit commit, SeatId reader) {
    SeatId seat = ViewAs.of(reader).map(ViewAs::viewer).orElse(reader);
    Set<SeatId> line = new HashSet<>(now.members().line(seat));
    List<Commit> history = now.history();
    for (Commit later : history.subList(Math.toIntExact(commit.sequence()), history.size())) {
      for (Event event : later.events()) {
        if (event instanceof MemberEvent.SeatTaken e && e.seat().equals(seat)) {
          return Set.of();
        }
        if (event instanceof MemberEvent.SeatHandedOver e && line.contains(e.successor())) {
          line.removeAll(now.members().line(e.seat()));
        }
      }
    }
    return line;
  }

  private static boolean wasNamed(Set<SeatId> line, Scope scope) {
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      if (s.audience() instanceof Audience.Named named && line.stream().noneMatch(named::names)) {
        return false;
      }
    }
    return !line.isEmpty();
  }

  @Override
  public boolean isPossibleWhenClosed(AudienceEvent event) {
    return event instanceof AudienceEvent.Narrowed;
  }

  @Override
  public boolean isAudited(AudienceEvent event) {
    return true;
  }

  /** By the label of a narrower row of numbers it is not found any more: that tells who read it. */
  @Override
  public @Nullable Ref searched(AudienceEvent event) {
    return switch (event) {
      case AudienceEvent.Widened e -> e.label() == null ? null : e.of();
      case AudienceEvent.Narrowed _, AudienceEvent.Released _ -> null;
    };
  }

  @Override
  public @Nullable EventWords words(AudienceEvent event) {
    return null;
  }
}
