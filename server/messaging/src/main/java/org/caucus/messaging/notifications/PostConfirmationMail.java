package org.caucus.messaging.notifications;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.actions.mail.ActionMailParser;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.mailcommands.headers.IgnoredLines;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mentions.MentionReading;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.mail.IssueMailParser;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
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
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recall.RecallTickets;
import org.caucus.messaging.distribution.recall.RecalledCopyHolders;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.FinalReplyNotice;
import org.caucus.messaging.notifications.replies.Readership;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Tells the person who posted by mail who can read it: audience, head count, organisations, how to
 * take it back while that can be done, and nothing of what was written; and the person who took it
 * back by answering that, that it is done. To its author alone, never to a list, and marked so that
 * no machine answers it (RFC 3834).
 */
public final class PostConfirmationMail implements Composer {
  static final String KIND = "letter.echo";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final ReplyTickets replies;
  private final RecallTickets recalls;
  private final RecalledCopyHolders holders;
  private final MailContent.Waits waits;
  private final AutoReplyLimit limit;
  private final InstantSource clock;

  /**
   * The composer of {@code letter.echo}.
   *
   * @param holders know of what is taken back who has a copy
   * @param waits which letters wait a minute where neither list nor workspace chose
   * @param limit of all answers there are, of which what is said to an order is one
   */
  public PostConfirmationMail(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      Unsubscribe unsubscribe,
      Site site,
      ReplyTickets replies,
      RecallTickets recalls,
      RecalledCopyHolders holders,
      MailContent.Waits waits,
      AutoReplyLimit limit,
      InstantSource clock) {
    this.waits = waits;
    this.limit = limit;
    this.clock = clock;
    this.floor = floor;
    this.addresses = addresses;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.replies = replies;
    this.recalls = recalls;
    this.holders = holders;
  }

  /**
   * What came by mail.
   *
   * @param thing whose readers are told
   * @param letter Message-ID of the letter, if it is known
   */
  record Posted(SeatId author, Ref thing, Ref page, Audience audience, @Nullable String letter) {}

