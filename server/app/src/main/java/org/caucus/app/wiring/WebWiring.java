package org.caucus.app.wiring;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.caucus.app.settings.Settings;
import org.caucus.coalition.access.AudienceRoutes;
import org.caucus.coalition.access.OrganisationRoutes;
import org.caucus.coalition.access.audience.AudienceChangeRoutes;
import org.caucus.coalition.access.closing.ClosingRoutes;
import org.caucus.coalition.access.handover.HandoverRoutes;
import org.caucus.coalition.access.pictures.PictureRoutes;
import org.caucus.coalition.access.viewas.ViewAsRoutes;
import org.caucus.coalition.actions.ActionRoutes;
import org.caucus.coalition.actions.AgencyReplyRoutes;
import org.caucus.coalition.actions.AttendanceRoutes;
import org.caucus.coalition.actions.CommitmentRoutes;
import org.caucus.coalition.companies.CompanyBoardRoutes;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.attachments.UnreferencedBlobs;
import org.caucus.coalition.entries.attachments.UploadGc;
import org.caucus.coalition.entries.attachments.UploadRoutes;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.coalition.instruments.ComparisonRoutes;
import org.caucus.coalition.instruments.InstrumentRoutes;
import org.caucus.coalition.instruments.intake.PendingEditions;
import org.caucus.coalition.instruments.intake.ReadingIntake;
import org.caucus.coalition.instruments.intake.ReadingRoutes;
import org.caucus.coalition.instruments.reading.ReadingProcess;
import org.caucus.coalition.lists.ListRoutes;
import org.caucus.coalition.lists.MailContentRoutes;
import org.caucus.coalition.lists.ThreadRoutes;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferenceRoutes;
import org.caucus.coalition.lists.subscriptions.ListStyleRoutes;
import org.caucus.coalition.lists.subscriptions.ThreadPreferenceRoutes;
import org.caucus.coalition.mentions.waiting.MentionRoutes;
import org.caucus.coalition.moderation.HoldRoutes;
import org.caucus.coalition.moderation.Original;
import org.caucus.coalition.moderation.OriginalRoutes;
import org.caucus.coalition.polls.PollRoutes;
import org.caucus.coalition.reactions.ReactionRoutes;
import org.caucus.coalition.reviews.ReviewRoutes;
import org.caucus.coalition.revisions.RevisionRoutes;
import org.caucus.coalition.trackers.IssueRoutes;
import org.caucus.coalition.trackers.TrackerRoutes;
import org.caucus.coalition.trackers.csv.IssueCsvRoutes;
import org.caucus.coalition.updates.UpdateLifecycleRoutes;
import org.caucus.coalition.updates.UpdateRoutes;
import org.caucus.coalition.updates.drafts.DraftRoutes;
import org.caucus.http.Health;
import org.caucus.http.HttpServer;
import org.caucus.http.Pages;
import org.caucus.http.Routes;
import org.caucus.http.compression.CompressionCache;
import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.http.filters.RateLimiter;
import org.caucus.http.filters.TrustedProxies;
import org.caucus.identity.CallerLookup;
import org.caucus.identity.CodeMail;
import org.caucus.identity.ExpirySweeper;
import org.caucus.identity.SignInCodes;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.VerificationCodes;
import org.caucus.identity.account.AddressRoutes;
import org.caucus.identity.account.AddressVerification;
import org.caucus.identity.account.LanguageRoutes;
import org.caucus.identity.account.SessionRoutes;
import org.caucus.identity.account.StandingAccessRegistry;
import org.caucus.identity.account.StandingAccessRoutes;
import org.caucus.identity.account.StepUpRoutes;
import org.caucus.identity.account.TokenRoutes;
import org.caucus.identity.passkeys.OpenCredentials;
import org.caucus.identity.passkeys.PasskeyChallenges;
import org.caucus.identity.passkeys.PasskeyRecovery;
import org.caucus.identity.passkeys.PasskeyRoutes;
import org.caucus.identity.passkeys.PasskeySignInRoutes;
import org.caucus.identity.passkeys.PasskeyVerifier;
import org.caucus.identity.passkeys.Passkeys;
import org.caucus.identity.passkeys.WebAuthnCeremonies;
import org.caucus.identity.sessions.KnownBrowsers;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.messaging.delivery.bounces.BounceHandling;
import org.caucus.messaging.distribution.UnsubscribeRoutes;
import org.caucus.messaging.distribution.permalinks.PermalinkRoutes;
import org.caucus.messaging.distribution.recall.RecallRoutes;
import org.caucus.messaging.distribution.receipts.DeliveryRoutes;
import org.caucus.messaging.distribution.rendering.MemberForwardedLetter;
import org.caucus.messaging.distribution.rendering.MemberNames;
import org.caucus.messaging.inbound.InboxRecords;
import org.caucus.messaging.inbound.leakguard.QuoteWarning;
import org.caucus.messaging.moderation.ModerationCodeFilter;
import org.caucus.messaging.moderation.RejectedLetters;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.digests.Digests;
import org.caucus.messaging.notifications.weekly.WeeklyRoutes;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.lists.jobs.ImportJobs;
import org.caucus.operator.migration.lists.jobs.ImportRoutes;
import org.caucus.operator.migration.lists.jobs.ImportWorker;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.subscriptions.Checkpoints;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.views.audit.AuditRoutes;
import org.caucus.views.audit.export.MemberExportRoutes;
import org.caucus.views.calendar.CalendarFeed;
import org.caucus.views.drafts.OwnDraftRoutes;
import org.caucus.views.feeds.FeedKeys;
import org.caucus.views.feeds.FeedReaderRoutes;
import org.caucus.views.feeds.FeedRoutes;
import org.caucus.views.feeds.actions.ActionFeed;
import org.caucus.views.feeds.issues.IssueFeed;
import org.caucus.views.files.FilesRoutes;
import org.caucus.views.history.IssueHistoryRoutes;
import org.caucus.views.inbox.NotificationInboxRoutes;
import org.caucus.views.push.PushRoutes;
import org.caucus.views.search.SearchRoutes;
import org.caucus.views.stream.ActivityRoutes;
import org.caucus.views.stream.EventRoutes;
import org.caucus.views.stream.StreamSubscribers;
import org.caucus.views.unread.UnreadRoutes;
import org.caucus.views.webhooks.WebhookRoutes;
import org.caucus.views.webhooks.WebhookStore;
import org.caucus.workspace.InvitationLimits;
import org.caucus.workspace.InvitationRoutes;
import org.caucus.workspace.RecoveryRoutes;
import org.caucus.workspace.RecoveryWaits;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatResolver;
import org.caucus.workspace.SignInRuleRoutes;
import org.caucus.workspace.nodes.CatchUpBeforeRefusal;
import org.caucus.workspace.nodes.FreshCommandBus;
import org.caucus.workspace.roster.RosterRoutes;
import org.caucus.workspace.scheduled.SupersededDrafts;
import org.caucus.workspace.scheduled.SupersededPictures;
import org.caucus.workspace.templates.TemplateRoutes;

