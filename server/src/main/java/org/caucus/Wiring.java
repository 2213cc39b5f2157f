package org.caucus;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.caucus.accounts.CallerLookup;
import org.caucus.accounts.Codes;
import org.caucus.accounts.Cookies;
import org.caucus.accounts.Persons;
import org.caucus.accounts.Sessions;
import org.caucus.accounts.SignInRoutes;
import org.caucus.accounts.Sweep;
import org.caucus.accounts.Tokens;
import org.caucus.actions.ActionRoutes;
import org.caucus.copies.CopyRoutes;
import org.caucus.delivery.Backoff;
import org.caucus.delivery.Deliveries;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Smarthost;
import org.caucus.delivery.Verp;
import org.caucus.email.MailAddress;
import org.caucus.email.inbound.SmtpInbox;
import org.caucus.http.ContractFile;
import org.caucus.http.Health;
import org.caucus.http.HttpServer;
import org.caucus.http.Pages;
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
import org.caucus.log.Names;
import org.caucus.log.SealedCollection;
import org.caucus.log.WorkspaceId;
import org.caucus.log.audit.SigningKey;
import org.caucus.log.audit.Tips;
import org.caucus.log.followers.Followers;
import org.caucus.log.followers.Retry;
import org.caucus.members.AudienceRoutes;
import org.caucus.members.OrganisationRoutes;
import org.caucus.notices.InvitationMail;
import org.caucus.notices.LetterAnswers;
import org.caucus.notices.NoticeComposer;
import org.caucus.notices.Notices;
import org.caucus.notices.SignInMail;
import org.caucus.operator.ControlSocket;
import org.caucus.postmaster.Postmaster;
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
  private static final int EVENT_LOOPS = 2;
  private static final int WORKER_THREADS = 4;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final Vertx vertx;
  private final Future<OpenAPIContract> contract;
  private final Storage storage;
  private final House house;
  private final Entry entry;
  private final Post post;
  private final Deliveries deliveries;
  private final Followers followers;
  private final SmtpInbox smtp;

  /** What decides and answers. */
  record House(Rooms rooms, Directory directory, Seatings seatings) {}

  /** Who calls, and where they may go. */
  record Entry(
      Persons persons,
      Sessions sessions,
      Cookies cookies,
      Tokens tokens,
      WorkspaceRoutes workspaces) {}

  /** What sends. */
  record Post(
      Site site,
      Outbox outbox,
      ReplyTickets replies,
      InvitationTokens invitations,
      Unsubscribe unsubscribe,
      SignInMail signInMail) {}

  /**
   * Builds everything; nothing runs before {@link #start}, but the letters left over are taken up.
   */
  public Wiring(Settings settings) {
    this.settings = settings;
    settings.smarthost(); // without one nothing is opened
    vertx = vertx();
    contract = ContractFile.load(vertx); // meanwhile the database opens
    storage = opened(Storage.open(settings));
    house = house();
    entry = entry();
    post = post();
    deliveries = opened(deliveries());
    followers = opened(followers());
    smtp = opened(smtp());
  }

  private Vertx vertx() {
    Vertx made =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(WORKER_THREADS)
                .setInternalBlockingPoolSize(WORKER_THREADS));
    open.push(() -> made.close().await());
    return made;
  }

  /**
   * Takes operators' commands; without it they must stop the server first, which is no disaster.
   */
  private void openControl() {
    try {
      opened(ControlSocket.open(storage.desk(settings)));
    } catch (UncheckedIOException e) {
      LOG.warn("operators' commands need the server stopped: {}", e.getMessage());
    }
  }

  private House house() {
    Rooms rooms = new Rooms(storage.log(), clock, vertx);
    Names slugs = new Names(storage.mongo(), storage.vault(), "slug");
    Names addresses = new Names(storage.mongo(), storage.vault(), "address");
    SealedCollection seatings =
        new SealedCollection(
            storage.mongo().documents(Seatings.COLLECTION), storage.vault(), WorkspaceId.SYSTEM);
    return new House(
        rooms, new Directory(slugs, addresses, settings.domain()), new Seatings(seatings, rooms));
  }

  private Entry entry() {
    Sessions sessions = new Sessions(vertx, storage.mongo(), storage.vault(), clock);
    Cookies cookies = new Cookies(settings.baseUrl());
    Persons persons =
        new Persons(
            storage.mongo(), storage.vault(), sessions, cookies, settings.operators(), clock);
    persons.ensureOperators(settings.operators()).await();
    WorkspaceRoutes workspaces =
        new WorkspaceRoutes(
            house.rooms(), house.directory(), house.seatings(), persons, storage.vault()::create);
    Tokens tokens = new Tokens(storage.mongo(), storage.vault(), clock);
    return new Entry(persons, sessions, cookies, tokens, workspaces);
  }

  private Post post() {
    Site site = new Site(settings.domain(), settings.baseUrl().toString());
    Outbox outbox = new Outbox(storage.mongo(), storage.vault());
    return new Post(
        site,
        outbox,
        new ReplyTickets(storage.vault(), clock),
        new InvitationTokens(storage.vault()),
        new Unsubscribe(storage.vault(), site),
        new SignInMail(outbox, this::ringDeliveries, site, clock));
  }

  /** Starts everything; returns when both ports are open. */
  public Wiring start(List<Pages> more) {
    return startMail().startPages(more);
  }

  /** Starts workers and followers and takes mail. */
  public Wiring startMail() {
    openControl();
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
    listen("CAUCUS_SMTP_PORT", settings.smtpPort(), smtp::start);
    return this;
  }

  /** Serves pages and the API. */
  public Wiring startPages(List<Pages> more) {
    listen("CAUCUS_HTTP_PORT", settings.httpPort(), () -> http(contract.await(), more));
    LOG.info("listening: http {}, smtp {}", settings.httpPort(), smtp.port());
    return this;
  }

  private Deliveries deliveries() {
    Smarthost smarthost = opened(new Smarthost(vertx, settings.smarthost(), settings.domain()));
    SeatAddresses seats =
        person ->
            entry.persons().find(person).map(p -> p.flatMap(f -> MailAddress.parse(f.address())));
    Rooms rooms = house.rooms();
    return new Deliveries(
        post.outbox(),
        smarthost,
        new Verp(storage.vault(), settings.domain()),
        List.of(
            new PostComposer(
                rooms, storage.blobs(), seats, post.replies(), post.unsubscribe(), post.site()),
            new NoticeComposer(rooms, seats, post.replies(), post.unsubscribe(), post.site()),
            new LetterAnswers(rooms, storage.blobs(), post.site(), clock),
            new InvitationMail(rooms, post.invitations(), post.site(), clock),
            post.signInMail()),
        Backoff.USUAL,
        (parcel, recipient, fate) -> LOG.warn("parcel {} could not be delivered", parcel.id()),
        clock);
  }

  private void ringDeliveries() {
    deliveries.ring();
  }

  private Followers followers() {
    return new Followers(
        storage.mongo(),
        storage.vault(),
        storage.log(),
        Retry.DEFAULT,
        new FollowerTrouble(),
        List.of(
            new Relay(house.rooms(), post.outbox(), this::ringDeliveries, clock),
            new Notices(house.rooms(), post.outbox(), this::ringDeliveries, clock),
            house.seatings(),
            new Tips(storage.mongo(), storage.vault())));
  }

  private SmtpInbox smtp() {
    MailIn mailIn = new MailIn(settings, storage, house, entry, post);
    Postmaster postmaster = opened(mailIn.postmaster(vertx));
    postmaster.start();
    return mailIn.inbox(postmaster, clock);
  }

  /** Opens a port, or names the setting that asks for one that cannot be had. */
  private static void listen(String setting, int port, Runnable open) {
    try {
      open.run();
    } catch (Exception e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      if (cause instanceof BindException) {
        throw new Settings.Bad(
            List.of(
                setting
                    + " cannot be "
                    + port
                    + ": "
                    + cause.getMessage()
                    + ". Allowed: a port nobody else listens on, or 0 for any free one."));
      }
      throw e;
    }
  }

  private void http(OpenAPIContract contract, List<Pages> more) {
    List<Pages> pages = new ArrayList<>(more);
    pages.add(new UnsubscribeRoutes(house.directory(), house.rooms(), post.unsubscribe()));
    HttpServer.Parts parts =
        new HttpServer.Parts(
            settings.httpHost(),
            settings.httpPort(),
            settings.baseUrl(),
            contract,
            new CallerLookup(entry.sessions(), entry.tokens()),
            new Entrance(house.directory(), house.rooms()),
            clock,
            routes(),
            new Health(storage.mongo()::ping),
            pages);
    vertx
        .deployVerticle(
            () -> new HttpServer(parts),
            new DeploymentOptions()
                .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(EVENT_LOOPS))
        .await();
  }

  private List<Routes> routes() {
    Rooms rooms = house.rooms();
    Codes codes =
        new Codes(
            storage.mongo(), storage.vault(), entry.persons(), post.signInMail()::send, clock);
    new Sweep(entry.sessions(), entry.tokens(), codes).start(vertx);
    Watchers watchers = new Watchers(vertx, rooms, new Frames(settings.domain(), clock));
    return List.of(
        new SignInRoutes(
            codes, entry.persons(), entry.sessions(), entry.cookies(), entry.workspaces()::me),
        entry.workspaces(),
        new InvitationRoutes(rooms, post.invitations(), entry.persons(), house.seatings()),
        new OrganisationRoutes(rooms, house.directory()),
        new AudienceRoutes(rooms),
        new ListRoutes(rooms, house.directory()),
        new ThreadRoutes(rooms),
        new OriginalRoutes(rooms, storage.blobs()),
        new HoldRoutes(rooms),
        new TrackerRoutes(rooms, house.directory()),
        new IssueRoutes(rooms),
        new UpdateRoutes(rooms),
        new ActionRoutes(rooms),
        new ActivityRoutes(rooms),
        new CopyRoutes(rooms, storage.log(), SigningKey.open(storage.mongo(), storage.vault())),
        new EventRoutes(watchers));
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** The rooms, for what drives them from inside the process. */
  public Rooms rooms() {
    return house.rooms();
  }

  /** The directory of names. */
  public Directory directory() {
    return house.directory();
  }

  /** The persons. */
  public Persons persons() {
    return entry.persons();
  }

  /** The personal tokens. */
  public Tokens tokens() {
    return entry.tokens();
  }

  /** Opens workspaces. */
  public WorkspaceRoutes workspaces() {
    return entry.workspaces();
  }

  /** Where each person has a seat. */
  public Seatings seatings() {
    return house.seatings();
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
