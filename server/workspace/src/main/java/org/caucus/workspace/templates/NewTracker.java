package org.caucus.workspace.templates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Ref;

/** A tracker with its fields, and the states that have names of their own. */
record NewTracker(String key, List<String> named, List<Field> fields) implements TemplateStep {
  @Override
  public TemplateStep.Made in(TemplateStep.Filling f) {
    String name = f.say("tracker");
    String localPart = f.slug() + "-" + key.toLowerCase(Locale.ROOT);
    List<TrackerConfig.StateName> names =
        named.stream()
            .map(s -> new TrackerConfig.StateName(IssueState.valueOf(s), f.say("state." + s)))
            .toList();
    List<CustomField> own = fields.stream().map(field -> field(f, field)).toList();
    return new TemplateStep.Made(
        Ref.Kind.TRACKER,
        name,
        own.stream().map(CustomField::name).toList(),
        Optional.empty(),
        Audience.everyone(),
        Optional.of(new TemplateStep.Claim(localPart, Ref.to(Ref.Kind.TRACKER, key))),
        List.of(
            new IssueCommand.OpenTracker(key, name, localPart, Audience.everyone()),
            new IssueCommand.ArrangeTracker(key, new TrackerConfig(names, IssueState.OPEN, own))));
  }

  private static CustomField field(TemplateStep.Filling f, Field field) {
    String called = "field." + field.id();
    List<String> choices =
        field.kind().equals(CustomField.Kind.CHOICE.name())
            ? f.all(called + ".choices")
            : List.of();
    return new CustomField(
        field.id(), f.say(called), CustomField.Kind.valueOf(field.kind()), choices);
  }

  /** A field of its own: which id, which kind. */
  record Field(String id, String kind) {}
}
