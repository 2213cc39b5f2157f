package org.caucus.coalition.trackers.fields;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.platform.json.JsonFields;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Facets and arrangements as the API writes them. */
public final class IssueFieldsJson {
  private static final JsonFields<IssueFields> FIELDS =
      JsonFields.of(
          "Issue",
          IssueFields.class,
          "type priority labels checklist reference:citation fields:ownByField");

  private static final JsonFields<IssuePatch> PATCH =
      JsonFields.of(
          IssuePatch.class, "type priority labels checklist reference:citation fields:ownByField");

  private IssueFieldsJson() {}

  /** All of them. */
  public static JsonObject show(IssueFields facets) {
    return FIELDS.json(facets);
  }

  /** What a change changes, and nothing else; a citation that was taken away is a blank one. */
  public static JsonObject show(IssuePatch change) {
    return PATCH.json(change);
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
            StoredText.of(json.getString("quote", "")),
            json.getString("provision"));
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
    JsonObject labels = new JsonObject();
    a.labels().forEach(l -> labels.put(l.label(), l.colour().name()));
    return new JsonObject()
        .put("names", names)
        .put("first", a.first().name())
        .put("fields", JsonFields.value(a.fields()))
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
