package org.caucus.coalition.updates.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of the update it becomes; null where it asks nothing.
 *
 * @param publishAt when it is to be published, if not as soon as its author confirms it
 * @param provision the provision it is about
 * @param due the day by which the company promises it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UpdateMailFields(
    Update.@Nullable Kind kind,
    Update.@Nullable Stage stage,
    Update.@Nullable Attribution attribution,
    List<Ref> links,
    @Nullable Instant publishAt,
    @Nullable String provision,
    @Nullable LocalDate due) {
  /** Nothing. */
  public static final UpdateMailFields NOTHING =
      new UpdateMailFields(null, null, null, List.of(), null);

  /** A copy that nobody else can change; older logs have none of it. */
  public UpdateMailFields(
      Update.@Nullable Kind kind,
      Update.@Nullable Stage stage,
      Update.@Nullable Attribution attribution,
      @Nullable List<Ref> links,
      @Nullable Instant publishAt,
      @Nullable String provision,
      @Nullable LocalDate due) {
    this.kind = kind;
    this.stage = stage;
    this.attribution = attribution;
    this.links = List.copyOf(Objects.requireNonNullElse(links, List.of()));
    this.publishAt = publishAt;
    this.provision = provision;
    this.due = due;
  }

  /** Of no provision, and without a promise. */
  public UpdateMailFields(
      Update.@Nullable Kind kind,
      Update.@Nullable Stage stage,
      Update.@Nullable Attribution attribution,
      @Nullable List<Ref> links,
      @Nullable Instant publishAt) {
    this(kind, stage, attribution, links, publishAt, null, null);
  }

  /** Its kind; what a letter leaves open tells how things stand. */
  @JsonIgnore
  public Update.Kind said() {
    return Objects.requireNonNullElse(kind, Update.Kind.STATUS);
  }

  /** Its stage; what a letter leaves open is noted. */
  @JsonIgnore
  public Update.Stage reached() {
    return Objects.requireNonNullElse(stage, Update.Stage.NOTED);
  }

  /** How it may be quoted; what a letter leaves open is said on record. */
  @JsonIgnore
  public Update.Attribution quotable() {
    return Objects.requireNonNullElse(attribution, Update.Attribution.ON_RECORD);
  }

  /** What the update refers to. */
  @JsonIgnore
  public UpdateReferences particulars() {
    return new UpdateReferences(provision, links, due);
  }
}
