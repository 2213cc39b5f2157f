package org.caucus.coalition.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Shows who is here as the API does. The roster is everyone's to see; mail addresses are not in it.
 */
public final class MemberPresenter {
  private static final JsonFields<Organisation> ORGANISATION =
      JsonFields.of("Organisation", Organisation.class, "slug name side since description");
  private static final JsonFields<Seat> SEAT =
      JsonFields.of(
          "Seat",
          Seat.class,
          "id name organisation role start end successor succeeds:awaits title pronunciation"
              + " languages profile.hours picture:pictured");
  private static final JsonFields<Invitation> INVITATION =
      JsonFields.of(
          "Invitation",
          Invitation.class,
          "id address organisation role by at expires name succeeds");
  private static final JsonFields<Proposal> PROPOSAL =
      JsonFields.of("Proposal", Proposal.class, "slug name side history by at");

  private static final JsonFields<Members> SETTINGS =
      JsonFields.of(
          "WorkspaceSettings",
          Members.class,
          "name profile.purpose profile.welcome profile.languages profile.usual");

  private MemberPresenter() {}

  /** What is said of the workspace, as {@code WorkspaceSettings}. */
  public static JsonObject settings(Members members) {
    return SETTINGS.json(members);
  }

  /** An organisation. */
  private static JsonObject show(Organisation organisation, String domain) {
    JsonObject shown = ORGANISATION.json(organisation);
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
    return SEAT.json(seat);
  }

  /** An invitation; only convenors are shown one, for it holds an address. */
  public static JsonObject show(Invitation invitation) {
    Invitation.Course course = invitation.course();
    JsonObject shown =
        INVITATION
            .json(invitation)
            .put("byLink", invitation.sending().byLink())
            .put("remind", invitation.sending().remind())
            .put("reminders", course.reminders())
            .put("mayRemind", invitation.mayRemind().toString());
    putTime(shown, "opened", course.opened());
    putTime(shown, "reminded", course.reminded());
    invitation.nextReminder().ifPresent(at -> putTime(shown, "nextReminder", at));
    return shown;
  }

  private static void putTime(JsonObject shown, String name, @Nullable Instant at) {
    if (at != null) {
      shown.put(name, at.toString());
    }
  }

  /** The organisations that wait for a second convenor's word, oldest first. */
  public static JsonArray proposals(Members members) {
    return PROPOSAL.all(
        members.proposals().values().stream()
            .sorted(Comparator.comparing(Proposal::at).thenComparing(Proposal::slug))
            .toList());
  }

  /** The open invitations, newest first. */
  public static List<Invitation> open(Members members, Instant now) {
    return members.invitations().values().stream()
        .filter(i -> now.isBefore(i.expires()))
        .sorted(Comparator.comparing(Invitation::at).reversed())
        .toList();
  }

  /** All organisations, and all seats. */
  public static JsonObject roster(Members.Held state, String domain) {
    Members members = state.members();
    JsonArray organisations = new JsonArray();
    members
        .parties()
        .forEach(
            o ->
                organisations.add(
                    ClosedPlaces.put(
                        show(o, domain), state, Ref.to(Ref.Kind.ORGANISATION, o.slug()))));
    return new JsonObject()
        .put("organisations", organisations)
        .put("seats", SEAT.all(members.all()));
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
    return name(members, audience).english();
  }

  /** The same, to be said in any language. */
  public static Message name(Members members, Audience audience) {
    return switch (audience) {
      case Audience.Everyone e -> Message.of("part.everyone");
      case Audience.CivilSociety c -> Message.of("part.civil-society");
      case Audience.WithCompany w ->
          Message.of("part.with", "company", members.called(w.company()));
      case Audience.CompanyOnly c ->
          Message.of("part.only", "company", members.called(c.company()));
      case Audience.OrganisationOnly o ->
          Message.of("part.organisation-only", "organisation", members.called(o.organisation()));
      case Audience.Between b ->
          Message.of(
              "part.between",
              "organisation",
              members.called(b.organisation()),
              "company",
              members.called(b.company()));
      case Audience.Named n -> Message.of("part.named");
    };
  }
}
