package org.caucus.messaging.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/**
 * Anyone who is let in on an action by hand is told of it and asked to it, and nobody else anew.
 */
class OpenedActionsTest extends AtPostOffice {
  private Audience named(String... people) {
    return Audience.named(Arrays.stream(people).map(office::seat).toList());
  }

  private String planned(Audience audience, ActionCommand.Opening embargo) {
    String id =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.PRESS_CONFERENCE,
                "Press conference",
                "The memo is out.",
                null,
                new Action.When(
                    Given.START.plus(Duration.ofDays(9)), null, ZoneId.of("Africa/Lagos")),
                "Room 4",
                audience));
    if (embargo != null) {
      office.submit("ada", new ActionCommand.SetEmbargo(id, embargo));
    }
    office.delivered();
    return id;
  }

  private void opens(String action, Audience to) {
    Ref ref = Ref.to(Ref.Kind.ACTION, action);
    office.submit("ada", Shown.change(office.state(), office.seat("ada"), ref, to));
    office.delivered();
  }

  private List<Integer> letters() {
    return Stream.of("ada", "ben", "lin").map(p -> office.lettersOf(p).size()).toList();
  }

  @Test
  void aLiaisonIsAskedToWhatIsOpenedToTheirSide() {
    String action = planned(Audience.civilSociety(), null);
    assertThat(letters()).containsExactly(0, 1, 0);

    opens(action, Audience.everyone());
    assertThat(letters()).containsExactly(0, 1, 1);
    RawLetter letter = office.lettersOf("lin").getLast();
    assertThat(letter.value("Subject")).hasValue("Press conference");
    assertThat(new String(letter.toBytes(), UTF_8)).containsIgnoringCase("method=REQUEST");
    assertThat(ParsedLetter.of(letter).text())
        .contains("Ada", "shared this action with you", "Room 4", "The memo is out.");
  }

  private ActionCommand.EditAction at(String action, String place, String link) {
    ActionDetails joined =
        office.state().actions().find(action).orElseThrow().details().held(false, link);
    return new ActionCommand.EditAction(
        action, null, null, null, null, null, null, place, null, joined);
  }

  @Test
  void thePersonWhoWasInvitedHearsOfAnotherLinkAndOfNothingThatStoodThereBefore() {
    String action = planned(Audience.everyone(), null);
    office.submit("ada", at(action, null, "https://meet.example/b"));
    office.delivered();
    assertThat(letters()).containsExactly(0, 2, 2);
    assertThat(ParsedLetter.of(office.lettersOf("lin").getLast()).text())
        .contains("https://meet.example/b");

    office.submit("ada", at(action, "Room 4", "https://meet.example/b"));
    office.delivered();
    assertThat(letters()).containsExactly(0, 2, 2);
  }

  @Test
  void oneMoreWhoIsLetInUnderAnEmbargoIsToldOfIt() {
    Audience everyone = Audience.everyone();
    var until = office.now().plus(Duration.ofDays(3));
    String action = planned(named("ada"), new ActionCommand.Opening(until, everyone));
    assertThat(letters()).containsExactly(0, 0, 0);

    opens(action, named("ada", "ben"));
    assertThat(letters()).containsExactly(0, 1, 0);
    String text = ParsedLetter.of(office.lettersOf("ben").getLast()).text();
    assertThat(text).contains("shared this action with you", "Under embargo until");
    assertThat(
            Arrays.stream(text.split("\n"))
                .filter(l -> l.contains("embargo"))
                .collect(Collectors.toList()))
        .hasSize(1);
  }
}
