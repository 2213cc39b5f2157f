package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Seat;
import org.caucus.identity.Persons;
import org.caucus.identity.passkeys.PersonPasskeys;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.auth.OriginAuthenticator;
import org.caucus.mail.message.PemCertificate;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.server.LoopAddress;
import org.caucus.mail.smtp.server.ScannedLetters;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.mail.smtp.server.SmtpServerSettings;
import org.caucus.messaging.distribution.recall.RecalledCopyHolders;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.inbound.Destinations;
import org.caucus.messaging.inbound.InboundProcessor;
import org.caucus.messaging.inbound.InboundRecipients;
import org.caucus.messaging.inbound.Inbox;
import org.caucus.messaging.inbound.InboxRecords;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.UnreadLetters;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.recall.EchoRecalls;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.messaging.rolemailboxes.OperatorMail;
import org.caucus.messaging.rolemailboxes.TrustedOperators;
import org.caucus.platform.ratelimit.PeerRates;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.nodes.FreshCommandBus;

/** The parts a letter passes on its way in, and what they are given. */
public final class InboundMailWiring {
  private static final String SEPARATOR = "+";

  private final Settings settings;
  private final StorageWiring storage;
  private final NodeNetwork network;
  private final Wiring.House house;
  private final Wiring.Entry entry;
  private final Wiring.Post post;
  private final InboundProcessor.ReturnPath returnPath;
  private final OriginAuthenticator origins;
  private final AddressPlan plan;
  private final Destinations destinations;
  private final OperatorMailbox shelf;
  private final InboxRecords records;
  private final RecalledCopyHolders holders;

  InboundMailWiring(
      Settings settings,
      StorageWiring storage,
      NodeNetwork network,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InboundProcessor.ReturnPath returnPath) {
    this.network = network;
    this.returnPath = returnPath;
    this.settings = settings;
    this.storage = storage;
    this.house = house;
    this.entry = entry;
    this.post = post;
    this.origins =
        settings.signatures().origins(post.names(), InstantSource.system(), house.heavy());
    this.plan = new AddressPlan(settings.domain(), SEPARATOR);
    this.destinations = new Destinations(house.directory(), plan);
    this.holders = OutboundMailWiring.holders(post, house.rooms());
    this.shelf = new OperatorMailbox(storage.mongo(), storage.vault());
    this.records =
        new InboxRecords(storage.mongo(), storage.vault(), InstantSource.system(), network.node());
  }

  private SenderTrust trust() {
    return new SenderTrust(
        settings.trustedPeers(),
        settings.checkingPeers(),
        settings.authservId() == null ? Set.of() : Set.of(settings.authservId()));
  }

  private Optional<ReplyTo> replyTo(String ticket, Workspace workspace) {
    return post.replies()
        .open(ticket, workspace)
        .map(a -> new ReplyTo(a.parent(), a.entry(), a.seat(), a.known()));
  }

  private Optional<SeatId> reached(String ticket, SeatId from, Workspace workspace) {
    return post.aliases()
        .open(ticket, workspace)
        .map(Seat::id)
        .filter(to -> PrivateComposer.mayPass(workspace, from, to));
  }

  private PostingSteps.Tickets tickets() {
    return new PostingSteps.Tickets(
        this::replyTo,
        this::reached,
        this::takenBack,
        (ticket, workspace) ->
            post.unsubscribe()
                .open(ticket, workspace)
                .map(
                    s ->
                        new PostingSteps.Subscription(
                            s.seat(), s.what().list(), s.what().order(), s.what().thing())),
        (ticket, workspace) ->
            post.invitations().answered(ticket, workspace, InstantSource.system().instant()),
        post.holding().codes());
  }

  private Optional<EchoRecalls.Post> takenBack(String ticket, Workspace workspace) {
    return post.recalls()
        .open(ticket, workspace)
        .map(
            p ->
                new EchoRecalls.Post(
                    p.of(), p.author(), holders.of(workspace, p.of(), p.author())));
  }

  /** What is set about letters under TLS. */
  public static SmtpServerSettings.Tls tls(Settings.Reader reader) {
    return new SmtpServerSettings.Tls(
        reader.optional("CAUCUS_TLS_CERTIFICATE", "a PEM file", Path::of),
        reader.optional("CAUCUS_TLS_KEY", "a PEM file", Path::of),
        reader
            .as(
                "CAUCUS_TLS_INBOUND",
                "offered",
                "offered or required",
                v -> Settings.Reader.oneOf(v, "offered", "required"))
            .equals("required"));
  }

  /** What of it does not go together. */
  public static List<String> faults(SmtpServerSettings.Tls tls) {
    if ((tls.certificate() == null) != (tls.key() == null)) {
      return List.of("CAUCUS_TLS_CERTIFICATE and CAUCUS_TLS_KEY go together: set both or neither.");
    }
    return tls.required() && tls.certificate() == null
        ? List.of(
            "CAUCUS_TLS_INBOUND=required needs CAUCUS_TLS_CERTIFICATE and CAUCUS_TLS_KEY: without"
                + " them no letter could come at all.")
        : List.of();
  }

