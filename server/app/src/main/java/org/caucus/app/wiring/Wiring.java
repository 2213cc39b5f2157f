package org.caucus.app.wiring;

import com.google.common.collect.Sets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.caucus.app.settings.Settings;
import org.caucus.http.ContractFile;
import org.caucus.http.Integrations;
import org.caucus.http.Pages;
import org.caucus.identity.Cookies;
import org.caucus.identity.Persons;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.caucus.identity.account.AccountNotifier;
import org.caucus.identity.passkeys.Passkeys;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.smtp.server.LoopAddress;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.bounces.BounceHandling;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recall.RecallTickets;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.inbound.InboundProcessor;
import org.caucus.messaging.inbound.UnreadLetters;
import org.caucus.messaging.inbound.leakguard.FileTextExtractor;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.moderation.HeldLetterStore;
import org.caucus.messaging.notifications.accounts.AccountMail;
import org.caucus.messaging.notifications.accounts.NoReplyMail;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.digests.PendingDigests;
import org.caucus.operator.ControlSocket;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.keys.rotation.KeyMaintenance;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.views.drafts.OwnDraftStore;
import org.caucus.views.files.FileIndexes;
import org.caucus.views.history.EditedFields;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.views.inbox.ReadStates;
import org.caucus.views.search.SearchIndexes;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.views.stream.StreamSubscribers;
import org.caucus.views.unread.PostIndexes;
import org.caucus.views.unread.ReadMarksStore;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.InvitationTokens;
import org.caucus.workspace.PasskeyPolicy;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.WorkspaceDirectory;
import org.caucus.workspace.WorkspaceRoutes;
import org.caucus.workspace.nodes.LogPoller;
import org.caucus.workspace.scheduled.ScheduledActionReminders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every part and what it is given. Plain {@code new}, top to bottom: first what stores, then what
 * decides, then what sends, then what listens. {@link #close} takes it down the other way round.
 */
public final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** Time between two looks for sessions that ended without this node hearing of it at all. */
  private static final long ASK_MILLIS = 60_000;

  /** Longest time that one part may take to close: what is under way is in the log. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Settings settings;
  private final InstantSource clock;
  private final StorageWiring storage;
  private final NodeNetwork network;
  private final Vertx vertx;
  private final Future<OpenAPIContract> contract;
  private final House house;
  private final Entry entry;
  private final Post post;
  private final BounceHandling bounces;
  private final PushWiring push;
  private final List<JobScheduler> clocks;
  private final DeliveryWorker deliveries;
  private final Subscriptions followers;
  private final SubscriptionAlerts trouble = new SubscriptionAlerts();
  private final ObservabilityWiring observation;
  private final LoopAddress loop;
  private final DependencyProbes probes;
  private final StreamSubscribers watchers;
  private final InboundProcessor postmaster;
  private final UnreadLetters unread;
  private final SmtpServer smtp;

  /** What decides and answers. */
  record House(
      Rooms rooms,
      WorkspaceDirectory directory,
      SeatIndex seatings,
      QuoteDetector quotes,
      ReadStates readings,
      ReadMarksStore marks,
      OwnDraftStore drafts,
      PostIndexes posts,
      FileIndexes files,
      EditedFields edited,
      SearchIndexes indexes,
      ParsingExecutor heavy,
      Attempts attempts) {}

  /** Who calls, and where they may go. */
  record Entry(
      Persons persons,
      Sessions sessions,
      Cookies cookies,
      Tokens tokens,
      Passkeys passkeys,
      PasskeyPolicy threshold,
      WorkspaceRoutes workspaces,
      SecurityLog security) {}

  /** What sends. */
  record Post(
      Site site,
      Outbox outbox,
      ReplyTickets replies,
      InvitationTokens invitations,
      Unsubscribe unsubscribe,
      MemberAliases aliases,
      PendingDigests gatherings,
      HeldLetterStore holding,
      JobSchedule moments,
      RecallTickets recalls,
      MailSigning.Names names,
      SignInMail signInMail,
      AccountMail accountMail,
      NoReplyMail noReply,
      AccountNotifier telling) {}

  /** Builds everything, and joins the other nodes; nothing runs before {@link #start}. */
  public Wiring(Settings settings) {
    this(settings, InstantSource.system());
  }

  /** The same by another clock. */
  public Wiring(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    settings.smarthost(); // without one nothing is opened
    Vertx early = NodeNetwork.early(settings);
    // for the only node it is loaded while the database opens
    Future<OpenAPIContract> loading = early == null ? null : ContractFile.load(early);
    observation = new ObservabilityWiring(settings.metricsPort() != null);
    storage = opened(StorageWiring.open(settings));
    network = opened(NodeNetwork.open(settings, storage, early));
    vertx = network.vertx();
    contract = loading == null ? ContractFile.load(vertx) : loading;
    house = house();
    probes = new DependencyProbes(settings, storage);
    entry = entry();
    post = post(PersonAddresses.of(house, entry));
    OutboundMailWiring mailOut =
        new OutboundMailWiring(settings, storage, house, entry, post, clock);
    bounces = mailOut.bounces(this::ringDeliveries);
    push = opened(new PushWiring(vertx, settings, storage, house, entry, clock));
    clocks = clocks(mailOut);
    var key = settings.signatures().signingKey(settings.domain());
    var hosts = opened(OutboundMailWiring.hosts(vertx, settings, key));
    deliveries = opened(mailOut.deliveries(hosts, bounces));
    watchers = watchers();
    followers = opened(followers());
    loop = new LoopAddress(settings.domain());
    InboundMailWiring mailIn =
        new InboundMailWiring(settings, storage, network, house, entry, post, bounces.returned());
    postmaster = opened(mailIn.postmaster());
    unread = mailIn.unread(postmaster);
    smtp = opened(mailIn.inbox(postmaster, loop, this::ringDeliveries, clock));
  }

  private List<JobScheduler> clocks(OutboundMailWiring mailOut) {
    List<JobScheduler> all = new ArrayList<>();
    all.addAll(mailOut.clocks(opened(mailOut.line(vertx)), this::ringDeliveries, bounces));
    all.add(push.clock());
    return List.copyOf(all);
  }

  /**
   * Takes operators' commands; without it they must stop the server first, which is no disaster.
   */
  private void openControl() {
    try {
      opened(ControlSocket.open(desk()));
    } catch (UncheckedIOException e) {
      LOG.warn("operators' commands need the server stopped: {}", e.getMessage());
    }
  }

  private OperatorContext desk() {
    return storage.desk(settings, house, entry, post, deliveries::retry, clock);
  }

  private StreamSubscribers watchers() {
    StreamSubscribers made =
        new StreamSubscribers(
            vertx,
            network.bell(),
            house.rooms(),
            new FrameRenderer(settings.domain(), clock, house.edited()),
            NotificationInbox::rung,
            entry.threshold(),
            clock,
            settings.streamsPerSeat());
    entry.sessions().onEnd(made::sessionEnded);
    house.readings().onChange(made::ring);
    house.marks().onChange(made::read);
    house.drafts().onChange(made::drafted);
    storage.vault().onClosed(made::workspaceClosed);
    storage.vault().watch(() -> Sets.union(house.rooms().awake(), made.watched()));
    if (network.node().hasPeers()) {
      vertx.setPeriodic(
          ASK_MILLIS,
          t -> made.askFor(storage.ending(Integrations.NONE, house, entry, post, clock)::lives));
    }
    return made;
  }

  private House house() {
    Rooms rooms =
        opened(
            storage.rooms(
                clock, network.bell(), CommitMeters.in(observation.meters()), settings.roomsMib()));
    UniqueNames slugs = new UniqueNames(storage.mongo(), storage.vault(), "slug");
    UniqueNames addresses = new UniqueNames(storage.mongo(), storage.vault(), "address");
    SeatIndex seatings = SeatIndex.in(storage.mongo(), storage.vault(), rooms);
    WorkspaceDirectory directory = new WorkspaceDirectory(slugs, addresses, settings.domain());
    storage.vault().onClosed(rooms::evict);
    storage.vault().onClosed(directory::forget);
    if (network.node().hasPeers()) {
      opened(new LogPoller(rooms));
    }
    ReadStates readings = new ReadStates(network.bus(), storage.mongo(), storage.vault());
    ReadMarksStore marks = new ReadMarksStore(network.bus(), storage.mongo(), storage.vault());
    OwnDraftStore drafts = new OwnDraftStore(network.bus(), storage.mongo(), storage.vault());
    PostIndexes posts = new PostIndexes();
    storage.vault().onClosed(posts::forget);
    FileIndexes files = new FileIndexes();
    storage.vault().onClosed(files::forget);
    EditedFields edited = new EditedFields();
    storage.vault().onClosed(edited::forget);
    SearchIndexes indexes = SearchIndexes.following(rooms, storage.vault(), network.bell(), vertx);
    ParsingExecutor heavy = opened(new ParsingExecutor());
    QuoteDetector quotes = new QuoteDetector(FileTextExtractor.in(storage.blobs(), heavy));
    Attempts attempts =
        opened(new Attempts(storage.mongo(), storage.vault(), network.node(), clock));
    return new House(
        rooms, directory, seatings, quotes, readings, marks, drafts, posts, files, edited, indexes,
        heavy, attempts);
  }

  private Entry entry() {
    Sessions sessions = new Sessions(network.bus(), storage.mongo(), storage.vault(), clock);
    if (network.node().hasPeers()) {
      sessions.writeEndsTo(storage.ends(vertx, sessions::ended)::add);
    }
    Cookies cookies = new Cookies(settings.baseUrl());
    Persons persons =
        new Persons(
            storage.mongo(), storage.vault(), sessions, cookies, settings.operators(), clock);
    persons.ensureOperators(settings.operators()).await();
    WorkspaceRoutes workspaces =
        new WorkspaceRoutes(
            house.rooms(), house.directory(), house.seatings(), persons, storage.vault()::create);
    Tokens tokens = new Tokens(storage.mongo(), storage.vault(), sessions::tellEnd, clock);
    Passkeys passkeys = new Passkeys(storage.mongo(), storage.vault());
    var doors = observation.doors(storage, clock);
    PasskeyPolicy threshold = new PasskeyPolicy(passkeys::alone);
    return new Entry(persons, sessions, cookies, tokens, passkeys, threshold, workspaces, doors);
  }

  private Post post(PersonAddresses readers) {
    Site site = new Site(settings.domain(), settings.baseUrl().toString());
    Outbox outbox = new Outbox(storage.mongo(), storage.vault(), network.node());
    var accountMail = new AccountMail(outbox, this::ringDeliveries, readers, site, clock);
    return new Post(
        site,
        outbox,
        new ReplyTickets(storage.vault(), clock),
        new InvitationTokens(storage.vault()),
        new Unsubscribe(storage.vault(), site),
        new MemberAliases(storage.vault(), settings.domain()),
        new PendingDigests(storage.mongo(), storage.vault()),
        HeldLetterStore.of(storage.mongo(), storage.vault()),
        ScheduledActionReminders.dues(storage.mongo(), storage.vault()),
        new RecallTickets(storage.vault(), site, clock),
        settings.signatures().names(clock),
        new SignInMail(outbox, this::ringDeliveries, readers, site, clock),
        accountMail,
        new NoReplyMail(outbox, this::ringDeliveries, readers, site, clock),
        new AccountNotifier(entry.persons(), accountMail::send));
  }

  /** Starts everything; returns when both ports are open. */
  public Wiring start(List<Pages> more) {
    takeMail();
    startPages(more);
    followers.readOn(); // what serves first, then what catches up
    return this;
  }

  /** Starts workers and followers and takes mail. */
  public Wiring startMail() {
    takeMail();
    followers.readOn();
    return this;
  }

  private void takeMail() {
    openControl();
    Leases leases = new Leases(storage.mongo(), network.node());
    KeyMaintenance keys =
        opened(new KeyMaintenance(storage.mongo(), storage.vault(), leases)).start(vertx);
    network.node().onDeath(keys::goOn);
    deliveries.start();
    clocks.forEach(c -> c.start(vertx));
    network.bell().onCommit(followers::ring);
    network.bell().onNews(followers::news);
    network.bell().onOthers(followers::news);
    followers.listen();
    network.node().onDeath(this::inherit);
    postmaster.takeOver();
    deliveries.takeOver();
    NodeNetwork.listen("CAUCUS_SMTP_PORT", settings.smtpPort(), smtp::start);
  }

  /** Serves pages and the API. */
  public Wiring startPages(List<Pages> more) {
    NodeNetwork.listen(
        "CAUCUS_HTTP_PORT",
        settings.httpPort(),
        () -> webIn().listen(vertx, contract.await(), more));
    int metrics = Objects.requireNonNullElse(settings.metricsPort(), 0);
    NodeNetwork.listen("CAUCUS_METRICS_PORT", metrics, this::observe);
    LOG.info("listening: http {}, smtp {}", settings.httpPort(), smtp.port());
    return this;
  }

  /** Goes on with whatever was in the hands of a node that died. */
  private void inherit() {
    postmaster.takeOver();
    deliveries.takeOver();
    followers.readOn();
  }

  private void ringDeliveries() {
    deliveries.ring();
  }

  private Subscriptions followers() {
    return new Subscriptions(
        storage.mongo(),
        storage.vault(),
        storage.log(),
        new Leases(storage.mongo(), network.node()),
        RetryPolicy.DEFAULT,
        trouble,
        watchers::shown,
        following());
  }

  private List<Subscription> following() {
    List<Subscription> all =
        new ArrayList<>(
            OutboundMailWiring.following(
                storage,
                house,
                entry,
                post,
                settings,
                this::ringDeliveries,
                this::readAgain,
                clock));
    all.add(house.seatings());
    all.add(push.follower());
    all.add(new LogTips(storage.mongo(), storage.vault()));
    return all;
  }

  private void readAgain(WorkspaceId workspace, LogRecord record) {
    unread.handle(workspace, record);
  }

  private WebWiring webIn() {
    return new WebWiring(
        settings,
        storage,
        house,
        entry,
        post,
        bounces,
        push,
        watchers,
        network,
        probes,
        desk(),
        clock,
        open::push);
  }

  private void observe() {
    observation.open(
        vertx,
        settings,
        new ObservabilityWiring.Parts(
            settings.data(),
            storage,
            network,
            house.rooms(),
            watchers,
            followers,
            trouble,
            post.outbox(),
            postmaster,
            deliveries.counts(),
            probes,
            !settings.operators().isEmpty(),
            loop));
  }

  /** What it depends on besides its own parts. */
  public DependencyProbes probes() {
    return probes;
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** What it was built with. */
  public Settings settings() {
    return settings;
  }

  /** The rooms, for what drives them from inside the process. */
  public Rooms rooms() {
    return house.rooms();
  }

  /** The directory of names. */
  public WorkspaceDirectory directory() {
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
  public SeatIndex seatings() {
    return house.seatings();
  }

  /** Succeeds when what happened in this workspace was followed, and nothing is due to be sent. */
  public Future<Void> settled(WorkspaceId workspace) {
    return followers.drained(workspace).compose(all -> deliveries.idle());
  }

  /** The port mail is taken on. */
  public int smtpPort() {
    return smtp.port();
  }

  /**
   * Stops listening, lets what is under way finish, closes the database. A part that does not close
   * within {@link #CLOSE_LIMIT} keeps no other from closing.
   */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      Thread closing = Thread.startVirtualThread(() -> close(part));
      try {
        if (!closing.join(CLOSE_LIMIT)) {
          LOG.warn("{} did not close within {} s", name(part), CLOSE_LIMIT.toSeconds());
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the end", e);
      }
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("{} did not close cleanly: {}", name(part), e.getClass().getSimpleName());
    }
  }

  private static String name(AutoCloseable part) {
    return part.getClass().getSimpleName();
  }
}
