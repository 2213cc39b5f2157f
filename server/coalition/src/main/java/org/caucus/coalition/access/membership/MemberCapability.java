package org.caucus.coalition.access.membership;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Organisations, seats and invitations. */
public final class MemberCapability implements Capability<Members.Held, MemberEvent> {
  @Override
  public Class<MemberEvent> events() {
    return MemberEvent.class;
  }

  @Override
  public List<EventName<? extends MemberEvent>> names() {
    return List.of(
        EventName.of("workspace.opened", MemberEvent.WorkspaceOpened.class, "slug name"),
        EventName.of(
            "organisation.added", MemberEvent.OrganisationAdded.class, "slug name side proposedBy"),
        EventName.of(
            "invitation.sent",
            MemberEvent.Invited.class,
            "id address name organisation role succeeds terms.consented sending.byLink replaces"),
        EventName.of("invitation.opened", MemberEvent.InvitationOpened.class, "id"),
        EventName.of("invitation.reminded", MemberEvent.InvitationReminded.class, "id by"),
        EventName.of("invitation.reminders-set", MemberEvent.RemindersSet.class, "id on by"),
        EventName.of("invitation.revoked", MemberEvent.InvitationRevoked.class, "id"),
        EventName.of("seat.taken", MemberEvent.SeatTaken.class, "seat name organisation role"),
        EventName.of("seat.welcomed", MemberEvent.SeatWelcomed.class, "seat"),
        EventName.of(
            "seat.described",
            MemberEvent.ProfileChanged.class,
            "seat name former profile.title profile.pronunciation profile.languages profile.hours"),
        EventName.of("seat.pictured", MemberEvent.PictureChanged.class, "seat picture.size"),
        EventName.of("seat.ended", MemberEvent.SeatEnded.class, "seat"),
        EventName.of(
            "organisation.proposed", MemberEvent.OrganisationProposed.class, "slug name side by"),
        EventName.of("organisation.declined", MemberEvent.ProposalDeclined.class, "slug by"),
        EventName.of("seat.role-changed", MemberEvent.RoleChanged.class, "seat role"),
        EventName.of("seat.handed-over", MemberEvent.SeatHandedOver.class, "seat successor"),
        EventName.of("record.exported", MemberEvent.RecordExported.class, "seat what"),
        EventName.of("recovery.confirmed", MemberEvent.RecoveryConfirmed.class, "seat by"),
        EventName.of("recovery.awaited", MemberEvent.RecoveryAwaited.class, "seat until"),
        EventName.of("recovery.called-off", MemberEvent.RecoveryCalledOff.class, "seat"),
        EventName.of("sign-in.ruled", MemberEvent.SignInRuled.class, "passkeys by"),
        EventName.of(
            "workspace.described",
            MemberEvent.WorkspaceDescribed.class,
            "name former purpose welcome languages by"),
        EventName.of("workspace.audience-set", MemberEvent.DefaultAudienceSet.class, "usual by"),
        EventName.of(
            "organisation.described",
            MemberEvent.OrganisationDescribed.class,
            "slug name former description by"));
  }

