package org.caucus.messaging.notifications.digests;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.PostComposer;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.messaging.notifications.digests.DigestLetter.Absent;
import org.caucus.messaging.notifications.digests.DigestPosts.Post;
import org.caucus.messaging.notifications.digests.DigestPosts.Span;
import org.caucus.messaging.notifications.digests.UndeliveredDigests.Missed;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/** Writes a digest for one seat, of what that seat may read at the moment of sending. */
public final class DigestComposer implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "digest.posts";

  static final String LIST = "list";
  static final String AFTER = "after";
  static final String UP_TO = "upTo";

  /** Entries that are not in it; not in those of lists whose letters name nobody. */
  static final String DIRECT = "direct";

  /** Sequence of the last commit that was known when it was made ready; not in older parcels. */
  static final String SEEN = "seen";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final PostSigner signing;
  private final DigestReceipts brought;
  private final DigestLetter letter;

  /**
   * The composer of {@code digest.posts}.
   *
   * @param whole writes a post as a letter for one seat
   * @param brought what another seat of the same person got
   */
  public DigestComposer(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      ReplyTickets replies,
      MemberAliases aliases,
      Unsubscribe unsubscribe,
      Site site,
      PostSigner signing,
      PostComposer whole,
      DigestReceipts brought) {
    this.brought = brought;
    this.floor = floor;
    this.addresses = addresses;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.signing = signing;
    this.letter = new DigestLetter(replies, aliases, unsubscribe, site, whole);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    long upTo = parcel.payload().getLong(UP_TO);
    long seen = parcel.payload().getLong(SEEN, Long.MAX_VALUE);
    long least = seen == Long.MAX_VALUE ? upTo : Math.max(upTo, seen);
    Workspace state =
        WorkspaceAt.sequence(floor, Objects.requireNonNull(parcel.workspace()), least);
    String list = parcel.payload().getString(LIST);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (seat == null || state.lists().delivery(seat.id(), list) == Delivery.NONE) {
      return Optional.empty();
    }
    Span span = new Span(seat.id(), list, parcel.payload().getLong(AFTER), upTo);
    List<Post> posts =
        without(
            UndeliveredDigests.strings(parcel.payload(), DIRECT),
            DigestPosts.of(state, span, seen, brought).stream()
                .filter(p -> state.lists().delivery(p.reader(), list) != Delivery.NONE)
                .toList());
    List<Absent> absent =
        UndeliveredDigests.in(parcel)
            .map(m -> absent(state, m, new Span(seat.id(), list, m.after(), m.upTo())))
            .filter(a -> !a.posts().isEmpty())
            .toList();
    Content content = new Content(posts, absent);
    return posts.isEmpty() && absent.isEmpty()
        ? Optional.empty()
        : addresses
            .mailboxes(seat.person())
            .await()
            .map(at -> letter(state, list, holder(state, seat, content), at, content, parcel));
  }

  private static Absent absent(Workspace state, Missed missed, Span span) {
    return new Absent(missed, without(missed.direct(), DigestPosts.of(state, span)));
  }

  private static List<Post> without(List<String> direct, List<Post> posts) {
    return posts.stream().filter(post -> !direct.contains(post.entry().id())).toList();
  }

  /** Whose letter it is: a seat that has ended gets none, but another of the same person may. */
  private static Seat holder(Workspace state, Seat seat, Content content) {
    return seat.active()
        ? seat
        : Objects.requireNonNull(state.members().seats().get(content.first().reader()));
  }

  /** Posts of now, and those that did not come before; of each what this seat can read. */
  private record Content(List<Post> posts, List<Absent> absent) {
    Post first() {
      return (posts.isEmpty() ? absent.getFirst().posts() : posts).getFirst();
    }

    /** Without what mail says nothing of. */
    Content told(Workspace state) {
      return new Content(
          told(state, posts),
          absent.stream()
              .map(a -> new Absent(a.missed(), told(state, a.posts())))
              .filter(a -> !a.posts().isEmpty())
              .toList());
    }

    private static List<Post> told(Workspace state, List<Post> posts) {
      return posts.stream().filter(post -> !isWithheld(state, post.entry())).toList();
    }
  }

  private OutgoingMail letter(
      Workspace state,
      String list,
      Seat seat,
      Mailboxes mailboxes,
      Content all,
      DeliveryBatch parcel) {
    MailAddress to = mailboxes.receiving();
    Content told = all.told(state);
    String id = parcel.id();
    Language language = mailboxes.language();
    Instant at = parcel.at();
    if (told.posts().isEmpty() && told.absent().isEmpty()) {
      String page = ContentFreeMail.page(all.first().entry().parent());
      return new ContentFreeMail(site, unsubscribe, language)
          .of(state, to, seat.id(), page, id, at, list);
    }
    var digest =
        new DigestLetter.Digest(
            state,
            state.lists().list(list).orElseThrow(),
            seat,
            to,
            told.posts(),
            told.absent(),
            all.posts().size() - told.posts().size(),
            id,
            at,
            language);
    RawLetter written = RawLetter.of(letter.of(digest, mode(state, seat, list)));
    return new OutgoingMail.Raw(
        state.members().slug(),
        to,
        signing.written(WireForm.shortLines(written).orElse(written)),
        () -> sevenBit(written, digest).map(signing::written));
  }

  /** Letters in it that somebody signed may have no such form: then it has their words alone. */
  private Optional<RawLetter> sevenBit(RawLetter written, DigestLetter.Digest digest) {
    return WireForm.sevenBit(written)
        .or(() -> WireForm.sevenBit(RawLetter.of(letter.of(digest, Delivery.DIGEST))));
  }

  private static boolean isWithheld(Workspace state, Entry entry) {
    return ContentFreeMail.isAskedFor(
        state, state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow());
  }

  /** Anyone who has left digests gets the last one plain. */
  private static Delivery mode(Workspace state, Seat seat, String list) {
    Delivery mode = state.lists().habits().now(seat.id(), list).mode();
    return mode.gathers() ? mode : Delivery.DIGEST;
  }
}
