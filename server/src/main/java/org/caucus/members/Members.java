package org.caucus.members;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.trie.Trie;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The parties of a workspace, immutable.
 *
 * @param slug the workspace's name in URLs and addresses; empty before it is opened
 * @param name its name for people
 * @param roster what follows from organisations and seats
 */
public record Members(
    String slug,
    String name,
    PMap<String, Organisation> organisations,
    PMap<SeatId, Seat> seats,
    PMap<String, Invitation> invitations,
    Roster roster) {
  /** What the members of a workspace can be asked by whoever holds its state. */
  public interface Held {
    /** The parties. */
    Members members();

    /**
     * The position of the newest event this seat may know of: what happened since that it may not
     * know of leaves no trace in it.
     */
    String positionFor(SeatId reader);

    /** Where a thing stands now; empty if there is none. */
    Optional<Scope> scopeOf(Ref ref);

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
      PMap<String, Invitation> invitations) {
    this(slug, name, organisations, seats, invitations, new Roster(organisations, seats));
  }

  /** Before anything happened. */
  public static Members none() {
    return new Members("", "", Trie.empty(), Trie.empty(), Trie.empty());
  }

  /** Whether the workspace was opened. */
  public boolean opened() {
    return !slug.isEmpty();
  }

  /** A seat's organisation; every seat has one. */
  public Organisation organisationOf(Seat seat) {
    return Objects.requireNonNull(organisations.get(seat.organisation()));
  }

  /** The seat this one took over from. */
  public @Nullable Seat predecessor(Seat seat) {
    return seat.predecessor() == null ? null : seats.get(seat.predecessor());
  }

  /** Active seats in the order they started. */
  public List<Seat> active() {
    return roster.active();
  }

  /** All seats, ended ones too, in the order they started. */
  public List<Seat> all() {
    return roster.all();
  }

  /** The active seat a person acts from here. */
  public Optional<Seat> seatOf(String person) {
    return active().stream().filter(s -> s.person().equals(person)).findFirst();
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
      case MemberEvent.WorkspaceOpened e ->
          new Members(e.slug(), e.name(), organisations, seats, invitations);
      case MemberEvent.OrganisationAdded e ->
          new Members(
              slug,
              name,
              organisations.plus(
                  e.slug(),
                  new Organisation(e.slug(), e.name(), e.side(), at, e.history().readsFrom(at))),
              seats,
              invitations);
      case MemberEvent.Invited e ->
          withInvitations(
              invitations.plus(
                  e.id(),
                  new Invitation(
                      e.id(), e.address(), e.name(), e.organisation(), e.role(), e.by(), at)));
      case MemberEvent.InvitationRevoked e -> withInvitations(invitations.minus(e.id()));
      case MemberEvent.SeatTaken e -> seatTaken(e, at);
      case MemberEvent.SeatEnded e -> {
        Seat seat = Objects.requireNonNull(seats.get(e.seat()));
        yield new Members(
            slug, name, organisations, seats.plus(e.seat(), seat.ended(at)), invitations);
      }
    };
  }

  private Members seatTaken(MemberEvent.SeatTaken e, Instant at) {
    Seat seat =
        new Seat(
            e.seat(), e.person(), e.name(), e.organisation(), e.role(), at, null, e.predecessor());
    return new Members(
        slug,
        name,
        organisations,
        seats.plus(e.seat(), seat),
        e.invitation() == null ? invitations : invitations.minus(e.invitation()));
  }

  private Members withInvitations(PMap<String, Invitation> changed) {
    return new Members(slug, name, organisations, seats, changed, roster);
  }
}
