package org.caucus.messaging.notifications.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A press conference under embargo until next week: no letter tells of it before. */
class EmbargoedWeekTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final List<String> WORDS =
      List.of("Press conference", "The memo is out", "Room 4", "Bring the slides", "embargo");

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    for (String person : List.of("ben", "lin")) {
      PersonalMailSettings weekly =
          PersonalMailSettings.USUAL.weekly(List.of(WeeklyMailing.values()));
      office.submit(person, new ListCommand.ChoosePersonalMail(weekly, Delivery.EACH));
      office.submit(person, new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    }
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String planned() {
    Audience two = Audience.named(Stream.of("ada", "ben").map(office::seat).toList());
    String id =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.PRESS_CONFERENCE,
                "Press conference",
                "The memo is out.",
                null,
                new Action.When(office.now().plus(A_WEEK), null, ZoneId.of("Africa/Lagos")),
                "Room 4",
                two));
    ActionCommand.Opening opening =
        new ActionCommand.Opening(office.now().plus(Duration.ofDays(10)), Audience.everyone());
    office.submit("ada", new ActionCommand.SetEmbargo(id, opening));
    Post comment = Post.web("Bring the slides.", null, null);
    office.submit("ben", new ActionCommand.CommentAction(id, comment));
    return id;
  }

  private String lettersOf(String person) {
    return String.join(
        "\n",
        office.lettersOf(person).stream()
            .map(l -> l.value("Subject").orElse("") + "\n" + ParsedLetter.of(l).text())
            .toList());
  }

  @Test
  void neitherADigestNorAWeeklyLetterTellsOfItBeforeItsHour() {
    String action = planned();
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Lunch", Post.web("At noon.", null, null)));
    office.delivered();
    office.later(A_DAY).delivered();
    office.later(A_WEEK).delivered();

    assertThat(lettersOf("ben")).contains("Press conference");
    assertThat(lettersOf("lin")).contains("Lunch").doesNotContain(WORDS);

    Ref ref = Ref.to(Ref.Kind.ACTION, action);
    Audience all = Audience.everyone();
    office.submit("ada", Shown.change(office.state(), office.seat("ada"), ref, all));
    office.delivered();
    office.later(A_WEEK).delivered();
    // what was said of it before stays with those to whom it was said
    assertThat(lettersOf("lin")).contains("Press conference").doesNotContain("Bring the slides");
  }
}
