package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convenor brings a table of people: sees what becomes of each line, and then invites. */
@Tag("browser")
class RosterTest {
  private static final String TABLE =
      """
      name,address,organisation,role
      Bisi Alade,bisi@savanna.example,savanna,
      Tunde Cole,tunde@nowhere.example,Nowhere Trust,member
      Bisi Alade,BISI@savanna.example,savanna,observer
      Omar Two,omar-two@brightline.example,Brightline,liaison
      """;

  @TempDir Path data;

  @Test
  void aTableIsLookedAtLineByLineAndThenInvited() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stage stage = Stage.open(data).savingData();
        Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/organisations");
      amina.link("Invite from a table").click();
      amina.page().getByLabel("Or paste the table here").fill(TABLE);
      amina.button("Preview").click();

      assertThat(amina.page().locator("p.tally"))
          .hasText("2 new · 0 already members or invited · 2 cannot be invited");
      assertThat(amina.page().getByText("This organisation is not in the workspace.")).isVisible();
      assertThat(amina.page().getByText("This address already appears in line 2.")).isVisible();
      assertThat(mailed("bisi@savanna.example")).as("nobody is mailed before").isFalse();
      new Look(faults).at(amina.page(), "roster");
      assertThat(faults).isEmpty();

      amina.button("Invite 2 people").click();
      assertThat(amina.page().locator("p.tally"))
          .hasText("2 invited · 0 already members or invited · 2 could not be invited");
      Awaitility.await()
          .until(() -> mailed("bisi@savanna.example") && mailed("omar-two@brightline.example"));
      assertThat(mailed("tunde@nowhere.example")).isFalse();

      amina.button("Use another table").click();
      amina.page().getByLabel("Or paste the table here").fill("name,e-mail\nBisi,b@x.example\n");
      amina.button("Preview").click();
      assertThat(amina.page().getByText("The organisation is missing")).isVisible();
    }
  }

  @Test
  void whoMayNotInviteIsToldWhomToAsk() throws IOException {
    try (Stage stage = Stage.open(data).savingData();
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(Visitor.WORKSPACE + "/organisations/roster/new");

      assertThat(ngozi.page().getByText("Only convenors can invite. Ask Amina")).isVisible();
    }
  }

  private boolean mailed(String to) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      for (Path letter : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
        if (Files.readString(letter).contains("Delivered-To: " + to)) {
          return true;
        }
      }
      return false;
    }
  }
}
