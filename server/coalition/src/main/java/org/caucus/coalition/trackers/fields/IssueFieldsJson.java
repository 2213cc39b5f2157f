package org.caucus.coalition.trackers.fields;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facets and arrangements as the API writes them. */
public final class IssueFieldsJson {
  private IssueFieldsJson() {}

  /** Puts them into the API's {@code Issue}. */
  public static void put(JsonObject issue, IssueFields facets) {
    JsonArray checklist = new JsonArray();
    facets
        .checklist()
        .forEach(c -> checklist.add(new JsonObject().put("text", c.text()).put("done", c.done())));
    issue
        .put("type", facets.type().name())
        .put("priority", facets.priority().name())
        .put("labels", new JsonArray(facets.labels()))
        .put("checklist", checklist);
    Citation cites = facets.citation();
    if (cites != null) {
      issue.put("reference", show(cites));
    }
    if (!facets.own().isEmpty()) {
      JsonObject own = new JsonObject();
      facets.own().forEach(v -> own.put(v.field(), v.value()));
      issue.put("fields", own);
    }
  }

  /** All of them. */
  public static JsonObject show(IssueFields facets) {
    JsonObject shown = new JsonObject();
    put(shown, facets);
    return shown;
  }

  /** What a change changes, and nothing else; a citation that was taken away is a blank one. */
  public static JsonObject show(IssuePatch c) {
    JsonObject all = show(IssueFields.USUAL.with(c));
    JsonObject shown = new JsonObject();
    keep(all, shown, "type", c.type());
    keep(all, shown, "priority", c.priority());
    keep(all, shown, "labels", c.labels());
    keep(all, shown, "checklist", c.checklist());
    if (c.citation() != null) {
      shown.put("reference", show(c.citation()));
    }
    if (c.own() != null) {
      JsonObject own = new JsonObject();
      c.own().forEach(v -> own.put(v.field(), v.value()));
      shown.put("fields", own);
    }
    return shown;
  }

  private static void keep(JsonObject all, JsonObject to, String field, @Nullable Object changed) {
    if (changed != null) {
      to.put(field, all.getValue(field));
    }
  }

  /** A citation as the API's {@code Reference}. */
  public static JsonObject show(Citation c) {
    return new JsonObject()
        .put("document", c.document())
        .put("part", c.part())
        .put("number", c.number())
        .put("quote", c.quote());
  }

  /** What a body of the API asks to change; null if it names none of them. */
  public static @Nullable IssuePatch change(JsonObject body) {
    String type = body.getString("type");
    String priority = body.getString("priority");
    JsonArray labels = body.getJsonArray("labels");
    JsonArray checklist = body.getJsonArray("checklist");
    JsonObject own = body.getJsonObject("fields");
    IssuePatch change =
        new IssuePatch(
            type == null ? null : IssueType.valueOf(type),
            priority == null ? null : Priority.valueOf(priority),
            labels == null ? null : labels.stream().map(String.class::cast).toList(),
            body.containsKey("reference") ? citation(body.getJsonObject("reference")) : null,
            checklist == null ? null : checks(checklist),
            own == null ? null : values(own));
    return change.isNothing() ? null : change;
  }

  private static Citation citation(@Nullable JsonObject json) {
    return json == null
        ? new Citation("", "", "", "")
        : new Citation(
            json.getString("document", ""),
            json.getString("part", ""),
            json.getString("number", ""),
            json.getString("quote", ""));
  }

  private static List<ChecklistItem> checks(JsonArray lines) {
    return lines.stream()
        .map(JsonObject.class::cast)
        .map(c -> new ChecklistItem(c.getString("text"), c.getBoolean("done", false)))
        .toList();
  }

  private static List<CustomFieldValue> values(JsonObject own) {
    return own.fieldNames().stream()
        .map(f -> new CustomFieldValue(f, own.getString(f, "")))
        .toList();
  }

  /** An arrangement as the API's {@code TrackerConfig}. */
  public static JsonObject show(TrackerConfig a) {
    JsonObject names = new JsonObject();
    a.names().forEach(n -> names.put(n.state().name(), n.name()));
    JsonArray fields = new JsonArray();
    for (CustomField f : a.fields()) {
      fields.add(
          new JsonObject()
              .put("id", f.id())
              .put("name", f.name())
              .put("kind", f.kind().name())
              .put("choices", new JsonArray(f.choices())));
    }
    JsonObject labels = new JsonObject();
    a.labels().forEach(l -> labels.put(l.label(), l.colour().name()));
    return new JsonObject()
        .put("names", names)
        .put("first", a.first().name())
        .put("fields", fields)
        .put("labels", labels);
  }

  /** The arrangement a body asks for. */
  public static TrackerConfig arrangement(JsonObject body) {
    JsonObject names = body.getJsonObject("names", new JsonObject());
    JsonArray fields = body.getJsonArray("fields", new JsonArray());
    JsonObject labels = body.getJsonObject("labels", new JsonObject());
    return new TrackerConfig(
        names.fieldNames().stream()
            .map(
                s ->
                    new TrackerConfig.StateName(
                        IssueState.valueOf(s), names.getString(s, "").strip()))
            .toList(),
        IssueState.valueOf(body.getString("first", IssueState.OPEN.name())),
        fields.stream().map(JsonObject.class::cast).map(IssueFieldsJson::field).toList(),
        labels.fieldNames().stream()
            .map(
                l ->
                    new TrackerConfig.LabelColour(
                        l.strip(), TrackerConfig.Colour.valueOf(labels.getString(l))))
            .toList());
  }

  private static CustomField field(JsonObject f) {
    return new CustomField(
        f.getString("id"),
        f.getString("name").strip(),
        CustomField.Kind.valueOf(f.getString("kind")),
        f.getJsonArray("choices", new JsonArray()).stream()
            .map(c -> ((String) c).strip())
            .distinct()
            .toList());
  }
}
