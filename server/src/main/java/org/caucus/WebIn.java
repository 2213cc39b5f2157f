package org.caucus;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.caucus.accounts.CallerLookup;
import org.caucus.accounts.CodeMail;
import org.caucus.accounts.Codes;
import org.caucus.accounts.Guesses;
import org.caucus.accounts.SignInRoutes;
import org.caucus.accounts.Sweep;
import org.caucus.accounts.held.KnownBrowsers;
import org.caucus.accounts.page.AddressProofs;
import org.caucus.accounts.page.AddressRoutes;
import org.caucus.accounts.page.LanguageRoutes;
import org.caucus.accounts.page.MadeBook;
import org.caucus.accounts.page.MadeRoutes;
import org.caucus.accounts.page.SessionRoutes;
import org.caucus.accounts.page.StepUpRoutes;
import org.caucus.accounts.page.TokenRoutes;
import org.caucus.accounts.passkeys.Ceremonies;
import org.caucus.accounts.passkeys.Challenges;
import org.caucus.accounts.passkeys.LetIn;
import org.caucus.accounts.passkeys.LostPasskeys;
import org.caucus.accounts.passkeys.PasskeyGate;
import org.caucus.accounts.passkeys.PasskeyRoutes;
import org.caucus.accounts.passkeys.PasskeySignInRoutes;
import org.caucus.accounts.passkeys.Passkeys;
import org.caucus.actions.ActionRoutes;
import org.caucus.actions.presence.PresenceRoutes;
import org.caucus.actions.replies.ReplyRoutes;
import org.caucus.actions.tally.TallyRoutes;
import org.caucus.audiences.ChangeRoutes;
import org.caucus.bell.BellRoutes;
import org.caucus.bounces.Bounces;
import org.caucus.calendar.CalendarReading;
import org.caucus.copies.CopyRoutes;
import org.caucus.digests.Digests;
import org.caucus.email.MailAddress;
import org.caucus.email.privacy.OwnTickets;
import org.caucus.email.privacy.PassedFile;
import org.caucus.entries.NewEntries;
import org.caucus.feeds.FeedKeys;
import org.caucus.feeds.FeedRoutes;
import org.caucus.feeds.ReaderRoutes;
import org.caucus.feeds.actions.ActionFeed;
import org.caucus.feeds.issues.IssueFeed;
import org.caucus.files.Orphans;
import org.caucus.files.Sweeping;
import org.caucus.files.UploadRoutes;
import org.caucus.files.Uploads;
import org.caucus.handover.HandoverRoutes;
import org.caucus.http.Health;
import org.caucus.http.HttpServer;
import org.caucus.http.Pages;
import org.caucus.http.Routes;
import org.caucus.http.gate.Heavy;
import org.caucus.http.gate.Pace;
import org.caucus.http.gate.Proxies;
import org.caucus.http.press.Press;
import org.caucus.importing.jobs.ImportRoutes;
import org.caucus.importing.jobs.Jobs;
import org.caucus.importing.jobs.Work;
import org.caucus.issues.IssueRoutes;
import org.caucus.issues.TrackerRoutes;
import org.caucus.issues.history.HistoryRoutes;
import org.caucus.issues.tables.TableRoutes;
import org.caucus.letters.HoldRoutes;
import org.caucus.letters.Original;
import org.caucus.letters.OriginalRoutes;
import org.caucus.lists.ListRoutes;
import org.caucus.lists.MailContentRoutes;
import org.caucus.lists.ThreadRoutes;
import org.caucus.lists.mail.HabitRoutes;
import org.caucus.lists.mail.StyleRoutes;
import org.caucus.lists.mail.ThingRoutes;
import org.caucus.live.ActivityRoutes;
import org.caucus.live.EventRoutes;
import org.caucus.live.Watchers;
import org.caucus.log.audit.SigningKey;
import org.caucus.log.due.DueClock;
import org.caucus.log.followers.Checkpoints;
import org.caucus.log.followers.DeadLetters;
import org.caucus.log.leases.Leases;
import org.caucus.looks.LookRoutes;
import org.caucus.members.AudienceRoutes;
import org.caucus.members.OrganisationRoutes;
import org.caucus.moderation.KeptCodes;
import org.caucus.moderation.TurnedAway;
import org.caucus.notices.InvitationMail;
import org.caucus.notices.accounts.SignInMail;
import org.caucus.notices.weekly.WeeklyRoutes;
import org.caucus.postmaster.InboxRecords;
import org.caucus.publication.SetAside;
import org.caucus.quotes.QuotedPosts;
import org.caucus.relay.UnsubscribeRoutes;
import org.caucus.relay.permalinks.PermalinkRoutes;
import org.caucus.relay.recall.RecallRoutes;
import org.caucus.relay.rendering.MemberNames;
import org.caucus.relay.rendering.PassedOn;
import org.caucus.relay.served.DeliveryRoutes;
import org.caucus.relay.served.InvitationLetters;
import org.caucus.roster.RosterRoutes;
import org.caucus.search.SearchRoutes;
import org.caucus.trail.TrailRoutes;
import org.caucus.updates.CourseRoutes;
import org.caucus.updates.UpdateRoutes;
import org.caucus.updates.board.BoardRoutes;
import org.caucus.updates.drafts.DraftRoutes;
import org.caucus.webhooks.Book;
import org.caucus.webhooks.WebhookRoutes;
import org.caucus.workspace.Entrance;
import org.caucus.workspace.InvitationLimits;
import org.caucus.workspace.InvitationRoutes;
import org.caucus.workspace.RecoveryRoutes;
import org.caucus.workspace.RecoveryWaits;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SignInRuleRoutes;
import org.caucus.workspace.nodes.Abreast;
import org.caucus.workspace.nodes.NewestFloor;

