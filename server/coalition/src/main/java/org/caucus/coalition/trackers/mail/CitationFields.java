package org.caucus.coalition.trackers.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Which provision a letter says an issue is about; null leaves a part of it as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CitationFields(
    @Nullable String document,
    @Nullable String part,
    @Nullable String number,
    @JsonProperty("quote") @Nullable StoredText storedQuote) {
  /** The citation from now on. */
  @JsonIgnore
  Citation over(@Nullable Citation now) {
    return new Citation(
        Objects.requireNonNullElse(document, now == null ? "" : now.document()),
        Objects.requireNonNullElse(part, now == null ? "" : now.part()),
        Objects.requireNonNullElse(number, now == null ? "" : now.number()),
        Objects.requireNonNullElse(quote(), now == null ? "" : now.quote()));
  }

  /** The words of the provision; null for no change. */
  public @Nullable String quote() {
    return storedQuote == null ? null : storedQuote.toString();
  }
}
