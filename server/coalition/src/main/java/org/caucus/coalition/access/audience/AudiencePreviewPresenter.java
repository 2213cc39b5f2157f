package org.caucus.coalition.access.audience;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.SeatId;

/** Shows dry runs as the API's {@code AudiencePreview}. */
final class AudiencePreviewPresenter {
  private AudiencePreviewPresenter() {}

  /**
   * A dry run.
   *
   * @param received seats that would be outside and hold a mailed copy
   */
  static JsonObject show(
      AudienceHistory.Held state, AudienceChangePreview foreseen, Collection<SeatId> received) {
    Members members = state.members();
    AudienceSubject thing = foreseen.thing();
    return new JsonObject()
        .put("of", EntryPresenter.ref(thing.ref()))
        .put("title", thing.title())
        .put("does", foreseen.kind().name())
        .put("from", audience(members, thing.audience(), state.access().count(thing.scope())))
        .put("to", audience(members, foreseen.to(), foreseen.readers().size()))
        .put("gains", byOrganisation(members, foreseen.gains()))
        .put("loses", byOrganisation(members, foreseen.loses()))
        .put("closed", closed(members, foreseen.closed()))
        .put("answers", foreseen.answers())
        .put("received", seats(members, received))
        .put("token", foreseen.token());
  }

  private static JsonObject audience(Members members, Audience audience, int readers) {
    return new JsonObject()
        .put("audience", audience.wire())
        .put("label", MemberPresenter.label(members, audience))
        .put("readers", readers);
  }

  /** Companies first, as everywhere. */
  private static JsonArray byOrganisation(Members members, List<Seat> seats) {
    JsonArray shown = new JsonArray();
    for (Side side : List.of(Side.COMPANY, Side.CIVIL_SOCIETY)) {
      for (Organisation organisation : members.parties()) {
        List<Seat> theirs =
            seats.stream().filter(s -> s.organisation().equals(organisation.slug())).toList();
        if (organisation.side() == side && !theirs.isEmpty()) {
          shown.add(
              new JsonObject()
                  .put("slug", organisation.slug())
                  .put("name", organisation.name())
                  .put("side", side.name())
                  .put("seats", new JsonArray(theirs.stream().map(s -> s.id().value()).toList())));
        }
      }
    }
    return shown;
  }

  /** How many entries of each author stay closed, in the order they first wrote. */
  private static JsonArray closed(Members members, List<Entry> entries) {
    Map<SeatId, Integer> counts = new LinkedHashMap<>();
    entries.forEach(e -> counts.merge(e.seat(), 1, Integer::sum));
    JsonArray shown = new JsonArray();
    counts.forEach(
        (seat, count) ->
            shown.add(
                new JsonObject()
                    .put("seat", seat.value())
                    .put("name", members.nameOf(seat))
                    .put("entries", count)));
    return shown;
  }

  /** Seats with the names of who has them and of their organisations. */
  static JsonArray seats(Members members, Collection<SeatId> seats) {
    JsonArray shown = new JsonArray();
    members.all().stream()
        .filter(s -> seats.contains(s.id()))
        .forEach(
            s ->
                shown.add(
                    new JsonObject()
                        .put("seat", s.id().value())
                        .put("name", s.name())
                        .put("organisation", members.organisationOf(s).name())));
    return shown;
  }
}
