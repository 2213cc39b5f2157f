package org.caucus.workspace;

import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * The coalition around the draft code of practice, as the tests know it: two national
 * organisations, an international group and two companies.
 */
public final class Parties {
  /** Convenor, of Rights Now. */
  public static final SeatId AMINA = new SeatId("amina");

  /** Member, of Press Union. */
  public static final SeatId BOLA = new SeatId("bola");

  /** Observer, of Global Watch. */
  public static final SeatId CLAIRE = new SeatId("claire");

  /** Liaison, of Chirp. */
  public static final SeatId CHIKA = new SeatId("chika");

  /** Liaison, of Vista. */
  public static final SeatId VERA = new SeatId("vera");

  /** Was a member, of Rights Now. */
  public static final SeatId EMEKA = new SeatId("emeka");

  private Parties() {}

  /** How they came together; in a list everyone reads, one for civil society, and a tracker. */
  public static List<Event> coalition() {
    return List.of(
        new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
        organisation("rights", "Rights Now", Side.CIVIL_SOCIETY),
        seat(AMINA, "rights", Role.CONVENOR, null),
        organisation("press", "Press Union", Side.CIVIL_SOCIETY),
        organisation("watch", "Global Watch", Side.CIVIL_SOCIETY),
        organisation("chirp", "Chirp", Side.COMPANY),
        organisation("vista", "Vista", Side.COMPANY),
        seat(BOLA, "press", Role.MEMBER, null),
        seat(CLAIRE, "watch", Role.OBSERVER, null),
        seat(CHIKA, "chirp", Role.LIAISON, null),
        seat(VERA, "vista", Role.LIAISON, null),
        seat(EMEKA, "rights", Role.MEMBER, null),
        new MemberEvent.SeatEnded(EMEKA),
        list("coalition", Audience.everyone()),
        list("civil", Audience.civilSociety()),
        list("chirp-desk", Audience.withCompany("chirp")),
        new IssueEvent.TrackerOpened("COP", "Provisions", "provisions", Audience.everyone()),
        new IssueEvent.TrackerArranged("COP", TrackerConfig.USUAL, Audience.everyone()));
  }

  /** An organisation that reads from the beginning. */
  public static Event organisation(String slug, String name, Side side) {
    return new MemberEvent.OrganisationAdded(slug, name, side, MemberEvent.History.ALL);
  }

  /** An organisation that reads from its joining on. */
  public static Event newcomer(String slug, Side side) {
    return new MemberEvent.OrganisationAdded(slug, slug, side, MemberEvent.History.FROM_JOINING);
  }

  /** A seat taken. */
  public static Event seat(
      SeatId id, String organisation, Role role, @Nullable SeatId predecessor) {
    return new MemberEvent.SeatTaken(
        id, "person-" + id, name(id), organisation, role, null, predecessor);
  }

  /** A list with a ceiling. */
  public static Event list(String slug, Audience ceiling) {
    return new ListEvent.ListOpened(slug, slug, "", slug, ceiling);
  }

  /** The name people know a seat by. */
  public static String name(SeatId id) {
    return Character.toUpperCase(id.value().charAt(0)) + id.value().substring(1);
  }

  /** What a company decided about appeals, in these words. */
  public static UpdateCommand.PostUpdate saying(String body, Ref... links) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.ACTION,
        Update.Stage.DECIDED,
        "Appeals",
        body,
        Update.Attribution.ON_RECORD,
        null,
        null,
        List.of(),
        new UpdateReferences(null, List.of(links), null));
  }

  /** A call that is planned for a day to be found. */
  public static ActionCommand call(Audience audience) {
    return new ActionCommand.PlanAction(
        Action.Kind.CALL,
        "Call on Part III",
        "",
        null,
        new Action.When(null, null, ZoneId.of("Africa/Lagos")),
        "",
        audience);
  }
}
