package org.caucus.views.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.calendar.CalendarInvitation;
import org.caucus.messaging.calendar.CalendarMessages;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** What a calendar says besides what members wrote is in the language of its reader. */
class CalendarMessagesTest {
  private static final Site SITE = new Site("lists.example", "https://caucus.example");
  private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-06-21T09:00:00Z");

  private static ActionEvent.ActionPlanned planned(String id, String title) {
    return new ActionEvent.ActionPlanned(
        id,
        Action.Kind.CALL,
        title,
        "",
        BOLA,
        new Action.When(TEN, TEN.plusSeconds(5_400), ZoneId.of("Africa/Lagos")),
        "Abuja",
        Audience.everyone(),
        BOLA);
  }

  private static Given story() {
    ActionDetails details =
        new ActionDetails(
            false,
            List.of(),
            List.of(),
            "https://call.example",
            "1. Notice period",
            "",
            "",
            LocalDate.parse("2026-07-15"),
            List.of(),
            List.of(),
            List.of());
    return Given.coalition()
        .and(
            planned("memo", "Memo"),
            new ActionEvent.ActionDetailed("memo", details),
            planned("call", "Call"),
            new ActionEvent.ActionEdited(
                "call", null, null, Action.State.CALLED_OFF, null, null, null, null));
  }

  private static String written(Language language) {
    return unfolded(
        CalendarSubscription.of(story().state(), AMINA, SITE, new CalendarMessages(language), NOW));
  }

  /** Without folds, and with plain spaces where no line may break. */
  private static String unfolded(String calendar) {
    return calendar.replace("\r\n ", "").replace('\u00a0', ' ');
  }

  @Test
  void aSubscriptionIsInTheLanguageOfItsReader() {
    assertThat(written(Language.ENGLISH))
        .contains("SUMMARY:Memo\r\n", "SUMMARY:Called off: Call\r\n")
        .contains("SUMMARY:Reply due: Memo\r\n", "CATEGORIES:call\r\n")
        .contains("Join: https://call.example\\n\\nAgenda:\\n1. Notice period\\n");
    assertThat(written(Language.FRENCH))
        .contains("SUMMARY:Memo\r\n", "SUMMARY:Annulé : Call\r\n")
        .contains("SUMMARY:Réponse attendue : Memo\r\n", "CATEGORIES:appel\r\n")
        .contains("Pour rejoindre : https://call.example\\n")
        .contains("Ordre du jour :\\n1. Notice period\\n");
    assertThat(written(Language.ARABIC))
        .contains("SUMMARY:Memo\r\n", "SUMMARY:أُلغي: ", "SUMMARY:موعد الرد: ")
        .contains("CATEGORIES:مكالمة\r\n", "\\nhttps://call.example\\n");
  }

  @Test
  void anInvitationIsInTheLanguageOfThePersonWhoIsInvited() {
    var state = story().state();
    var seat = state.members().seats().get(AMINA);
    CalendarInvitation invitation =
        CalendarInvitation.of(
            state,
            state.actions().find("call").orElseThrow(),
            seat,
            MailAddress.of("amina@rights.example"),
            null,
            SITE,
            new CalendarMessages(Language.FRENCH));

    assertThat(invitation.method()).isEqualTo("CANCEL");
    assertThat(unfolded(invitation.text())).contains("SUMMARY:Annulé : Call\r\n");
  }
}
