package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A convenor keeps content out of mail, everyone is told, and a liaison cannot choose. */
class MailContentTest extends OnStage {
  private static final Path PICTURE = Path.of("target", "screenshots", "mail-content.png");

  @Test
  void aConvenorChoosesAndEveryoneIsTold() {
    try (Visitor convenor = stage.seated("amina");
        Visitor liaison = stage.seated("dara")) {
      convenor.go(Visitor.WORKSPACE + "/settings");
      convenor.page().getByLabel("For smaller audiences").check();
      convenor.page().getByLabel("Civil society", exactly()).check();
      assertThat(convenor.page().getByLabel("Named people", exactly()).isDisabled()).isTrue();
      convenor.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setFullPage(true));
      convenor.button("Content of emails", "Save").click();
      convenor.page().getByText("Applies to all emails from now on").waitFor();
      assertThat(convenor.complaints()).isEmpty();

      liaison.go(Visitor.WORKSPACE + "/settings");
      assertThat(liaison.page().locator("section", has()).innerText())
          .contains("have no content", "Also without: Civil society");
      assertThat(liaison.button("Save").count()).isZero();
      assertThat(liaison.complaints()).isEmpty();
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.LocatorOptions has() {
    return new Page.LocatorOptions().setHasText("Content of emails");
  }
}
