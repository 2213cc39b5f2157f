package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.handover.Duties;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.messaging.notifications.weekly.Weeks;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.views.search.Searcher;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.workspace.dummy.NoteCapability;
import org.caucus.workspace.dummy.NoteCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capability that no file of the house names is on every surface, once it is in the list. */
class DummyEverywhereTest {
  private static final String TEXT = "The room is booked";

  @TempDir Path directory;
  private Closeable listed;
  private PostOffice office;
  private String note;

  @BeforeEach
  void aNoteIsWritten() {
    listed = Capabilities.including(new NoteCapability());
    office = new PostOffice(directory).founded();
    note = office.submit("ada", new NoteCommand.WriteNote(TEXT));
  }

  @AfterEach
  void close() throws IOException {
    office.close();
    listed.close();
  }

  private Commit newest() {
    return office.state().history().getLast();
  }

  private JsonObject frame(String person) {
    return new FrameRenderer(PostOffice.DOMAIN, office::now)
        .frame(office.state(), newest(), office.seat(person))
        .orElseThrow();
  }

  @Test
  void itIsToldByMailInItsOwnWords() {
    office.delivered();

    String mail = ParsedLetter.of(office.letterOf("lin", TEXT)).text();
    assertThat(mail).contains("Ada Obi wrote a note.", "/w/code/notes/" + note);
    assertThat(office.lettersOf("ada")).isEmpty();
  }

  @Test
  void itIsInTheStreamAndFoundByASearch() {
    JsonObject frame = frame("lin");

    assertThat(frame.getJsonArray("happened").getJsonObject(0).getString("verb"))
        .isEqualTo("note.written");
    assertThat(frame.getJsonObject("put").encode()).contains(TEXT);
    try (Searcher search = new Searcher()) {
      assertThat(search.found(office.state(), office.seat("lin"), "booked")).containsExactly(note);
    }
  }

  @Test
  void itIsInTheWeeklySummaryAndInCopies() {
    Event written = newest().events().getFirst();

    assertThat(Weeks.titles(office.state(), office.seat("ben"))).contains(TEXT);
    assertThat(EventTypes.exported(written, ref -> true).encode()).contains(TEXT);
  }

  /** What somebody saw to is seen to by the seat that takes over, which the inbox tells it. */
  @Test
  void itIsHandedOver() {
    office.join("eve", "Eve Udo", "rights", Role.CONVENOR);
    SeatId ada = office.seat("ada");
    SeatId eve = office.seat("eve");
    assertThat(Duties.of(office.state(), ada)).hasSize(1);

    office.submit("ada", new HandoverCommand.HandOver(ada, eve, List.of()));

    assertThat(Duties.of(office.state(), ada)).isEmpty();
    assertThat(Duties.of(office.state(), eve)).hasSize(1);
    assertThat(NotificationInbox.rung(office.state(), newest())).contains(eve);
  }
}
