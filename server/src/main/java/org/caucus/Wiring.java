package org.caucus;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.caucus.accounts.CallerLookup;
import org.caucus.accounts.Codes;
import org.caucus.accounts.Cookies;
import org.caucus.accounts.Persons;
import org.caucus.accounts.Sessions;
import org.caucus.accounts.SignInRoutes;
import org.caucus.accounts.Sweep;
import org.caucus.accounts.Tokens;
import org.caucus.actions.ActionRoutes;
import org.caucus.delivery.Backoff;
import org.caucus.delivery.Deliveries;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Smarthost;
import org.caucus.delivery.Verp;
import org.caucus.email.MailAddress;
import org.caucus.email.PemCertificate;
import org.caucus.email.inbound.InboxSettings;
import org.caucus.email.inbound.SmtpInbox;
import org.caucus.http.ContractFile;
import org.caucus.http.Health;
import org.caucus.http.HttpServer;
import org.caucus.http.Routes;
import org.caucus.issues.IssueRoutes;
import org.caucus.issues.TrackerRoutes;
import org.caucus.letters.HoldRoutes;
import org.caucus.letters.OriginalRoutes;
import org.caucus.lists.ListRoutes;
import org.caucus.lists.ThreadRoutes;
import org.caucus.live.ActivityRoutes;
import org.caucus.live.EventRoutes;
import org.caucus.live.Frames;
import org.caucus.live.Watchers;
import org.caucus.log.Blobs;
import org.caucus.log.EventLog;
import org.caucus.log.MasterKey;
import org.caucus.log.Names;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Followers;
import org.caucus.log.followers.Retry;
import org.caucus.members.AudienceRoutes;
import org.caucus.members.OrganisationRoutes;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.MongoSettings;
import org.caucus.notices.InvitationMail;
import org.caucus.notices.LetterAnswers;
import org.caucus.notices.NoticeComposer;
import org.caucus.notices.Notices;
import org.caucus.notices.SignInMail;
import org.caucus.postmaster.Destinations;
import org.caucus.postmaster.InboundRecipients;
import org.caucus.postmaster.Inbox;
import org.caucus.postmaster.InboxRecords;
import org.caucus.postmaster.Postmaster;
import org.caucus.postmaster.Shelf;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.ReplyTo;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.steps.PostingSteps;
import org.caucus.relay.PostComposer;
import org.caucus.relay.Relay;
import org.caucus.relay.SeatAddresses;
import org.caucus.relay.Site;
import org.caucus.relay.Unsubscribe;
import org.caucus.relay.UnsubscribeRoutes;
import org.caucus.updates.UpdateRoutes;
import org.caucus.workspace.Directory;
import org.caucus.workspace.Entrance;
import org.caucus.workspace.InvitationRoutes;
import org.caucus.workspace.InvitationTokens;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Seatings;
import org.caucus.workspace.WorkspaceRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every part and what it is given. Plain {@code new}, top to bottom: first what stores, then what
 * decides, then what sends, then what listens. {@link #close} takes it down the other way round.
 */
public final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
  private static final String SEPARATOR = "+";
  private static final int EVENT_LOOPS = 2;
  private static final int WORKER_THREADS = 4;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Settings settings;
  private final Vertx vertx;
  private final InstantSource clock = InstantSource.system();
  private final Mongo mongo;
  private final Vault vault;
  private final Blobs blobs;
  private final Rooms rooms;
  private final Directory directory;
  private final Persons persons;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Tokens tokens;
  private final Seatings seatings;
  private final WorkspaceRoutes workspaces;
  private final ReplyTickets replies;
  private final InvitationTokens invitations;
  private final Site site;
  private final SeatAddresses seatAddresses;
  private final Unsubscribe unsubscribe;
  private final Outbox outbox;
  private final Deliveries deliveries;
  private final SignInMail signInMail;
  private final Followers followers;
  private final SmtpInbox smtp;
  private final EventLog log;

  /** Builds and starts everything but the HTTP server. */
  public Wiring(Settings settings) {
    this.settings = settings;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(WORKER_THREADS)
                .setInternalBlockingPoolSize(WORKER_THREADS));
    open.push(() -> vertx.close().await());

    // what stores
    mongo = opened(Mongo.open(new MongoSettings(settings.mongodbUri(), settings.data())));
    vault = Vault.open(mongo, settings.data().resolve(MasterKey.FILE));
    log = new EventLog(mongo, vault);
    blobs = new Blobs(mongo, vault);

    // what decides
    rooms = new Rooms(log, clock, vertx);
    directory =
        new Directory(
            new Names(mongo, vault, "slug"), new Names(mongo, vault, "address"), settings.domain());
    seatings =
        new Seatings(
            new SealedCollection(mongo.documents("seatings"), vault, WorkspaceId.SYSTEM), rooms);

    // who calls
    sessions = new Sessions(vertx, mongo, vault, clock);
    cookies = new Cookies(settings.baseUrl());
    tokens = new Tokens(mongo, vault, clock);
    persons = new Persons(mongo, vault, sessions, cookies, settings.operators(), clock);
    persons.ensureOperators(settings.operators()).await();
    workspaces = new WorkspaceRoutes(rooms, directory, seatings, persons, vault::create);

    // what sends
    replies = new ReplyTickets(vault, clock);
    invitations = new InvitationTokens(vault);
    site = new Site(settings.domain(), settings.baseUrl().toString());
    seatAddresses =
        person -> persons.find(person).map(p -> p.flatMap(f -> MailAddress.parse(f.address())));
    unsubscribe = new Unsubscribe(vault, site);
    outbox = new Outbox(mongo, vault);
    signInMail = new SignInMail(outbox, this::ringDeliveries, site, clock);
    deliveries = opened(deliveries());
    followers = opened(followers());

    // what listens
    smtp = opened(smtp());
  }

  /** Starts workers, followers and the two servers; returns when both ports are open. */
  public Wiring start(List<Routes> more, Consumer<Router> extra) {
    Future<OpenAPIContract> contract = ContractFile.load(vertx);
    deliveries.start();
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Rooms.BELL,
            m ->
                followers.ring(
                    new WorkspaceId(m.body().getString("workspace")),
                    m.body().getLong("sequence")));
    followers.start().await();
    smtp.start();
    http(contract.await(), more, extra);
    LOG.info("listening: http {}, smtp {}", settings.httpPort(), smtp.port());
    return this;
  }

  private Deliveries deliveries() {
    Smarthost smarthost = new Smarthost(vertx, settings.smarthost(), settings.domain());
    open.push(smarthost);
    return new Deliveries(
        outbox,
        smarthost,
        new Verp(vault, settings.domain()),
        List.of(
            new PostComposer(rooms, blobs, seatAddresses, replies, unsubscribe, site),
            new NoticeComposer(rooms, seatAddresses, replies, unsubscribe, site),
            new LetterAnswers(rooms, blobs, site, clock),
            new InvitationMail(rooms, invitations, site, clock),
            signInMail),
        Backoff.USUAL,
        (parcel, recipient, fate) -> LOG.warn("parcel {} could not be delivered", parcel.id()),
        clock);
  }

  private void ringDeliveries() {
    deliveries.ring();
  }

  private Followers followers() {
    return new Followers(
        mongo,
        vault,
        log,
        Retry.DEFAULT,
        new FollowerTrouble(),
        List.of(
            new Relay(rooms, outbox, this::ringDeliveries, clock),
            new Notices(rooms, outbox, this::ringDeliveries, clock),
            seatings));
  }

  private SmtpInbox smtp() {
    AddressPlan plan = new AddressPlan(settings.domain(), SEPARATOR);
    Destinations destinations = new Destinations(directory, plan);
    InboxRecords records = new InboxRecords(mongo, vault, clock);
    Shelf shelf = new Shelf(mongo, vault);
    Trust trust =
        new Trust(
            settings.trustedPeers(),
            settings.checkingPeers(),
            settings.authservId() == null ? Set.of() : Set.of(settings.authservId()));
    ReplyTo.Lookup tickets =
        (ticket, workspace) ->
            replies.open(ticket, workspace).map(a -> new ReplyTo(a.parent(), a.entry(), a.seat()));
    Postmaster postmaster =
        opened(
            new Postmaster(
                vertx,
                rooms,
                blobs,
                records,
                shelf,
                address -> persons.byAddress(address).map(p -> p.map(f -> f.id())),
                new PostingSteps(plan, trust, tickets)));
    postmaster.start();
    return new SmtpInbox(
        inboxSettings(),
        new InboundRecipients(destinations),
        new Inbox(destinations, blobs, records, shelf, postmaster),
        clock);
  }

  private InboxSettings inboxSettings() {
    try {
      InboxSettings plain =
          InboxSettings.of(
              InetAddress.getByName(settings.smtpHost()), settings.smtpPort(), settings.domain());
      return settings.tlsCertificate() == null || settings.tlsKey() == null
          ? plain
          : plain.withCertificate(
              PemCertificate.load(settings.tlsCertificate(), settings.tlsKey()));
    } catch (UnknownHostException e) {
      throw new Settings.Bad(
          List.of(
              "CAUCUS_SMTP_HOST is no address of this machine. Allowed: an address or a name."));
    } catch (IOException | GeneralSecurityException e) {
      throw new Settings.Bad(
          List.of(
              "CAUCUS_TLS_CERTIFICATE or CAUCUS_TLS_KEY cannot be read. Allowed: a PEM chain and an"
                  + " unencrypted PKCS#8 key."));
    }
  }

  private void http(OpenAPIContract contract, List<Routes> more, Consumer<Router> extra) {
    Codes codes = new Codes(mongo, vault, persons, signInMail::send, clock);
    new Sweep(sessions, tokens, codes).start(vertx);
    Watchers watchers = new Watchers(vertx, rooms, new Frames(settings.domain(), clock));
    List<Routes> routes = new java.util.ArrayList<>(more);
    routes.addAll(
        List.of(
            new SignInRoutes(codes, persons, sessions, cookies, workspaces::me),
            workspaces,
            new InvitationRoutes(rooms, invitations, persons, seatings),
            new OrganisationRoutes(rooms, directory),
            new AudienceRoutes(rooms),
            new ListRoutes(rooms, directory),
            new ThreadRoutes(rooms),
            new OriginalRoutes(rooms, blobs),
            new HoldRoutes(rooms),
            new TrackerRoutes(rooms, directory),
            new IssueRoutes(rooms),
            new UpdateRoutes(rooms),
            new ActionRoutes(rooms),
            new ActivityRoutes(rooms),
            new EventRoutes(watchers)));
    HttpServer.Parts parts =
        new HttpServer.Parts(
            settings.httpHost(),
            settings.httpPort(),
            settings.baseUrl(),
            contract,
            new CallerLookup(sessions, tokens),
            new Entrance(directory, rooms),
            clock,
            routes,
            new Health(mongo::ping),
            router -> {
              new UnsubscribeRoutes(directory, rooms, unsubscribe).mount(router);
              extra.accept(router);
            });
    vertx
        .deployVerticle(
            () -> new HttpServer(parts),
            new DeploymentOptions()
                .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(EVENT_LOOPS))
        .await();
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** The rooms, for what drives them from inside the process. */
  public Rooms rooms() {
    return rooms;
  }

  /** The directory of names. */
  public Directory directory() {
    return directory;
  }

  /** The persons. */
  public Persons persons() {
    return persons;
  }

  /** The personal tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** Opens workspaces. */
  public WorkspaceRoutes workspaces() {
    return workspaces;
  }

  /** Where each person has a seat. */
  public Seatings seatings() {
    return seatings;
  }

  /** The port mail is taken on. */
  public int smtpPort() {
    return smtp.port();
  }

  /** Stops listening, lets what is under way finish, closes the database. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not close cleanly: {}", e.getClass().getSimpleName());
      }
    }
  }
}
