package org.caucus.messaging.delivery.bounces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.SeatId;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.InvitationLetters;
import org.caucus.messaging.notifications.digests.DigestComposer;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.junit.jupiter.api.Test;

/** Weeks of returned mail against a real database: what the policy of the package page says. */
class BounceProcessorTest extends Returning {
  /** Its reader called it spam (RFC 5965). */
  private static final String SPAM =
      """
      From: feedback@provider.example
      Content-Type: multipart/report; report-type=feedback-report; boundary="b"

      --b
      Content-Type: message/feedback-report

      Feedback-Type: abuse
      Version: 1
      --b--
      """;

  @Test
  void aDeadAddressIsProbedFourTimesAndThenHeldBackAndItsOwnerToldElsewhere() {
    badDays(5, DEAD);
    assertThat(delivery()).isEqualTo(Delivery.EACH);

    probesComeBack(4);

    assertThat(delivery()).isEqualTo(Delivery.NONE);
    assertThat(waitingFor(OTHER, SuspensionMail.KIND)).hasSize(1);
    assertThat(waitingFor(OLD, SuspensionMail.KIND)).isEmpty();
  }

  /** A mailbox that takes nothing may be enabled again (RFC 3463, X.2.1): only time tells. */
  @Test
  void aDisabledMailboxIsHeldBackAfterFiveDaysAndFourProbesAndNoSooner() {
    badDays(30, "4.2.1");
    bounces.probes().clock().look();
    assertThat(waitingFor(OLD, ProbeMail.KIND)).as("what may pass").isEmpty();

    badDays(4, DISABLED);
    bounces.probes().clock().look();
    assertThat(waitingFor(OLD, ProbeMail.KIND)).as("four days").isEmpty();
    badDays(1, DISABLED);
    probesComeBack(3);
    assertThat(delivery()).as("three probes").isEqualTo(Delivery.EACH);
    bounces.probes().clock().look();
    now = now.plus(AddressHealth.PROBE_EVERY);
    bounces.probes().clock().look();
    assertThat(delivery()).as("the fourth arrived: it lives").isEqualTo(Delivery.EACH);

    badDays(5, DISABLED);
    assertThat(delivery()).as("counted anew").isEqualTo(Delivery.EACH);
  }

  @Test
  void anAddressThatAnswersAProbeBySilenceIsClear() {
    badDays(5, DEAD);
    bounces.probes().clock().look();
    now = now.plus(AddressHealth.PROBE_EVERY);
    bounces.probes().clock().look();

    badDays(4, DEAD);

    bounces.probes().clock().look();
    assertThat(waitingFor(OLD, ProbeMail.KIND)).hasSize(1);
    assertThat(delivery()).isEqualTo(Delivery.EACH);
  }

  /** As Microsoft writes it: no report, but the letter itself with a field in it. */
  @Test
  void aComplaintStopsThisMailAndItsOwnerIsWrittenToForAWeek() {
    returned(
        sent("relay.post", seat("bola").id().value()),
        """
        From: <staff@provider.example>
        Subject: complaint about message from 192.0.2.1
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: message/rfc822

        X-HmXmrOriginalRecipient: bola@press.example
        Subject: [cop] The draft

        Words.
        --b--
        """);
    assertThat(delivery()).isEqualTo(Delivery.NONE);
    DeliveryBatch told = waitingFor(OLD, ComplaintMail.KIND).getFirst();
    Composer writes =
        bounces.composers().stream()
            .filter(c -> c.kind().equals(ComplaintMail.KIND))
            .findFirst()
            .orElseThrow();

    now = now.plus(ComplaintMail.LIFETIME);
    assertThat(writes.compose(told, OLD.toString()))
        .hasValueSatisfying(letter -> assertThat(letter.toString()).contains("/unsubscribe/"));
    now = now.plusSeconds(1);
    assertThat(writes.compose(told, OLD.toString())).isEmpty();
  }

