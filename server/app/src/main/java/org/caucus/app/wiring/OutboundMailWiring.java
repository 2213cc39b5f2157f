package org.caucus.app.wiring;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.lists.MailContent;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.smtp.routes.SmtpRoutes;
import org.caucus.messaging.delivery.Backoff;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.caucus.messaging.delivery.Smarthost;
import org.caucus.messaging.delivery.Verp;
import org.caucus.messaging.delivery.bounces.BounceHandling;
import org.caucus.messaging.distribution.ListDistributor;
import org.caucus.messaging.distribution.PostComposer;
import org.caucus.messaging.distribution.PurgedMail;
import org.caucus.messaging.distribution.recall.RecalledCopyHolders;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.receipts.InvitationLetters;
import org.caucus.messaging.distribution.receipts.NoticeReceipts;
import org.caucus.messaging.distribution.rendering.FromRewriter;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.messaging.notifications.InvitationMail;
import org.caucus.messaging.notifications.LetterStatusMail;
import org.caucus.messaging.notifications.NoticeComposer;
import org.caucus.messaging.notifications.NoticeDigest;
import org.caucus.messaging.notifications.Notices;
import org.caucus.messaging.notifications.PostConfirmationMail;
import org.caucus.messaging.notifications.WelcomeMail;
import org.caucus.messaging.notifications.accounts.WebhookMail;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.CommandTranscriptMail;
import org.caucus.messaging.notifications.batching.NotificationBatches;
import org.caucus.messaging.notifications.digests.DigestClock;
import org.caucus.messaging.notifications.digests.DigestComposer;
import org.caucus.messaging.notifications.digests.DigestStatus;
import org.caucus.messaging.notifications.digests.Digests;
import org.caucus.messaging.notifications.digests.DirectRecipients;
import org.caucus.messaging.notifications.replies.ReplyConfirmationMail;
import org.caucus.messaging.notifications.weekly.WeeklyMail;
import org.caucus.messaging.notifications.weekly.WeeklySchedule;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.caucus.messaging.rolemailboxes.OperatorAnswers;
import org.caucus.messaging.rolemailboxes.OperatorMail;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.store.Mongo;
import org.caucus.views.search.MailSearch;
import org.caucus.views.webhooks.WebhookClient;
import org.caucus.views.webhooks.WebhookStore;
import org.caucus.views.webhooks.WebhookTrustAnchors;
import org.caucus.views.webhooks.WebhookWorker;
import org.caucus.views.webhooks.Webhooks;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.scheduled.ScheduledActionReminders;
import org.caucus.workspace.scheduled.ScheduledCommand;
import org.caucus.workspace.scheduled.ScheduledCommands;
import org.caucus.workspace.scheduled.ScheduledInvitations;
import org.caucus.workspace.scheduled.ScheduledPolls;
import org.caucus.workspace.scheduled.ScheduledPublication;
import org.caucus.workspace.scheduled.ScheduledReviews;
import org.jspecify.annotations.Nullable;

/** The parts a letter passes on its way out, and what they are given. */
public final class OutboundMailWiring {
  private final StorageWiring storage;
  private final PostSigner signing;
  private final Rooms rooms;
  private final Wiring.House house;
  private final PersonAddresses addresses;
  private final Wiring.Post post;
  private final InstantSource clock;
  private final Duration window;
  private final MailContent.Waits waits;
  private final WebhookTrustAnchors anchors;

  OutboundMailWiring(
      Settings settings,
      StorageWiring storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InstantSource clock) {
    this.storage = storage;
    this.signing = settings.signatures().signing(settings.domain(), post.names().records(), clock);
    this.rooms = house.rooms();
    this.house = house;
    this.addresses = PersonAddresses.of(house, entry);
    this.post = post;
    this.clock = clock;
    this.window = settings.noticeWindow();
    this.waits = settings.mailWaits();
    this.anchors =
        Objects.requireNonNullElse(settings.webhookAuthorities(), WebhookTrustAnchors.USUAL);
  }

  /** Who holds a mailed copy of what. */
  static RecalledCopyHolders holders(Wiring.Post post, Rooms rooms) {
    return new RecalledCopyHolders(
        new DeliveryReceipts(
                rooms,
                post.outbox(),
                NoticeComposer.KIND,
                new DigestStatus(post.gatherings(), post.outbox()),
                Notices::hearers)
            ::of);
  }

  /** Who writes weekly letters, to be sent or to be looked at before. */
  static WeeklyMail weeklyMail(Rooms rooms, PersonAddresses addresses, Wiring.Post post) {
    return new WeeklyMail(rooms, addresses, post.unsubscribe(), post.site());
  }

  /** Who got what, seat by seat. */
  static DeliveryLedger ledger(Wiring.Post post) {
    DeliveryReceipts.Digests digests = new DigestStatus(post.gatherings(), post.outbox());
    return new DeliveryLedger(
        post.outbox(),
        digests,
        new NoticeReceipts(post.outbox(), digests, NoticeComposer.KIND, Notices::hearers));
  }

