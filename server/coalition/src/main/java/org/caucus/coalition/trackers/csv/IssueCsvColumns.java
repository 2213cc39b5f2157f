package org.caucus.coalition.trackers.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * Which field of an issue each column of a table is; null for one that is left out.
 *
 * @param fields in the order of the columns; empty for one that is left out
 */
record IssueCsvColumns(List<String> names, List<String> fields) {
  /** What stands before the id of a tracker's own field. */
  static final String OWN = "field.";

  static final String TITLE = "title";

  /** Fields that a table can bring. */
  static final List<String> KNOWN =
      List.of(
          TITLE,
          "description",
          "provision",
          "state",
          "type",
          "priority",
          "assignees",
          "labels",
          "due",
          "document",
          "part",
          "number",
          "quote",
          "checklist",
          "audience");

  /** What other programs call them. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("summary", TITLE),
          Map.entry("subject", TITLE),
          Map.entry("name", TITLE),
          Map.entry("body", "description"),
          Map.entry("text", "description"),
          Map.entry("status", "state"),
          Map.entry("kind", "type"),
          Map.entry("assignee", "assignees"),
          Map.entry("assigned to", "assignees"),
          Map.entry("owner", "assignees"),
          Map.entry("label", "labels"),
          Map.entry("tags", "labels"),
          Map.entry("due date", "due"),
          Map.entry("deadline", "due"));

  IssueCsvColumns {
    names = List.copyOf(names);
    fields = List.copyOf(fields);
  }

  /**
   * As somebody says, and where they say nothing by the names of the columns.
   *
   * @param said fields by names of columns; an empty one leaves a column out
   * @throws Refusal naming {@code columns}
   */
  static IssueCsvColumns of(
      List<String> names, Map<String, String> said, TrackerConfig arrangement) {
    List<String> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      String wished = said.get(name);
      if (wished != null && !wished.isEmpty() && !isField(wished, arrangement)) {
        throw wrong(Message.of("is-no-field-of-this-tracker", "field", shown(wished)));
      }
      String field = wished == null ? byName(name, names, arrangement) : wished;
      if (!field.isEmpty() && !taken.add(field)) {
        if (wished != null) {
          throw wrong(Message.of("two-columns-are-said-to-be", "field", field));
        }
        field = "";
      }
      fields.add(field);
    }
    return new IssueCsvColumns(names, fields);
  }

  /** Demands that one of them is the title. */
  IssueCsvColumns mustHaveTitle() {
    if (!fields.contains(TITLE)) {
      throw wrong(Message.of("say-which-column-is-the-title"));
    }
    return this;
  }

  private static boolean isField(String field, TrackerConfig arrangement) {
    return KNOWN.contains(field)
        || (field.startsWith(OWN) && arrangement.field(field.substring(OWN.length())).isPresent());
  }

  /** What other programs call a field is not asked where another column has its very name. */
  private static String byName(String name, List<String> names, TrackerConfig arrangement) {
    String low = name.strip().toLowerCase(Locale.ROOT);
    if (isField(low, arrangement)) {
      return low;
    }
    Optional<String> ours = IssueCsvNames.field(low);
    if (ours.isPresent()) {
      return ours.get();
    }
    String known = ALSO.getOrDefault(low, "");
    if (!known.isEmpty() && names.stream().noneMatch(known::equalsIgnoreCase)) {
      return known;
    }
    return arrangement.fields().stream()
        .filter(f -> f.name().equalsIgnoreCase(low) || f.id().equals(low))
        .map(f -> OWN + f.id())
        .findFirst()
        .or(
            () ->
                IssueCsvNames.former(low)
                    .filter(field -> names.stream().noneMatch(field::equalsIgnoreCase)))
        .orElse("");
  }

  private static String shown(String words) {
    return words.substring(0, Math.min(words.length(), 40));
  }

  private static Refusal wrong(Message why) {
    return Refusal.invalid("columns", why);
  }
}
