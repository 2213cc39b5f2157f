package org.caucus.views.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is named in a copy as the author of something. */
class AuthorsInCopiesTest {
  @TempDir Path home;
  private Installation caucus;

  @BeforeEach
  void open() {
    caucus = Installation.open(home);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  /** Who had an update published is known to its company alone, which decides about that. */
  @Test
  void wordsAreTheirAuthorsThePersonWhoHadThemPublished() {
    AuditSigningKey key = AuditSigningKey.open(caucus.mongo(), caucus.vault());
    SeatId chidi = new SeatId("chidi");
    Given given =
        Given.coalition()
            .and(
                Parties.seat(chidi, "chirp", Role.LIAISON, null),
                new DraftEvent.CompanyRuled("chirp", true, Parties.CHIKA))
            .commits(Parties.CHIKA, Parties.saying("Within 48 hours."))
            .commits(chidi, new DraftCommand.ConfirmDraft(Given.THING));

    assertThat(CopiesTest.lines(given.state(), Parties.BOLA, key))
        .filteredOn(line -> line.contains("update.posted"))
        .singleElement()
        .asString()
        .contains("\"seat\":\"chika\"")
        .doesNotContain("chidi");
    assertThat(CopiesTest.lines(given.state(), chidi, key))
        .filteredOn(line -> line.contains("update.posted"))
        .singleElement()
        .asString()
        .contains("\"seat\":\"chidi\"");
  }
}
