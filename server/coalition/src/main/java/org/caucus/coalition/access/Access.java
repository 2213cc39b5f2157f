package org.caucus.coalition.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Every "may this seat read or do that". {@link #canRead} is the one question that guards every
 * door: pages, API, stream, relayed mail, notices, counts. Rules R1 to R3 and R7 of the design.
 */
public final class Access {
  private final Members members;

  /** Answers by these members. */
  public Access(Members members) {
    this.members = members;
  }

  /**
   * R1: in the audience, may read the parent, active now, joined early enough. Role, mention,
   * assignment and administration add nothing.
   */
  public boolean canRead(SeatId id, Scope scope) {
    return asked(id).test(scope);
  }

  /** The same question for one seat and many things, such as the rows of a view. */
  public Predicate<Scope> asked(SeatId id) {
    return ViewAs.of(id).map(this::through).orElseGet(() -> from(id));
  }

  private Predicate<Scope> from(SeatId id) {
    Seat seat = members.seats().get(id);
    if (seat == null || !seat.active()) {
      return scope -> false;
    }
    Organisation organisation = members.organisationOf(seat);
    return scope -> reads(seat, organisation, scope);
  }

  /**
   * What a look shows: what both any liaison of the company and the person who looks can read. What
   * names certain liaisons is not for any of them.
   */
  private Predicate<Scope> through(ViewAs look) {
    if (!mayLook(look)) {
      return scope -> false;
    }
    Organisation company = Objects.requireNonNull(members.organisations().get(look.company()));
    Seat anyLiaison =
        new Seat(
            look.id(), "", "", look.company(), Role.LIAISON, Instant.EPOCH, null, null, null, null);
    Predicate<Scope> viewer = from(look.viewer());
    return scope -> reads(anyLiaison, company, scope) && viewer.test(scope);
  }

  private boolean mayLook(ViewAs look) {
    Seat viewer = members.seats().get(look.viewer());
    return viewer != null
        && viewer.active()
        && (viewer.role() == Role.CONVENOR || viewer.role() == Role.MEMBER)
        && members.organisationOf(viewer).side() == Side.CIVIL_SOCIETY
        && isCompany(look.company());
  }

  /** Whether this reads anything: an active seat, or a look that its viewer may take. */
  public boolean isHere(SeatId id) {
    Seat seat = members.seats().get(id);
    return seat == null ? ViewAs.of(id).filter(this::mayLook).isPresent() : seat.active();
  }

  /** Whether somebody new in this organisation would read it: as nobody does who is named. */
  public boolean newcomerReads(String organisation, Scope scope) {
    Organisation party = members.organisations().get(organisation);
    Seat newcomer =
        new Seat(
            new SeatId(""),
            "",
            "",
            organisation,
            Role.MEMBER,
            Instant.EPOCH,
            null,
            null,
            null,
            null);
    return party != null && reads(newcomer, party, scope);
  }

  private boolean reads(Seat seat, Organisation organisation, Scope scope) {
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      if (!inAudience(seat, organisation, s.audience()) || tooEarly(organisation, s.at())) {
        return false;
      }
    }
    return true;
  }

  private static boolean tooEarly(Organisation organisation, @Nullable Instant said) {
    return said != null && said.isBefore(organisation.readsFrom());
  }

  private boolean inAudience(Seat seat, Organisation organisation, Audience audience) {
    boolean civil = organisation.side() == Side.CIVIL_SOCIETY;
    return switch (audience) {
      case Audience.Everyone e -> true;
      case Audience.CivilSociety c -> civil;
      case Audience.WithCompany w -> civil || organisation.slug().equals(w.company());
      case Audience.CompanyOnly c -> !civil && organisation.slug().equals(c.company());
      case Audience.OrganisationOnly o -> civil && organisation.slug().equals(o.organisation());
      case Audience.Between b -> organisation.slug().equals(civil ? b.organisation() : b.company());
      case Audience.Named n -> namedOrSuccessor(seat, n);
    };
  }

  private boolean namedOrSuccessor(Seat seat, Audience.Named named) {
    for (SeatId one : members.roster().line(seat.id())) {
      if (named.names(one)) {
        return true;
      }
    }
    return false;
  }

  /** The active seats that can read this, in a stable order. */
  public List<Seat> readers(Scope scope) {
    List<Seat> readers = new ArrayList<>();
    for (Seat seat : members.active()) {
      if (reads(seat, members.organisationOf(seat), scope)) {
        readers.add(seat);
      }
    }
    return readers;
  }

  /** How many active seats can read this. */
  public int count(Scope scope) {
    return members.roster().count(scope, seat -> reads(seat, members.organisationOf(seat), scope));
  }

  /**
   * Demands that the seat can read it.
   *
   * @throws Refusal as absent if it cannot
   */
  public void mustRead(SeatId seat, Scope scope) {
    if (!canRead(seat, scope)) {
      throw Refusal.absent();
    }
  }

  /** The seat if it is active, else refused as absent: an ended seat is told nothing. */
  public Seat mustBeActive(SeatId id) {
    Seat seat = members.seats().get(id);
    if (seat == null || !seat.active()) {
      throw Refusal.absent();
    }
    return seat;
  }

  /** The acting seat if it may run the workspace. */
  public Seat mustConvene(SeatId id) {
    Seat seat = mustBeActive(id);
    if (seat.role() != Role.CONVENOR) {
      throw Refusal.forbidden(Message.of("only-a-convenor-of-this-workspace"));
    }
    return seat;
  }

  /**
   * Whether a seat may manage what another keeps: convenors may, and whoever keeps it or has
   * followed its keeper. With null nobody keeps it.
   */
  public boolean mayManage(SeatId id, @Nullable SeatId keeper) {
    Seat seat = members.seats().get(id);
    return seat != null
        && seat.active()
        && seat.role() != Role.OBSERVER
        && (seat.role() == Role.CONVENOR || (keeper != null && members.line(id).contains(keeper)));
  }

  /** The acting seat if it may post: observers read along. */
  public Seat mustPost(SeatId id) {
    Seat seat = mustBeActive(id);
    if (seat.role() == Role.OBSERVER) {
      throw Refusal.forbidden(Message.of("observers-read-along-they-do-not"));
    }
    return seat;
  }

  /**
   * R2 and R3: the audience for something new under {@code container}: the container's own unless a
   * narrower one is wished; its author must be inside.
   *
   * @throws Refusal naming {@code audience} if it would widen, names unknown parties or leaves the
   *     author out
   */
  public Audience choose(SeatId author, Scope container, @Nullable Audience wished) {
    Audience audience = wished == null ? container.audience() : wished;
    mustBeKnown(audience);
    if (!within(audience, container)) {
      throw Refusal.invalid("audience", Message.of("this-would-reach-people-who-cannot-2"));
    }
    if (!canRead(author, new Scope(audience, null, null))) {
      throw Refusal.invalid("audience", Message.of("you-would-not-be-able-to"));
    }
    return audience;
  }

  /**
   * Whom something new reaches if its author does not say: where everyone might, the author's own
   * side; of a company, civil society and that company. The widest is chosen, by the author or, for
   * all, by convenors; it is never met. A place with a lower ceiling was made for whom it has.
   */
  public Audience usual(SeatId author, Scope place) {
    Seat seat = members.seats().get(author);
    if (seat == null || !(place.audience() instanceof Audience.Everyone)) {
      return place.audience();
    }
    if (members.profile().usual() == WorkspaceProfile.DefaultAudience.EVERYONE) {
      return place.audience();
    }
    Organisation own = members.organisationOf(seat);
    return own.side() == Side.COMPANY ? Audience.withCompany(own.slug()) : Audience.civilSociety();
  }

  /**
   * The audience for something new in a place that nobody chose an audience for: the one that is
   * wished, else the {@link #usual} one.
   *
   * @throws Refusal as {@link #choose} does
   */
  public Audience chooseNew(SeatId author, Scope place, @Nullable Audience wished) {
    return choose(author, place, wished == null ? usual(author, place) : wished);
  }

  /** Demands that the parties an audience names are here. */
  public void mustBeKnown(Audience audience) {
    boolean known =
        switch (audience) {
          case Audience.Everyone e -> true;
          case Audience.CivilSociety c -> true;
          case Audience.WithCompany w -> isCompany(w.company());
          case Audience.CompanyOnly c -> isCompany(c.company());
          case Audience.OrganisationOnly o -> isCivil(o.organisation());
          case Audience.Between b -> isCivil(b.organisation()) && isCompany(b.company());
          case Audience.Named n ->
              n.seats().stream().allMatch(s -> members.seats().containsKey(new SeatId(s)));
        };
    if (!known) {
      throw Refusal.invalid("audience", Message.of("the-audience-names-a-company-or"));
    }
  }

  private boolean isCompany(String slug) {
    return isOf(Side.COMPANY, slug);
  }

  private boolean isCivil(String slug) {
    return isOf(Side.CIVIL_SOCIETY, slug);
  }

  private boolean isOf(Side side, String slug) {
    Organisation organisation = members.organisations().get(slug);
    return organisation != null && organisation.side() == side;
  }

  /**
   * Whether an audience is at or below every audience of the chain, no matter who may join later.
   */
  public boolean within(Audience audience, Scope container) {
    for (@Nullable Scope s = container; s != null; s = s.parent()) {
      if (!within(audience, s.audience())) {
        return false;
      }
    }
    return true;
  }

  /** Whether all who read what stands there are in this audience, no matter who may join later. */
  public boolean isWithin(Scope scope, Audience outer) {
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      if (within(s.audience(), outer)) {
        return true;
      }
    }
    return false;
  }

  private boolean within(Audience inner, Audience outer) {
    if (inner.equals(outer) || outer instanceof Audience.Everyone) {
      return true;
    }
    if (inner instanceof Audience.Named n) {
      return n.seats().stream().allMatch(s -> seatWithin(new SeatId(s), outer));
    }
    return !(outer instanceof Audience.Named)
        && AudienceParts.of(inner).areWithin(AudienceParts.of(outer));
  }

  private boolean seatWithin(SeatId id, Audience outer) {
    Seat seat = members.seats().get(id);
    return seat != null && inAudience(seat, members.organisationOf(seat), outer);
  }

  /** The widest audience that is within both: anyone who is in it is in each of them. */
  public Audience meet(Audience one, Audience other) {
    if (within(one, other)) {
      return one;
    }
    if (within(other, one)) {
      return other;
    }
    if (one instanceof Audience.Named n) {
      return among(n, other);
    }
    if (other instanceof Audience.Named n) {
      return among(n, one);
    }
    return AudienceParts.of(one).and(AudienceParts.of(other)).audience();
  }

  private Audience among(Audience.Named named, Audience other) {
    return Audience.named(
        named.seats().stream().map(SeatId::new).filter(s -> seatWithin(s, other)).toList());
  }

  /**
   * R7: everyone mentioned or assigned must be able to read it.
   *
   * @param field the field that names them
   */
  public void mustAllRead(String field, Iterable<SeatId> named, Scope scope) {
    Set<String> outside = new LinkedHashSet<>();
    for (SeatId id : named) {
      if (ViewAs.of(id).isPresent() || !canRead(id, scope)) {
        Seat seat = members.seats().get(id);
        outside.add(seat == null ? "?" : seat.name());
      }
    }
    if (!outside.isEmpty()) {
      throw Refusal.invalid(
          field,
          Message.of(
              "cannot-read-this-choose-someone-inside", "people", String.join(", ", outside)));
    }
  }
}
