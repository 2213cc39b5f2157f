package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different of an issue's {@link IssueFields}; null leaves one as it is.
 *
 * @param citation a blank one takes the citation away
 * @param own only the fields that change; an empty value empties one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuePatch(
    @Nullable IssueType type,
    @Nullable Priority priority,
    @Nullable List<String> labels,
    @Nullable Citation citation,
    @Nullable List<ChecklistItem> checklist,
    @Nullable List<CustomFieldValue> own) {
  /** Nothing changes. */
  public static final IssuePatch NONE = new IssuePatch(null, null, null, null, null, null);

  /** Most labels of an issue. */
  public static final int MAX_LABELS = 20;

  /** Most characters of a label. */
  public static final int MAX_LABEL_CHARS = 40;

  /** Most lines of a checklist. */
  public static final int MAX_CHECKS = 100;

  /** Why more are refused. */
  public static final Message TOO_MANY_CHECKS =
      Message.of("a-checklist-has-at-most-lines", "limit", MAX_CHECKS);

  /** Most characters of a line of a checklist. */
  public static final int MAX_CHECK_CHARS = 500;

  /** Most characters of a value in a tracker's own field. */
  public static final int MAX_OWN_CHARS = 1_000;

  /** The first year in which something can be due. */
  private static final int MIN_YEAR = 1970;

  /** The last of them. */
  private static final int MAX_YEAR = 2999;

  /** The values that change by field; null if none of them does. */
  public @Nullable Map<String, String> ownByField() {
    return own == null ? null : CustomFieldValue.byField(own);
  }

  /** Whether it changes nothing. */
  @JsonIgnore
  public boolean isNothing() {
    return equals(NONE);
  }

  /** Whether somebody says something by it in their own words. */
  @JsonIgnore
  public boolean isSaying() {
    return labels != null || citation != null || checklist != null || own != null;
  }

  /**
   * The same with its words in order, if it is within its limits.
   *
   * @param isParty whether an organisation with this short name is here
   * @throws Refusal naming the field
   */
  public IssuePatch checked(TrackerConfig arrangement, Predicate<String> isParty) {
    return new IssuePatch(
        type,
        priority,
        labels == null ? null : labels(labels),
        citation == null ? null : citation.checked(),
        checklist == null ? null : checks(checklist),
        own == null ? null : own.stream().map(v -> value(v, arrangement, isParty)).toList());
  }

  private static List<String> labels(List<String> given) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : given) {
      String words = label.strip();
      if (words.isEmpty() || words.length() > MAX_LABEL_CHARS) {
        throw Refusal.invalid(
            "labels", Message.of("a-label-has-1-to-characters", "limit", MAX_LABEL_CHARS));
      }
      if (words.chars().anyMatch(c -> c == ',' || c == '"' || Character.isISOControl(c))) {
        throw Refusal.invalid("labels", Message.of("a-label-has-no-commas-quotes"));
      }
      labels.putIfAbsent(words.toLowerCase(Locale.ROOT), words);
    }
    if (labels.size() > MAX_LABELS) {
      throw Refusal.invalid(
          "labels", Message.of("an-issue-has-at-most-labels", "limit", MAX_LABELS));
    }
    return List.copyOf(labels.values());
  }

  private static List<ChecklistItem> checks(List<ChecklistItem> given) {
    if (given.size() > MAX_CHECKS) {
      throw Refusal.invalid("checklist", TOO_MANY_CHECKS);
    }
    for (ChecklistItem check : given) {
      if (check.text().isBlank() || check.text().length() > MAX_CHECK_CHARS) {
        throw Refusal.invalid(
            "checklist", Message.of("a-line-of-a-checklist-has", "limit", MAX_CHECK_CHARS));
      }
    }
    return given.stream().map(c -> new ChecklistItem(c.text().strip(), c.done())).toList();
  }

  private static CustomFieldValue value(
      CustomFieldValue v, TrackerConfig arrangement, Predicate<String> isParty) {
    String at = "fields." + v.field();
    CustomField field =
        arrangement
            .field(v.field())
            .orElseThrow(() -> Refusal.invalid(at, Message.of("this-tracker-has-no-such-field")));
    String value = v.value().strip();
    if (value.length() > MAX_OWN_CHARS) {
      throw Refusal.invalid(at, Message.of("at-most-characters", "limit", MAX_OWN_CHARS));
    }
    if (!value.isEmpty()) {
      Message fault = fault(field, value, isParty);
      if (fault != null) {
        throw Refusal.invalid(at, fault);
      }
    }
    return new CustomFieldValue(v.field(), value);
  }

  private static @Nullable Message fault(
      CustomField field, String value, Predicate<String> isParty) {
    return switch (field.kind()) {
      case TEXT -> null;
      case CHOICE ->
          field.choices().contains(value)
              ? null
              : Message.of("choose-one-of", "known", String.join(", ", field.choices()));
      case ORGANISATION ->
          isParty.test(value) ? null : Message.of("there-is-no-organisation-with-this");
      case DATE -> isDay(value) ? null : Message.of("a-day-is-written-like");
    };
  }

  /**
   * A day that something can be due.
   *
   * @throws Refusal naming {@code due}
   */
  public static LocalDate day(String date) {
    try {
      LocalDate due = LocalDate.parse(date);
      if (due.getYear() < MIN_YEAR || due.getYear() > MAX_YEAR) {
        throw Refusal.invalid(
            "due", Message.of("a-due-date-lies-between-the", "first", MIN_YEAR, "last", MAX_YEAR));
      }
      return due;
    } catch (DateTimeException e) {
      throw Refusal.invalid("due", Message.of("there-is-no-such-day-in"));
    }
  }

  private static boolean isDay(String value) {
    try {
      return day(value).getYear() > 0;
    } catch (Refusal no) {
      return false;
    }
  }
}