  private SmtpServerSettings inboxSettings() {
    PemCertificate certificate = SmtpCertificate.read(settings.tls());
    try {
      SmtpServerSettings plain =
          SmtpServerSettings.of(
              InetAddress.getByName(settings.smtpHost()), settings.smtpPort(), settings.domain());
      if (certificate == null) {
        return plain;
      }
      SmtpServerSettings offered = plain.withCertificate(certificate);
      return settings.tls().required() ? offered.onlyUnderTls() : offered;
    } catch (UnknownHostException e) {
      throw new Settings.Bad(
          List.of(
              "CAUCUS_SMTP_HOST is no address of this machine. Allowed: an address or a name."));
    }
  }

  InboundProcessor postmaster() {
    Rooms rooms = house.rooms();
    return new InboundProcessor(
        network.vertx(),
        network.node().hasPeers() ? new FreshCommandBus(rooms) : rooms,
        storage.blobs(),
        records,
        shelf,
        PersonAddresses.of(house, entry),
        new PostingSteps(plan, trust(), tickets(), house.quotes()),
        new InboundProcessor.Reading(
            this::origin, this::stranger, trust()::isProven, house.heavy()),
        this::join,
        returnPath);
  }

  UnreadLetters unread(InboundProcessor postmaster) {
    return new UnreadLetters(house.rooms(), storage.blobs(), records, postmaster);
  }

  /** The same as by the link in the letter, but nobody is signed in by it. */
  private Future<Committed> join(WorkspaceId workspace, Verdict.Join join, IdempotencyKey key) {
    Persons persons = entry.persons();
    return persons
        .byAddress(join.address())
        .compose(
            holder ->
                holder.isPresent()
                    ? entry.passkeys().of(holder.get().id()).map(InboundMailWiring::wantsMore)
                    : Future.succeededFuture(false))
        .compose(
            alone ->
                alone
                    ? Future.failedFuture(
                        Refusal.forbidden(Message.of("reasons.accept-by-passkey")))
                    : persons.ensure(join.address(), join.name()))
        .compose(person -> join(workspace, join, key, person.id()));
  }

  private static boolean wantsMore(PersonPasskeys ring) {
    return ring.required() || ring.waits(Instant.now());
  }

  private Future<Committed> join(
      WorkspaceId workspace, Verdict.Join join, IdempotencyKey key, String person) {
    var command = new MemberCommand.AcceptInvitation(join.invitation(), person, join.name());
    return house
        .rooms()
        .submit(workspace, null, command, key)
        .compose(done -> house.seatings().add(person, workspace).map(done));
  }

  private AuthenticatedOrigin origin(IncomingLetter incoming) {
    return origin(incoming, (l, a, way) -> origins.judged(a, origins.of(l, a, way)));
  }

  private AuthenticatedOrigin stranger(IncomingLetter incoming) {
    return origin(incoming, origins::ofStranger);
  }

  /** How it is found out. */
  @FunctionalInterface
  private interface Finding {
    AuthenticatedOrigin of(RawLetter letter, String author, OriginAuthenticator.Way way);
  }

  /** Names are looked up only where nobody is believed anyway. */
  private AuthenticatedOrigin origin(IncomingLetter incoming, Finding finding) {
    SenderTrust trust = trust();
    if (trust.believes(incoming.peer())) {
      return AuthenticatedOrigin.UNKNOWN;
    }
    OriginAuthenticator.Way way =
        new OriginAuthenticator.Way(
            incoming.peer(),
            incoming.helo(),
            incoming.envelopeSender(),
            trust.envelopeProven(incoming).orElse(null),
            trust.isFronted(incoming.peer()));
    return incoming
        .author()
        .map(a -> finding.of(incoming.raw(), a.address().asciiDomain(), way))
        .orElse(AuthenticatedOrigin.UNKNOWN);
  }

  SmtpServer inbox(
      InboundProcessor postmaster, LoopAddress loop, Runnable bell, InstantSource clock) {
    OperatorMail operators =
        new OperatorMail(
            post.outbox(),
            bell,
            settings.operators(),
            new TrustedOperators(trust(), this::origin),
            storage.vault(),
            shelf,
            clock);
    return new SmtpServer(
        inboxSettings(),
        loop.before(new InboundRecipients(destinations, house.rooms()::takesLetters)),
        new ScannedLetters(
            settings.scanner(),
            loop.before(
                new Inbox(
                    destinations,
                    storage.blobs(),
                    records,
                    shelf,
                    postmaster,
                    post.noReply()::answer,
                    operators))),
        clock,
        new PeerRates(clock, this::isOurs));
  }

  /** Hosts in front pass on what others send, and count those themselves. */
  private boolean isOurs(InetAddress peer) {
    return Stream.of(settings.trustedPeers(), settings.checkingPeers())
        .flatMap(List::stream)
        .anyMatch(network -> network.holds(peer));
  }
}
