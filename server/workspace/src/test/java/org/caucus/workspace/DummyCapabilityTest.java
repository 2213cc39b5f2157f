package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Slices;
import org.caucus.kernel.support.Checkout;
import org.caucus.workspace.dummy.NoteCapability;
import org.caucus.workspace.dummy.NoteCommand;
import org.caucus.workspace.dummy.NoteEvent;
import org.caucus.workspace.dummy.Notes;
import org.junit.jupiter.api.Test;

/**
 * A capability that the house has never seen: it is a few files in a folder of its own, keeps the
 * contract, and decides and folds on any workspace. No file of the house was touched for it.
 */
class DummyCapabilityTest extends CapabilityContract<NoteEvent> {
  private final NoteCapability notes = new NoteCapability();
  private final Workspace before = Given.coalition().state();

  @Override
  Capability<? super Workspace, NoteEvent> capability() {
    return notes;
  }

  @Override
  Path golden() {
    return Checkout.server("src/test/resources/dummy");
  }

  @Test
  void itsStateStandsBesideThoseOfTheHouse() {
    Commit commit = written(before);
    NoteEvent.NoteWritten note = (NoteEvent.NoteWritten) commit.events().getFirst();

    Slices slices = notes.evolve(before, note, commit);
    Workspace after = before.with(slices);

    assertThat(before.slices().get(Notes.SLICE).all()).isEmpty();
    assertThat(after.slices().get(Notes.SLICE).all())
        .extracting(Notes.Note::text)
        .containsExactly(note.text());
    assertThat(after.members()).isSameAs(before.members());
    assertThat(after.issues()).isSameAs(before.issues());
    assertThat(after.with(Notes.SLICE, before.slices().get(Notes.SLICE)).members())
        .isEqualTo(before.members());
  }

  @Test
  void whatItSaysIsKnownToTheMembers() {
    Commit commit = written(before);
    NoteEvent.NoteWritten note = (NoteEvent.NoteWritten) commit.events().getFirst();

    assertThat(before.access().canRead(Parties.CLAIRE, notes.about(before, note, commit).scope()))
        .isTrue();
    assertThat(notes.words(note).words()).hasToString("[The room is booked.]");
    assertThat(note.author()).isEqualTo(Parties.AMINA);
  }

  private Commit written(Workspace now) {
    CommandContext act = new CommandContext("c1", Given.START, Parties.AMINA, "note1", "entry1");
    CommandFamily<? super Members.Held, ?> family = notes.commands().getFirst();
    List<Event> events = family.decide(now, new NoteCommand.WriteNote("The room is booked."), act);
    return new Commit(now.sequence() + 1, act.id(), act.at(), act.seat(), null, events);
  }
}
