package org.caucus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amina checks what Brightline's liaisons see before she says something. */
@Tag("browser")
class SeeAsTest {
  @TempDir static Path data;
  private static Stage stage;

  @BeforeAll
  static void open() throws IOException {
    stage = Stage.open(data);
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void aFrameSaysWhoseEyesTheseAreUntilOneLeaves() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      Look.prepare(amina);
      amina.go(Visitor.WORKSPACE + "/organisations");
      Locator civil = amina.page().locator("nav").getByText("Civil society");
      assertThat(civil.first()).isVisible();

      amina.button("See it as Brightline").click();
      assertThat(amina.page().getByText("You see this as Brightline sees it.")).isVisible();
      assertThat(civil).hasCount(0);
      List<String> faults = new ArrayList<>();
      new Look(faults).at(amina.page(), "seen-as");
      Look.undress(amina.page());
      assertEquals(List.of(), faults);

      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      assertThat(amina.page().getByText("You see this as Brightline sees it.")).isVisible();
      assertThat(amina.page().getByRole(AriaRole.BUTTON, named("New thread"))).hasCount(0);

      amina.button("Back to my own view").click();
      assertThat(civil.first()).isVisible();
      assertThat(amina.page().getByText("You see this as")).hasCount(0);

      dara.go(Visitor.WORKSPACE + "/organisations");
      assertThat(dara.page().getByRole(AriaRole.BUTTON, named("See it as"))).hasCount(0);
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