/** The pages and the API: what answers which request. */
final class WebIn {
  /** The lease of the node that sweeps files; kept until it dies. */
  private static final String SWEEPING = "files.sweeping";

  /** The purpose of the keys to what browsers keep. */
  private static final String KEPT_IN_BROWSERS = "browser/kept";

  private final Settings settings;
  private final Storage storage;
  private final Wiring.House house;
  private final Wiring.Entry entry;
  private final Wiring.Post post;
  private final Bounces bounces;
  private final Watchers watchers;
  private final InstantSource clock;
  private final CallerLookup callers;
  private final FeedKeys feeds;
  private final MadeBook made;
  private final Probes probes;
  private final Leases leases;

  /** Takes down what has to be, when the server stops. */
  private final Consumer<AutoCloseable> closing;

  WebIn(
      Settings settings,
      Storage storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      Bounces bounces,
      Watchers watchers,
      Network network,
      Probes probes,
      InstantSource clock,
      Consumer<AutoCloseable> closing) {
    this.closing = closing;
    this.probes = probes;
    this.leases = new Leases(storage.mongo(), network.node());
    this.settings = settings;
    this.storage = storage;
    this.house = house;
    this.entry = entry;
    this.post = post;
    this.bounces = bounces;
    this.watchers = watchers;
    this.clock = clock;
    this.feeds = new FeedKeys(storage.mongo(), storage.vault(), clock);
    this.made = new MadeBook(storage.mongo(), storage.vault(), entry.sessions(), post.telling());
    this.callers = new CallerLookup(entry.sessions(), entry.tokens(), entry.passkeys()::ways);
  }

