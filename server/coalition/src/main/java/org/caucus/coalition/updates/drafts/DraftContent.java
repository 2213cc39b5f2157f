package org.caucus.coalition.updates.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.Attributed;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * All that a draft says.
 *
 * @param by whose words they are
 * @param via how these words came, whichever way the first ones did
 * @param letter blob of the letter it came by, be it that it was edited since; null when written in
 *     the browser
 * @param files what goes along; not written if there is nothing
 */
public record DraftContent(
    Update.Kind kind,
    Update.Stage stage,
    String title,
    @JsonProperty("body") StoredText storedBody,
    Update.Attribution attribution,
    Audience audience,
    UpdateReferences particulars,
    SeatId by,
    Channel via,
    @Nullable String letter,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry.Attached> files)
    implements Attributed {
  /** A copy that nobody else can change; older logs say nothing of files. */
  public DraftContent {
    files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
  }

  /** Without files. */
  public DraftContent(
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      Audience audience,
      UpdateReferences particulars,
      SeatId by,
      Channel via,
      @Nullable String letter) {
    this(kind, stage, title, body, attribution, audience, particulars, by, via, letter, List.of());
  }

  static DraftContent of(UpdateEvent.UpdatePosted e, List<Entry.Attached> files) {
    return new DraftContent(
        e.kind(),
        e.stage(),
        e.title(),
        e.storedBody(),
        e.attribution(),
        e.audience(),
        Objects.requireNonNullElse(e.particulars(), UpdateReferences.none()),
        e.by(),
        e.via(),
        e.letter(),
        files);
  }

  /**
   * As what another one becomes: with those links of it that the person who wrote this could not
   * see, and the letter it came by.
   */
  DraftContent inPlaceOf(DraftContent other, Predicate<Ref> hidden) {
    Set<Ref> links = new LinkedHashSet<>(particulars.links());
    other.particulars().links().stream().filter(hidden).forEach(links::add);
    var refers =
        new UpdateReferences(particulars.provision(), List.copyOf(links), particulars.due());
    return new DraftContent(
        kind,
        stage,
        title,
        storedBody,
        attribution,
        audience,
        refers,
        by,
        via,
        other.letter,
        files);
  }

  /** Whether it is the same to its readers, no matter who wrote it and how. */
  boolean saysAsMuchAs(DraftContent other) {
    return kind == other.kind
        && stage == other.stage
        && title.equals(other.title)
        && storedBody.equals(other.storedBody)
        && attribution == other.attribution
        && audience.equals(other.audience)
        && Set.copyOf(files).equals(Set.copyOf(other.files))
        && refersAsMuchAs(other);
  }

  private boolean refersAsMuchAs(DraftContent other) {
    return Objects.equals(particulars.provision(), other.particulars().provision())
        && Objects.equals(particulars.due(), other.particulars().due())
        && Set.copyOf(particulars.links()).equals(Set.copyOf(other.particulars().links()));
  }

  /** With its letter if these are the letter's words: others are nobody's but the company's. */
  UpdateEvent.UpdatePosted posted(String id, String company, SeatId speaker) {
    return new UpdateEvent.UpdatePosted(
        id,
        company,
        kind,
        stage,
        title,
        storedBody,
        attribution,
        audience,
        speaker,
        via,
        via == Channel.MAIL ? letter : null,
        particulars);
  }

  /** With these words. */
  public DraftContent(
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      Audience audience,
      UpdateReferences particulars,
      SeatId by,
      Channel via,
      @Nullable String letter,
      List<Entry.Attached> files) {
    this(
        kind,
        stage,
        title,
        StoredText.of(body),
        attribution,
        audience,
        particulars,
        by,
        via,
        letter,
        files);
  }

  /** What it says. */
  @Override
  public String body() {
    return storedBody.toString();
  }
}