  /** What its author wrote by mail; empty for all else, and for what a convenor let in. */
  static Optional<Posted> posted(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e when e.letter() != null && e.letter().from() == null ->
          Optional.of(
              new Posted(
                  e.seat(),
                  Ref.to(Ref.Kind.ENTRY, e.id()),
                  e.parent(),
                  e.audience(),
                  e.letter().messageId()));
      case UpdateEvent.UpdatePosted e when e.via() == Channel.MAIL -> {
        Ref update = Ref.to(Ref.Kind.UPDATE, e.id());
        yield Optional.of(new Posted(e.by(), update, update, e.audience(), null));
      }
      default -> Optional.empty();
    };
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    Event event = BatchState.event(state, parcel);
    Optional<Posted> back = takenBack(state, event);
    Optional<Posted> posted = back.or(() -> posted(event));
    Seat seat = state.members().seats().get(new SeatId(recipient));
    // the person who asked by mail to have it back hears whether it is
    if (posted.isEmpty()
        || seat == null
        || (back.isEmpty()
            && !state.lists().echoes(seat.id())
            && untold(state, posted.get(), Language.ENGLISH).isEmpty())) {
      return Optional.empty();
    }
    return state
        .scopeOf(posted.get().thing())
        .filter(scope -> state.access().canRead(seat.id(), scope))
        .flatMap(
            scope ->
                addresses
                    .mailboxes(seat.person())
                    .await()
                    .flatMap(
                        at ->
                            back.isPresent()
                                ? answer(state, parcel, posted.get(), scope, seat, at)
                                : Optional.of(
                                    letter(state, parcel, posted.get(), scope, seat, at))));
  }

  /** What its author took back by answering. */
  private static Optional<Posted> takenBack(Workspace state, Event event) {
    if (!(event instanceof LetterEvent.LetterTookBack e)) {
      return Optional.empty();
    }
    Optional<Entry> entry =
        e.of().kind() == Ref.Kind.ENTRY ? state.entries().find(e.of().id()) : Optional.empty();
    Ref page = entry.map(Entry::parent).orElse(e.of());
    String letter = entry.map(Entry::letter).map(l -> l.messageId()).orElse(null);
    return Optional.of(new Posted(e.by(), e.of(), page, Audience.named(List.of(e.by())), letter));
  }

  /** That it is taken back, and of which organisations somebody holds a copy. */
  private Optional<OutgoingMail> answer(
      Workspace state, DeliveryBatch parcel, Posted posted, Scope scope, Seat seat, Mailboxes at) {
    MailAddress to = at.receiving();
    int left = limit.left(to, parcel.id(), clock.instant());
    if (left < 0) {
      return Optional.empty();
    }
    NoticeMessages words = new NoticeMessages(at.language());
    String page = ContentFreeMail.page(posted.page());
    if (ContentFreeMail.isAskedFor(state, scope)) {
      return Optional.of(
          new ContentFreeMail(site, unsubscribe, words.language())
              .of(
                  state,
                  to,
                  seat.id(),
                  page,
                  parcel.id(),
                  BatchState.commit(state, parcel).at(),
                  ""));
    }
    String gone =
        holders.heads(state, posted.thing(), posted.author()).entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("\n"));
    String text = words.takenBack(gone, site.page(state.members().slug(), page));
    return Optional.of(
        composed(
            state,
            parcel,
            posted,
            seat,
            to,
            words.takenBackSubject(),
            FinalReplyNotice.below(text, left, words.language()),
            Optional.empty(),
            words));
  }

  private OutgoingMail letter(
      Workspace state, DeliveryBatch parcel, Posted posted, Scope scope, Seat seat, Mailboxes at) {
    MailAddress to = at.receiving();
    Commit commit = BatchState.commit(state, parcel);
    NoticeMessages words = new NoticeMessages(at.language());
    String page = ContentFreeMail.page(posted.page());
    if (ContentFreeMail.isAskedFor(state, scope)) {
      return new ContentFreeMail(site, unsubscribe, words.language())
          .of(state, to, seat.id(), page, parcel.id(), commit.at(), "");
    }
    String slug = state.members().slug();
    // if there is still time when this is sent
    Optional<RecallTickets.Ways> ways = recalls.ways(state, commit, posted.author());
    int readers = state.access().count(scope);
    String text =
        words.echo(
            words.audience(state.members(), posted.audience(), readers),
            Readership.organisations(state, scope),
            CommandSummary.of(state, commit, posted.page(), seat.id(), words)
                + embargo(state, posted.page(), seat, words)
                + later(state, posted, seat, commit, words)
                + comes(state, posted, seat, commit, words)
                + untold(state, posted, words.language())
                + kept(state, posted, words)
                + word(state, posted, words)
                + ways.map(w -> takeBack(state, posted, commit, w, words)).orElse(""),
            site.page(slug, page),
            ways.isPresent());
    return composed(state, parcel, posted, seat, to, words.echoSubject(), text, ways, words);
  }

  private OutgoingMail composed(
      Workspace state,
      DeliveryBatch parcel,
      Posted posted,
      Seat seat,
      MailAddress to,
      String subject,
      String text,
      Optional<RecallTickets.Ways> ways,
      NoticeMessages words) {
    String slug = state.members().slug();
    NamedAddress reader = new NamedAddress(HeaderText.clean(seat.name()), to);
    SystemMail letter =
        SystemMail.answering(
            site,
            slug + "+notices",
            SystemMail.Recipient.member(state, seat.id(), reader, words.language()),
            posted.letter());
    ways.ifPresent(w -> letter.replyTo(w.address()));
    letter.with(unsubscribe.headers(slug, "", seat.id()));
    Composition written =
        letter.write(parcel.id(), BatchState.commit(state, parcel).at(), subject, text);
    return new OutgoingMail.Composed(slug, to, written);
  }

  /** How its author says later what becomes of an update: nobody sends them a notice of it. */
  private String later(
      Workspace state, Posted posted, Seat seat, Commit commit, NoticeMessages words) {
    return posted.thing().kind() == Ref.Kind.UPDATE
        ? words.echoUpdate(
            replies.address(state.members().slug(), site.domain(), commit.sequence(), seat.id()))
        : "";
  }

  /** How to say whether one comes, to the person who may have meant that by a comment. */
  private String comes(
      Workspace state, Posted posted, Seat seat, Commit commit, NoticeMessages words) {
    boolean answered = commit.events().stream().anyMatch(e -> e instanceof ActionEvent);
    return posted.page().kind() != Ref.Kind.ACTION || answered
        ? ""
        : state
            .entries()
            .find(posted.thing().id())
            .filter(entry -> RsvpReply.isLike(entry.text()))
            .flatMap(entry -> ReplyTickets.about(state, posted.page(), seat.id()))
            .map(c -> replies.address(state.members().slug(), site.domain(), c, seat.id()))
            .map(words::echoComes)
            .orElse("");
  }

  /** Which names in it told nobody; that is said whatever else its author wants to hear. */
  private static String untold(Workspace state, Posted posted, Language language) {
    return state
        .item(posted.thing())
        .flatMap(Item::text)
        .map(
            text ->
                MentionReading.of(
                    state.members(),
                    posted.author(),
                    state.scopeOf(posted.thing()).orElseThrow(),
                    text))
        .map(new MentionMessages(language)::echo)
        .orElse("");
  }

  /** A word that would have acted alone, and was posted with what else was said. */
  private static String word(Workspace state, Posted posted, NoticeMessages words) {
    return state
        .entries()
        .find(posted.thing().id())
        .flatMap(entry -> ActionReply.begun(posted.page(), entry.text()))
        .map(words::echoWord)
        .orElse("");
  }

  /** Lines of an answer to an issue or an action that its author may have meant as orders. */
  private static String kept(Workspace state, Posted posted, NoticeMessages words) {
    return state
        .entries()
        .find(posted.thing().id())
        .flatMap(entry -> kept(state, posted.page(), entry.text()))
        .filter(kept -> !kept.keys().isEmpty())
        .map(words::echoKept)
        .orElse("");
  }

  private static Optional<IgnoredLines> kept(Workspace state, Ref page, String text) {
    return switch (page.kind()) {
      case ISSUE ->
          state
              .issues()
              .find(page.id())
              .flatMap(issue -> state.issues().tracker(issue.tracker()))
              .map(
                  tracker ->
                      IgnoredLines.in(
                          text, IssueMailParser.keys(tracker), IssueMailParser::isOrder));
      case ACTION ->
          Optional.of(
              IgnoredLines.in(text, ActionMailParser.answering(false), ActionMailParser::isOrder));
      default -> Optional.empty();
    };
  }

  /** When others read it too, if they do. */
  private static String embargo(Workspace state, Ref page, Seat seat, NoticeMessages words) {
    return Optional.of(page)
        .filter(p -> p.kind() == Ref.Kind.ACTION)
        .flatMap(p -> state.actions().find(p.id()))
        .map(Action::embargo)
        .map(
            e ->
                words.echoEmbargo(
                    e.until().atZone(state.lists().habits().now(seat.id()).zone()),
                    words.audience(
                        state.members(), e.to(), state.access().count(Scope.place(e.to())))))
        .orElse("");
  }

  private String takeBack(
      Workspace state,
      Posted posted,
      Commit commit,
      RecallTickets.Ways ways,
      NoticeMessages words) {
    String list = state.lists().thread(posted.page().id()).map(Thread::list).orElse("");
    MailContent.Waits chosen = state.lists().waits(list, waits);
    return words.takeBack(ways.page(), RecallTickets.until(commit), chosen)
        + changed(state, commit).map(issue -> words.staysChanged(issue.label())).orElse("");
  }

  /** What the letter changed and did not open: to take back its words leaves that as it is. */
  private static Optional<Issue> changed(Workspace state, Commit commit) {
    return commit.events().stream()
        .flatMap(
            event ->
                switch (event) {
                  case IssueEvent.IssueEdited e -> Stream.of(e.id());
                  case IssueEvent.IssueClosed e -> Stream.of(e.id());
                  case IssueEvent.IssueReopened e -> Stream.of(e.id());
                  default -> null;
                })
        .flatMap(id -> state.issues().find(id).stream())
        .findFirst();
  }
}