  /** Hosts that take the mail of some domains; what is wrong is said without its secrets. */
  public static SmtpRoutes routes(Settings.Reader reader) {
    SmtpRoutes routes =
        reader.optional(
            "CAUCUS_SMTP_ROUTES",
            SmtpRoutes.ALLOWED,
            text -> {
              try {
                return SmtpRoutes.parse(text);
              } catch (IllegalArgumentException e) {
                reader.fault("CAUCUS_SMTP_ROUTES: " + e.getMessage());
                throw e;
              }
            });
    return routes == null ? SmtpRoutes.NONE : routes;
  }

  /** The hosts that mail leaves by. */
  static Smarthost.Hosts hosts(Vertx vertx, Settings settings, @Nullable DkimKey key) {
    return new Smarthost.Hosts(
        vertx, settings.smarthost(), settings.smtpRoutes(), settings.domain(), key);
  }

  /** What comes back, and what follows from it. */
  BounceHandling bounces(Runnable bell) {
    var parts =
        new BounceHandling.Parts(
            storage.mongo(),
            storage.vault(),
            rooms,
            post.outbox(),
            post.site(),
            post.unsubscribe(),
            addresses,
            clock);
    return BounceHandling.of(parts, addresses, person -> house.seatings().of(person).await(), bell);
  }

  /** What programs of members are called by. */
  WebhookClient line(Vertx vertx) {
    return new WebhookClient(vertx, anchors);
  }

  /**
   * What is done because it is time: digests, probes of doubted addresses, letters that wait,
   * actions, updates that have an hour, polls, reviews, programs that are told.
   */
  List<JobScheduler> clocks(WebhookClient line, Runnable bell, BounceHandling bounces) {
    Stream<JobScheduler> own =
        Stream.of(
            digests(bell),
            notices(storage, rooms, post, window, waits, bell, clock).clock(),
            weekly(storage, rooms, post, bell, clock).clock(),
            bounces.probes().clock(),
            holds(rooms, post, clock).clock(),
            moments(rooms, post, clock).clock(),
            invitations(rooms, storage, invited(post, bounces)::isUndelivered, clock).clock(),
            new WebhookWorker(
                    rooms,
                    new WebhookStore(storage.mongo(), storage.vault()),
                    line,
                    post.site().baseUrl(),
                    webhooks(bell)::say,
                    clock)
                .clock());
    return Stream.concat(own, timed(rooms, storage, clock).map(ScheduledCommands::clock)).toList();
  }

  private WebhookMail webhooks(Runnable bell) {
    return new WebhookMail(rooms, post.outbox(), bell, addresses, post.site(), clock);
  }

  private static Notices notices(
      StorageWiring storage,
      Rooms rooms,
      Wiring.Post post,
      Duration window,
      MailContent.Waits waits,
      Runnable bell,
      InstantSource clock) {
    NotificationBatches bursts = new NotificationBatches(storage.mongo(), storage.vault());
    return new Notices(rooms, post.outbox(), bursts, post.gatherings(), window, waits, bell, clock);
  }

  private static WeeklySender weekly(
      StorageWiring storage, Rooms rooms, Wiring.Post post, Runnable bell, InstantSource clock) {
    WeeklySchedule weeklies = new WeeklySchedule(storage.mongo(), storage.vault());
    return new WeeklySender(rooms, weeklies, post.outbox(), bell, clock);
  }

  private static ScheduledCommands holds(Rooms rooms, Wiring.Post post, InstantSource clock) {
    return new ScheduledCommands(new ScheduledHoldReminders(), rooms, post.holding().dues(), clock);
  }

  private static ScheduledCommands moments(Rooms rooms, Wiring.Post post, InstantSource clock) {
    return new ScheduledCommands(new ScheduledActionReminders(), rooms, post.moments(), clock);
  }

  /** What capabilities do at a time, without anything else to know. */
  private static Stream<ScheduledCommands> timed(
      Rooms rooms, StorageWiring storage, InstantSource clock) {
    return Stream.of(
            new Timed(ScheduledPublication::new, ScheduledPublication::dues),
            new Timed(ScheduledPolls::new, ScheduledPolls::dues),
            new Timed(ScheduledReviews::new, ScheduledReviews::dues))
        .map(t -> t.on(rooms, storage, clock));
  }

  /** What is done at a time, and where the times are kept. */
  private record Timed(
      Supplier<ScheduledCommand> command, BiFunction<Mongo, Vault, JobSchedule> dues) {
    ScheduledCommands on(Rooms rooms, StorageWiring storage, InstantSource clock) {
      JobSchedule schedule = dues.apply(storage.mongo(), storage.vault());
      return new ScheduledCommands(command.get(), rooms, schedule, clock);
    }
  }

  private static ScheduledCommands invitations(
      Rooms rooms,
      StorageWiring storage,
      BiPredicate<Workspace, Invitation> bounced,
      InstantSource clock) {
    JobSchedule dues = ScheduledInvitations.dues(storage.mongo(), storage.vault());
    return new ScheduledCommands(new ScheduledInvitations(bounced), rooms, dues, clock);
  }