  /** Opens the port. */
  void listen(Vertx vertx, OpenAPIContract contract, List<Pages> more) {
    Rooms rooms = house.rooms();
    List<Pages> pages = new ArrayList<>(more);
    pages.add(new UnsubscribeRoutes(house.directory(), rooms, post.unsubscribe(), clock));
    pages.add(
        new RecallRoutes(
            house.directory(), rooms, post.recalls(), MailOut.holders(post, rooms), clock));
    pages.add(
        new ReaderRoutes(
            new NewestFloor(rooms), // readers stop for good where they are told that it ended
            feeds,
            settings.domain(),
            post.site().baseUrl(),
            IssueFeed.beside(
                new CalendarReading(post.site()), ActionFeed.atom(), ActionFeed.json()),
            new Addressbook(entry.persons())::languageOf,
            clock));
    Uploads uploads = uploads(vertx);
    HttpServer.Parts parts =
        new HttpServer.Parts(
            settings.httpHost(),
            settings.httpPort(),
            settings.baseUrl(),
            contract,
            callers,
            new Entrance(
                house.directory(), house.rooms(), house.seatings(), entry.threshold(), clock),
            clock,
            routes(vertx, uploads).stream().map(r -> guarded(uploads, r)).toList(),
            new Health(probes.store()::fault, house.rooms()::older, house.rooms()::unloadable),
            pages,
            gate());
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    for (int loop = 0; loop < Network.EVENT_LOOPS; loop++) {
      // one by one: instances of one deployment on virtual threads share one event loop
      vertx.deployVerticle(new HttpServer(parts), virtual).await();
    }
  }

  /** With a warning before words that were said to fewer people, and no code that decides. */
  private Routes guarded(Uploads uploads, Routes routes) {
    QuotedPosts quoted = new QuotedPosts(house.rooms(), house.quotes(), uploads, routes);
    return new Abreast(house.rooms(), new KeptCodes(post.holding().codes(), quoted));
  }