/** The pages and the API: what answers which request. */
final class WebWiring {
  /** The lease of the node that sweeps files; kept until it dies. */
  private static final String SWEEPING = "files.sweeping";

  /** The purpose of the keys to what browsers keep. */
  private static final String KEPT_IN_BROWSERS = "browser/kept";

  private final Settings settings;
  private final StorageWiring storage;
  private final Wiring.House house;
  private final Wiring.Entry entry;
  private final Wiring.Post post;
  private final BounceHandling bounces;
  private final PushWiring push;
  private final StreamSubscribers watchers;
  private final InstantSource clock;
  private final CallerLookup callers;
  private final FeedKeys feeds;
  private final StandingAccessRegistry made;
  private final OperatorContext desk;
  private final DependencyProbes probes;
  private final Leases leases;

  /** Takes down what has to be, when the server stops. */
  private final Consumer<AutoCloseable> closing;

  WebWiring(
      Settings settings,
      StorageWiring storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      BounceHandling bounces,
      PushWiring push,
      StreamSubscribers watchers,
      NodeNetwork network,
      DependencyProbes probes,
      OperatorContext desk,
      InstantSource clock,
      Consumer<AutoCloseable> closing) {
    this.closing = closing;
    this.desk = desk;
    this.probes = probes;
    this.leases = new Leases(storage.mongo(), network.node());
    this.settings = settings;
    this.storage = storage;
    this.house = house;
    this.entry = entry;
    this.post = post;
    this.bounces = bounces;
    this.push = push;
    this.watchers = watchers;
    this.clock = clock;
    this.feeds = new FeedKeys(storage.mongo(), storage.vault(), clock);
    this.made =
        new StandingAccessRegistry(
            storage.mongo(), storage.vault(), entry.sessions(), post.telling());
    this.callers = new CallerLookup(entry.sessions(), entry.tokens(), entry.passkeys()::ways);
  }

