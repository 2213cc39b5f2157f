package org.caucus.workspace;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;

/** One of each event of how trackers are arranged and seen; see {@link GoldenEvents}. */
final class GoldenViews {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");
  private static final Instant SAVED = Instant.parse("2026-06-01T09:00:00Z");

  private GoldenViews() {}

  static List<Event> all() {
    return List.of(
        new IssueEvent.TrackerArranged(
            "COP",
            new TrackerConfig(
                List.of(new TrackerConfig.StateName(IssueState.WAITING, "With the agency")),
                IssueState.TRIAGE,
                List.of(
                    new CustomField(
                        "agency", "Agency", CustomField.Kind.CHOICE, List.of("NITDA", "NCC"))),
                List.of(new TrackerConfig.LabelColour("takedown", TrackerConfig.Colour.RED))),
            Audience.civilSociety()),
        new IssueEvent.ViewSaved(
            "COP",
            "view2",
            "Overdue with us",
            new ViewLayout("calendar", "is:overdue label:press", true, false, "due", "assignee"),
            Audience.civilSociety(),
            AMINA,
            SAVED),
        new IssueEvent.ViewRemoved("COP", "view2", Audience.civilSociety(), SAVED));
  }
}
