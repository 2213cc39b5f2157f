package org.caucus.messaging.notifications;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.MailFormat;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.mail.support.Answerable;
import org.caucus.mail.support.SameWords;
import org.caucus.messaging.delivery.Backoff;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.Smarthost;
import org.caucus.messaging.delivery.Verp;
import org.caucus.messaging.distribution.ListDistributor;
import org.caucus.messaging.distribution.PostComposer;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recall.RecallTickets;
import org.caucus.messaging.distribution.recall.RecalledCopyHolders;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.receipts.NoticeReceipts;
import org.caucus.messaging.distribution.rendering.FromRewriter;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.messaging.inbound.Destinations;
import org.caucus.messaging.inbound.InboundRecipients;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.CommandTranscriptMail;
import org.caucus.messaging.notifications.autoreply.MailFinder;
import org.caucus.messaging.notifications.batching.NotificationBatches;
import org.caucus.messaging.notifications.digests.DigestClock;
import org.caucus.messaging.notifications.digests.DigestComposer;
import org.caucus.messaging.notifications.digests.DigestStatus;
import org.caucus.messaging.notifications.digests.Digests;
import org.caucus.messaging.notifications.digests.DirectRecipients;
import org.caucus.messaging.notifications.digests.PendingDigests;
import org.caucus.messaging.notifications.replies.ReplyConfirmationMail;
import org.caucus.messaging.notifications.weekly.WeeklyMail;
import org.caucus.messaging.notifications.weekly.WeeklySchedule;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.workspace.InvitationTokens;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;
import org.caucus.workspace.scheduled.ScheduledCommands;

/**
 * A coalition around a draft code of practice with everything that sends its mail: two
 * civil-society organisations, one company, lists for all and for civil society. All invented.
 */
public final class PostOffice implements AutoCloseable {
  /** Where letters are read, for all offices. */
  private static final ParsingExecutor HEAVY = new ParsingExecutor(2);

  public static final String DOMAIN = "lists.example";

  /** Everyone's addresses are of this form. */
  private static final String AT_HOME = "@home.example";

  public final Installation caucus;
  public final Vertx vertx = Vertx.vertx();
  public final CatchAllServer smarthost;
  public final Gate gate;
  public final Rooms rooms;
  public final Outbox outbox;
  public final Blobs blobs;
  public final DeliveryWorker deliveries;
  public final ReplyTickets replies;
  public final InvitationTokens tokens;
  public final SignInMail codes;
  public final RecallTickets recalls;
  public final List<DeliveryOutcome> undelivered = new CopyOnWriteArrayList<>();
  private final Readers readers = new Readers();
  private final Subscriptions followers;
  private final Smarthost client;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource began = Clocks.fromTen();
  private final InstantSource clock = () -> began.instant().plus(ahead.get());
  private final PendingDigests gatherings;
  private final DigestStatus whereabouts;
  private final JobScheduler digests;
  private final JobScheduler holds;
  private final JobScheduler bursting;
  private final JobScheduler weekly;
  private final Notices notices;
  public final MemberAliases aliases;
  public final Dns dns = new Dns();
  public WorkspaceId workspace;

  /** Finds nothing, unless a test puts another here. */
  public volatile MailFinder finder = (w, seat, words) -> Optional.empty();

  private final List<Rooms> nodes = new ArrayList<>();
  private final Map<String, Integer> written = new ConcurrentHashMap<>();
  private boolean started;

  /** One whose notices do not wait. */
  public PostOffice(Path directory) {
    this(directory, Duration.ZERO);
  }