  /** Opens the port. */
  void listen(Vertx vertx, OpenAPIContract contract, List<Pages> more) {
    Rooms rooms = house.rooms();
    List<Pages> pages = new ArrayList<>(more);
    pages.add(new UnsubscribeRoutes(house.directory(), rooms, post.unsubscribe(), clock));
    pages.add(
        new RecallRoutes(
            house.directory(),
            rooms,
            post.recalls(),
            OutboundMailWiring.holders(post, rooms),
            clock));
    pages.add(
        new FeedReaderRoutes(
            new FreshCommandBus(rooms), // readers stop for good where they are told that it ended
            feeds,
            settings.domain(),
            post.site().baseUrl(),
            IssueFeed.beside(new CalendarFeed(post.site()), ActionFeed.atom(), ActionFeed.json()),
            PersonAddresses.of(house, entry)::languageOf,
            clock));
    pages.add(AdminWiring.pages(vertx, settings, storage, desk, rooms, proxies(), clock));
    Uploads uploads = uploads(vertx);
    HttpServer.Parts parts =
        new HttpServer.Parts(
            settings.httpHost(),
            settings.httpPort(),
            settings.baseUrl(),
            contract,
            callers,
            new SeatResolver(
                house.directory(), house.rooms(), house.seatings(), entry.threshold(), clock),
            clock,
            routes(vertx, uploads).stream().map(r -> guarded(uploads, r)).toList(),
            new Health(probes.store()::fault, house.rooms()::older, house.rooms()::unloadable),
            pages,
            gate());
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    for (int loop = 0; loop < NodeNetwork.EVENT_LOOPS; loop++) {
      // one by one: instances of one deployment on virtual threads share one event loop
      vertx.deployVerticle(new HttpServer(parts), virtual).await();
    }
  }

  /** With a warning before words that were said to fewer people, and no code that decides. */
  private Routes guarded(Uploads uploads, Routes routes) {
    QuoteWarning quoted = new QuoteWarning(house.rooms(), house.quotes(), uploads, routes);
    return new CatchUpBeforeRefusal(
        house.rooms(), new ModerationCodeFilter(post.holding().codes(), quoted));
  }

  private TrustedProxies proxies() {
    return new TrustedProxies(
        peer -> settings.trustedProxies().stream().anyMatch(c -> c.holds(peer)));
  }

  private HttpServer.Gate gate() {
    return new HttpServer.Gate(
        proxies(),
        new RateLimiter(clock, settings.requestsPerMinute()),
        new CostlyRequestLimiter(),
        new CompressionCache(),
        entry.security(),
        new TicketRedaction(settings.domain())::without);
  }