  /** Of a digest that is called spam the list stops, and nothing else. */
  @Test
  void aComplaintAboutADigestStopsThatListAlone() {
    var open = new ListCommand.OpenList("coalition", "All", "", "cop-all", Audience.everyone());
    rooms.submit(workspace, seat("amina").id(), open, null).await();
    var wants = new ListCommand.SetDelivery("coalition", Delivery.DIGEST);
    rooms.submit(workspace, seat("bola").id(), wants, null).await();
    JsonObject payload = new JsonObject().put("list", "coalition");
    DeliveryBatch digest =
        DeliveryBatch.of(
            DeliveryBatch.id(workspace.value(), "digest"),
            workspace,
            DigestComposer.KIND,
            payload,
            List.of(seat("bola").id().value()),
            now);
    outbox.put(digest).await();

    returned(digest, SPAM);

    Lists lists = rooms.read(workspace).await().lists();
    SeatId bola = seat("bola").id();
    assertThat(lists.delivery(bola, "coalition")).isEqualTo(Delivery.NONE);
    assertThat(lists.delivery(bola, "")).as("notices").isEqualTo(Delivery.EACH);
    assertThat(lists.habits().beforeStopped(bola, "coalition")).isEqualTo(Delivery.DIGEST);
  }

  /** Of a weekly letter that is called spam that one stops, and its link begins that one again. */
  @Test
  void aComplaintAboutAWeeklyLetterStopsThatOneAlone() {
    SeatId bola = seat("bola").id();
    PersonalMailSettings both =
        PersonalMailSettings.USUAL.weekly(List.of(WeeklyMailing.UPDATES, WeeklyMailing.ACTIVITY));
    rooms
        .submit(workspace, bola, new ListCommand.ChoosePersonalMail(both, Delivery.EACH), null)
        .await();
    DeliveryBatch weekly =
        DeliveryBatch.of(
            DeliveryBatch.id(workspace.value(), "weekly"),
            workspace,
            WeeklySender.KIND,
            new JsonObject().put("weekly", "UPDATES").put("until", now.toEpochMilli()),
            List.of(bola.value()),
            now);
    outbox.put(weekly).await();

    returned(weekly, SPAM);

    Lists lists = rooms.read(workspace).await().lists();
    assertThat(lists.delivery(bola, "")).as("notices").isEqualTo(Delivery.EACH);
    assertThat(lists.habits().now(bola).weekly()).containsExactly(WeeklyMailing.ACTIVITY);
    assertThat(begins(waitingFor(OLD, ComplaintMail.KIND).getFirst()))
        .isEqualTo(new Unsubscribe.What.WeeklyLetter(WeeklyMailing.UPDATES));
  }

  /** What the link in a letter about a complaint begins again. */
  private Unsubscribe.What begins(DeliveryBatch told) {
    Composer writes =
        bounces.composers().stream()
            .filter(c -> c.kind().equals(ComplaintMail.KIND))
            .findFirst()
            .orElseThrow();
    String letter = writes.compose(told, OLD.toString()).orElseThrow().toString();
    String ticket = letter.replaceAll("(?s).*/unsubscribe/([a-z0-9]+).*", "$1");
    Site site = new Site(DOMAIN, "https://lists.example");
    return new Unsubscribe(installation.vault(), site)
        .openRejoin(ticket, rooms.read(workspace).await())
        .orElseThrow()
        .of()
        .what();
  }

  /**
   * In the history of the address with its reason; what our own host kept back is not its doing.
   */
  @Test
  void whatWasTriedForDaysInVainIsNotedAndCountsAgainstNobody() {
    String bola = seat("bola").id().value();
    DeliveryBatch ours = sent("relay.post", bola);
    bounces.returned().undelivered(ours, bola, new DeliveryOutcome.GivenUp(451, ""));
    DeliveryBatch theirs = sent("relay.post", bola);
    bounces.returned().undelivered(theirs, bola, new DeliveryOutcome.GivenUp(451, "4.2.2"));

    AddressHealthStore standings =
        new AddressHealthStore(installation.mongo(), installation.vault());
    Awaitility.await().until(() -> standings.find(OLD).await().isPresent());
    AddressHealth known = standings.find(OLD).await().orElseThrow();
    assertThat(known.returns())
        .singleElement()
        .matches(
            r -> r.reason() == BounceReason.FULL && r.permanent() && r.status().equals("4.2.2"));
    assertThat(known.countedDays(now)).isZero();
  }

  @Test
  void aFullMailboxIsNeverHeldAgainstAnybody() {
    badDays(20, FULL);
    bounces.probes().clock().look();

    assertThat(waitingFor(OLD, ProbeMail.KIND)).isEmpty();
  }

