package org.caucus;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.answers.AnswerLimit;
import org.caucus.answers.TranscriptMail;
import org.caucus.bounces.Bounces;
import org.caucus.delivery.Backoff;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Deliveries;
import org.caucus.delivery.Smarthost;
import org.caucus.delivery.Verp;
import org.caucus.digests.DigestClock;
import org.caucus.digests.DigestComposer;
import org.caucus.digests.Digests;
import org.caucus.digests.Direct;
import org.caucus.digests.Whereabouts;
import org.caucus.email.routes.SmtpRoutes;
import org.caucus.email.signatures.SigningKey;
import org.caucus.errands.Errands;
import org.caucus.lists.MailContent;
import org.caucus.log.BlobId;
import org.caucus.log.due.DueClock;
import org.caucus.log.due.Dues;
import org.caucus.log.followers.Follower;
import org.caucus.mailbox.OperatorMail;
import org.caucus.moderation.HoldErrand;
import org.caucus.moments.MomentErrand;
import org.caucus.notices.EchoMail;
import org.caucus.notices.InvitationMail;
import org.caucus.notices.LetterAnswers;
import org.caucus.notices.NoticeComposer;
import org.caucus.notices.NoticeDigest;
import org.caucus.notices.Notices;
import org.caucus.notices.accounts.WebhookMail;
import org.caucus.notices.bursts.Bursts;
import org.caucus.notices.weekly.Weeklies;
import org.caucus.notices.weekly.WeeklyClock;
import org.caucus.notices.weekly.WeeklyMail;
import org.caucus.notices.words.WordMail;
import org.caucus.postmaster.Shelf;
import org.caucus.publication.PublicationErrand;
import org.caucus.relay.PostComposer;
import org.caucus.relay.Relay;
import org.caucus.relay.recall.Holders;
import org.caucus.relay.rendering.Authors;
import org.caucus.relay.rendering.PrivateComposer;
import org.caucus.relay.served.Brought;
import org.caucus.relay.served.Ledger;
import org.caucus.relay.served.Notified;
import org.caucus.relay.served.Served;
import org.caucus.relay.signing.Signing;
import org.caucus.search.MailSearch;
import org.caucus.webhooks.Anchors;
import org.caucus.webhooks.Book;
import org.caucus.webhooks.Caller;
import org.caucus.webhooks.Line;
import org.caucus.webhooks.Webhooks;
import org.caucus.workspace.Rooms;
import org.jspecify.annotations.Nullable;

/** The parts a letter passes on its way out, and what they are given. */
final class MailOut {
  private final Storage storage;
  private final Signing signing;
  private final Rooms rooms;
  private final Wiring.House house;
  private final Addressbook addresses;
  private final Wiring.Post post;
  private final InstantSource clock;
  private final Duration window;
  private final MailContent.Waits waits;
  private final Anchors anchors;

  MailOut(
      Settings settings,
      Storage storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      InstantSource clock) {
    this.storage = storage;
    this.signing = settings.signatures().signing(settings.domain(), post.names().records(), clock);
    this.rooms = house.rooms();
    this.house = house;
    this.addresses = new Addressbook(entry.persons());
    this.post = post;
    this.clock = clock;
    this.window = settings.noticeWindow();
    this.waits = settings.mailWaits();
    this.anchors = Objects.requireNonNullElse(settings.webhookAuthorities(), Anchors.USUAL);
  }

  /** Who holds a mailed copy of what. */
  static Holders holders(Wiring.Post post, Rooms rooms) {
    return new Holders(
        new Served(
                rooms,
                post.outbox(),
                NoticeComposer.KIND,
                new Whereabouts(post.gatherings(), post.outbox()),
                Notices::hearers)
            ::of);
  }

  /** Who writes weekly letters, to be sent or to be looked at before. */
  static WeeklyMail weeklyMail(Rooms rooms, Addressbook addresses, Wiring.Post post) {
    return new WeeklyMail(rooms, addresses, post.unsubscribe(), post.site());
  }

  /** Who got what, seat by seat. */
  static Ledger ledger(Wiring.Post post) {
    Served.Digests digests = new Whereabouts(post.gatherings(), post.outbox());
    return new Ledger(
        post.outbox(),
        digests,
        new Notified(post.outbox(), digests, NoticeComposer.KIND, Notices::hearers));
  }

