package org.caucus.coalition.trackers.fields;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.platform.spill.StoredText;

/**
 * What an issue says in one of its tracker's own fields.
 *
 * @param field id of the {@link CustomField}
 * @param storedValue its text, its choice, its day (ISO 8601) or the short name of an organisation
 */
public record CustomFieldValue(String field, @JsonProperty("value") StoredText storedValue) {
  /** With these words. */
  public CustomFieldValue(String field, String value) {
    this(field, StoredText.of(value));
  }

  static Map<String, String> byField(List<CustomFieldValue> values) {
    Map<String, String> all = new LinkedHashMap<>();
    values.forEach(v -> all.put(v.field(), v.value()));
    return all;
  }

  /** Its value. */
  public String value() {
    return storedValue.toString();
  }
}
