package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.lists.ListPresenter;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.PersonDirectory;
import org.caucus.http.Routes;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.jspecify.annotations.Nullable;

/**
 * {@code /me} and {@code /workspaces}: where one has a seat, opening a workspace, its front page.
 */
public final class WorkspaceRoutes implements Routes {
  private final Rooms rooms;
  private final WorkspaceDirectory directory;
  private final SeatIndex seatings;
  private final PersonDirectory people;
  private final Founding founding;

  /** Makes what a new workspace needs before its first event: its key. */
  public interface Founding {
    /** Makes the key of a new workspace. */
    Future<Void> found(WorkspaceId workspace);
  }

  /** Routes on these rooms. */
  public WorkspaceRoutes(
      Rooms rooms,
      WorkspaceDirectory directory,
      SeatIndex seatings,
      PersonDirectory people,
      Founding founding) {
    this.rooms = rooms;
    this.directory = directory;
    this.seatings = seatings;
    this.people = people;
    this.founding = founding;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("getMe", this::me);
    operations.forPerson("createWorkspace", this::open);
    operations.on("getWorkspace", this::read);
  }

  /** A token for one workspace tells of no other. */
  private ApiResponse me(ApiRequest call) {
    JsonObject me = me(call.caller().person());
    JsonArray within = new JsonArray();
    for (Object each : me.getJsonArray("workspaces")) {
      if (call.caller().reach().holds(((JsonObject) each).getString("path"))) {
        within.add(each);
      }
    }
    return ApiResponse.ok(me.put("workspaces", within));
  }

  /** The API's {@code Me}. */
  public JsonObject me(String personId) {
    PersonDirectory.Person person = people.find(personId).await().orElseThrow(Refusal::absent);
    JsonArray workspaces = new JsonArray();
    for (WorkspaceId id : seatings.of(personId).await()) {
      readable(id)
          .ifPresent(
              w -> w.members().seatsOf(personId).forEach(seat -> workspaces.add(seatIn(w, seat))));
    }
    JsonObject me =
        new JsonObject()
            .put("id", person.id())
            .put("name", person.name())
            .put("address", person.address())
            .put("operator", person.operator())
            .put("workspaces", workspaces);
    return person.language() == null ? me : me.put("language", person.language().tag());
  }

  /** One that was destroyed, or is closed for repair, does not keep a person from the others. */
  private Optional<Workspace> readable(WorkspaceId id) {
    try {
      return Optional.of(rooms.read(id).await());
    } catch (LogException e) {
      return Optional.empty();
    }
  }

  private static JsonObject seatIn(Workspace w, Seat seat) {
    return new JsonObject()
        .put("slug", w.members().slug())
        .put("path", w.members().pathOf(seat))
        .put("name", w.members().name())
        .put("seat", seat.id().value())
        .put("role", seat.role().name())
        .put("organisation", seat.organisation())
        .put("organisationName", w.members().organisationOf(seat).name());
  }

  private ApiResponse open(ApiRequest call) {
    PersonDirectory.Person person =
        people.find(call.caller().person()).await().orElseThrow(Refusal::absent);
    if (!person.operator() || !call.caller().reach().holds(null)) {
      throw Refusal.forbidden(Message.of("only-an-operator-of-this-server"));
    }
    JsonObject body = call.body();
    JsonObject organisation = body.getJsonObject("organisation");
    if (!"CIVIL_SOCIETY".equals(organisation.getString("side"))) {
      throw Refusal.invalid("organisation/side", Message.of("a-workspace-is-convened-by-a"));
    }
    String slug = body.getString("slug");
    Committed done =
        open(
            person.id(),
            new MemberCommand.OpenWorkspace(
                slug,
                body.getString("name"),
                organisation.getString("slug"),
                organisation.getString("name"),
                person.id(),
                body.getString("convenor")),
            call.key());
    return ApiResponse.json(
        201,
        new JsonObject().put("id", slug).put("workspace", slug).put("position", done.position()));
  }

  /**
   * Claims the names of a workspace, makes its key and commits its first event. Every step may be
   * taken again, so a try that was cut short is finished by the next.
   *
   * @param key makes it happen once; null if it may not be repeated
   */
  public Committed open(
      String person, MemberCommand.OpenWorkspace command, @Nullable IdempotencyKey key) {
    WorkspaceId id = directory.find(command.slug()).await().orElseGet(WorkspaceId::random);
    directory.claimSlug(command.slug(), id).await();
    directory.claim(command.slug(), id, Ref.to(Ref.Kind.WORKSPACE, command.slug())).await();
    founding.found(id).await();
    Committed done = rooms.submit(id, null, command, key).await();
    seatings.add(person, id).await();
    return done;
  }

  private ApiResponse read(ApiRequest call) {
    Workspace w = rooms.read(call.workspace()).await();
    SeatId reader = call.seat();
    Optional<ViewAs> look = ViewAs.of(reader);
    String role =
        look.map(l -> Role.LIAISON)
            .orElseGet(() -> Objects.requireNonNull(w.members().seats().get(reader)).role())
            .name();
    String everyone = Audience.everyone().wire();
    JsonObject shown =
        MemberPresenter.roster(w, directory.domain())
            .put("slug", call.path("w")) // as it was asked for: anyone who asks knows it by that
            .put("name", w.members().name())
            .put("purpose", w.members().profile().purpose())
            .put("position", w.positionFor(reader))
            .put("seat", reader.value())
            .put("role", role)
            .put("welcome", w.members().isNew(reader, call.at()))
            .put("domain", directory.domain())
            .put("lists", ListPresenter.lists(w, reader, directory.domain()))
            .put("said", ListPresenter.said(w, reader))
            .put("trackers", IssuePresenter.trackers(w, reader, directory.domain()))
            .put("views", IssuePresenter.views(w, reader))
            .put("updatesAudience", everyone)
            .put("actionsAudience", everyone)
            .put("actionsAddress", address(w, reader, "actions"))
            .put("mailAddresses", mailAddresses(w, reader));
    return ApiResponse.ok(ClosedPlaces.put(shown, w, ClosedPlaces.workspace(w.members())));
  }

  /** Where a letter opens something, by what stands behind the name of the workspace there. */
  private JsonObject mailAddresses(Workspace w, SeatId reader) {
    JsonObject all = new JsonObject();
    Capabilities.mailDetails().forEach(detail -> all.put(detail, address(w, reader, detail)));
    return all;
  }

  /** Anyone who has several seats says there for which they write. */
  private String address(Workspace w, SeatId reader, String detail) {
    Seat seat = w.members().seats().get(reader);
    boolean several = seat != null && w.members().seatsOf(seat.person()).size() > 1;
    String author = several ? "." + Objects.requireNonNull(seat).organisation() : "";
    return w.members().slug() + "+" + detail + author + "@" + directory.domain();
  }
}
