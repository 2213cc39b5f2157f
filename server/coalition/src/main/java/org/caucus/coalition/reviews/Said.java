package org.caucus.coalition.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one provision.
 *
 * @param provision its id; null for the rest: each that nothing else is said of
 * @param storedReason may be empty
 * @param storedWords what the provision is to say; null unless it is to be amended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(
    @Nullable String provision,
    Stance stance,
    @JsonProperty("reason") StoredText storedReason,
    @JsonProperty("words") @Nullable StoredText storedWords) {
  /** The name of the rest where provisions are named by their ids. */
  static final String REST = "";

  /** Why; may be empty. */
  @JsonIgnore
  public String reason() {
    return storedReason.toString();
  }

  /** What it is about, as the key of maps. */
  @JsonIgnore
  String key() {
    return provision == null ? REST : provision;
  }
}
