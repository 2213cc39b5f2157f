package org.caucus.workspace.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.RosterStatement;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.membership.SeatDecider;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What would become of each row of a roster, by what a convenor can know of the workspace. Pure.
 * That an address is somebody's here is known only from invitations, which name it; whom else an
 * address belongs to is nobody's to ask.
 */
final class RosterPreview {
  private static final int MAX_NAME_CHARS = 120;
  private static final Invitation.Sending REMINDED = new Invitation.Sending(true, false);

  private final Members members;
  private final Workspace state;
  private final Asked asked;
  private final Instant at;

  /**
   * The person who was invited by an address and sits for an organisation: {@code address
   * organisation}.
   */
  private final Set<String> seated = new HashSet<>();

  /** Where the row of an address is among those that are planned. */
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * What holds for the whole table.
   *
   * @param consented whether a convenor states that all of these people have agreed already
   * @param organisation of those for whom the table names none; empty if none is chosen
   * @param by the convenor: a list that they do not read is as one that is not there (R8)
   */
  record Asked(boolean consented, String organisation, SeatId by) {}

  /** How a row ends. */
  enum State {
    /** It would be invited. */
    NEW,
    /** It was invited now. */
    INVITED,
    /** Nothing is to be done. */
    KNOWN,
    /** It cannot be done, for the reason given. */
    REFUSED
  }

  /**
   * A row and its end.
   *
   * @param invite what is asked for; null if nothing is
   * @param why, in a sentence; null for one that is new or invited
   */
  record Row(
      RosterTable.Row of,
      State state,
      MemberCommand.@Nullable Invite invite,
      String organisation,
      String role,
      @Nullable Message why) {
    Row ended(State now, @Nullable Message reason) {
      return new Row(of, now, invite, organisation, role, reason);
    }

    Row with(RosterStatement terms) {
      MemberCommand.Invite i = Objects.requireNonNull(invite);
      var more =
          new MemberCommand.Invite(
              i.address(), i.name(), i.organisation(), i.role(), i.succeeds(), terms, i.sending());
      return new Row(of, state, more, organisation, role, why);
    }
  }

  private RosterPreview(Workspace state, Asked asked, Instant at) {
    this.members = state.members();
    this.state = state;
    this.asked = asked;
    this.at = at;
    Map<String, String> invited = new HashMap<>();
    state.history().stream()
        .flatMap(commit -> commit.events().stream())
        .forEach(
            event -> {
              if (event instanceof MemberEvent.Invited i) {
                invited.put(i.id(), form(i.address()));
              } else if (event instanceof MemberEvent.SeatTaken t && isActive(t.seat())) {
                seated.add(invited.get(t.invitation()) + " " + t.organisation());
              }
            });
  }

  private boolean isActive(SeatId id) {
    Seat seat = members.seats().get(id);
    return seat != null && seat.active();
  }

  /** What the organisations that are here are called, for a table that names no columns. */
  static Set<String> organisations(Workspace state) {
    return state.members().organisations().values().stream()
        .flatMap(o -> Stream.of(o.slug(), o.name()))
        .map(RosterColumns::plain)
        .collect(Collectors.toSet());
  }

  /** What would become of these rows, in their order. */
  static List<Row> of(Workspace state, List<RosterTable.Row> rows, Asked asked, Instant at) {
    RosterPreview plan = new RosterPreview(state, asked, at);
    List<Row> planned = new ArrayList<>();
    rows.forEach(row -> planned.add(plan.row(row, planned)));
    return planned;
  }

  /**
   * The table of a coalition that moves in may have a row for each list somebody reads: they are
   * one invitation. Its lists are added to the row that came first.
   */
  private Row again(Row first, Row row, List<Row> planned) {
    MemberCommand.Invite one = Objects.requireNonNull(first.invite());
    MemberCommand.Invite more = Objects.requireNonNull(row.invite());
    int line = first.of().line();
    if (!first.organisation().equals(row.organisation())) {
      throw Refusal.invalid(
          "address", Message.of("this-address-stands-in-line-already-for-another", "line", line));
    }
    List<RosterStatement.Mail> lists = new ArrayList<>(mail(one));
    lists.addAll(mail(more));
    boolean fits =
        first.role().equals(row.role())
            && !mail(more).isEmpty()
            && lists.stream().map(RosterStatement.Mail::list).distinct().count() == lists.size()
            && lists.size() <= RosterStatement.MAX_LISTS;
    if (!fits) {
      throw Refusal.invalid(
          "address", Message.of("this-address-stands-in-line-already", "line", line));
    }
    planned.set(planned.indexOf(first), first.with(new RosterStatement(asked.consented(), lists)));
    return new Row(
        row.of(),
        State.KNOWN,
        null,
        row.organisation(),
        row.role(),
        Message.of("it-is-one-with-line", "line", line));
  }

  private static List<RosterStatement.Mail> mail(MemberCommand.Invite invite) {
    RosterStatement terms = invite.terms();
    return terms == null ? List.of() : terms.mail();
  }