  private List<Routes> routes(Vertx vertx, Uploads uploads) {
    Rooms rooms = house.rooms();
    NewEntries entries = new NewEntries(uploads);
    InvitationLimits limits = new InvitationLimits(clock);
    List<Routes> routes = new ArrayList<>(accountRoutes(vertx));
    routes.addAll(mailRoutes(rooms));
    routes.addAll(
        List.of(
            entry.workspaces(),
            invitationRoutes(limits),
            new RosterRoutes(rooms, limits),
            new TemplateRoutes(rooms, house.directory()),
            new OrganisationRoutes(rooms, house.directory()),
            new PictureRoutes(rooms, storage.blobs(), settings.scanner(), clock),
            new HandoverRoutes(rooms),
            new AudienceRoutes(rooms),
            new AudienceChangeRoutes(rooms, OutboundMailWiring.holders(post, rooms).received()),
            new ViewAsRoutes(rooms),
            new ListRoutes(rooms, house.directory(), entries),
            new ThreadRoutes(rooms, entries),
            new UploadRoutes(rooms, uploads, clock),
            importRoutes(vertx, uploads),
            new TrackerRoutes(rooms, house.directory()),
            new IssueCsvRoutes(rooms),
            new IssueHistoryRoutes(rooms),
            new IssueRoutes(rooms, entries),
            new AuditRoutes(rooms),
            new MemberExportRoutes(
                rooms, storage.log(), AuditSigningKey.open(storage.mongo(), storage.vault()))));
    routes.addAll(updateRoutes(rooms, entries));
    routes.addAll(watching());
    routes.addAll(push(rooms));
    routes.addAll(List.of(new ActionRoutes(rooms, entries), new AttendanceRoutes(rooms)));
    routes.addAll(List.of(new AgencyReplyRoutes(rooms), new CommitmentRoutes(rooms)));
    routes.add(new PollRoutes(rooms, entries));
    routes.addAll(instrumentRoutes(vertx, uploads));
    routes.add(new ReviewRoutes(rooms));
    routes.add(new MentionRoutes(rooms));
    routes.add(new ReactionRoutes(rooms));
    routes.add(new ClosingRoutes(rooms));
    routes.add(new RevisionRoutes(rooms, OutboundMailWiring.holders(post, rooms).received()));
    return List.copyOf(routes);
  }

  private Original originals() {
    PersonAddresses readers = PersonAddresses.of(house, entry);
    String domain = settings.domain();
    return new Original(new MemberNames(readers, post.aliases(), domain), domain);
  }

  private List<Routes> mailRoutes(Rooms rooms) {
    PermalinkRoutes permalinks = new PermalinkRoutes(rooms, settings.domain());
    storage.vault().onClosed(permalinks::forget);
    return List.of(
        new MailContentRoutes(rooms, settings.mailWaits()),
        new ListStyleRoutes(rooms),
        new DeliveryPreferenceRoutes(
            rooms, settings.domain(), Digests.MAX_POSTS, settings.noticeWindow()),
        new ThreadPreferenceRoutes(rooms),
        new WeeklyRoutes(
            rooms, OutboundMailWiring.weeklyMail(rooms, PersonAddresses.of(house, entry), post)),
        new OriginalRoutes(rooms, storage.blobs(), originals(), house.heavy(), house.attempts()),
        new DeliveryRoutes(rooms, OutboundMailWiring.ledger(post)),
        permalinks,
        new HoldRoutes(rooms),
        bounces.routes());
  }

  private WebhookStore webhooks() {
    return new WebhookStore(storage.mongo(), storage.vault());
  }

  /** What people let in, and what goes on without them. */
  private OpenCredentials letIn() {
    var outlets = storage.outlets(house.rooms(), house.seatings(), clock);
    return new OpenCredentials(entry.sessions(), entry.tokens(), outlets);
  }

