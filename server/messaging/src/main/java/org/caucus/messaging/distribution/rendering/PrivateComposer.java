package org.caucus.messaging.distribution.rendering;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.Lists;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Passes a letter of one member on to another, whom they know only by the address here. Nothing of
 * it stands anywhere else; it goes while both are members. Its bytes do not outlive it here: {@link
 * MemberForwardedLetter}.
 */
public final class PrivateComposer implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "relay.private";

  /** Who wrote it. */
  public static final String FROM = "from";

  /** Where its bytes are. */
  public static final String BLOB = "blob";

  private final CommandBus<Workspace> floor;
  private final OriginalLetters originals;
  private final SeatAddresses addresses;
  private final FromRewriter authors;
  private final Site site;
  private final PostSigner signing;

  /** The composer of {@code relay.private}. */
  public PrivateComposer(
      CommandBus<Workspace> floor,
      OriginalLetters originals,
      SeatAddresses addresses,
      FromRewriter authors,
      Site site,
      PostSigner signing) {
    this.floor = floor;
    this.originals = originals;
    this.addresses = addresses;
    this.authors = authors;
    this.site = site;
    this.signing = signing;
  }

  /** The parcel in which a letter is passed on. */
  public static String parcel(WorkspaceId workspace, Commit commit) {
    return DeliveryBatch.id(workspace.value(), commit.id(), KIND);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    String author = parcel.payload().getString(FROM);
    SeatId from = author == null ? null : new SeatId(author);
    Seat to = state.members().seats().get(new SeatId(recipient));
    if (to == null || !mayPass(state, from, to.id())) {
      return Optional.empty();
    }
    String blob = parcel.payload().getString(BLOB);
    return addresses
        .of(to.person())
        .await()
        .map(at -> letter(state, from, to, at, blob, parcel.id()));
  }

  /** Who answers somebody from outside reaches them, whatever stands in From. */
  private static RawLetter answeredOutside(RawLetter letter, RawLetter raw) {
    String asked = raw.value("Reply-To").or(() -> raw.value("From")).orElse("");
    List<NamedAddress> from = NamedAddress.parseList(asked);
    return letter.value("Reply-To").isPresent() || from.size() != 1
        ? letter
        : letter.with(Header.addresses("Reply-To", from));
  }

  /**
   * Both are members still, and the workspace lets words into mail.
   *
   * @param from null for somebody from outside, who wrote to the convenors
   */
  public static boolean mayPass(Workspace state, @Nullable SeatId from, SeatId to) {
    Scope both = Scope.place(Audience.named(from == null ? List.of(to) : List.of(from, to)));
    return (from == null || state.members().isActive(from))
        && state.members().isActive(to)
        && !ContentFreeMail.isAskedFor(state, both);
  }

  /** Whether they know each other by a list on which addresses are hidden. */
  private static boolean isHidden(Workspace state, SeatId from, SeatId to) {
    return state.lists().lists().values().stream()
        .filter(list -> state.access().canRead(from, list.scope()))
        .filter(list -> state.access().canRead(to, list.scope()))
        .anyMatch(list -> Lists.privacy(state, list.slug()).hides());
  }

  private OutgoingMail letter(
      Workspace state, @Nullable SeatId from, Seat to, MailAddress at, String blob, String id) {
    byte[] raw = originals.get(state.id(), blob).await();
    String slug = state.members().slug();
    String via = HeaderText.clean(state.members().name());
    MailAddress alias =
        from == null ? site.address(slug + "+owner") : authors.aliases().of(slug, from);
    boolean hidden = from != null && isHidden(state, from, to.id());
    Optional<NamedAddress> author =
        hidden && from != null
            ? Optional.of(FromRewriter.member(state, from, via, alias))
            : authors.instead(RawLetter.of(raw), state, from, via, alias);
    RawLetter direct =
        LetterPost.direct(
            raw, state, to.id(), site, author, hidden ? Optional.of(id) : Optional.empty());
    RawLetter letter = from == null ? answeredOutside(direct, RawLetter.of(raw)) : direct;
    RawLetter signed = signing.relayed(letter, signing.sealed(letter, blob, raw));
    return new OutgoingMail.Raw(
        slug,
        at,
        signed,
        () ->
            WireForm.sevenBit(letter)
                .map(form -> signing.relayed(form, signing.sealed(form, blob, raw))));
  }
}
