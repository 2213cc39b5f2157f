package org.caucus.bounces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.delivery.Verp;
import org.caucus.email.MailAddress;
import org.caucus.lists.Delivery;
import org.caucus.log.Installation;
import org.caucus.log.WorkspaceId;
import org.caucus.log.leases.Node;
import org.caucus.members.Invitation;
import org.caucus.members.MemberCommand;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.relay.Site;
import org.caucus.relay.Unsubscribe;
import org.caucus.relay.served.InvitationLetters;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks of returned mail against a real database: what the policy of the package page says. */
class ReturnedMailTest {
  private static final String DOMAIN = "lists.example";
  private static final MailAddress OLD = MailAddress.of("bola@press.example");
  private static final MailAddress OTHER = MailAddress.of("bola@home.example");
  private static final String DEAD = "5.1.1";
  private static final String FULL = "5.2.2";

  @TempDir Path directory;

  private final Vertx vertx = Vertx.vertx();
  private Instant now = Instant.parse("2026-06-15T09:00:00Z");
  private MailAddress current = OLD;
  private Instant since = Instant.EPOCH;
  private Instant receivingSince = Instant.EPOCH;
  private Installation installation;
  private Rooms rooms;
  private WorkspaceId workspace;
  private Outbox outbox;
  private Bounces bounces;
  private Verp verp;
  private int letters;

  @BeforeEach
  void open() {
    installation = Installation.open(directory);
    rooms = new Rooms(installation.log(), () -> now, installation.bell(vertx));
    workspace = installation.workspace();
    outbox =
        new Outbox(installation.mongo(), installation.vault(), Node.alone(installation.mongo()));
    verp = new Verp(installation.vault(), DOMAIN);
    Site site = new Site(DOMAIN, "https://lists.example");
    bounces =
        Bounces.of(
            new Bounces.Parts(
                installation.mongo(),
                installation.vault(),
                rooms,
                outbox,
                site,
                new Unsubscribe(installation.vault(), site),
                person -> Future.succeededFuture(Optional.empty()),
                () -> now),
            new Bola(),
            person -> List.of(workspace),
            () -> {});
    coalition();
  }

  private void coalition() {
    var opened = new MemberCommand.OpenWorkspace("cop", "Code", "press", "Press", "amina", "Amina");
    rooms.submit(workspace, null, opened, null).await();
    var invite = new MemberCommand.Invite(OLD.toString(), "Bola", "press", Role.MEMBER);
    String id = rooms.submit(workspace, seat("amina").id(), invite, null).await().thing();
    var accept = new MemberCommand.AcceptInvitation(id, "bola", "Bola");
    rooms.submit(workspace, null, accept, null).await();
  }

  @AfterEach
  void close() {
    installation.close();
    vertx.close().await();
  }

  /** The one person whose mail comes back here. */
  private final class Bola implements Holders {
    @Override
    public Future<Optional<Held>> current(String person) {
      return Future.succeededFuture(Optional.of(new Held(current, receivingSince)));
    }

    @Override
    public Future<List<Held>> all(String person) {
      return Future.succeededFuture(
          List.of(
              new Held(OLD, Instant.EPOCH),
              new Held(OTHER, Instant.EPOCH),
              new Held(current, since)));
    }

    @Override
    public Future<Optional<String>> holder(MailAddress address) {
      return Future.succeededFuture(Optional.of("bola"));
    }
  }

  private Seat seat(String person) {
    return rooms.read(workspace).await().members().seatOf(person).orElseThrow();
  }

  private Parcel sent(String kind, String who) {
    letters++;
    String id = Parcel.id(workspace.value(), kind, Integer.toString(letters));
    Parcel parcel = Parcel.of(id, workspace, kind, new JsonObject(), List.of(who), now);
    outbox.put(parcel).await();
    return parcel;
  }

  private void bounced(Parcel parcel, String status) {
    returned(
        parcel,
        """
        From: mailer-daemon@press.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.press.example

        Final-Recipient: rfc822; bola@press.example
        Action: failed
        Status: %s
        --b--
        """
            .formatted(status));
  }