  /** What became of the emails of invitations. */
  static InvitationLetters invited(Wiring.Post post, BounceHandling bounces) {
    return new InvitationLetters(post.outbox(), InvitationMail.KIND, bounces.returned()::cameBack);
  }

  /**
   * What reads the log to see what is to be sent, and when.
   *
   * @param held sees what was decided about letters that wait
   */
  static List<Subscription> following(
      StorageWiring storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      Settings settings,
      Runnable bell,
      BiConsumer<WorkspaceId, LogRecord> held,
      InstantSource clock) {
    MailContent.Waits waits = settings.mailWaits();
    Rooms rooms = house.rooms();
    Stream<Subscription> own =
        Stream.of(
            new ListDistributor(rooms, post.outbox(), waits, entry.persons()::speak, bell, clock),
            notices(storage, rooms, post, settings.noticeWindow(), waits, bell, clock),
            weekly(storage, rooms, post, bell, clock),
            new Digests(rooms, post.gatherings(), waits, clock),
            new SubscriptionPair(holds(rooms, post, clock), held),
            invitations(rooms, storage, (state, one) -> false, clock),
            new Webhooks(rooms, new WebhookStore(storage.mongo(), storage.vault()), clock),
            moments(rooms, post, clock));
    return Stream.concat(own, timed(rooms, storage, clock)).toList();
  }

  /** Sends what is due. */
  DeliveryWorker deliveries(Smarthost.Hosts hosts, BounceHandling bounces) {
    return new DeliveryWorker(
        post.outbox(),
        hosts,
        new Verp(storage.vault(), post.site().domain()),
        Stream.of(composers(), bounces.composers(), operators()).flatMap(List::stream).toList(),
        Backoff.USUAL,
        bounces.returned(),
        clock);
  }

  private List<Composer> operators() {
    OperatorMailbox shelf = new OperatorMailbox(storage.mongo(), storage.vault());
    OperatorAnswers answers = new OperatorAnswers(storage.mongo(), storage.vault(), clock);
    return OperatorMail.composers(shelf, answers, storage.vault(), post.site());
  }

  private PostConfirmationMail echoes(AutoReplyLimit limit) {
    return new PostConfirmationMail(
        rooms,
        addresses,
        post.unsubscribe(),
        post.site(),
        post.replies(),
        post.recalls(),
        holders(post, rooms),
        waits,
        limit,
        clock);
  }

  private List<Composer> composers() {
    AutoReplyLimit limit = AutoReplyLimit.ofAnswers();
    DeliveryLedger ledger = ledger(post);
    FromRewriter authors = new FromRewriter(post.aliases(), post.names().dmarc());
    PostComposer posts = posts(authors);
    return List.of(
        posts,
        new PrivateComposer(
            rooms,
            (w, blob) -> storage.blobs().get(w, new BlobId(blob)),
            addresses,
            authors,
            post.site(),
            signing),
        new DigestComposer(
            rooms,
            addresses,
            post.replies(),
            post.aliases(),
            post.unsubscribe(),
            post.site(),
            signing,
            posts,
            brought(post)),
        notices(limit),
        gathered(),
        weeklyMail(rooms, addresses, post),
        answers(limit),
        new CommandTranscriptMail(
            rooms,
            addresses,
            ledger,
            post.replies(),
            new MailSearch(house.indexes()),
            post.site(),
            limit,
            clock),
        new ReplyConfirmationMail(rooms, addresses, post.unsubscribe(), post.site(), limit, clock),
        echoes(limit),
        new InvitationMail(rooms, post.invitations(), addresses, post.site(), clock),
        new WelcomeMail(rooms, addresses, post.site()),
        new PurgedMail(rooms, addresses, post.site()),
        webhooks(() -> {}),
        post.signInMail(),
        post.accountMail(),
        post.noReply());
  }

  private PostComposer posts(FromRewriter authors) {
    return new PostComposer(
        rooms,
        storage.blobs(),
        house.attempts(),
        house.heavy(),
        addresses,
        post.replies(),
        post.unsubscribe(),
        post.site(),
        signing,
        authors,
        brought(post));
  }

  /** What digests and other seats of a person have brought before. */
  private static DigestReceipts brought(Wiring.Post post) {
    return new DigestReceipts(new DigestStatus(post.gatherings(), post.outbox()));
  }

  private JobScheduler digests(Runnable bell) {
    DirectRecipients direct = new DirectRecipients(addresses, storage.blobs());
    return new DigestClock(rooms, post.gatherings(), post.outbox(), direct, bell, clock).clock();
  }

  private NoticeDigest gathered() {
    return new NoticeDigest(rooms, addresses, post.replies(), post.unsubscribe(), post.site());
  }

  private LetterStatusMail answers(AutoReplyLimit limit) {
    return new LetterStatusMail(
        rooms, storage.blobs(), addresses, post.site(), post.holding().codes(), limit, clock);
  }

  private NoticeComposer notices(AutoReplyLimit limit) {
    return new NoticeComposer(
        rooms,
        addresses,
        post.replies(),
        post.unsubscribe(),
        post.site(),
        post.holding().codes(),
        limit);
  }
}
