package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.workspace.scheduled.ScheduledCommands;
import org.caucus.workspace.scheduled.ScheduledPublication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears what of a draft that two liaisons agree on. */
class DraftNoticesTest {
  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.join("max", "Max Lee", "platform", Role.LIAISON);
    office.submit("lin", new DraftCommand.RuleCompany(true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void drafts(String blob) {
    office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Appeals",
            "Within 48 hours.",
            Update.Attribution.ON_RECORD,
            null,
            null,
            List.of(new Entry.Attached(blob, "report.pdf", "application/pdf", 182_044)),
            UpdateReferences.none()));
  }

  private String draft() {
    return office.state().updates().drafts().byId().keySet().iterator().next();
  }

  private List<RawLetter> of(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("Appeals"))
        .toList();
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  @Test
  void theOtherLiaisonIsToldOfItsFilesAndNobodyElseOfAnything() {
    drafts("report");
    office.delivered();

    assertThat(of("max")).hasSize(1);
    assertThat(text(of("max").getFirst()))
        .contains("report.pdf (183 kB)", "Open its files on the page before you reply")
        .contains("https://caucus.example/w/code/updates");
    assertThat(of("ada")).isEmpty();
    assertThat(office.lettersOf("ada")).noneMatch(l -> text(l).contains("report.pdf"));
  }

  @Test
  void anUpdateIsItsAuthorsForAllWhoHearOfItThePersonWhoAgreed() {
    drafts("report");
    office.submit("max", new DraftCommand.ConfirmDraft(draft()));
    office.delivered();

    assertThat(of("ada")).hasSize(1);
    RawLetter notice = of("ada").getFirst();
    assertThat(notice.value("From").orElse("")).contains("Lin Okoro");
    assertThat(text(notice)).contains("Lin Okoro", "report.pdf (183 kB)").doesNotContain("Max Lee");
  }

  @Test
  void itsAuthorHearsOnceThatTheOtherAgreed() {
    drafts("report");
    office.submit("max", new DraftCommand.ConfirmDraft(draft()));
    office.delivered();

    assertThat(of("lin")).hasSize(1);
    assertThat(text(of("lin").getFirst())).contains("Max Lee confirmed your draft");
  }

  /** Its hour went by and nobody heard of it: both took it for published, or for the other's. */
  @Test
  void ifNobodyAgreedBeforeItsHourItsCompanyHearsWhichOneWasNotPublished() {
    Instant hour = office.now().plus(Duration.ofHours(1));
    var said =
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Numbers",
            "Each quarter.",
            Update.Attribution.ON_RECORD,
            null,
            null);
    office.submit("lin", new UpdateCommand.DraftUpdate(said, hour));
    JobSchedule hours = ScheduledPublication.dues(office.caucus.mongo(), office.caucus.vault());
    ScheduledCommands schedule =
        new ScheduledCommands(new ScheduledPublication(), office.rooms, hours, office::now);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      schedule.handle(office.workspace, record);
    }
    office.later(Duration.ofHours(2));
    schedule.clock().look();
    schedule.clock().look();
    office.delivered();

    assertThat(office.state().updates().feed()).isEmpty();
    for (String liaison : List.of("lin", "max")) {
      List<String> told =
          office.lettersOf(liaison).stream()
              .map(DraftNoticesTest::text)
              .filter(t -> t.contains("nobody confirmed it before the set time"))
              .toList();
      assertThat(told).singleElement().asString().contains("Numbers");
    }
    assertThat(office.lettersOf("ada")).noneMatch(l -> text(l).contains("Numbers"));
  }
}
