package org.caucus.coalition.trackers.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an issue is besides its words, its state and its people.
 *
 * @param labels in the order they were given, no two alike whatever their case
 * @param citation the provision it is about; null for none
 * @param own values of its tracker's own fields; a field without one is empty
 */
public record IssueFields(
    IssueType type,
    Priority priority,
    List<String> labels,
    @Nullable Citation citation,
    List<ChecklistItem> checklist,
    List<CustomFieldValue> own) {
  /** Those of an issue that says nothing of them. */
  public static final IssueFields USUAL =
      new IssueFields(IssueType.TASK, Priority.NORMAL, List.of(), null, List.of(), List.of());

  /** Copies that nobody else can change. */
  public IssueFields {
    labels = List.copyOf(labels);
    checklist = List.copyOf(checklist);
    own = List.copyOf(own);
  }

  /** Its value in this field. */
  public Optional<String> own(String field) {
    return own.stream()
        .filter(v -> v.field().equals(field))
        .map(CustomFieldValue::value)
        .findFirst();
  }

  /** The values of its tracker's own fields by field; null if it has none. */
  public @Nullable Map<String, String> ownByField() {
    return own.isEmpty() ? null : CustomFieldValue.byField(own);
  }

  /** All its words, for the person who looks for some. */
  public String words() {
    StringBuilder all = new StringBuilder(String.join("\n", labels));
    if (citation != null) {
      for (String part : List.of(citation.document(), citation.part(), citation.number())) {
        all.append('\n').append(part);
      }
      all.append('\n').append(citation.quote());
    }
    checklist.forEach(c -> all.append('\n').append(c.text()));
    own.forEach(v -> all.append('\n').append(v.value()));
    return all.toString();
  }

  /** The same after a change. */
  public IssueFields with(@Nullable IssuePatch c) {
    if (c == null) {
      return this;
    }
    Citation cites = c.citation() == null ? citation : c.citation().blank() ? null : c.citation();
    return new IssueFields(
        c.type() == null ? type : c.type(),
        c.priority() == null ? priority : c.priority(),
        c.labels() == null ? labels : c.labels(),
        cites,
        c.checklist() == null ? checklist : c.checklist(),
        c.own() == null ? own : merged(c.own()));
  }

  private List<CustomFieldValue> merged(List<CustomFieldValue> changed) {
    List<CustomFieldValue> all = new ArrayList<>(own);
    for (CustomFieldValue v : changed) {
      all.removeIf(old -> old.field().equals(v.field()));
      if (!v.value().isEmpty()) {
        all.add(v);
      }
    }
    return all;
  }
}