  private void returned(Parcel parcel, String report) {
    String path = verp.address("cop", parcel, 0).localPart();
    String ticket = path.substring(path.indexOf(Verp.MARK) + Verp.MARK.length());
    bounces.returned().returned(ticket, "letter" + letters, report.getBytes(UTF_8), now);
  }

  private void badDays(int days, String status) {
    for (int day = 0; day < days; day++) {
      bounced(sent("relay.post", seat("bola").id().value()), status);
      now = now.plus(Duration.ofDays(1));
    }
  }

  /** The probes and whatever else is waiting to be sent to this address. */
  private List<Parcel> waitingFor(MailAddress address, String kind) {
    return outbox.waiting().await() == 0
        ? List.of()
        : installation.mongo().documents("outbox").findRange("", "~", 500).await().stream()
            .map(
                d ->
                    outbox
                        .find(d.getString("_id").getValue().substring(0, 20))
                        .await()
                        .orElseThrow())
            .filter(p -> p.kind().equals(kind))
            .filter(p -> p.recipients().getFirst().who().equals(address.toString()))
            .toList();
  }

  private void probesComeBack(int probes) {
    for (int i = 0; i < probes; i++) {
      bounces.probes().clock().look();
      List<Parcel> sent = waitingFor(OLD, ProbeMail.KIND);
      assertThat(sent).hasSize(i + 1);
      letters++;
      Parcel last = sent.stream().max((a, b) -> a.at().compareTo(b.at())).orElseThrow();
      bounced(last, DEAD);
      now = now.plus(Standing.PROBE_EVERY);
    }
  }

  private Delivery delivery() {
    return rooms.read(workspace).await().lists().delivery(seat("bola").id(), "");
  }

  @Test
  void aDeadAddressIsProbedFourTimesAndThenHeldBackAndItsOwnerToldElsewhere() {
    badDays(5, DEAD);
    assertThat(delivery()).isEqualTo(Delivery.EACH);

    probesComeBack(4);

    assertThat(delivery()).isEqualTo(Delivery.NONE);
    assertThat(waitingFor(OTHER, SuspensionMail.KIND)).hasSize(1);
    assertThat(waitingFor(OLD, SuspensionMail.KIND)).isEmpty();
  }

  @Test
  void anAddressThatAnswersAProbeBySilenceIsClear() {
    badDays(5, DEAD);
    bounces.probes().clock().look();
    now = now.plus(Standing.PROBE_EVERY);
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
    Parcel told = waitingFor(OLD, ComplaintMail.KIND).getFirst();
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

  @Test
  void aFullMailboxIsNeverHeldAgainstAnybody() {
    badDays(20, FULL);
    bounces.probes().clock().look();

    assertThat(waitingFor(OLD, ProbeMail.KIND)).isEmpty();
  }

  @Test
  void whatComesBackFromAFormerAddressSaysNothingOfTheNewOne() {
    for (int day = 0; day < 6; day++) {
      Parcel toTheOldOne = sent("relay.post", seat("bola").id().value());
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
      Parcel before = sent("relay.post", seat("bola").id().value());
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
            new org.caucus.lists.ListCommand.ResumeMail(seat("bola").id()),
            null)
        .await();

    assertThat(delivery()).isEqualTo(Delivery.EACH);
  }

  /** Whoever invites is told why the letter came back, as far as it was this workspace's own. */
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

    Standings standings = new Standings(installation.mongo(), installation.vault());
    assertThat(standings.find(OLD).await().orElseThrow().returns())
        .extracting(Standing.Return::purpose)
        .containsExactly(Standing.Purpose.DIGEST, Standing.Purpose.WELCOME);
  }

  private Optional<InvitationLetters.Back> cameBack(Invitation invitation) {
    return bounces.returned().cameBack(rooms.read(workspace).await(), invitation).await();
  }
}