  @Override
  public List<CommandFamily<? super Members.Held, ?>> commands() {
    return List.of(
        CommandFamily.of(
            MemberCommand.class,
            (Members.Held now, MemberCommand c, CommandContext act) ->
                MemberDecider.decide(now.members(), c, act)));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.WORKSPACE, Ref.Kind.ORGANISATION, Ref.Kind.SEAT, Ref.Kind.INVITATION);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.access.membership.MemberNotifications", Facet.NOTIFIED)
        .in("coalition.access.membership.MemberCapability", Facet.EXPORTED)
        .in("workspace.scheduled.ScheduledInvitations", Facet.SCHEDULED)
        .none("Who is here is decided by those who are signed in.", Facet.MAILED)
        .none("Members and invitations are for the members alone.", Facet.FED)
        .none("Nothing of it has a date that people keep.", Facet.DATED)
        .none("The members are one page.", Facet.SEARCHED);
  }

  @Override
  public NotificationFacet<Members.Held, MemberEvent> notifications() {
    return new MemberNotifications();
  }

  @Override
  public Slices evolve(Members.Held now, MemberEvent event, CommitTime commit) {
    return now.slices().with(Members.SLICE, now.members().evolve(event, commit.at()));
  }

  /** Who is here may have changed with it. */
  @Override
  public boolean changesReaders(MemberEvent event) {
    return !(event instanceof MemberEvent.SeatWelcomed
        || event instanceof MemberEvent.ProfileChanged
        || event instanceof MemberEvent.PictureChanged);
  }

  @Override
  public Optional<Scope> scopeOf(Members.Held now, Ref ref) {
    // a convenor decides on all invitations that are open, whenever they came
    return Optional.of(
        ref.kind() == Ref.Kind.INVITATION ? KnownTo.convenors(now, null) : KnownTo.WORKSPACE);
  }

  @Override
  public Optional<Ref> containerOf(Members.Held now, Ref ref) {
    Members members = now.members();
    return switch (ref.kind()) {
      case SEAT ->
          Optional.ofNullable(members.seats().get(new SeatId(ref.id())))
              .map(s -> organisation(s.organisation()));
      case INVITATION ->
          Optional.ofNullable(members.invitations().get(ref.id()))
              .map(i -> organisation(i.organisation()));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean isPossibleWhenClosed(MemberEvent event) {
    return switch (event) {
      case MemberEvent.PictureChanged e -> e.picture() == null;
      case MemberEvent.ProposalDeclined _,
          MemberEvent.InvitationOpened _,
          MemberEvent.InvitationRevoked _,
          MemberEvent.SeatWelcomed _,
          MemberEvent.SeatHandedOver _,
          MemberEvent.SeatEnded _,
          MemberEvent.RecordExported _,
          MemberEvent.RecoveryConfirmed _,
          MemberEvent.RecoveryAwaited _,
          MemberEvent.RecoveryCalledOff _,
          MemberEvent.SignInRuled _ ->
          true;
      case MemberEvent.WorkspaceOpened _,
          MemberEvent.OrganisationProposed _,
          MemberEvent.OrganisationAdded _,
          MemberEvent.Invited _,
          MemberEvent.InvitationReminded _,
          MemberEvent.RemindersSet _,
          MemberEvent.SeatTaken _,
          MemberEvent.RoleChanged _,
          MemberEvent.ProfileChanged _,
          MemberEvent.WorkspaceDescribed _,
          MemberEvent.DefaultAudienceSet _,
          MemberEvent.OrganisationDescribed _ ->
          false;
    };
  }

  @Override
  public About about(Members.Held now, MemberEvent event, CommitTime commit) {
    Instant at = commit.at();
    Scope all = KnownTo.everyone(at);
    return switch (event) {
      case MemberEvent.WorkspaceOpened e -> About.of(Ref.to(Ref.Kind.WORKSPACE, e.slug()), all);
      case MemberEvent.OrganisationProposed e ->
          About.of(organisation(e.slug()), KnownTo.convenors(now, at));
      case MemberEvent.ProposalDeclined e ->
          About.of(organisation(e.slug()), KnownTo.convenors(now, at));
      case MemberEvent.OrganisationAdded e -> About.of(organisation(e.slug()), all);
      case MemberEvent.Invited e -> About.of(invitation(e.id()), KnownTo.convenors(now, at));
      case MemberEvent.InvitationRevoked e ->
          About.of(invitation(e.id()), KnownTo.convenors(now, at));
      case MemberEvent.InvitationOpened e ->
          About.of(invitation(e.id()), KnownTo.convenors(now, at));
      case MemberEvent.InvitationReminded e ->
          About.of(invitation(e.id()), KnownTo.convenors(now, at));
      case MemberEvent.RemindersSet e -> About.of(invitation(e.id()), KnownTo.convenors(now, at));
      case MemberEvent.SeatTaken e -> About.of(seat(e.seat()), all);
      case MemberEvent.SeatWelcomed e -> About.of(seat(e.seat()), KnownTo.seat(e.seat()));
      case MemberEvent.ProfileChanged e -> About.of(seat(e.seat()), all);
      case MemberEvent.PictureChanged e -> About.of(seat(e.seat()), all);
      case MemberEvent.RoleChanged e -> About.of(seat(e.seat()), all);
      case MemberEvent.SeatHandedOver e -> About.of(seat(e.seat()), all);
      case MemberEvent.SeatEnded e -> About.of(seat(e.seat()), all);
      case MemberEvent.RecordExported e -> ofOrganisation(now, e.seat(), at);
      case MemberEvent.OrganisationDescribed e -> About.of(organisation(e.slug()), all);
      case MemberEvent.SignInRuled _,
          MemberEvent.WorkspaceDescribed _,
          MemberEvent.DefaultAudienceSet _ ->
          About.of(Ref.to(Ref.Kind.WORKSPACE, now.members().slug()), all);
      case MemberEvent.RecoveryConfirmed e -> ofOrganisation(now, e.seat(), at);
      case MemberEvent.RecoveryAwaited e -> ofOrganisation(now, e.seat(), at);
      case MemberEvent.RecoveryCalledOff e -> ofOrganisation(now, e.seat(), at);
    };
  }

  private static About ofOrganisation(Members.Held now, SeatId seat, Instant at) {
    return About.of(seat(seat), KnownTo.organisation(now, seat, at));
  }

  private static Ref organisation(String slug) {
    return Ref.to(Ref.Kind.ORGANISATION, slug);
  }

  private static Ref invitation(String id) {
    return Ref.to(Ref.Kind.INVITATION, id);
  }

  private static Ref seat(SeatId id) {
    return Ref.to(Ref.Kind.SEAT, id.value());
  }

  @Override
  public boolean isAudited(MemberEvent event) {
    return event instanceof MemberEvent.ProfileChanged e
        ? e.hasNewName()
        : !(event instanceof MemberEvent.SeatWelcomed);
  }

  /** Who has another title, other hours or another picture is no news; another name is. */
  @Override
  public boolean isActivity(MemberEvent event) {
    return event instanceof MemberEvent.ProfileChanged e
        ? e.hasNewName()
        : !(event instanceof MemberEvent.PictureChanged);
  }

  @Override
  public Optional<Item> find(Members.Held now, Ref ref) {
    return Optional.of(new MemberItem(now.members(), ref, scopeOf(now, ref).orElseThrow()));
  }

  @Override
  public void show(Members.Held now, Ref ref, ChangedThings out) {
    if (ref.kind() == Ref.Kind.INVITATION) {
      now.members()
          .invitation(ref.id(), out.at())
          .ifPresent(i -> out.add("invitations", MemberPresenter.show(i)));
    } else {
      JsonObject roster = MemberPresenter.roster(now, out.domain());
      out.all("organisations", roster.getJsonArray("organisations"));
      out.all("seats", roster.getJsonArray("seats"));
    }
  }

  @Override
  public @Nullable EventWords words(MemberEvent event) {
    return switch (event) {
      case MemberEvent.WorkspaceDescribed e ->
          EventWords.of(
              Ref.Kind.WORKSPACE, "", EventWords.brief(e.purpose()), EventWords.brief(e.welcome()));
      case MemberEvent.OrganisationDescribed e ->
          EventWords.of(Ref.Kind.ORGANISATION, e.slug(), EventWords.brief(e.description()));
      case MemberEvent.ProfileChanged e ->
          EventWords.of(
              Ref.Kind.SEAT,
              e.seat().value(),
              EventWords.brief(e.name()),
              EventWords.brief(e.profile().title()));
      case MemberEvent.WorkspaceOpened _,
          MemberEvent.OrganisationProposed _,
          MemberEvent.ProposalDeclined _,
          MemberEvent.OrganisationAdded _,
          MemberEvent.Invited _,
          MemberEvent.InvitationOpened _,
          MemberEvent.SeatWelcomed _,
          MemberEvent.InvitationReminded _,
          MemberEvent.RemindersSet _,
          MemberEvent.InvitationRevoked _,
          MemberEvent.SeatTaken _,
          MemberEvent.PictureChanged _,
          MemberEvent.RoleChanged _,
          MemberEvent.SeatHandedOver _,
          MemberEvent.SeatEnded _,
          MemberEvent.RecordExported _,
          MemberEvent.RecoveryConfirmed _,
          MemberEvent.RecoveryAwaited _,
          MemberEvent.RecoveryCalledOff _,
          MemberEvent.SignInRuled _,
          MemberEvent.DefaultAudienceSet _ ->
          null;
    };
  }

  /** What is said is found by the names of those who say it. */
  @Override
  public @Nullable Ref searched(MemberEvent event) {
    if (event instanceof MemberEvent.ProfileChanged e && e.hasNewName()) {
      return seat(e.seat());
    }
    return event instanceof MemberEvent.OrganisationDescribed e && !e.name().equals(e.former())
        ? Ref.to(Ref.Kind.ORGANISATION, e.slug())
        : null;
  }
}
