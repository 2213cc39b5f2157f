package org.caucus.workspace.dummy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/**
 * A small capability that is on every surface: notes, which everyone reads and somebody sees to.
 * Nothing else in the house knows it. A kind of its own would be a line in {@code Ref}; for tests
 * it takes that of polls.
 */
public final class NoteCapability implements Capability<Members.Held, NoteEvent> {
  static final Set<Ref.Kind> KINDS = Set.of(Ref.Kind.POLL);

  static Ref ref(String id) {
    return Ref.to(Ref.Kind.POLL, id);
  }

  static Optional<Notes.Note> note(Members.Held now, String id) {
    return now.slices().get(Notes.SLICE).find(id);
  }

  @Override
  public Class<NoteEvent> events() {
    return NoteEvent.class;
  }

  @Override
  public List<EventName<? extends NoteEvent>> names() {
    return List.of(
        EventName.of("note.written", NoteEvent.NoteWritten.class, "text by"),
        EventName.of("note.passed-on", NoteEvent.NotePassedOn.class, "to"));
  }

  @Override
  public List<CommandFamily<? super Members.Held, ?>> commands() {
    return List.of(CommandFamily.of(NoteCommand.class, NoteCapability::decide));
  }

  private static List<Event> decide(Members.Held now, NoteCommand command, CommandContext act) {
    now.access().mustBeActive(act.by());
    return switch (command) {
      case NoteCommand.WriteNote c ->
          List.of(new NoteEvent.NoteWritten(act.thing(), c.text(), act.by()));
    };
  }

  @Override
  public Facets facets() {
    return new Facets()
        .none(
            "It is there for a test alone.", Facet.MAILED, Facet.SCHEDULED, Facet.FED, Facet.DATED)
        .in("workspace.dummy.NoteNotifications", Facet.NOTIFIED)
        .in("workspace.dummy.NoteEvent", Facet.EXPORTED)
        .in("workspace.dummy.NoteItem", Facet.SEARCHED);
  }

  @Override
  public Slices evolve(Members.Held now, NoteEvent event, CommitTime commit) {
    return now.slices().with(Notes.SLICE, now.slices().get(Notes.SLICE).evolve(event, commit.at()));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return KINDS;
  }

  @Override
  public Optional<Scope> scopeOf(Members.Held now, Ref ref) {
    return find(now, ref).map(Item::scope);
  }

  @Override
  public Optional<Item> find(Members.Held now, Ref ref) {
    return note(now, ref.id()).map(NoteItem::new);
  }

  @Override
  public About about(Members.Held now, NoteEvent event, CommitTime commit) {
    return About.of(ref(event.id()), KnownTo.everyone(commit.at()));
  }

  @Override
  public @Nullable EventWords words(NoteEvent event) {
    return switch (event) {
      case NoteEvent.NoteWritten e ->
          EventWords.of(Ref.Kind.POLL, e.id(), EventWords.brief(e.text()));
      case NoteEvent.NotePassedOn _ -> null;
    };
  }

  @Override
  public NoteNotifications notifications() {
    return new NoteNotifications();
  }

  @Override
  public Optional<WeeklyDeed> weekly(Members.Held now, NoteEvent event) {
    return switch (event) {
      case NoteEvent.NoteWritten e ->
          Optional.of(WeeklyDeed.of(ref(e.id()), NoteNotifications.PHRASES, "weekly").opening());
      case NoteEvent.NotePassedOn _ -> Optional.empty();
    };
  }

  @Override
  public String page(Ref ref) {
    return "notes/" + ref.id();
  }

  @Override
  public Stream<Duty> duties(Members.Held now) {
    return now.slices().get(Notes.SLICE).all().stream()
        .map(NoteItem::new)
        .map(note -> new Duty(note.ref(), note.title(), note.scope(), note.duties(), true));
  }

  @Override
  public NoteEvent passedOn(Members.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new NoteEvent.NotePassedOn(thing.id(), to);
  }

  @Override
  public void show(Members.Held now, Ref ref, ChangedThings out) {
    note(now, ref.id())
        .ifPresent(n -> out.add("notes", new JsonObject().put("id", n.id()).put("text", n.text())));
  }

  @Override
  public boolean isAudited(NoteEvent event) {
    return false;
  }

  @Override
  public Ref searched(NoteEvent event) {
    return ref(event.id());
  }
}
