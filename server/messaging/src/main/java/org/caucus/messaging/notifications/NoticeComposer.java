package org.caucus.messaging.notifications;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.HeldMessageNotices;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.coalition.updates.Updates;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.NoticePayload;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.moderation.DraftMail;
import org.caucus.messaging.notifications.moderation.HeldMessageMail;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/** Writes a notice for one seat, if it may still read what the notice is about. */
public final class NoticeComposer implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "notice.event";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final NoticeLetter letter;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final HeldMessageMail holds;
  private final DraftMail drafts;

  /**
   * The composer of {@code notice.event}.
   *
   * @param limit of all answers there are, which the question whether somebody wrote a letter is
   */
  public NoticeComposer(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      HoldCodes codes,
      AutoReplyLimit limit) {
    this.floor = floor;
    this.addresses = addresses;
    this.letter = new NoticeLetter(replies, unsubscribe, site);
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.drafts = new DraftMail(site, codes);
    this.holds =
        new HeldMessageMail(
            site,
            codes,
            new HeldMessageMail.Limits(
                AutoReplyLimit.ofQuestions()::left,
                limit::leftUnproven,
                AutoReplyLimit.ofQuestions()::left));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    return letters(parcel, List.of(recipient)).of(recipient);
  }

  @Override
  public Batch letters(DeliveryBatch parcel, List<String> recipients) {
    NoticePayload told = NoticePayload.of(parcel.payload());
    Map<String, Mailboxes> mailboxes =
        addresses.of(current(parcel, told).members().persons(recipients)).await();
    return new Batch() {
      @Override
      public Optional<OutgoingMail> of(String recipient) {
        return letter(parcel, told, recipient, mailboxes);
      }

      @Override
      public Optional<Instant> mayComeBack(String recipient) {
        return comesBackBy(current(parcel, told), told);
      }
    };
  }

  /** Of a comment that was deleted nothing is told, unless it is restored. */
  private static Optional<Instant> comesBackBy(Workspace state, NoticePayload told) {
    return told.items().stream()
        .map(item -> event(state, item))
        .flatMap(event -> event instanceof EntryEvent.EntryPosted e ? Stream.of(e.id()) : null)
        .flatMap(id -> Revisions.comesBackBy(state, id).stream())
        .max(Comparator.naturalOrder());
  }

  private static Event event(Workspace state, NoticePayload.Item item) {
    return state.history().get(Math.toIntExact(item.sequence() - 1)).events().get(item.event());
  }

  private Workspace current(DeliveryBatch parcel, NoticePayload told) {
    long sequence = told.items().getLast().sequence();
    return WorkspaceAt.sequence(floor, Objects.requireNonNull(parcel.workspace()), sequence);
  }

  private Optional<OutgoingMail> letter(
      DeliveryBatch parcel,
      NoticePayload told,
      String recipient,
      Map<String, Mailboxes> mailboxes) {
    Workspace state = current(parcel, told);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    Mailboxes at = seat == null ? null : mailboxes.get(seat.person());
    if (seat == null || at == null) {
      return Optional.empty();
    }
    int place = state.members().all().indexOf(seat);
    List<Happened> all =
        told.items().stream()
            .filter(item -> item.isFor(place))
            .flatMap(item -> happened(state, item, seat).stream())
            .toList();
    return all.isEmpty() ? Optional.empty() : letter(state, all, seat, at, parcel);
  }

  /**
   * What a seat is told of.
   *
   * @param scope who can read what it is about
   */
  private record Happened(Commit commit, Event event, Scope scope) {}

  /** What happened, if this seat may know of it now, wants to, and has it by no other seat. */
  private static Optional<Happened> happened(Workspace state, NoticePayload.Item item, Seat seat) {
    Commit commit = state.history().get(Math.toIntExact(item.sequence() - 1));
    Event event = commit.events().get(item.event());
    Optional<NotificationAudience> interest = NotificationAudience.in(state, commit, event);
    if (!state.mayKnow(commit, event, seat.id())
        || interest.filter(i -> i.mayRead(state, seat.id())).isEmpty()
        || !wants(state, commit, event, seat.id())
        || state
            .members()
            .isHeardElsewhere(
                seat,
                s -> wants(state, commit, event, s) && Notices.concerns(state, commit, event, s))) {
      return Optional.empty();
    }
    Scope scope = state.scopeOf(interest.get().about()).orElseThrow();
    return Optional.of(new Happened(commit, event, scope));
  }

  private Optional<OutgoingMail> letter(
      Workspace state, List<Happened> all, Seat seat, Mailboxes at, DeliveryBatch parcel) {
    Happened first = all.getFirst();
    Optional<Happened> bare =
        all.stream().filter(h -> isBare(state, h.commit(), h.event(), h.scope())).findFirst();
    if (bare.isPresent()) {
      return bare(state, bare.get().commit(), bare.get().event(), seat, at, parcel.id());
    }
    NoticeMessages words = new NoticeMessages(at.language());
    NamedAddress named = new NamedAddress(HeaderText.clean(seat.name()), at.receiving());
    Optional<HeldMessageNotices> news = HeldMessageNotices.of(state, first.event());
    Optional<Composition> written =
        news.isPresent()
            ? held(
                state, first.commit(), first.event(), news.get(), seat, named, parcel.id(), words)
            : notice(state, all, seat, named, words);
    return written.map(l -> new OutgoingMail.Composed(state.members().slug(), at.receiving(), l));
  }

  private Optional<Composition> notice(
      Workspace state, List<Happened> all, Seat seat, NamedAddress to, NoticeMessages words) {
    List<NoticeLetter.Told> stories =
        all.stream()
            .flatMap(
                h ->
                    NoticeLetter.Told.of(state, h.commit(), h.event(), h.scope(), seat.id(), words)
                        .stream())
            .toList();
    Optional<Draft> asked = DraftMail.asked(state, all.getFirst().event(), seat.id());
    if (stories.isEmpty()) {
      return Optional.empty();
    }
    return asked.isEmpty()
        ? Optional.of(letter.of(state, stories, seat, to, words))
        : Optional.of(question(state, stories.getFirst(), asked.get(), seat, to, words));
  }

  /** Asks another liaison whether they stand by a draft of their company. */
  private Composition question(
      Workspace state,
      NoticeLetter.Told told,
      Draft draft,
      Seat seat,
      NamedAddress to,
      NoticeMessages words) {
    Scope scope = Updates.FEED.holds(draft.said().audience(), draft.at());
    String readers = words.audience(state.members(), scope.audience(), state.access().count(scope));
    NoticeContent story = told.story();
    NoticeContent asks =
        story.saying(
            drafts.question(state, draft, seat.id(), story.body(), readers, words.language()));
    return drafts.answered(state, letter.of(state, List.of(told.telling(asks)), seat, to, words));
  }

  /**
   * Whether mail of it holds no words: by where it stands, and for what is not there yet by whom it
   * is meant for.
   */
  static boolean isBare(Workspace state, Commit commit, Event event, Scope about) {
    return ContentFreeMail.isAskedFor(state, about)
        || Capabilities.notified(state, event, commit)
            .flatMap(told -> Optional.ofNullable(told.meant()))
            .filter(scope -> ContentFreeMail.isAskedFor(state, scope))
            .isPresent();
  }

  /** Who is asked about a held letter is asked whatever they chose: somebody waits for it. */
  private static boolean wants(Workspace state, Commit commit, Event event, SeatId seat) {
    return HeldMessageNotices.of(state, event).filter(n -> n.isAsked(seat)).isPresent()
        || !isUnwanted(state, commit, seat);
  }

  private static boolean isUnwanted(Workspace state, Commit commit, SeatId seat) {
    return state.lists().delivery(seat, "") == Delivery.NONE
        || state.lists().habits().channel(seat, "", commit.sequence(), commit.at(), false)
            == PostDelivery.NONE;
  }

  private Optional<OutgoingMail> bare(
      Workspace state, Commit commit, Event event, Seat seat, Mailboxes at, String parcel) {
    MailAddress to = at.receiving();
    ContentFreeMail letter = new ContentFreeMail(site, unsubscribe, at.language());
    String id = commit.id() + "." + place(state, commit, event, seat.id());
    Optional<HeldMessageNotices> news = HeldMessageNotices.of(state, event);
    if (news.isPresent()) {
      return holds.isDue(news.get(), commit, to, parcel)
          ? Optional.of(letter.of(state, to, seat.id(), page(news.get()), id, commit.at(), ""))
          : Optional.empty();
    }
    return NoticeStory.of(state, commit, event, seat.id(), new NoticeMessages(Language.ENGLISH))
        .map(
            story -> {
              String page = ContentFreeMail.page(story.thing());
              return letter.of(state, to, seat.id(), page, id, commit.at(), "");
            });
  }

  private static String page(HeldMessageNotices news) {
    return ContentFreeMail.page(news.hold().ref());
  }

  private Optional<Composition> held(
      Workspace state,
      Commit commit,
      Event event,
      HeldMessageNotices news,
      Seat seat,
      NamedAddress to,
      String parcel,
      NoticeMessages words) {
    Scope scope = HeldLetters.readers(state, news.hold());
    String readers = words.audience(state.members(), scope.audience(), state.access().count(scope));
    var slip = new HeldMessageMail.Slip(seat.id(), to, parcel, readers, words.language());
    return holds.of(state, commit, event, news, slip);
  }

  /** Among what this reader may know of: a gap would tell how much else was done. */
  private static int place(Workspace state, Commit commit, Event event, SeatId reader) {
    return state.visibleEvents(commit, reader).indexOf(event);
  }
}
