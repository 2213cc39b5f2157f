package org.caucus.messaging.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notices of a day that a host refuses are named in the next, once, to whom may still read what
 * they were about.
 */
class RefusedNoticesTest {
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final String LIN = "lin@home.example";

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    PersonalMailSettings mornings =
        PersonalMailSettings.USUAL.hearing(
            List.of(new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST)));
    office.submit("lin", new ListCommand.ChoosePersonalMail(mornings, Delivery.EACH));
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** An issue that is new to Lin; its id. */
  private String opened(String title) {
    return office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP",
            title,
            "On " + title + ".",
            "",
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            false));
  }

  private void morning() {
    office.later(A_DAY).delivered();
  }

  private List<String> digests() {
    return office.lettersOf("lin").stream()
        .map(l -> new String(l.toBytes(), UTF_8).replace("\r\n", "\n").replace("=\n", ""))
        .filter(text -> text.contains("Notice period") || text.contains("Appeals"))
        .toList();
  }

  @Test
  void whatTheyWereAboutIsNamedOnceInTheNext() {
    opened("Removal within a day");
    office.gate.atEnd.put(LIN, "554 5.6.0 Content rejected");
    morning();
    office.gate.atEnd.clear();
    opened("Notice period");
    morning();

    assertThat(digests())
        .singleElement()
        .asString()
        .contains("did not reach you: your mail server refused them (554). They were about:")
        .containsSubsequence(
            "Removal within a day\n  https://caucus.example/w/code/issues/COP-1", "Notice period")
        .doesNotContain("On Removal within a day.");
    opened("Appeals");
    morning();
    assertThat(digests().getLast()).contains("Appeals").doesNotContain("Removal", "did not reach");
  }

  @Test
  void whatCannotBeReadAnyMoreIsNotNamed() {
    String narrowed = opened("Removal within a day");
    office.gate.atEnd.put(LIN, "554 5.6.0 Content rejected");
    morning();
    office.gate.atEnd.clear();
    office.submit(
        "ada",
        Shown.change(
            office.state(),
            office.seat("ada"),
            Ref.to(Ref.Kind.ISSUE, narrowed),
            Audience.civilSociety()));
    opened("Notice period");
    morning();

    assertThat(digests()).singleElement().asString().doesNotContain("Removal", "did not reach");
  }

  @Test
  void itIsSaidInTheReadersLanguage() {
    office.speaks(LIN, Language.FRENCH);
    opened("Removal within a day");
    office.gate.atEnd.put(LIN, "554 5.6.0 Content rejected");
    morning();
    office.gate.atEnd.clear();
    opened("Notice period");
    morning();

    assertThat(digests())
        .singleElement()
        .asString()
        .contains("Elles portaient sur", "Removal within");
  }
}
