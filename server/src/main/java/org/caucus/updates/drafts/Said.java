package org.caucus.updates.drafts;

import java.util.Objects;
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
