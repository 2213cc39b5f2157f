package org.caucus.messaging.delivery.bounces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.Verp;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One person in a coalition whose mail comes back, for weeks, against a real database. */
abstract class Returning {
  static final String DOMAIN = "lists.example";
  static final MailAddress OLD = MailAddress.of("bola@press.example");
  static final MailAddress OTHER = MailAddress.of("bola@home.example");
  static final String DEAD = "5.1.1";
  static final String DISABLED = "5.2.1";
  static final String FULL = "5.2.2";

  @TempDir Path directory;

  final Vertx vertx = Vertx.vertx();
  Instant now = Instant.parse("2026-06-15T09:00:00Z");
  MailAddress current = OLD;
  Instant since = Instant.EPOCH;
  Instant receivingSince = Instant.EPOCH;
  Installation installation;
  Rooms rooms;
  WorkspaceId workspace;
  final List<WorkspaceId> workspaces = new ArrayList<>();
  Outbox outbox;
  BounceHandling bounces;
  Verp verp;
  int letters;

  @BeforeEach
  void open() {
    installation = Installation.open(directory);
    rooms = new Rooms(installation.log(), () -> now, installation.bell(vertx));
    workspace = installation.workspace();
    workspaces.add(workspace);
    outbox =
        new Outbox(installation.mongo(), installation.vault(), Node.alone(installation.mongo()));
    verp = new Verp(installation.vault(), DOMAIN);
    Site site = new Site(DOMAIN, "https://lists.example");
    bounces =
        BounceHandling.of(
            new BounceHandling.Parts(
                installation.mongo(),
                installation.vault(),
                rooms,
                outbox,
                site,
                new Unsubscribe(installation.vault(), site),
                person -> Future.succeededFuture(Optional.empty()),
                () -> now),
            new Bola(),
            person -> List.copyOf(workspaces),
            () -> {});
    coalition("cop");
  }

  /** In {@link #workspace}. */
  void coalition(String slug) {
    var opened = new MemberCommand.OpenWorkspace(slug, "Code", "press", "Press", "amina", "Amina");
    rooms.submit(workspace, null, opened, null).await();
    var invite = new MemberCommand.Invite(OLD.toString(), "Bola", "press", Role.MEMBER);
    String id = rooms.submit(workspace, seat("amina").id(), invite, null).await().thing();
    var accept = new MemberCommand.AcceptInvitation(id, "bola", "Bola");
    rooms.submit(workspace, null, accept, null).await();
  }

  @AfterEach
  void close() {
    rooms.close();
    installation.close();
    vertx.close().await();
  }

  /** The one person whose mail comes back here. */
  private final class Bola implements AddressOwners {
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

  Seat seat(String person) {
    return rooms.read(workspace).await().members().seatOf(person).orElseThrow();
  }

  DeliveryBatch sent(String kind, String who) {
    letters++;
    String id = DeliveryBatch.id(workspace.value(), kind, Integer.toString(letters));
    DeliveryBatch parcel =
        DeliveryBatch.of(id, workspace, kind, new JsonObject(), List.of(who), now);
    outbox.put(parcel).await();
    return parcel;
  }

  void bounced(DeliveryBatch parcel, String status) {
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

  void returned(DeliveryBatch parcel, String report) {
    String path = verp.address("cop", parcel, 0).localPart();
    String ticket = path.substring(path.indexOf(Verp.MARK) + Verp.MARK.length());
    bounces.returned().returned(ticket, "letter" + letters, report.getBytes(UTF_8), now);
  }

  void badDays(int days, String status) {
    for (int day = 0; day < days; day++) {
      bounced(sent("relay.post", seat("bola").id().value()), status);
      now = now.plus(Duration.ofDays(1));
    }
  }

  /** The probes and whatever else is waiting to be sent to this address. */
  List<DeliveryBatch> waitingFor(MailAddress address, String kind) {
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

  void probesComeBack(int probes) {
    for (int i = 0; i < probes; i++) {
      bounces.probes().clock().look();
      List<DeliveryBatch> sent = waitingFor(OLD, ProbeMail.KIND);
      assertThat(sent).hasSize(i + 1);
      letters++;
      DeliveryBatch last = sent.stream().max((a, b) -> a.at().compareTo(b.at())).orElseThrow();
      bounced(last, DEAD);
      now = now.plus(AddressHealth.PROBE_EVERY);
    }
  }

  Delivery delivery() {
    return rooms.read(workspace).await().lists().delivery(seat("bola").id(), "");
  }
}
