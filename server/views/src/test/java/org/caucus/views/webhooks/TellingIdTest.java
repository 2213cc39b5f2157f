package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** A liaison says what became of an update, with a word to some: others are not told of that. */
class TellingIdTest {
  private static final Event DONE =
      new UpdateEvent.StageReached("u1", Update.Stage.DONE, "", CHIKA);
  private static final Event TAKEN_BACK = new UpdateEvent.UpdateRetracted("u1", "Not yet.", CHIKA);

  private static final Event WORD =
      new EntryEvent.EntryPosted(
          "e1",
          Ref.to(Ref.Kind.UPDATE, "u1"),
          null,
          CHIKA,
          Audience.companyOnly("chirp"),
          "Between us: the date moved.",
          Channel.WEB,
          null);

  private static String id(Event told, Event... events) {
    Commit commit = new Commit(9, "commit", Given.START, CHIKA, null, List.of(events));
    return Webhooks.id("webhook", commit, commit.events().indexOf(told));
  }

  @Test
  void theIdOfWhatIsToldDoesNotCountWhatIsNot() {
    assertThat(id(DONE, WORD, DONE)).isEqualTo(id(DONE, DONE));
    assertThat(id(TAKEN_BACK, DONE, WORD, TAKEN_BACK))
        .isEqualTo(id(TAKEN_BACK, DONE, TAKEN_BACK))
        .isNotEqualTo(id(DONE, DONE, WORD, TAKEN_BACK));
  }
}