  @Test
  void whatComesBackFromAFormerAddressSaysNothingOfTheNewOne() {
    for (int day = 0; day < 6; day++) {
      DeliveryBatch toTheOldOne = sent("relay.post", seat("bola").id().value());
      now = now.plus(Duration.ofDays(1));
      current = MailAddress.of("bola@new.example");
      since = now;
      receivingSince = now;
      bounced(toTheOldOne, DEAD);
    }

    bounces.probes().clock().look();
    assertThat(waitingFor(current, ProbeMail.KIND)).isEmpty();
  }

  @Test
  void whatComesBackSaysNothingOfAnAddressThatWasNotYetChosenThen() {
    for (int day = 0; day < 6; day++) {
      DeliveryBatch before = sent("relay.post", seat("bola").id().value());
      now = now.plus(Duration.ofDays(1));
      current = OTHER;
      receivingSince = now;
      bounced(before, DEAD);
    }

    bounces.probes().clock().look();
    assertThat(waitingFor(OTHER, ProbeMail.KIND)).isEmpty();
  }

  @Test
  void whoTakesMailElsewhereIsWrittenToAgainAndTheCountBeginsAnew() {
    badDays(5, DEAD);
    probesComeBack(4);
    assertThat(delivery()).isEqualTo(Delivery.NONE);

    current = OTHER;
    receivingSince = now;
    bounces.moved().accept("bola");
    assertThat(delivery()).isEqualTo(Delivery.EACH);
    bounces.moved().accept("bola");

    current = OLD;
    receivingSince = now;
    bounces.moved().accept("bola");
    badDays(4, DEAD);
    bounces.probes().clock().look();
    assertThat(waitingFor(OLD, ProbeMail.KIND)).as("the four of before").hasSize(4);
  }

  @Test
  void whatComesBackFromWhereNothingIsSentAnyMoreHoldsNothingBack() {
    badDays(5, DEAD);
    current = OTHER;
    receivingSince = now;

    probesComeBack(4);

    assertThat(delivery()).isEqualTo(Delivery.EACH);
    assertThat(waitingFor(OTHER, SuspensionMail.KIND)).isEmpty();
  }

  @Test
  void aForgedReturnPathDoesNothing() {
    bounces
        .returned()
        .returned("a".repeat(26), "letter", "From: x@y.example\n\n".getBytes(UTF_8), now);

    assertThat(delivery()).isEqualTo(Delivery.EACH);
  }

  @Test
  void afterMailIsResumedTheCountBeginsAnew() {
    badDays(5, DEAD);
    probesComeBack(4);
    rooms
        .submit(
            workspace,
            seat("bola").id(),
            new org.caucus.coalition.lists.ListCommand.ResumeMail(seat("bola").id()),
            null)
        .await();

    assertThat(delivery()).isEqualTo(Delivery.EACH);
  }

  /** Anyone who invites is told why the letter came back, as far as it was this workspace's own. */
  @Test
  void anInvitationThatComesBackSaysWhyToItsOwnWorkspaceAlone() {
    String invited = OLD.toString();
    Invitation invitation =
        new Invitation("i", invited, null, "press", Role.MEMBER, seat("amina").id(), now, null);
    assertThat(cameBack(invitation)).isEmpty();
    bounced(sent("invitation", invited), FULL);

    assertThat(cameBack(invitation))
        .hasValueSatisfying(
            back -> {
              assertThat(back.reason()).isEqualTo("FULL");
              assertThat(back.permanent()).isTrue();
              assertThat(back.day()).isEqualTo(now.truncatedTo(ChronoUnit.DAYS));
            });
    Invitation later =
        new Invitation(
            "j", invited, null, "press", Role.MEMBER, seat("amina").id(), now.plusSeconds(1), null);
    assertThat(cameBack(later)).as("sent anew since").isEmpty();
  }

  @Test
  void whatComesBackNamesWhatItWas() {
    bounced(sent("digest.posts", seat("bola").id().value()), FULL);
    bounced(sent("invitation", OLD.toString()), FULL);

    AddressHealthStore standings =
        new AddressHealthStore(installation.mongo(), installation.vault());
    assertThat(standings.find(OLD).await().orElseThrow().returns())
        .extracting(AddressHealth.Return::purpose)
        .containsExactly(AddressHealth.Purpose.DIGEST, AddressHealth.Purpose.WELCOME);
  }

  private Optional<InvitationLetters.Back> cameBack(Invitation invitation) {
    return bounces.returned().cameBack(rooms.read(workspace).await(), invitation).await();
  }
}
