package org.caucus.workspace.dummy;

import java.util.List;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/**
 * The smallest capability there can be: notes on the workspace. Nothing else in the house knows.
 */
public final class NoteCapability implements Capability<Members.Held, NoteEvent> {
  @Override
  public Class<NoteEvent> events() {
    return NoteEvent.class;
  }

  @Override
  public List<EventName<? extends NoteEvent>> names() {
    return List.of(EventName.of("note.written", NoteEvent.NoteWritten.class, "text by"));
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
    return new Facets().none("It is there for a test alone.", Facet.values());
  }

  @Override
  public Slices evolve(Members.Held now, NoteEvent event, CommitTime commit) {
    return switch (event) {
      case NoteEvent.NoteWritten e ->
          now.slices().with(Notes.SLICE, now.slices().get(Notes.SLICE).with(e));
    };
  }

  @Override
  public About about(Members.Held now, NoteEvent event, CommitTime commit) {
    return About.of(
        Ref.to(Ref.Kind.WORKSPACE, now.members().slug()), KnownTo.everyone(commit.at()));
  }

  @Override
  public EventWords words(NoteEvent event) {
    return EventWords.of(
        Ref.Kind.WORKSPACE,
        "",
        switch (event) {
          case NoteEvent.NoteWritten e -> EventWords.brief(e.text());
        });
  }

  @Override
  public boolean isAudited(NoteEvent event) {
    return false;
  }

  @Override
  public @Nullable Ref searched(NoteEvent event) {
    return null;
  }
}