  /** One whose notices wait so long for more of the same thing. */
  public PostOffice(Path directory, Duration window) {
    caucus = Installation.open(directory.resolve("data"));
    smarthost = new CatchAllServer(directory.resolve("mail"), 0, clock);
    smarthost.start();
    gate = new Gate(smarthost.port());
    rooms = node(clock);
    outbox = new Outbox(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()));
    blobs = new Blobs(caucus.mongo(), caucus.vault());
    replies = new ReplyTickets(caucus.vault(), clock);
    tokens = new InvitationTokens(caucus.vault());
    Site site = new Site(DOMAIN, "https://caucus.example");
    Unsubscribe unsubscribe = new Unsubscribe(caucus.vault(), site);
    recalls = new RecallTickets(caucus.vault(), site, clock);
    codes = new SignInMail(outbox, this::bell, readers, site, clock);
    gatherings = new PendingDigests(caucus.mongo(), caucus.vault());
    whereabouts = new DigestStatus(gatherings, outbox);
    digests = digestsOf(rooms, clock);
    JobSchedule dues = ScheduledHoldReminders.dues(caucus.mongo(), caucus.vault());
    ScheduledCommands waiting =
        new ScheduledCommands(new ScheduledHoldReminders(), rooms, dues, clock);
    holds = waiting.clock();
    client =
        new Smarthost(vertx, SmtpUrl.parse("smtp://127.0.0.1:" + gate.port()), "localhost", null);
    PostSigner unsigned = new PostSigner(null, name -> List.of(), clock);
    aliases = new MemberAliases(caucus.vault(), DOMAIN);
    FromRewriter authors = new FromRewriter(aliases, new Dmarc(dns::of, clock));
    PostComposer posts =
        new PostComposer(
            rooms,
            blobs,
            new Attempts(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()), clock),
            HEAVY,
            readers,
            replies,
            unsubscribe,
            site,
            unsigned,
            authors,
            new DigestReceipts(whereabouts));
    AutoReplyLimit limit = AutoReplyLimit.ofAnswers();
    deliveries =
        new DeliveryWorker(
            outbox,
            client,
            new Verp(caucus.vault(), DOMAIN),
            recorded(
                posts,
                new PrivateComposer(
                    rooms,
                    (w, blob) -> blobs.get(w, new BlobId(blob)),
                    readers,
                    authors,
                    site,
                    unsigned),
                new DigestComposer(
                    rooms,
                    readers,
                    replies,
                    aliases,
                    unsubscribe,
                    site,
                    unsigned,
                    posts,
                    new DigestReceipts(whereabouts)),
                new NoticeComposer(rooms, readers, replies, unsubscribe, site, codes(), limit),
                new NoticeDigest(rooms, readers, replies, unsubscribe, site),
                new WeeklyMail(rooms, readers, unsubscribe, site),
                new LetterStatusMail(rooms, blobs, readers, site, codes(), limit, clock),
                new CommandTranscriptMail(
                    rooms,
                    readers,
                    ledger(),
                    replies,
                    (w, seat, words) -> finder.find(w, seat, words),
                    site,
                    limit,
                    clock),
                new PostConfirmationMail(
                    rooms,
                    readers,
                    unsubscribe,
                    site,
                    replies,
                    recalls,
                    new RecalledCopyHolders(served()::of),
                    MailContent.Waits.NONE,
                    limit,
                    clock),
                new ReplyConfirmationMail(rooms, readers, unsubscribe, site, limit, clock),
                new InvitationMail(rooms, tokens, readers, site, clock),
                codes),
            new Backoff(List.of(Duration.ofMillis(100)), Duration.ofDays(5)),
            (parcel, recipient, fate) -> undelivered.add(fate),
            clock);
    NotificationBatches bursts = new NotificationBatches(caucus.mongo(), caucus.vault());
    notices =
        new Notices(
            rooms, outbox, bursts, gatherings, window, MailContent.Waits.NONE, this::bell, clock);
    bursting = notices.clock();
    var weeklies =
        new WeeklySender(
            rooms, new WeeklySchedule(caucus.mongo(), caucus.vault()), outbox, this::bell, clock);
    weekly = weeklies.clock();
    followers =
        new Subscriptions(
            caucus.mongo(),
            caucus.vault(),
            caucus.log(),
            new Leases(caucus.mongo(), Node.alone(caucus.mongo())),
            new RetryPolicy(2, Duration.ofMillis(5), Duration.ofMillis(5)),
            new Loud(),
            List.of(
                new ListDistributor(
                    rooms, outbox, MailContent.Waits.NONE, this::spoken, this::bell, clock),
                notices,
                weeklies,
                new Digests(rooms, gatherings, MailContent.Waits.NONE, clock),
                waiting));
  }

  /** The same, which note what kinds of letters were written, and of which there are none yet. */
  private List<Composer> recorded(Composer... all) {
    return Stream.of(all).<Composer>map(c -> new RecordedComposer(c, written)).toList();
  }

  /** The kinds of letters there are here, and how many of each were written. */
  public Map<String, Integer> written() {
    return Map.copyOf(written);
  }

  /** From now on all letters to this person are text alone. */
  public void wantsText(String person) {
    submit(
        person,
        new ListCommand.ChoosePersonalMail(
            PersonalMailSettings.USUAL.in(MailFormat.TEXT), Delivery.EACH));
    readers.wantsText(readers.addressOf(person));
  }

  /** What sends digests on their way, by this clock and what this floor says. */
  public JobScheduler digestsOf(CommandBus<Workspace> floor, InstantSource when) {
    DirectRecipients direct = new DirectRecipients(readers, blobs);
    return new DigestClock(floor, gatherings, outbox, direct, () -> {}, when).clock();
  }

  private void bell() {
    deliveries.ring();
  }

  private Future<Void> spoken(String person, Language language) {
    readers.speaks(readers.addressOf(person), language);
    return Future.succeededFuture();
  }

  /** From now on the person who has this address is written to in this language. */
  public void speaks(String address, Language language) {
    readers.speaks(address, language);
  }

  /** Founds the workspace {@code code} with ada, ben (civil society) and lin (a company). */
  public PostOffice founded() {
    workspace = caucus.workspace();
    lives("ada");
    submit(
        null,
        new MemberCommand.OpenWorkspace(
            "code", "Code of Practice", "rights", "Rights Watch", "ada", "Ada Obi"));
    add("press", "Press Union", Side.CIVIL_SOCIETY);
    add("platform", "Platform Inc", Side.COMPANY);
    join("ben", "Ben Eze", "press", Role.MEMBER);
    join("lin", "Lin Okoro", "platform", Role.LIAISON);
    open("coalition", Audience.everyone());
    open("caucus", Audience.civilSociety());
    return this;
  }

  private void add(String slug, String name, Side side) {
    submit("ada", new MemberCommand.AddOrganisation(slug, name, side, MemberEvent.History.ALL));
  }

  private void open(String list, Audience audience) {
    submit("ada", new ListCommand.OpenList(list, "The " + list, "", "code-" + list, audience));
    submit("ada", new ListCommand.ChoosePrivacy(list, ListPrivacy.BEFORE));
  }

  public void join(String person, String name, String organisation, Role role) {
    lives(person);
    String address = readers.addressOf(person);
    String id = submit("ada", new MemberCommand.Invite(address, name, organisation, role));
    submit(null, new MemberCommand.AcceptInvitation(id, person, name));
  }

  private void lives(String person) {
    readers.lives(person, person + AT_HOME);
  }

  /** What decides about letters that wait, by mail. */
  public HoldCodes codes() {
    return new HoldCodes(caucus.vault());
  }

  /** Puts a command; the id of what it made. */
  public String submit(String person, Command command) {
    SeatId seat = person == null ? null : seat(person);
    return rooms.submit(workspace, seat, command, null).await().thing();
  }

  public SeatId seat(String person) {
    return state().members().seatOf(person).orElseThrow().id();
  }

  /** How all is now, also where another node committed it and the bell is still on its way. */
  public Workspace state() {
    return nodes.size() > 1 ? rooms.newest(workspace) : rooms.read(workspace).await();
  }

  /** Lets the followers read all there is, without sending. */
  public void followed() {
    followers.ring(workspace, state().sequence());
    followers.drained(workspace).await();
  }

  /** Then so much time passed, and what is due by then was seen to. */
  public PostOffice later(Duration time) {
    followed();
    ahead.updateAndGet(before -> before.plus(time));
    digests.look();
    holds.look();
    bursting.look();
    weekly.look();
    return this;
  }

  /** As if the follower had died before it noted how far it had read, and two nodes looked. */
  public void readsAgain(long sequence) {
    var record = caucus.log().read(workspace, sequence - 1, 1).await().getFirst();
    new Digests(rooms, gatherings, MailContent.Waits.NONE, clock).handle(workspace, record);
    new ListDistributor(rooms, outbox, MailContent.Waits.NONE, this::spoken, this::bell, clock)
        .handle(workspace, record);
    digestsOf(rooms, clock).look();
  }

  /** As if the follower of notices had died before it noted how far it had read. */
  public void hearsAgain(long sequence) {
    var record = caucus.log().read(workspace, sequence - 1, 1).await().getFirst();
    notices.handle(workspace, record);
  }

  public DeliveryLedger ledger() {
    return new DeliveryLedger(
        outbox,
        whereabouts,
        new NoticeReceipts(outbox, whereabouts, NoticeComposer.KIND, Notices::hearers));
  }

  /** Who holds a mailed copy of what. */
  public DeliveryReceipts served() {
    return new DeliveryReceipts(rooms, outbox, NoticeComposer.KIND, whereabouts, Notices::hearers);
  }

  /** A node: its own replica of everything, on the same database, by a clock of its own. */
  public Rooms node(InstantSource its) {
    nodes.add(new Rooms(caucus.log(), its, caucus.bell(vertx)));
    return nodes.getLast();
  }

  /** What the clock here says. */
  public Instant now() {
    return clock.instant();
  }

  /** Waits until all there is to send was sent. */
  public PostOffice delivered() {
    followed();
    if (!started) {
      started = true;
      deliveries.start();
    }
    deliveries.idle().await();
    return this;
  }

  /** The letters a person got, oldest first. */
  public List<RawLetter> lettersOf(String person) {
    return smarthost.list().reversed().stream()
        .filter(c -> c.recipients().stream().anyMatch(r -> r.toString().startsWith(person + "@")))
        .map(c -> RawLetter.of(smarthost.letter(c.id()).orElseThrow()))
        .toList();
  }

  /** The only letter a person got with this subject. */
  public RawLetter letterOf(String person, String subject) {
    List<RawLetter> all = lettersOf(person);
    Assertions.assertThat(all).extracting(PostOffice::subject).containsOnlyOnce(subject);
    return all.stream().filter(l -> subject(l).equals(subject)).findFirst().orElseThrow();
  }

  private static String subject(RawLetter letter) {
    return letter.value("Subject").orElse("");
  }

  /** Asks what takes mail for this coalition whether it takes answers to all that was sent. */
  private void checkThatAllIsAnswerable() {
    if (workspace == null) {
      return;
    }
    WorkspaceDirectory directory =
        new WorkspaceDirectory(
            new UniqueNames(caucus.mongo(), caucus.vault(), "slug"),
            new UniqueNames(caucus.mongo(), caucus.vault(), "address"),
            DOMAIN);
    Workspace state = state();
    Ref whole = Ref.to(Ref.Kind.WORKSPACE, workspace.value());
    claim(directory, state.members().slug(), whole);
    state
        .lists()
        .lists()
        .values()
        .forEach(l -> claim(directory, l.localPart(), Ref.to(Ref.Kind.LIST, l.slug())));
    state
        .issues()
        .trackers()
        .values()
        .forEach(t -> claim(directory, t.localPart(), Ref.to(Ref.Kind.TRACKER, t.key())));
    var recipients =
        new InboundRecipients(
            new Destinations(directory, new AddressPlan(DOMAIN, "+")),
            w -> Future.succeededFuture(true));
    List<RawLetter> letters =
        smarthost.list().stream()
            .map(c -> RawLetter.of(smarthost.letter(c.id()).orElseThrow()))
            .toList();
    Answerable.check(letters, DOMAIN, to -> recipients.refusal(to).isEmpty());
    SameWords.check(letters);
  }

  private void claim(WorkspaceDirectory directory, String localPart, Ref thing) {
    directory.claim(localPart, workspace, thing).await();
  }

  @Override
  public void close() {
    try {
      checkThatAllIsAnswerable();
    } finally {
      end();
    }
  }

  private void end() {
    followers.close();
    if (started) {
      deliveries.close();
    }
    nodes.forEach(Rooms::close);
    client.close();
    gate.close();
    smarthost.close();
    caucus.close();
    vertx.close().await();
  }
}
