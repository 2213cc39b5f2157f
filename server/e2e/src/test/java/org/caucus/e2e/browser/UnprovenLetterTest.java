package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tobi only ever writes mail, and nothing proves that a letter is his: he is asked, and says so.
 */
@Tag("browser")
class UnprovenLetterTest {
  private static final String TOBI = "tobi@lantern.example";
  private static final String SUBJECT = "The memo is ready to sign";
  private static final Duration MAIL = Clocks.LONG;
  private static final Pattern LINK = Pattern.compile("(http://\\S+/holds/[a-z0-9]+)\\s");
  private static final Pattern CODE = Pattern.compile("(?m)^Subject: ([0-9]{6}) is");

  @TempDir Path data;

  @Test
  void theLinkInTheMailLeadsAllTheWayToAPostedLetter() throws IOException {
    Map<String, String> nobodyIsBelieved = Map.of("CAUCUS_TRUSTED_PEERS", "10.9.9.0/24");
    try (Stage stage = Stage.open(data, nobodyIsBelieved).savingData()) {
      Visitor ngozi = stage.seated("ngozi");
      ngozi.go(Visitor.WORKSPACE + "/lists/coalition");
      new Letter(TOBI, "coalition@lists.example", SUBJECT, "By Friday.").send(stage.smtpPort());
      String link = awaitMail(LINK);

      try (Visitor tobi = stage.stranger()) {
        tobi.page().navigate(link);
        tobi.page().getByLabel("Your email address").fill(TOBI);
        tobi.button("Send code").click();
        tobi.page().getByLabel("Six-digit code").fill(awaitMail(CODE));
        tobi.button("Sign in").click();
        assertThat(tobi.page().getByText("By Friday.")).isVisible();
        assertThat(ngozi.link(SUBJECT)).hasCount(0);
        tobi.button("I wrote it, post it").click();
        assertThat(tobi.page().getByText("Message posted").first()).isVisible();
      }
      ngozi.link(SUBJECT).first().waitFor();
      ngozi.close();
    }
  }

  /** What the pattern's group finds in a mail to Tobi, once there is one. */
  private String awaitMail(Pattern pattern) {
    return Awaitility.await().atMost(MAIL).until(() -> inMail(pattern), found -> !found.isEmpty());
  }

  private String inMail(Pattern pattern) throws IOException {
    try (var files = Files.list(data.resolve("mail"))) {
      List<Path> letters = files.filter(f -> f.toString().endsWith(".eml")).toList();
      for (Path letter : letters) {
        String text = Files.readString(letter, ISO_8859_1);
        Matcher matcher = pattern.matcher(text);
        if (text.contains("Delivered-To: " + TOBI) && matcher.find()) {
          return matcher.group(1);
        }
      }
    }
    return "";
  }
}
