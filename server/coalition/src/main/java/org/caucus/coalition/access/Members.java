package org.caucus.coalition.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.kernel.Slices;
import org.caucus.platform.collections.PersistentMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The parties of a workspace, immutable.
 *
 * @param slug the workspace's name in URLs and addresses; empty before it is opened
 * @param name its name for people
 * @param proposals organisations that wait for a second convenor's word
 * @param shared whether there ever were two convenors: from then on one alone adds no organisation
 * @param passkeys whether only those come in by web who let nothing but a passkey in
 * @param profile what convenors say of it
 * @param roster what follows from organisations and seats
 */
public record Members(
    String slug,
    String name,
    PMap<String, Organisation> organisations,
    PMap<SeatId, Seat> seats,
    PMap<String, Invitation> invitations,
    PMap<String, Proposal> proposals,
    boolean shared,
    boolean passkeys,
    WorkspaceProfile profile,
    Roster roster) {
  /** In a path, between the workspace and the organisation somebody acts for. */
  public static final char PATH_MARK = '~';

  /** How long a newcomer is one. */
  private static final Duration NEWCOMER = Duration.ofDays(30);

  /** The key of this state. */
  public static final Slice<Members> SLICE = Slice.of(Members.class, none());

  /** What the members of a workspace can be asked by the person who holds its state. */
  public interface Held {
    /** The states of all capabilities. */
    Slices slices();

    /** The parties. */
    default Members members() {
      return slices().get(SLICE);
    }

    /**
     * The position of the newest event this seat may know of: what happened since that it may not
     * know of leaves no trace in it.
     */
    String positionFor(SeatId reader);

    /** Where a thing stands now; empty if there is none. */
    Optional<Scope> scopeOf(Ref ref);

    /** Whether a seat can read a thing; nobody can read what is not there. */
    default boolean canRead(SeatId seat, Ref ref) {
      return scopeOf(ref).filter(scope -> access().canRead(seat, scope)).isPresent();
    }

    /** Where something new that is said in a thing stands; empty if there is no such thing. */
    Optional<Scope> placeOf(Ref ref);

    /** Finds a thing by its reference; empty if the workspace has no such thing. */
    Optional<Item> item(Ref ref);

    /**
     * The same by any name that this reader may know it by; whether they may read it is not asked.
     */
    Optional<Item> item(Ref ref, SeatId reader);

    /** All things that say something themselves, beside what is said under them. */
    Stream<Ref> saying();

    /** What seats have to do now. */
    Stream<Duty> duties();

    /**
     * The event by which a duty goes from one seat to another.
     *
     * @param to null if nobody has it from then on
     */
    Event passedOn(Duty duty, SeatId from, @Nullable SeatId to);

    /** Who may read and do what, by these members. */
    default Access access() {
      return new Access(members());
    }
  }

  private Members(
      String slug,
      String name,
      PMap<String, Organisation> organisations,
      PMap<SeatId, Seat> seats,
      PMap<String, Invitation> invitations,
      PMap<String, Proposal> proposals,
      boolean shared,
      boolean passkeys,
      WorkspaceProfile profile) {
    this(
        slug,
        name,
        organisations,
        seats,
        invitations,
        proposals,
        shared,
        passkeys,
        profile,
        new Roster(organisations, seats));
  }

  /** Before anything happened. */
  public static Members none() {
    return new Members(
        "",
        "",
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        false,
        false,
        WorkspaceProfile.NONE);
  }

  /** Whether the workspace was opened. */
  public boolean opened() {
    return !slug.isEmpty();
  }

  /** What people call the organisation with this short name; that name, if there is none. */
  public String called(String organisation) {
    Organisation found = organisations.get(organisation);
    return found == null ? organisation : found.name();
  }

  /** The short name of the organisation that people call so; what was given, if there is none. */
  public String slugOf(String called) {
    return parties().stream()
        .filter(o -> o.name().equalsIgnoreCase(called) || o.slug().equalsIgnoreCase(called))
        .map(Organisation::slug)
        .findFirst()
        .orElse(called);
  }

  /** A seat's organisation; every seat has one. */
  public Organisation organisationOf(Seat seat) {
    return Objects.requireNonNull(organisations.get(seat.organisation()));
  }

  /** This seat, and all it took over from: it reads what was for the eyes of any of them. */
  public List<SeatId> line(SeatId seat) {
    return roster.line(seat);
  }

  /** The seat that has this one's duties now: the last of those that took over. */
  public SeatId heir(SeatId seat) {
    return roster.heir(seat);
  }

  /** The active seats that run the workspace. */
  public List<Seat> convenors() {
    return active().stream().filter(s -> s.role() == Role.CONVENOR).toList();
  }

  /** Active seats in the order they started. */
  public List<Seat> active() {
    return roster.active();
  }

  /** Whether this seat reads and acts. */
  public boolean isActive(SeatId id) {
    Seat seat = seats.get(id);
    return seat != null && seat.active();
  }

  /** Whether this seat runs the workspace. */
  public boolean isConvenor(SeatId id) {
    Seat seat = seats.get(id);
    return seat != null && seat.active() && seat.role() == Role.CONVENOR;
  }

  /** All seats, ended ones too, in the order they started. */
  public List<Seat> all() {
    return roster.all();
  }

  /** The active seats a person has here, in the order they started: one for an organisation. */
  public List<Seat> seatsOf(String person) {
    return roster.of(person);
  }

  /** The first active seat a person has here. */
  public Optional<Seat> seatOf(String person) {
    return seatsOf(person).stream().findFirst();
  }

  /** The persons of the seats with these ids, as far as there are such seats. */
  public Set<String> persons(Collection<String> seatIds) {
    return seatIds.stream()
        .flatMap(id -> Stream.ofNullable(seats.get(new SeatId(id))))
        .map(Seat::person)
        .collect(Collectors.toSet());
  }

  /** Whether these are seats of one person. */
  public boolean isSamePerson(@Nullable SeatId one, SeatId other) {
    Seat first = one == null ? null : seats.get(one);
    Seat second = seats.get(other);
    return first != null && second != null && first.person().equals(second.person());
  }

  /**
   * Whether mail of which both are to hear goes to an earlier seat of the same person: one letter
   * for a person, however many seats they have.
   */
  public boolean isHeardElsewhere(Seat seat, Predicate<SeatId> hears) {
    List<Seat> all = seatsOf(seat.person());
    return all.size() > 1
        && all.stream().takeWhile(s -> !s.id().equals(seat.id())).anyMatch(s -> hears.test(s.id()));
  }

  /** What this seat's holder calls the workspace in paths: with the organisation, among several. */
  public String pathOf(Seat seat) {
    return seatsOf(seat.person()).size() > 1 ? slug + PATH_MARK + seat.organisation() : slug;
  }

  /** The name people know a seat by. */
  public String nameOf(@Nullable SeatId id) {
    Seat seat = id == null ? null : seats.get(id);
    return seat == null ? "Caucus" : seat.name();
  }

  /** Organisations in the order they joined. */
  public List<Organisation> parties() {
    return organisations.values().stream()
        .sorted(Comparator.comparing(Organisation::since).thenComparing(Organisation::slug))
        .toList();
  }

  /** The open invitation with this id, unless it has expired. */
  public Optional<Invitation> invitation(String id, Instant now) {
    return Optional.ofNullable(invitations.get(id)).filter(i -> now.isBefore(i.expires()));
  }

  /** The state after an event. */
  public Members evolve(MemberEvent event, Instant at) {
    return switch (event) {
      case MemberEvent.WorkspaceOpened e -> opened(e.slug(), e.name());
      case MemberEvent.OrganisationProposed e ->
          with(
              proposals.plus(
                  e.slug(), new Proposal(e.slug(), e.name(), e.side(), e.history(), e.by(), at)));
      case MemberEvent.ProposalDeclined e -> with(proposals.minus(e.slug()));
      case MemberEvent.OrganisationAdded e -> with(proposals.minus(e.slug())).added(e, at);
      case MemberEvent.Invited e -> withInvitations(invitations.plus(e.id(), Invitation.of(e, at)));
      case MemberEvent.InvitationRevoked e -> withInvitations(invitations.minus(e.id()));
      case MemberEvent.InvitationOpened e -> changing(e.id(), i -> i.with(i.course().opened(at)));
      case MemberEvent.InvitationReminded e ->
          changing(e.id(), i -> i.with(i.course().reminded(at, e.by() != null)));
      case MemberEvent.RemindersSet e -> changing(e.id(), i -> i.reminding(e.on()));
      case MemberEvent.SeatTaken e -> seatTaken(e, at);
      case MemberEvent.RoleChanged e -> with(the(e.seat()).as(e.role()));
      case MemberEvent.SeatHandedOver e -> with(the(e.seat()).followedBy(e.successor()));
      case MemberEvent.SeatEnded e -> with(the(e.seat()).ended(at));
      case MemberEvent.SeatWelcomed e -> with(the(e.seat()).greeted());
      case MemberEvent.ProfileChanged e -> with(the(e.seat()).described(e.name(), e.profile()));
      case MemberEvent.PictureChanged e -> with(the(e.seat()).shown(e.picture()));
      case MemberEvent.RecordExported e -> this;
      case MemberEvent.RecoveryConfirmed e -> with(the(e.seat()).waiting(null));
      case MemberEvent.RecoveryAwaited e -> with(the(e.seat()).waiting(e.until()));
      case MemberEvent.RecoveryCalledOff e -> with(the(e.seat()).waiting(null));
      case MemberEvent.OrganisationDescribed e -> described(e);
      case MemberEvent.WorkspaceDescribed e ->
          with(e.name(), profile.saying(e.purpose(), e.welcome(), e.languages()));
      case MemberEvent.DefaultAudienceSet e -> with(name, profile.reaching(e.usual()));
      case MemberEvent.SignInRuled e ->
          new Members(
              slug,
              name,
              organisations,
              seats,
              invitations,
              proposals,
              shared,
              e.passkeys(),
              profile,
              roster);
    };
  }

  /** What is said of the workspace in words. */
  public WorkspaceProfile.Words words() {
    return new WorkspaceProfile.Words(
        name, profile.purpose(), profile.welcome(), profile.languages());
  }

  private Members with(String called, WorkspaceProfile said) {
    return new Members(
        slug, called, organisations, seats, invitations, proposals, shared, passkeys, said, roster);
  }

  private Members described(MemberEvent.OrganisationDescribed e) {
    Organisation party =
        Objects.requireNonNull(organisations.get(e.slug())).described(e.name(), e.description());
    return with(party);
  }

  /**
   * The seats as they were at an instant, each with the role it has now: who came since is not
   * there, who left since is still here.
   */
  public Members asOf(Instant at) {
    PMap<SeatId, Seat> then = PersistentMap.empty();
    for (Seat seat : seats.values()) {
      if (!seat.start().isAfter(at)) {
        then = then.plus(seat.id(), seat.asOf(at));
      }
    }
    return new Members(
        slug, name, organisations, then, invitations, proposals, shared, passkeys, profile);
  }

  private Members seatTaken(MemberEvent.SeatTaken e, Instant at) {
    Invitation taken = e.invitation() == null ? null : invitations.get(e.invitation());
    Seat seat =
        new Seat(
            e.seat(),
            e.person(),
            e.name(),
            e.organisation(),
            e.role(),
            at,
            null,
            e.predecessor(),
            null,
            taken == null ? null : taken.succeeds());
    Members after = taken == null ? this : withInvitations(invitations.minus(taken.id()));
    return after.with(seat);
  }

  /** Whether the holder of this seat is shown what a newcomer is shown: not who opened it all. */
  public boolean isNew(SeatId id, Instant now) {
    Seat seat = seats.get(id);
    return seat != null
        && !seat.welcomed()
        && now.isBefore(seat.start().plus(NEWCOMER))
        && !all().getFirst().id().equals(id);
  }

  private Seat the(SeatId seat) {
    return Objects.requireNonNull(seats.get(seat));
  }

  private Members opened(String slug, String name) {
    return new Members(
        slug, name, organisations, seats, invitations, proposals, shared, passkeys, profile);
  }

  private Members added(MemberEvent.OrganisationAdded e, Instant at) {
    Organisation party =
        new Organisation(e.slug(), e.name(), e.side(), at, e.history().readsFrom(at));
    return with(party);
  }

  private Members with(Organisation party) {
    return new Members(
        slug,
        name,
        organisations.plus(party.slug(), party),
        seats,
        invitations,
        proposals,
        shared,
        passkeys,
        profile);
  }

  private Members with(Seat changed) {
    PMap<SeatId, Seat> after = seats.plus(changed.id(), changed);
    boolean two =
        shared
            || after.values().stream()
                    .filter(s -> s.active() && s.role() == Role.CONVENOR)
                    .map(Seat::person)
                    .distinct()
                    .limit(2)
                    .count()
                == 2;
    return new Members(
        slug, name, organisations, after, invitations, proposals, two, passkeys, profile);
  }

  private Members with(PMap<String, Proposal> changed) {
    return new Members(
        slug, name, organisations, seats, invitations, changed, shared, passkeys, profile, roster);
  }

  private Members changing(String invitation, UnaryOperator<Invitation> change) {
    Invitation before = invitations.get(invitation);
    return before == null
        ? this
        : withInvitations(invitations.plus(invitation, change.apply(before)));
  }

  private Members withInvitations(PMap<String, Invitation> changed) {
    return new Members(
        slug, name, organisations, seats, changed, proposals, shared, passkeys, profile, roster);
  }
}
