package org.caucus.updates.drafts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Via;
import org.caucus.members.Audience;
import org.caucus.updates.Particulars;
import org.caucus.updates.Update;
import org.caucus.updates.UpdateEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that a draft says.
 *
 * @param by whose words they are
 * @param letter blob of the letter it came by; null when written in the browser
 */
public record Said(
    Update.Kind kind,
    Update.Stage stage,
    String title,
    String body,
    Update.Attribution attribution,
    Audience audience,
    Particulars particulars,
    SeatId by,
    Via via,
    @Nullable String letter) {
  static Said of(UpdateEvent.UpdatePosted e) {
    return new Said(
        e.kind(),
        e.stage(),
        e.title(),
        e.body(),
        e.attribution(),
        e.audience(),
        Objects.requireNonNullElse(e.particulars(), Particulars.none()),
        e.by(),
        e.via(),
        e.letter());
  }

  /** With those links of another one that whoever wrote this could not see. */
  Said withLinksOf(Said other, Predicate<Ref> hidden) {
    Set<Ref> links = new LinkedHashSet<>(particulars.links());
    other.particulars().links().stream().filter(hidden).forEach(links::add);
    var refers = new Particulars(particulars.provision(), List.copyOf(links), particulars.due());
    return new Said(kind, stage, title, body, attribution, audience, refers, by, via, letter);
  }

  /** Whether it is the same to its readers, whoever wrote it and how. */
  boolean saysAsMuchAs(Said other) {
    return kind == other.kind
        && stage == other.stage
        && title.equals(other.title)
        && body.equals(other.body)
        && attribution == other.attribution
        && audience.equals(other.audience)
        && refersAsMuchAs(other);
  }

  private boolean refersAsMuchAs(Said other) {
    return Objects.equals(particulars.provision(), other.particulars().provision())
        && Objects.equals(particulars.due(), other.particulars().due())
        && Set.copyOf(particulars.links()).equals(Set.copyOf(other.particulars().links()));
  }

  UpdateEvent.UpdatePosted posted(String id, String company, SeatId speaker) {
    return new UpdateEvent.UpdatePosted(
        id,
        company,
        kind,
        stage,
        title,
        body,
        attribution,
        audience,
        speaker,
        via,
        letter,
        particulars);
  }
}
