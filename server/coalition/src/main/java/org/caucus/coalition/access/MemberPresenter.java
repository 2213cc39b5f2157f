package org.caucus.coalition.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows who is here as the API does. The roster is everyone's to see; mail addresses are not in it.
 */
public final class MemberPresenter {
  private MemberPresenter() {}

  /** An organisation. */
  public static JsonObject show(Organisation organisation, String domain) {
    JsonObject shown =
        new JsonObject()
            .put("slug", organisation.slug())
            .put("name", organisation.name())
            .put("side", organisation.side().name())
            .put("since", organisation.since().toString());
    if (organisation.side() == Side.COMPANY) {
      shown.put("updatesAddress", updatesLocalPart(organisation.slug()) + "@" + domain);
    }
    return shown;
  }

  /** What stands before the @ of a company's update address. */
  public static String updatesLocalPart(String company) {
    return "updates." + company;
  }

  /** A seat. */
  public static JsonObject show(Seat seat) {
    JsonObject shown =
        new JsonObject()
            .put("id", seat.id().value())
            .put("name", seat.name())
            .put("organisation", seat.organisation())
            .put("role", seat.role().name())
            .put("start", seat.start().toString());
    if (seat.end() != null) {
      shown.put("end", seat.end().toString());
    }
    if (seat.successor() != null) {
      shown.put("successor", seat.successor().value());
    }
    if (seat.awaits() != null) {
      shown.put("succeeds", seat.awaits().value());
    }
    return shown;
  }

  /** An invitation; only convenors are shown one, for it holds an address. */
  public static JsonObject show(Invitation invitation) {
    JsonObject shown =
        new JsonObject()
            .put("id", invitation.id())
            .put("address", invitation.address())
            .put("organisation", invitation.organisation())
            .put("role", invitation.role().name())
            .put("by", invitation.by().value())
            .put("at", invitation.at().toString())
            .put("expires", invitation.expires().toString());
    if (invitation.name() != null) {
      shown.put("name", invitation.name());
    }
    if (invitation.succeeds() != null) {
      shown.put("succeeds", invitation.succeeds().value());
    }
    return shown;
  }

  /** A proposal; only convenors are shown one. */
  public static JsonObject show(Proposal proposal) {
    return new JsonObject()
        .put("slug", proposal.slug())
        .put("name", proposal.name())
        .put("side", proposal.side().name())
        .put("history", proposal.history().name())
        .put("by", proposal.by().value())
        .put("at", proposal.at().toString());
  }

  /** The organisations that wait for a second convenor's word, oldest first. */
  public static JsonArray proposals(Members members) {
    JsonArray shown = new JsonArray();
    members.proposals().values().stream()
        .sorted(Comparator.comparing(Proposal::at).thenComparing(Proposal::slug))
        .forEach(p -> shown.add(show(p)));
    return shown;
  }

  /** The open invitations, newest first. */
  public static List<Invitation> open(Members members, Instant now) {
    return members.invitations().values().stream()
        .filter(i -> now.isBefore(i.expires()))
        .sorted(Comparator.comparing(Invitation::at).reversed())
        .toList();
  }

  /** All organisations, and all seats. */
  public static JsonObject roster(Members members, String domain) {
    JsonArray organisations = new JsonArray();
    members.parties().forEach(o -> organisations.add(show(o, domain)));
    JsonArray seats = new JsonArray();
    members.all().forEach(s -> seats.add(show(s)));
    return new JsonObject().put("organisations", organisations).put("seats", seats);
  }

  /** One audience with its readers by organisation, companies first. */
  public static JsonObject choice(Members members, Scope scope) {
    List<Seat> readers = new Access(members).readers(scope);
    Map<String, JsonArray> byOrganisation = new LinkedHashMap<>();
    for (Seat seat : readers) {
      byOrganisation
          .computeIfAbsent(seat.organisation(), o -> new JsonArray())
          .add(seat.id().value());
    }
    JsonArray organisations = new JsonArray();
    members.parties().stream()
        .filter(o -> byOrganisation.containsKey(o.slug()))
        .sorted(Comparator.comparing((Organisation o) -> o.side() == Side.COMPANY ? 0 : 1))
        .forEach(
            o ->
                organisations.add(
                    new JsonObject()
                        .put("slug", o.slug())
                        .put("name", o.name())
                        .put("side", o.side().name())
                        .put("seats", byOrganisation.get(o.slug()))));
    return new JsonObject()
        .put("audience", scope.audience().wire())
        .put("label", label(members, scope.audience()))
        .put("readers", readers.size())
        .put("organisations", organisations);
  }

  /** What people call an audience. */
  public static String label(Members members, Audience audience) {
    return switch (audience) {
      case Audience.Everyone e -> "Everyone";
      case Audience.CivilSociety c -> "Civil society";
      case Audience.WithCompany w -> "With " + members.called(w.company());
      case Audience.CompanyOnly c -> members.called(c.company()) + " only";
      case Audience.Named n -> "Named";
    };
  }
}
