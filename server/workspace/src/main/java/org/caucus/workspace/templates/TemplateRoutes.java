package org.caucus.workspace.templates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.Command;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/** {@code /template}: what templates would make here, and makes it. Convenors. */
public final class TemplateRoutes implements Routes {
  private final Rooms rooms;
  private final AddressRegistry addresses;

  /** Routes on these rooms; lists and trackers claim their addresses. */
  public TemplateRoutes(Rooms rooms, AddressRegistry addresses) {
    this.rooms = rooms;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listTemplates", this::list);
    operations.on("applyTemplate", this::apply);
  }

  private Workspace convened(ApiRequest call) {
    Workspace state = rooms.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    return state;
  }

  private static TemplateStep.Filling filling(
      ApiRequest call, Workspace state, WorkspaceTemplate template, String language, String zone) {
    Language spoken =
        language.isEmpty() ? call.language() : Language.tagged(language).orElse(call.language());
    ZoneId where = zone(zone);
    LocalDate today = call.at().atZone(where).toLocalDate();
    return new TemplateStep.Filling(template, spoken, state.members().slug(), today, where);
  }

  private static ZoneId zone(String named) {
    try {
      return ZoneId.of(named);
    } catch (DateTimeException e) {
      throw Refusal.invalid("zone", Message.of("there-is-no-such-time-zone"));
    }
  }

  private ApiResponse list(ApiRequest call) {
    Workspace state = convened(call);
    JsonArray items = new JsonArray();
    for (WorkspaceTemplate template : WorkspaceTemplate.values()) {
      var filling =
          filling(
              call,
              state,
              template,
              call.query("language").orElse(""),
              call.query("zone").orElse("UTC"));
      JsonArray steps = new JsonArray();
      template.steps().forEach(step -> steps.add(show(step.in(filling))));
      items.add(
          new JsonObject()
              .put("template", template.name())
              .put("name", filling.say("name"))
              .put("about", filling.say("about"))
              .put("steps", steps));
    }
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private static JsonObject show(TemplateStep.Made made) {
    JsonObject shown =
        new JsonObject()
            .put("kind", made.kind().name().toLowerCase(Locale.ROOT))
            .put("name", made.name())
            .put("audience", made.audience().wire())
            .put("details", new JsonArray(made.details()));
    made.at().ifPresent(at -> shown.put("at", at.toString()));
    return shown;
  }

  /** Each step is done or not by itself; what was made before is found by its key. */
  private ApiResponse apply(ApiRequest call) {
    Workspace state = convened(call);
    JsonObject body = call.body();
    WorkspaceTemplate template = WorkspaceTemplate.valueOf(body.getString("template"));
    var filling =
        filling(
            call, state, template, body.getString("language", ""), body.getString("zone", "UTC"));
    List<TemplateStep> all = template.steps();
    Integer only = body.getInteger("step");
    if (only != null && only >= all.size()) {
      throw Refusal.invalid(
          "step", Message.of("this-template-has-fewer-steps", "limit", all.size()));
    }
    JsonArray steps = new JsonArray();
    for (int i = 0; i < all.size(); i++) {
      if (only == null || only == i) {
        steps.add(made(call, template, i, all.get(i).in(filling)));
      }
    }
    return ApiResponse.json(201, new JsonObject().put("steps", steps));
  }

  private JsonObject made(
      ApiRequest call, WorkspaceTemplate template, int step, TemplateStep.Made made) {
    JsonObject shown = show(made);
    try {
      for (int i = 0; i < made.commands().size(); i++) {
        String value = "template/" + template.key() + "/" + step + "/" + i;
        IdempotencyKey key = new IdempotencyKey(value, template.key());
        Committed done = submit(call, made, made.commands().get(i), key);
        shown.put("id", done.thing()).put("position", done.position());
      }
      return shown.put("state", "MADE");
    } catch (Refusal e) {
      MessageJson.put(shown, e.message());
      return shown.put("state", "REFUSED");
    }
  }

  private Committed submit(
      ApiRequest call, TemplateStep.Made made, Command command, IdempotencyKey key) {
    boolean before = rooms.read(call.workspace()).await().earlier(call.seat(), key).isPresent();
    if (!before && made.place().isPresent() && command.equals(made.commands().getFirst())) {
      TemplateStep.Claim claim = made.place().get();
      call.ask(rooms, command).await(); // what is refused takes no address
      addresses.claim(claim.localPart(), call.workspace(), claim.ref()).await();
    }
    return call.submit(rooms, command, key).await();
  }
}
