package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.caucus.platform.store.RemoteMongo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is away for a while: the page says so, and sends by itself what was written. */
@Tag("browser")
class DatabaseAwayPageTest {
  /** A call waits five seconds for the database; the page then asks again by itself. */
  private static final double PATIENCE_MS = 40_000;

  @TempDir Path data;

  @Test
  void whatIsWrittenMeanwhileIsKeptAndSentOnceItIsBack() throws IOException {
    try (RemoteMongo database = new RemoteMongo();
        Stage stage = Stage.open(data, Map.of("CAUCUS_MONGODB_URI", database.uri()))) {
      Visitor ngozi = stage.seated("ngozi");
      Visitor dara = stage.seated("dara");
      String lists = Visitor.WORKSPACE + "/lists/coalition";
      ngozi.go(lists);
      dara.go(lists);
      ngozi.button("New thread").click();
      assertThat(ngozi.button("Send").last()).isVisible(); // who will see it is counted
      database.cut();

      ngozi.page().getByLabel("Subject").fill("The call is moved to Thursday");
      composer(ngozi).fill("The agency asked for it.");
      ngozi.button("Send").last().click();
      Locator says = ngozi.page().getByText("The server is busy");
      assertThat(says).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));

      database.mend();
      dara.link("The call is moved to Thursday")
          .first()
          .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
      assertThat(says).isHidden();
      ngozi.close();
      dara.close();
    }
  }

  private static Locator composer(Visitor who) {
    return who.page().getByRole(AriaRole.TEXTBOX).last();
  }
}
