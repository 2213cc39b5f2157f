package org.caucus.messaging.distribution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Tells the person who wrote a message, wrote to a member, or invited somebody, that an operator
 * took copies of it out of the queue, and why. It holds no word that a member wrote, and names no
 * recipient: the page of the message says who got it, to those who may know.
 */
public final class PurgedMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "queue.purged";

  /** The kind of invitations, whose composer is above this package. */
  private static final String INVITATION = "invitation";

  private static final MessageCatalogue WORDS = MessageCatalogue.of("bounces");

  /** In a parcel, the kind of what was purged. */
  private static final String OF = "of";

  /** In a parcel, what the operator says. */
  private static final String REASON = "reason";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Site site;

  /** The composer of {@code queue.purged}. */
  public PurgedMail(CommandBus<Workspace> floor, SeatAddresses addresses, Site site) {
    this.floor = floor;
    this.addresses = addresses;
    this.site = site;
  }

  /**
   * One letter for each message of which something was purged; none for what no person wrote.
   * Blocks.
   *
   * @param reason in the operator's words
   */
  public static List<DeliveryBatch> parcels(
      CommandBus<Workspace> floor, List<MailQueue.Purged> purged, String reason, Instant now) {
    Set<String> seen = new HashSet<>();
    List<DeliveryBatch> all = new ArrayList<>();
    for (MailQueue.Purged one : purged) {
      WorkspaceId workspace = one.workspace();
      if (workspace != null && seen.add(workspace + one.kind() + one.payload().encode())) {
        Workspace state = floor.read(workspace).await();
        sender(state, one.kind(), one.payload())
            .ifPresent(seat -> all.add(parcel(workspace, one, seat, reason, now)));
      }
    }
    return all;
  }

  private static DeliveryBatch parcel(
      WorkspaceId workspace, MailQueue.Purged purged, SeatId seat, String reason, Instant now) {
    JsonObject payload = purged.payload().copy().put(OF, purged.kind()).put(REASON, reason);
    String id = DeliveryBatch.id(workspace.value(), RandomIds.random(), KIND);
    return DeliveryBatch.of(id, workspace, KIND, payload, List.of(seat.value()), now);
  }

  /** Who wrote it, if they can still read it. */
  private static Optional<SeatId> sender(Workspace state, String kind, JsonObject payload) {
    return switch (kind) {
      case RecipientBatches.POST ->
          state
              .entries()
              .find(payload.getString(PostComposer.ENTRY))
              .filter(entry -> canRead(state, entry))
              .map(Entry::seat);
      case PrivateComposer.KIND ->
          Optional.ofNullable(payload.getString(PrivateComposer.FROM)).map(SeatId::new);
      case INVITATION -> inviter(state, payload);
      default -> Optional.empty();
    };
  }

  private static boolean canRead(Workspace state, Entry entry) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .filter(scope -> state.access().canRead(entry.seat(), scope))
        .isPresent();
  }

  private static Optional<SeatId> inviter(Workspace state, JsonObject payload) {
    int sequence = Math.toIntExact(payload.getLong(BatchState.SEQUENCE));
    return state.history().size() >= sequence
            && state.history().get(sequence - 1).events().get(payload.getInteger(BatchState.EVENT))
                instanceof MemberEvent.Invited invited
        ? Optional.of(invited.by())
        : Optional.empty();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    String of = parcel.payload().getString(OF);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    boolean theirs = sender(state, of, parcel.payload()).filter(s -> isHere(seat, s)).isPresent();
    return !theirs || seat == null
        ? Optional.empty()
        : addresses.mailboxes(seat.person()).await().map(at -> letter(state, seat, of, parcel, at));
  }

  private static boolean isHere(@Nullable Seat seat, SeatId sender) {
    return seat != null && seat.active() && seat.id().equals(sender);
  }

  private OutgoingMail letter(
      Workspace state, Seat seat, String of, DeliveryBatch parcel, SeatAddresses.Mailboxes at) {
    MailAddress to = at.receiving();
    String slug = state.members().slug();
    var reader = SystemMail.Recipient.member(state, seat.id(), NamedAddress.of(to), at.language());
    Map<String, String> words =
        Map.of(
            "reason",
            parcel.payload().getString(REASON),
            "workspace",
            ContentFreeMail.called(state),
            "page",
            site.page(slug, page(state, of, parcel.payload())));
    return new OutgoingMail.Composed(
        slug, to, SystemMail.of(site, "postmaster", reader).write(parcel, WORDS, key(of), words));
  }

  private static String key(String of) {
    return switch (of) {
      case PrivateComposer.KIND -> "purged-private";
      case INVITATION -> "purged-invitation";
      default -> "purged";
    };
  }

  private static String page(Workspace state, String of, JsonObject payload) {
    return of.equals(RecipientBatches.POST)
        ? state
            .entries()
            .find(payload.getString(PostComposer.ENTRY))
            .map(entry -> ContentFreeMail.page(entry.parent()))
            .orElse("")
        : "organisations";
  }
}