  private List<Routes> updateRoutes(Rooms rooms, NewEntries entries) {
    return List.of(
        new UpdateRoutes(rooms, entries),
        new UpdateLifecycleRoutes(rooms),
        new DraftRoutes(rooms, storage.blobs(), new PassedFile(settings.domain()), house.heavy()),
        new CompanyBoardRoutes(rooms),
        new WebhookRoutes(rooms, webhooks(), made, clock),
        new FeedRoutes(rooms, feeds, made, post.site().baseUrl()));
  }

  /** What shows what happened, and is happening. */
  private List<Routes> watching() {
    return List.of(
        new ActivityRoutes(house.rooms(), house.edited()),
        new NotificationInboxRoutes(house.rooms(), house.readings(), house.edited()),
        new UnreadRoutes(house.rooms(), house.marks(), house.posts()),
        new OwnDraftRoutes(house.rooms(), house.drafts()),
        new FilesRoutes(house.rooms(), house.files()),
        new SearchRoutes(house.indexes()),
        new EventRoutes(watchers));
  }

  /** Notifications on devices. */
  private List<Routes> push(Rooms rooms) {
    PushRoutes own = push.routes(made);
    return List.of(own, push.targets(storage.outlets(rooms, house.seatings(), clock), own));
  }

  /** Texts on the table; what is read of files, a process of its own reads. */
  private List<Routes> instrumentRoutes(Vertx vertx, Uploads uploads) {
    PendingEditions pending = pending();
    ReadingProcess reader = new ReadingProcess(vertx);
    closing.accept(reader);
    ReadingIntake intake = new ReadingIntake(reader, pending, storage.blobs());
    Rooms rooms = house.rooms();
    return List.of(
        new InstrumentRoutes(rooms),
        new ComparisonRoutes(rooms),
        new ReadingRoutes(rooms, pending, intake, uploads, house.directory()));
  }

  private PendingEditions pending() {
    return new PendingEditions(storage.mongo(), storage.vault(), storage.blobs());
  }

  /** Blobs that are named by letters under way, or by what was read and is not adopted. */
  private Set<String> waiting() {
    Set<String> named = new HashSet<>(InboxRecords.waiting(storage.mongo(), storage.vault()).get());
    named.addAll(pending().blobs());
    return named;
  }

  /** Files that wait for an entry, and what takes those away that wait too long. */
  private Uploads uploads(Vertx vertx) {
    Uploads uploads =
        new Uploads(storage.mongo(), storage.vault(), storage.blobs(), settings.scanner(), clock);
    DeadLetters dead = new DeadLetters(storage.mongo(), storage.vault());
    UnreferencedBlobs.Over over =
        UnreferencedBlobs.Over.any(
            new MemberForwardedLetter(post.outbox(), new Checkpoints(leases), dead)::isOver,
            new RejectedLetters(house.rooms())::isOver,
            new SupersededDrafts(house.rooms())::isOver,
            new SupersededPictures(house.rooms())::isOver);
    UnreferencedBlobs orphans =
        new UnreferencedBlobs(storage.blobs(), storage.log(), uploads, this::waiting, over);
    UploadGc.Turn turn = () -> leases.take(SWEEPING).map(Optional::isPresent);
    new UploadGc(storage.log(), house.rooms(), uploads, orphans, clock, turn).start(vertx);
    expiry("old drafts", house.drafts()::removeOld, turn).start(vertx);
    expiry("old readings", pending()::removeOld, turn).start(vertx);
    return uploads;
  }

  /** Removes each hour what nobody has changed for long. Of many nodes one does so. */
  private JobScheduler expiry(String what, Consumer<Instant> remove, UploadGc.Turn turn) {
    JobScheduler.Look look =
        now -> {
          if (turn.isOurs().await()) {
            remove.accept(now);
          }
        };
    return new JobScheduler(what, Duration.ofHours(1), look, clock);
  }