  /** Hosts that take the mail of some domains; what is wrong is said without its secrets. */
  static SmtpRoutes routes(Settings.Reader reader) {
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
  static Smarthost.Hosts hosts(Vertx vertx, Settings settings, @Nullable SigningKey key) {
    return new Smarthost.Hosts(
        vertx, settings.smarthost(), settings.smtpRoutes(), settings.domain(), key);
  }

  /** What comes back, and what follows from it. */
  Bounces bounces(Runnable bell) {
    var parts =
        new Bounces.Parts(
            storage.mongo(),
            storage.vault(),
            rooms,
            post.outbox(),
            post.site(),
            post.unsubscribe(),
            addresses,
            clock);
    return Bounces.of(parts, addresses, person -> house.seatings().of(person).await(), bell);
  }

  /** What programs of members are called by. */
  Line line(Vertx vertx) {
    return new Line(vertx, anchors);
  }

  /**
   * What is done because it is time: digests, probes of doubted addresses, letters that wait,
   * actions, updates that have an hour, programs that are told.
   */
  List<DueClock> clocks(Line line, Runnable bell, Bounces bounces) {
    return List.of(
        digests(bell),
        notices(storage, rooms, post, window, waits, bell, clock).clock(),
        weekly(storage, rooms, post, bell, clock).clock(),
        bounces.probes().clock(),
        holds(rooms, post, clock).clock(),
        moments(rooms, post, clock).clock(),
        publications(rooms, storage, clock).clock(),
        new Caller(
                rooms,
                new Book(storage.mongo(), storage.vault()),
                line,
                post.site().baseUrl(),
                webhooks(bell)::say,
                clock)
            .clock());
  }

  private WebhookMail webhooks(Runnable bell) {
    return new WebhookMail(rooms, post.outbox(), bell, addresses, post.site(), clock);
  }

  private static Notices notices(
      Storage storage,
      Rooms rooms,
      Wiring.Post post,
      Duration window,
      MailContent.Waits waits,
      Runnable bell,
      InstantSource clock) {
    Bursts bursts = new Bursts(storage.mongo(), storage.vault());
    return new Notices(rooms, post.outbox(), bursts, post.gatherings(), window, waits, bell, clock);
  }

  private static WeeklyClock weekly(
      Storage storage, Rooms rooms, Wiring.Post post, Runnable bell, InstantSource clock) {
    Weeklies weeklies = new Weeklies(storage.mongo(), storage.vault());
    return new WeeklyClock(rooms, weeklies, post.outbox(), bell, clock);
  }

  private static Errands holds(Rooms rooms, Wiring.Post post, InstantSource clock) {
    return new Errands(new HoldErrand(), rooms, post.holding().dues(), clock);
  }

  private static Errands moments(Rooms rooms, Wiring.Post post, InstantSource clock) {
    return new Errands(new MomentErrand(), rooms, post.moments(), clock);
  }

  private static Errands publications(Rooms rooms, Storage storage, InstantSource clock) {
    Dues hours = PublicationErrand.dues(storage.mongo(), storage.vault());
    return new Errands(new PublicationErrand(), rooms, hours, clock);
  }

  /** What reads the log to see what is to be sent, and when. */
  static List<Follower> following(
      Storage storage,
      Wiring.House house,
      Wiring.Entry entry,
      Wiring.Post post,
      Settings settings,
      Runnable bell,
      InstantSource clock) {
    MailContent.Waits waits = settings.mailWaits();
    Rooms rooms = house.rooms();
    return List.of(
        new Relay(rooms, post.outbox(), waits, entry.persons()::speak, bell, clock),
        notices(storage, rooms, post, settings.noticeWindow(), waits, bell, clock),
        weekly(storage, rooms, post, bell, clock),
        new Digests(rooms, post.gatherings(), waits, clock),
        holds(rooms, post, clock),
        publications(rooms, storage, clock),
        new Webhooks(rooms, new Book(storage.mongo(), storage.vault()), clock),
        moments(rooms, post, clock));
  }

  /** Sends what is due. */
  Deliveries deliveries(Smarthost.Hosts hosts, Bounces bounces) {
    return new Deliveries(
        post.outbox(),
        hosts,
        new Verp(storage.vault(), post.site().domain()),
        Stream.of(composers(), bounces.composers(), operators()).flatMap(List::stream).toList(),
        Backoff.USUAL,
        bounces.returned(),
        clock);
  }

  private List<Composer> operators() {
    Shelf shelf = new Shelf(storage.mongo(), storage.vault());
    return OperatorMail.composers(shelf, storage.vault(), post.site());
  }

  private EchoMail echoes(AnswerLimit limit) {
    return new EchoMail(
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
    AnswerLimit limit = AnswerLimit.ofAnswers();
    Ledger ledger = ledger(post);
    Authors authors = new Authors(post.aliases(), post.names().dmarc());
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
        new TranscriptMail(
            rooms,
            addresses,
            ledger,
            post.replies(),
            new MailSearch(house.indexes()),
            post.site(),
            limit,
            clock),
        new WordMail(rooms, addresses, post.unsubscribe(), post.site(), limit, clock),
        echoes(limit),
        new InvitationMail(rooms, post.invitations(), addresses, post.site(), clock),
        webhooks(() -> {}),
        post.signInMail(),
        post.accountMail(),
        post.noReply());
  }

  private PostComposer posts(Authors authors) {
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
  private static Brought brought(Wiring.Post post) {
    return new Brought(new Whereabouts(post.gatherings(), post.outbox()));
  }

  private DueClock digests(Runnable bell) {
    Direct direct = new Direct(addresses, storage.blobs());
    return new DigestClock(rooms, post.gatherings(), post.outbox(), direct, bell, clock).clock();
  }

  private NoticeDigest gathered() {
    return new NoticeDigest(rooms, addresses, post.replies(), post.unsubscribe(), post.site());
  }

  private LetterAnswers answers(AnswerLimit limit) {
    return new LetterAnswers(
        rooms, storage.blobs(), addresses, post.site(), post.holding().codes(), limit, clock);
  }

  private NoticeComposer notices(AnswerLimit limit) {
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