  private static String form(String address) {
    return MailAddress.parse(address).map(MailAddress::comparisonForm).orElse(address);
  }

  private Row row(RosterTable.Row row, List<Row> planned) {
    String named = row.cell("organisation");
    Optional<Organisation> organisation =
        organisation(named.isEmpty() ? asked.organisation() : named);
    String slug = organisation.map(Organisation::slug).orElse("");
    String role = role(row.cell("role"), organisation.map(Organisation::side).orElse(null));
    try {
      MemberCommand.Invite invite = invite(row, organisation, role);
      String form = form(invite.address());
      Integer earlier = lines.putIfAbsent(form, planned.size());
      if (earlier != null) {
        Row second = new Row(row, State.NEW, invite, slug, role, null);
        return again(planned.get(earlier), second, planned);
      }
      boolean open =
          members.invitations().values().stream()
              .anyMatch(i -> at.isBefore(i.expires()) && form(i.address()).equals(form));
      Message known =
          seated.contains(form + " " + slug)
              ? Message.of("they-have-a-seat-for-this")
              : open ? Message.of("invited-already") : null;
      return new Row(row, known == null ? State.NEW : State.KNOWN, invite, slug, role, known);
    } catch (Refusal e) {
      return new Row(row, State.REFUSED, null, slug, role, e.message());
    }
  }

  private MemberCommand.Invite invite(
      RosterTable.Row row, Optional<Organisation> organisation, String role) {
    if (row.fault() != null) {
      throw Refusal.invalid("csv", row.fault());
    }
    MailAddress address =
        MailAddress.parse(row.cell("address"))
            .orElseThrow(
                () -> Refusal.invalid("address", Message.of("this-is-not-a-mail-address-2")));
    Organisation party =
        organisation.orElseThrow(
            () ->
                Refusal.invalid(
                    "organisation",
                    row.cell("organisation").isEmpty()
                        ? Message.of("no-organisation-is-named")
                        : Message.of("this-organisation-is-not-here-add")));
    String name = row.cell("name");
    if (name.length() > MAX_NAME_CHARS || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(
          "name", Message.of("a-name-has-at-most-characters", "limit", MAX_NAME_CHARS));
    }
    SeatDecider.mustFit(roleOf(role), party.side());
    return new MemberCommand.Invite(
        address.toString(),
        name.isEmpty() ? null : name,
        party.slug(),
        roleOf(role),
        null,
        terms(row, party.slug()),
        REMINDED);
  }

  private @Nullable RosterStatement terms(RosterTable.Row row, String organisation) {
    List<RosterStatement.Mail> mail = new ArrayList<>();
    String mode = mode(row.cell("mode"));
    for (String named : row.cell("list").split("[\\s;]+", -1)) {
      if (!named.isEmpty()) {
        mail.add(new RosterStatement.Mail(list(named, organisation), mode));
      }
    }
    if (mail.isEmpty() && !row.cell("mode").isEmpty()) {
      throw Refusal.invalid("mode", Message.of("a-mode-is-of-a-list"));
    }
    if (mail.size() > RosterStatement.MAX_LISTS) {
      throw Refusal.invalid(
          "list", Message.of("a-line-names-at-most-lists", "limit", RosterStatement.MAX_LISTS));
    }
    return mail.isEmpty() && !asked.consented()
        ? null
        : new RosterStatement(asked.consented(), mail);
  }

  private String list(String named, String organisation) {
    return state
        .lists()
        .list(named.toLowerCase(Locale.ROOT))
        .filter(list -> state.access().canRead(asked.by(), list.scope()))
        .filter(list -> state.access().newcomerReads(organisation, list.scope()))
        .orElseThrow(
            () -> Refusal.invalid("list", Message.of("there-is-no-list-here-that", "list", named)))
        .slug();
  }

  private static String mode(String named) {
    String mode = named.isEmpty() ? "EACH" : named.toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return Delivery.valueOf(mode).name();
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("mode", Message.of("a-mode-is-each-digest-mime"));
    }
  }

  private static Role roleOf(String role) {
    try {
      return Role.valueOf(role);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("role", Message.of("a-role-is-convenor-member-liaison"));
    }
  }

  /** Where none is named: what most of a side are. */
  private static String role(String named, @Nullable Side side) {
    String usual = side == Side.COMPANY ? Role.LIAISON.name() : Role.MEMBER.name();
    Role known = RosterRoles.of(named);
    return named.isEmpty() ? usual : known == null ? named.toUpperCase(Locale.ROOT) : known.name();
  }

  /** By its short name, or its name in any case. */
  private Optional<Organisation> organisation(String named) {
    Organisation bySlug = members.organisations().get(named.toLowerCase(Locale.ROOT));
    return bySlug != null
        ? Optional.of(bySlug)
        : members.organisations().values().stream()
            .filter(o -> RosterColumns.plain(o.name()).equals(RosterColumns.plain(named)))
            .findFirst();
  }
}
