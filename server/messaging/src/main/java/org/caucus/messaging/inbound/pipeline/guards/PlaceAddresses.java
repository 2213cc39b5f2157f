package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.trackers.Issue;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.workspace.Workspace;

/** The places of one workspace that letters can be sent to, by their addresses. */
record PlaceAddresses(Workspace workspace, AddressPlan plan) {
  /** The list, tracker or company at this address; empty if there is none in this workspace. */
  public Optional<Ref> at(MailAddress address) {
    if (!plan.here(address)) {
      return Optional.empty();
    }
    String whole = address.localPart().toLowerCase(Locale.ROOT);
    return at(whole)
        .or(
            () ->
                plan.beforeOrganisation(address)
                    .flatMap(local -> at(local.toLowerCase(Locale.ROOT)))
                    .filter(place -> place.kind() != Ref.Kind.ORGANISATION))
        .or(() -> provision(whole));
  }

  /** The address of an instrument, or of one of its provisions. */
  private Optional<Ref> provision(String local) {
    int cut = local.lastIndexOf(plan.separator());
    String slug = cut < 0 ? local : local.substring(0, cut);
    return workspace.instruments().find(slug).map(Instrument::ref);
  }

  private Optional<Ref> at(String local) {
    return list(local).or(() -> tracker(local)).or(() -> company(local));
  }

  private Optional<Ref> list(String local) {
    return workspace.lists().lists().values().stream()
        .filter(l -> l.localPart().equalsIgnoreCase(local))
        .map(l -> Ref.to(Ref.Kind.LIST, l.slug()))
        .findFirst();
  }

  private Optional<Ref> tracker(String local) {
    return workspace.issues().trackers().values().stream()
        .filter(t -> t.localPart().equalsIgnoreCase(local))
        .map(t -> Ref.to(Ref.Kind.TRACKER, t.key()))
        .findFirst();
  }

  private Optional<Ref> company(String local) {
    return workspace.members().parties().stream()
        .filter(o -> o.side() == Side.COMPANY)
        .map(Organisation::slug)
        .filter(c -> MemberPresenter.updatesLocalPart(c).equalsIgnoreCase(local))
        .map(c -> Ref.to(Ref.Kind.ORGANISATION, c))
        .findFirst();
  }

  /** Whether it is an address of the workspace itself: an answer address, help. */
  public boolean isOwn(MailAddress address) {
    MailAddress written = plan.hyphened(address).orElse(address);
    return plan.here(address)
        && plan.base(written).filter(workspace.members().slug()::equalsIgnoreCase).isPresent();
  }

  /** Who reads what is sent there; empty for a place that this seat cannot read. */
  public Optional<Scope> readers(Ref place, SeatId seat) {
    Optional<Scope> scope =
        place.kind() == Ref.Kind.ORGANISATION
            ? Optional.of(Scope.place(Audience.everyone()))
            : workspace.scopeOf(place);
    return scope.filter(s -> workspace.access().canRead(seat, s));
  }

  /** The place in which a thread or an issue stands. */
  public static Optional<Ref> of(Workspace workspace, Ref thing) {
    return switch (thing.kind()) {
      case THREAD ->
          workspace.lists().thread(thing.id()).map(Thread::list).map(l -> Ref.to(Ref.Kind.LIST, l));
      case ISSUE ->
          workspace
              .issues()
              .find(thing.id())
              .map(Issue::tracker)
              .map(t -> Ref.to(Ref.Kind.TRACKER, t));
      default -> Optional.empty();
    };
  }
}
