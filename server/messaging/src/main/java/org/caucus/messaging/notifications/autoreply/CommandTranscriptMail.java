package org.caucus.messaging.notifications.autoreply;

import java.time.InstantSource;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;

/**
 * Answers a letter that had orders, to the person who sent it and to nobody else: at the address it
 * came from, as long as that is theirs, else where they take their mail. Marked so that no machine
 * answers it (RFC 3834 section 5).
 */
public final class CommandTranscriptMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "letter.transcript";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final DeliveryLedger ledger;
  private final ReplyTickets replies;
  private final MailFinder finder;
  private final Site site;
  private final AutoReplyLimit limit;
  private final InstantSource clock;

  /**
   * The composer of {@code letter.transcript}.
   *
   * @param finder looks for words
   * @param limit of all answers there are
   */
  public CommandTranscriptMail(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      DeliveryLedger ledger,
      ReplyTickets replies,
      MailFinder finder,
      Site site,
      AutoReplyLimit limit,
      InstantSource clock) {
    this.finder = finder;
    this.floor = floor;
    this.addresses = addresses;
    this.ledger = ledger;
    this.replies = replies;
    this.site = site;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    Commit commit = BatchState.commit(state, parcel);
    Event event = BatchState.event(state, parcel);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (!(event instanceof LetterEvent.LetterObeyed obeyed) || seat == null || !seat.active()) {
      return Optional.empty();
    }
    return addresses
        .mailboxes(seat.person())
        .await()
        .flatMap(
            theirs -> {
              MailAddress to = address(theirs, obeyed);
              int left =
                  Boolean.TRUE.equals(obeyed.unproven())
                      ? limit.leftUnproven(to, parcel.id(), clock.instant())
                      : limit.left(to, parcel.id(), clock.instant());
              return left < 0
                  ? Optional.empty()
                  : Optional.of(
                      letter(
                          state, parcel, commit, seat.id(), obeyed, to, theirs.language(), left));
            });
  }

  private static MailAddress address(Mailboxes theirs, LetterEvent.LetterObeyed obeyed) {
    return MailAddress.parse(obeyed.sender())
        .filter(from -> theirs.every().stream().anyMatch(from::sameAs))
        .orElse(theirs.receiving());
  }

  private OutgoingMail letter(
      Workspace state,
      DeliveryBatch parcel,
      Commit commit,
      SeatId seat,
      LetterEvent.LetterObeyed obeyed,
      MailAddress to,
      Language language,
      int left) {
    String slug = state.members().slug();
    TranscriptMessages words = new TranscriptMessages(language);
    CommandTranscript transcript =
        new CommandTranscript(state, obeyed, ledger, replies, finder, site, language);
    String text =
        transcript.isWithheld()
            ? words.bare(obeyed.done(), site.page(slug, "my-mail"))
            : transcript.text();
    // at its end is the foot
    String told = FinalReplyNotice.above(text, left, language);
    var reader = SystemMail.Recipient.member(state, seat, NamedAddress.of(to), language);
    Composition letter =
        SystemMail.answering(site, slug + "+help", reader, obeyed.messageId())
            .from(NamedAddress.of(MailAddress.of(transcript.control())))
            .write(parcel.id(), commit.at(), words.subject(), told);
    return new OutgoingMail.Composed(slug, to, letter);
  }
}