  private HttpServer.Gate gate() {
    return new HttpServer.Gate(
        new Proxies(peer -> settings.trustedProxies().stream().anyMatch(c -> c.holds(peer))),
        new Pace(clock, settings.requestsPerMinute()),
        new Heavy(),
        new Press(),
        entry.security(),
        new OwnTickets(settings.domain())::without);
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
            new OrganisationRoutes(rooms, house.directory()),
            new HandoverRoutes(rooms),
            new AudienceRoutes(rooms),
            new ChangeRoutes(rooms, MailOut.holders(post, rooms).received()),
            new LookRoutes(rooms),
            new ListRoutes(rooms, house.directory(), entries),
            new ThreadRoutes(rooms, entries),
            new UploadRoutes(rooms, uploads, clock),
            importRoutes(vertx, uploads),
            new TrackerRoutes(rooms, house.directory()),
            new TableRoutes(rooms),
            new HistoryRoutes(rooms),
            new IssueRoutes(rooms, entries),
            new TrailRoutes(rooms),
            new CopyRoutes(
                rooms, storage.log(), SigningKey.open(storage.mongo(), storage.vault()))));
    routes.addAll(updateRoutes(rooms, entries));
    routes.addAll(watching());
    routes.addAll(List.of(new ActionRoutes(rooms, entries), new PresenceRoutes(rooms)));
    routes.addAll(List.of(new ReplyRoutes(rooms), new TallyRoutes(rooms)));
    return List.copyOf(routes);
  }

  private Original originals() {
    Addressbook readers = new Addressbook(entry.persons());
    String domain = settings.domain();
    return new Original(new MemberNames(readers, post.aliases(), domain), domain);
  }

  private List<Routes> mailRoutes(Rooms rooms) {
    PermalinkRoutes permalinks = new PermalinkRoutes(rooms, settings.domain());
    storage.vault().onClosed(permalinks::forget);
    return List.of(
        new MailContentRoutes(rooms, settings.mailWaits()),
        new StyleRoutes(rooms),
        new HabitRoutes(rooms, settings.domain(), Digests.MAX_POSTS, settings.noticeWindow()),
        new ThingRoutes(rooms),
        new WeeklyRoutes(rooms, MailOut.weeklyMail(rooms, new Addressbook(entry.persons()), post)),
        new OriginalRoutes(rooms, storage.blobs(), originals(), house.heavy(), house.attempts()),
        new DeliveryRoutes(rooms, MailOut.ledger(post)),
        permalinks,
        new HoldRoutes(rooms),
        bounces.routes());
  }

  private Book webhooks() {
    return new Book(storage.mongo(), storage.vault());
  }

  /** What people let in, and what goes on without them. */
  private LetIn letIn() {
    var outlets = storage.outlets(house.rooms(), house.seatings(), clock);
    return new LetIn(entry.sessions(), entry.tokens(), outlets);
  }

  private List<Routes> updateRoutes(Rooms rooms, NewEntries entries) {
    return List.of(
        new UpdateRoutes(rooms, entries),
        new CourseRoutes(rooms),
        new DraftRoutes(rooms, storage.blobs(), new PassedFile(settings.domain()), house.heavy()),
        new BoardRoutes(rooms),
        new WebhookRoutes(rooms, webhooks(), made, clock),
        new FeedRoutes(rooms, feeds, made, post.site().baseUrl()));
  }

  /** What shows what happened, and is happening. */
  private List<Routes> watching() {
    return List.of(
        new ActivityRoutes(house.rooms()),
        new BellRoutes(house.rooms(), house.readings()),
        new SearchRoutes(house.indexes()),
        new EventRoutes(watchers));
  }

  /** Files that wait for an entry, and what takes those away that wait too long. */
  private Uploads uploads(Vertx vertx) {
    Uploads uploads =
        new Uploads(storage.mongo(), storage.vault(), storage.blobs(), settings.scanner(), clock);
    DeadLetters dead = new DeadLetters(storage.mongo(), storage.vault());
    Orphans.Over over =
        Orphans.Over.any(
            new PassedOn(post.outbox(), new Checkpoints(leases), dead)::isOver,
            new TurnedAway(house.rooms())::isOver,
            new SetAside(house.rooms())::isOver);
    var letters = InboxRecords.waiting(storage.mongo(), storage.vault());
    Orphans orphans = new Orphans(storage.blobs(), storage.log(), uploads, letters, over);
    Sweeping.Turn turn = () -> leases.take(SWEEPING).map(Optional::isPresent);
    new Sweeping(storage.log(), house.rooms(), uploads, orphans, clock, turn).start(vertx);
    return uploads;
  }

  /** Archives of lists, brought in on this node or on another. */
  private Routes importRoutes(Vertx vertx, Uploads uploads) {
    Jobs jobs = new Jobs(storage.mongo(), storage.vault());
    Work imports =
        new Work(
            jobs,
            uploads,
            house.rooms(),
            storage.blobs(),
            settings.scanner(),
            leases,
            settings.domain(),
            clock);
    closing.accept(imports);
    DueClock work = imports.clock();
    work.start(vertx);
    return new ImportRoutes(house.rooms(), jobs, uploads, work, clock);
  }

  private List<Routes> accountRoutes(Vertx vertx) {
    Guesses guesses = new Guesses(storage.mongo(), storage.vault(), clock);
    Codes codes = new Codes(guesses, entry.persons(), this::mailCode);
    Passkeys passkeys = entry.passkeys();
    Challenges challenges = new Challenges(storage.mongo(), storage.vault(), clock);
    Ceremonies ceremonies = new Ceremonies(vertx, settings.baseUrl(), passkeys);
    RecoveryWaits waits = new RecoveryWaits(house.rooms(), house.seatings());
    LetIn letIn = letIn();
    LostPasskeys lost = storage.lost(entry, letIn, post, waits, clock);
    PasskeyGate gate =
        new PasskeyGate(
            challenges, ceremonies, passkeys, PasskeyRoutes.stopping(letIn, post.telling()), clock);
    new Sweep(entry.sessions(), entry.tokens(), guesses, challenges::sweep).start(vertx);
    return List.of(
        new StepUpRoutes(
            vertx, callers, entry.persons(), codes, entry.sessions(), entry.cookies(), gate),
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
        new MadeRoutes(letIn, made),
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
        new InvitationLetters(post.outbox(), InvitationMail.KIND, bounces.returned()::cameBack)
            ::of);
  }

  private Routes addressRoutes(Guesses guesses) {
    AddressProofs proofs =
        new AddressProofs(
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
