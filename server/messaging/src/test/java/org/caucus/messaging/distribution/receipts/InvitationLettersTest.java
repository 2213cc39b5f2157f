package org.caucus.messaging.distribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.Refusal;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.messaging.notifications.InvitationMail;
import org.junit.jupiter.api.Test;

/** Anyone who invites sees that the letter was refused, and the class of reason. */
class InvitationLettersTest extends AtPostOffice {
  private static final Instant DAY = Instant.parse("2026-06-14T00:00:00Z");

  private Optional<InvitationLetters.Back> back = Optional.empty();

  private String invited(String address) {
    return office.submit("ada", new MemberCommand.Invite(address, "Zoe", "press", Role.MEMBER));
  }

  private Map<String, JsonObject> mail() {
    List<Invitation> open = MemberPresenter.open(office.state().members(), office.now());
    return new InvitationLetters(
            office.outbox, InvitationMail.KIND, (s, i) -> Future.succeededFuture(back))
        .of(office.state(), open);
  }

  @Test
  void aRefusalIsShownWithTheReasonThatItsWordsGive() {
    office.gate.atName.put("gone@press.example", "550 5.1.1 User unknown");
    office.gate.atName.put("spam@press.example", "550 5.1.1 Blocked using zen.spamhaus.example");
    office.gate.atEnd.put("full@press.example", "552 5.2.2 Mailbox full");
    String gone = invited("gone@press.example");
    String spam = invited("spam@press.example");
    String full = invited("full@press.example");
    String fine = invited("fine@press.example");
    assertThat(mail()).as("nothing was put yet").isEmpty();
    office.delivered();

    Map<String, JsonObject> mail = mail();
    assertThat(mail).containsOnlyKeys(gone, spam, full, fine);
    assertThat(mail.get(gone).getMap())
        .isEqualTo(
            Map.of("state", "REJECTED", "reason", "DEAD_ADDRESS", "code", 550, "status", "5.1.1"));
    assertThat(mail.get(spam).getString("reason")).as("words before codes").isEqualTo("SPAM");
    assertThat(mail.get(full).getString("reason")).isEqualTo("FULL");
    assertThat(mail.get(fine).getString("state")).isEqualTo("SENT");
  }

  @Test
  void nobodyIsRemindedInTheNameOfAConvenorWhoLeft() {
    office.submit("ada", new MemberCommand.ChangeRole(office.seat("ben"), Role.CONVENOR));
    String id =
        office.submit(
            "ben", new MemberCommand.Invite("zoe@press.example", "Zoe", "press", Role.MEMBER));
    office.delivered();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("ben")));
    office.later(Duration.ofDays(4)).delivered();

    assertThatThrownBy(() -> office.submit(null, new MemberCommand.RemindInvitation(id)))
        .isInstanceOf(Refusal.class);
    assertThat(office.lettersOf("zoe")).hasSize(1);
  }

  @Test
  void whatComesBackLaterIsShownInItsPlace() {
    String id = invited("zoe@press.example");
    office.delivered();
    back = Optional.of(new InvitationLetters.Back(DAY, "FULL", true, "5.2.2"));
    assertThat(mail().get(id).getMap())
        .isEqualTo(
            Map.of("state", "RETURNED", "at", DAY.toString(), "reason", "FULL", "status", "5.2.2"));

    back = Optional.of(new InvitationLetters.Back(DAY, "DELAY", false, ""));
    assertThat(mail().get(id).getString("state")).isEqualTo("RETRYING");
  }
}
