package org.caucus.messaging.notifications;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
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
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.notifications.accounts.AccountMessages;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.InvitationTokens;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Brings an invitation to its address, as long as it is open. */
public final class InvitationMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "invitation";

  private final CommandBus<Workspace> floor;
  private final InvitationTokens tokens;
  private final SeatAddresses readers;
  private final Site site;
  private final InstantSource clock;

  /** The composer of {@code invitation}. */
  public InvitationMail(
      CommandBus<Workspace> floor,
      InvitationTokens tokens,
      SeatAddresses readers,
      Site site,
      InstantSource clock) {
    this.floor = floor;
    this.tokens = tokens;
    this.readers = readers;
    this.site = site;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    Event about = BatchState.event(state, parcel);
    String id =
        switch (about) {
          case MemberEvent.Invited e -> e.id();
          case MemberEvent.InvitationReminded e -> e.id();
          default -> "";
        };
    Instant reminded =
        about instanceof MemberEvent.InvitationReminded
            ? BatchState.commit(state, parcel).at()
            : null;
    Optional<MailAddress> to = MailAddress.parse(recipient);
    return state
        .members()
        .invitation(id, clock.instant())
        .filter(i -> to.isPresent())
        .map(
            i ->
                new OutgoingMail.Composed(
                    state.members().slug(), to.get(), letter(state, i, to.get(), reminded)));
  }

  private Composition letter(
      Workspace state, Invitation invitation, MailAddress to, @Nullable Instant reminded) {
    Members members = state.members();
    String inviter = HeaderText.clean(members.nameOf(invitation.by()));
    String workspace = HeaderText.clean(members.name());
    String link = site.baseUrl() + "/join/" + tokens.mint(state.id(), invitation.id());
    var organisation =
        Objects.requireNonNull(members.organisations().get(invitation.organisation()));
    String name = invitation.name() == null ? "" : HeaderText.clean(invitation.name());
    AccountMessages words = words(members, invitation, to);
    var reader = SystemMail.Recipient.person(readers, new NamedAddress(name, to), words.language());
    String sender = inviter + NoticeMessages.VIA + workspace;
    return SystemMail.of(site, members.slug() + "+help", reader)
        .from(new NamedAddress(sender, site.address(members.slug() + "+help")))
        .replyTo(answers(state, invitation))
        .write(
            reminded == null ? invitation.id() : invitation.id() + "." + reminded.getEpochSecond(),
            reminded == null ? invitation.at() : reminded,
            words.invitationSubject(workspace, reminded != null),
            words.invitation(
                inviter,
                workspace,
                organisation.name(),
                link,
                invitation.expires(),
                reminded != null));
  }

  /** An answer takes it up, by a word that nothing but a person writes. */
  private MailAddress answers(Workspace state, Invitation invitation) {
    String ticket = tokens.ticket(state.id(), invitation.id());
    return site.address(state.members().slug() + "+i." + ticket);
  }

  /**
   * In the reader's language; of a stranger nobody knows it, and the person who invites may share
   * it.
   */
  private AccountMessages words(Members members, Invitation invitation, MailAddress to) {
    Optional<Language> theirs = readers.chosen(to).await();
    return new AccountMessages(theirs.orElseGet(() -> languageOf(members, invitation.by())));
  }

  private Language languageOf(Members members, SeatId inviter) {
    return Optional.ofNullable(members.seats().get(inviter))
        .flatMap(seat -> readers.mailboxes(seat.person()).await())
        .map(SeatAddresses.Mailboxes::language)
        .orElse(Language.ENGLISH);
  }
}