  /** Archives of lists, brought in on this node or on another. */
  private Routes importRoutes(Vertx vertx, Uploads uploads) {
    ImportJobs jobs = new ImportJobs(storage.mongo(), storage.vault());
    ImportWorker imports =
        new ImportWorker(
            jobs,
            uploads,
            house.rooms(),
            storage.blobs(),
            settings.scanner(),
            leases,
            settings.domain(),
            clock);
    closing.accept(imports);
    JobScheduler work = imports.clock();
    work.start(vertx);
    return new ImportRoutes(house.rooms(), jobs, uploads, work, clock);
  }

  private List<Routes> accountRoutes(Vertx vertx) {
    VerificationCodes guesses = new VerificationCodes(storage.mongo(), storage.vault(), clock);
    SignInCodes codes = new SignInCodes(guesses, entry.persons(), this::mailCode);
    Passkeys passkeys = entry.passkeys();
    PasskeyChallenges challenges = new PasskeyChallenges(storage.mongo(), storage.vault(), clock);
    WebAuthnCeremonies ceremonies = new WebAuthnCeremonies(vertx, settings.baseUrl(), passkeys);
    RecoveryWaits waits = new RecoveryWaits(house.rooms(), house.seatings());
    OpenCredentials letIn = letIn();
    PasskeyRecovery lost = storage.lost(entry, letIn, post, waits, clock);
    PasskeyVerifier gate =
        new PasskeyVerifier(
            challenges, ceremonies, passkeys, PasskeyRoutes.stopping(letIn, post.telling()), clock);
    new ExpirySweeper(
            entry.sessions(),
            entry.tokens(),
            guesses,
            () -> Future.join(challenges.sweep(), lost.finish()).map(swept -> swept.resultAt(0)))
        .start(vertx);
    return List.of(
        new StepUpRoutes(
            vertx, callers, entry.persons(), codes, entry.sessions(), entry.cookies(), gate, lost),
        new RecoveryRoutes(house.rooms(), lost),
        new SignInRuleRoutes(house.rooms(), entry.threshold()),
        new PasskeyRoutes(
            challenges,
            ceremonies,
            passkeys,
            entry.persons(),
            entry.cookies(),
            letIn,
            post.telling()),
        new PasskeySignInRoutes(
            gate, lost, challenges, entry.sessions(), entry.cookies(), entry.workspaces()::me),
        addressRoutes(guesses),
        new LanguageRoutes(entry.persons()),
        new SessionRoutes(
            entry.sessions(), person -> storage.vault().blindIndex(KEPT_IN_BROWSERS, person)),
        new TokenRoutes(letIn, made),
        new StandingAccessRoutes(letIn, made),
        new SignInRoutes(
            codes,
            entry.sessions(),
            entry.cookies(),
            entry.workspaces()::me,
            new KnownBrowsers(storage.vault()),
            lost::admits));
  }

  private Routes invitationRoutes(InvitationLimits limits) {
    return new InvitationRoutes(
        house.rooms(),
        post.invitations(),
        entry.persons(),
        house.seatings(),
        entry.passkeys()::alone,
        person -> entry.passkeys().recovering(person, clock.instant()),
        limits,
        OutboundMailWiring.invited(post, bounces)::of,
        post.site().baseUrl());
  }

  private Routes addressRoutes(VerificationCodes guesses) {
    AddressVerification proofs =
        new AddressVerification(
            guesses, entry.persons(), this::mailCode, post.telling()::tell, this::isOurs);
    return new AddressRoutes(entry.persons(), proofs, post.telling()::tell, bounces.moved());
  }

  private boolean isOurs(MailAddress address) {
    return address.asciiDomain().equalsIgnoreCase(settings.domain());
  }

  private Future<Void> mailCode(String address, String code, CodeMail.Use use) {
    SignInMail.Purpose purpose =
        switch (use) {
          case SIGN_IN -> SignInMail.Purpose.SIGN_IN;
          case CONFIRM -> SignInMail.Purpose.CONFIRM;
          case ADDRESS -> SignInMail.Purpose.ADDRESS;
        };
    return post.signInMail().send(address, code, purpose);
  }
}
