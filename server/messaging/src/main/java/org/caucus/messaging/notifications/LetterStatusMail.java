package org.caucus.messaging.notifications;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.HeldMessageNotices;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.SpoofingReasons;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.FinalReplyNotice;
import org.caucus.messaging.notifications.moderation.HeldMessageMail;
import org.caucus.messaging.notifications.moderation.HoldMessages;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.ReasonRecords;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what became of their letters: it waits, it was refused, it was turned away (RFC
 * 3834). Nothing is quoted, machines get no answer, nobody gets more than {@link
 * AutoReplyLimit#PER_DAY} a day, and all strangers together no more than {@link
 * AutoReplyLimit#ALL_PER_DAY}.
 */
public final class LetterStatusMail implements Composer {
  static final String KIND = "letter.answer";

  private static final Message NOT_TOLD = Message.of("reasons.not-told");

  private final CommandBus<Workspace> floor;
  private final Blobs blobs;
  private final Site site;
  private final HoldCodes codes;
  private final InstantSource clock;
  private final AutoReplyLimit limit;
  private final SeatAddresses addresses;

  /**
   * The composer of {@code letter.answer}.
   *
   * @param limit of all answers there are
   */
  public LetterStatusMail(
      CommandBus<Workspace> floor,
      Blobs blobs,
      SeatAddresses addresses,
      Site site,
      HoldCodes codes,
      AutoReplyLimit limit,
      InstantSource clock) {
    this.addresses = addresses;
    this.floor = floor;
    this.blobs = blobs;
    this.site = site;
    this.codes = codes;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  private record Answer(
      String subject, String text, String address, @Nullable String blob, @Nullable String id) {
    /** Without the words of the letter. */
    Answer bare() {
      return new Answer("", text, address, blob, id);
    }
  }

  /**
   * Where mail holds no words, an answer repeats no subject, and says nothing in a person's words.
   */
  private static boolean isBare(Workspace state, DeliveryBatch parcel) {
    Event event = BatchState.event(state, parcel);
    // where a letter that was refused wanted to go is not always known: the barest of here holds
    if (event instanceof LetterEvent.LetterRefused) {
      return state.lists().content().withholds();
    }
    Scope scope =
        HeldMessageNotices.of(state, event)
            .map(n -> HeldLetters.readers(state, n.hold()))
            .orElse(Scope.place(Audience.everyone()));
    return ContentFreeMail.isAskedFor(state, scope);
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    WorkspaceId workspace = Objects.requireNonNull(parcel.workspace());
    Workspace state = BatchState.of(floor, parcel);
    Optional<MailAddress> to = MailAddress.parse(recipient);
    NoticeMessages words =
        new NoticeMessages(to.map(a -> addresses.language(a).await()).orElse(Language.ENGLISH));
    Optional<Answer> answer =
        answer(state, parcel, words).map(a -> isBare(state, parcel) ? a.bare() : a);
    if (to.isEmpty() || answer.isEmpty() || isOurs(to.get()) || isDenied(state, parcel)) {
      return Optional.empty();
    }
    int left = isAutomatic(workspace, answer.get(), to.get()) ? -1 : left(state, parcel, to.get());
    if (left < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new OutgoingMail.Composed(
            state.members().slug(),
            to.get(),
            letter(state, parcel, answer.get(), to.get(), words, left)));
  }

  private int left(Workspace state, DeliveryBatch parcel, MailAddress to) {
    return limit.left(
        to,
        isProven(state, BatchState.event(state, parcel)),
        parcel.id(),
        clock.instant(),
        () -> isMember(state, to));
  }

  /** Whether the domain of the person who would be answered says that they did not write. */
  private static boolean isDenied(Workspace state, DeliveryBatch parcel) {
    Event event = BatchState.event(state, parcel);
    return event instanceof LetterEvent.LetterRefused refused
        ? SpoofingReasons.isSaid(refused.reasons())
        : HeldMessageNotices.of(state, event)
            .filter(n -> SpoofingReasons.isSaid(n.hold().reasons()))
            .isPresent();
  }

  /** Whether something but its From line says who wrote the letter. */
  private static boolean isProven(Workspace state, Event event) {
    return event instanceof LetterEvent.LetterRefused refused
        ? Boolean.TRUE.equals(refused.proven())
        : HeldMessageNotices.of(state, event)
            .filter(n -> n.hold().seat() != null && !n.hold().unproven())
            .isPresent();
  }

  private boolean isMember(Workspace state, MailAddress address) {
    List<String> persons = state.members().active().stream().map(Seat::person).distinct().toList();
    return addresses.of(persons).await().values().stream()
        .flatMap(at -> at.every().stream())
        .anyMatch(address::sameAs);
  }

  private Optional<Answer> answer(Workspace state, DeliveryBatch parcel, NoticeMessages words) {
    return switch (BatchState.event(state, parcel)) {
      case LetterEvent.LetterHeld e ->
          hold(state, e.id()).filter(Hold::open).map(h -> about(h, received(state, h, words)));
      case LetterEvent.HoldRefused e ->
          turnedAway(state, e.id(), isBare(state, parcel) ? "" : holds(words).said(e), words);
      case LetterEvent.HoldDiscarded e -> turnedAway(state, e.id(), "", words);
      case LetterEvent.HoldExpired e ->
          hold(state, e.id()).map(h -> about(h, holds(words).tooLate(h.address())));
      case LetterEvent.HoldWithdrawn e ->
          hold(state, e.id()).map(h -> about(h, holds(words).takenBack(h.address())));
      case LetterEvent.LetterRefused e ->
          Optional.of(
              new Answer(
                  e.subject(),
                  refused(e, isBare(state, parcel), words),
                  e.address(),
                  null,
                  e.messageId()));
      default -> Optional.empty();
    };
  }

  private String received(Workspace state, Hold hold, NoticeMessages words) {
    return holds(words).received(hold.address())
        + holds(words).withdraw(codes.ofSender(state.id(), hold));
  }

  /** Where mail is to hold no words, the rules alone: no lines of the letter, no names. */
  private String refused(LetterEvent.LetterRefused event, boolean bare, NoticeMessages words) {
    List<Message> reasons = bare ? rules(event.reasons()) : event.reasons();
    return event.address().endsWith("+" + HoldCodes.DETAIL + "@" + site.domain())
        ? holds(words).decidedNothing(reasons)
        : words.refused(event.address(), reasons);
  }

  private static List<Message> rules(List<Message> reasons) {
    List<Message> rules =
        reasons.stream().flatMap(r -> ReasonRecords.ofNobody(r).stream()).toList();
    return rules.isEmpty() ? List.of(NOT_TOLD) : rules;
  }

  private static HoldMessages holds(NoticeMessages words) {
    return new HoldMessages(words.language());
  }

  private static Optional<Hold> hold(Workspace state, String id) {
    return state.letters().find(id);
  }

  private static Optional<Answer> turnedAway(
      Workspace state, String id, String said, NoticeMessages words) {
    return hold(state, id).map(h -> about(h, holds(words).turnedAway(h.address(), said)));
  }

  private static Answer about(Hold hold, String text) {
    EntryLetter letter = hold.letter();
    return letter == null
        ? new Answer(hold.subject(), text, hold.address(), null, null)
        : new Answer(hold.subject(), text, hold.address(), letter.blob(), letter.messageId());
  }

  /** Answering one of our own addresses would be a circle. */
  private boolean isOurs(MailAddress address) {
    return address.asciiDomain().equalsIgnoreCase(site.domain());
  }

  private boolean isAutomatic(WorkspaceId workspace, Answer answer, MailAddress sender) {
    // of a refused letter only the sender is known here; the inbox has looked at the rest
    byte[] letter =
        answer.blob() == null
            ? ("From: <" + sender + ">\r\n\r\n").getBytes(StandardCharsets.UTF_8)
            : blobs.get(workspace, new BlobId(answer.blob())).await();
    return Automation.of(RawLetter.of(letter), sender).isPresent();
  }

  private Composition letter(
      Workspace state,
      DeliveryBatch parcel,
      Answer answer,
      MailAddress to,
      NoticeMessages words,
      int left) {
    String slug = state.members().slug();
    var reader = SystemMail.Recipient.person(addresses, to, words.language());
    SystemMail letter = SystemMail.answering(site, slug + "+help", reader, answer.id());
    if (BatchState.event(state, parcel) instanceof LetterEvent.LetterHeld) {
      letter.replyTo(HeldMessageMail.deciding(site, state));
    }
    return letter.write(
        parcel.id(),
        BatchState.commit(state, parcel).at(),
        words.answerSubject(HeaderText.clean(answer.subject())),
        FinalReplyNotice.below(answer.text(), left, words.language()));
  }
}
