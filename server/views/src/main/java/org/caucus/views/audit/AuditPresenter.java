package org.caucus.views.audit;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.csv.CsvWriter;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Shows the audit view as the API does, as one seat may know of it. */
public final class AuditPresenter {
  private static final String COLUMNS = "at,who,verb,what,details,position\r\n";

  private AuditPresenter() {}

  /** What a seat may know of one commit, in order. */
  static List<JsonObject> lines(Workspace now, Commit commit, SeatId reader) {
    if (commit.events().stream().noneMatch(Capabilities::isAudited)) {
      return List.of();
    }
    return now.visibleEvents(commit, reader).stream()
        .filter(Capabilities::isAudited)
        .map(event -> line(now, commit, now.describe(commit, event), event, reader))
        .toList();
  }

  private static JsonObject line(
      Workspace now, Commit commit, EventDescription h, Event event, SeatId reader) {
    JsonObject line =
        new JsonObject()
            .put("position", commit.id())
            .put("at", commit.at().toString())
            .put("verb", h.verb())
            .put("ref", EntryPresenter.ref(h.ref()))
            .put("title", ActivityTitles.of(now, h.ref()))
            .put("details", details(now, commit, event, reader));
    ActivityTitles.terms(now, h.ref()).ifPresent(terms -> line.put("attribution", terms.name()));
    SeatId by = commit.by() == null ? decided(event) : commit.by();
    if (by != null) {
      line.put("seat", by.value());
    }
    return line;
  }

  /** Who had decided what the server does when it is time. */
  private static @Nullable SeatId decided(Event event) {
    return switch (event) {
      case AudienceEvent.Widened e -> e.by();
      case ActionEvent.Embargoed e -> e.by();
      default -> null;
    };
  }

  private static JsonObject details(Workspace now, Commit commit, Event event, SeatId reader) {
    JsonObject details = new JsonObject();
    switch (event) {
      case MemberEvent.Invited e -> {
        details.put("organisation", e.organisation()).put("role", e.role().name());
        if (e.terms() != null && e.terms().consented()) {
          details.put("consent", "STATED");
        }
      }
      case MemberEvent.SeatTaken e ->
          details.put("organisation", e.organisation()).put("role", e.role().name());
      case MemberEvent.RoleChanged e -> details.put("role", e.role().name());
      case MemberEvent.SeatHandedOver e -> details.put("successor", e.successor().value());
      case MemberEvent.OrganisationAdded e -> added(details, e.proposedBy());
      case MemberEvent.RecordExported e -> details.put("export", e.what().name());
      case MemberEvent.RecoveryAwaited e -> details.put("until", e.until().toString());
      case MemberEvent.SignInRuled e -> details.put("passkeys", e.passkeys());
      case MemberEvent.WorkspaceDescribed e -> renamed(details, e.former(), e.name());
      case MemberEvent.ProfileChanged e -> renamed(details, e.former(), e.name());
      case MemberEvent.OrganisationDescribed e -> renamed(details, e.former(), e.name());
      case ListEvent.ListDescribed e -> renamed(details, e.former(), e.name());
      case IssueEvent.TrackerDescribed e -> renamed(details, e.former(), e.name());
      case MemberEvent.DefaultAudienceSet e -> details.put("usual", e.usual().name());
      case AudienceEvent e -> {
        // who comes by a widening is not told for whom it was before
        if (now.access().canRead(reader, Scope.place(e.from()))) {
          details.put("from", e.from().wire());
        }
        details.put("to", e.to().wire());
        if (commit.seat() == null) { // the server does it at the hour that was set
          details.put("embargo", true);
        }
      }
      case ActionEvent.Embargoed e when e.to() != null -> details.put("to", e.to().wire());
      default -> {}
    }
    return details;
  }

  private static void renamed(JsonObject details, String former, String name) {
    if (!former.equals(name)) {
      details.put("formerName", former).put("name", name);
    }
  }

  private static void added(JsonObject details, @Nullable SeatId proposedBy) {
    if (proposedBy == null) {
      details.put("alone", true);
    } else {
      details.put("proposedBy", proposedBy.value());
    }
  }

  /** All of it as comma-separated values (RFC 4180), oldest first. */
  public static String csv(Workspace now, SeatId reader) {
    StringBuilder table = new StringBuilder(CsvWriter.MARK).append(COLUMNS);
    for (Commit commit : now.history()) {
      lines(now, commit, reader).forEach(line -> table.append(row(now, line)));
    }
    return table.toString();
  }

  private static String row(Workspace now, JsonObject line) {
    String by = line.getString("seat");
    String details =
        line.getJsonObject("details").stream()
            .map(d -> d.getKey() + "=" + named(now, String.valueOf(d.getValue())))
            .collect(Collectors.joining("; "));
    return CsvWriter.row(
        List.of(
            line.getString("at"),
            by == null ? "" : now.members().nameOf(new SeatId(by)),
            line.getString("verb"),
            title(line),
            details,
            line.getString("position")));
  }

  /**
   * An update is named with its terms. What a company said off record leaves in no file, its title
   * neither.
   */
  private static String title(JsonObject line) {
    String named = line.getString("title");
    if (line.getString("attribution") == null) {
      return named;
    }
    var terms = Update.Attribution.valueOf(line.getString("attribution"));
    return switch (terms) {
      case ON_RECORD -> named;
      case BACKGROUND -> "(" + Update.terms(terms) + ") " + named;
      case OFF_RECORD -> "(" + Update.terms(terms) + ")";
    };
  }

  private static String named(Workspace now, String value) {
    SeatId seat = new SeatId(value);
    return now.members().seats().containsKey(seat) ? now.members().nameOf(seat) : value;
  }
}
