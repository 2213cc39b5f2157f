package org.caucus.coalition.updates;

import java.util.LinkedHashMap;
import java.util.Map;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** The fields of an update that a letter tells with their old values. */
final class UpdateChangeLines implements ChangeLines.Fields {
  private final Updates.Held state;
  private final Update update;
  private final UpdateNoticeMessages words;

  /** What is told with its old value, in this order. */
  private enum Field {
    TITLE,
    KIND,
    ATTRIBUTION,
    STAGE,
    KEEPER
  }

  private UpdateChangeLines(Updates.Held state, Update update, UpdateNoticeMessages words) {
    this.state = state;
    this.update = update;
    this.words = words;
  }

  /** What an event changed of an update, for the reader of a notice. */
  static ChangeLines of(
      Updates.Held state,
      Update update,
      UpdateEvent event,
      NoticeContext context,
      UpdateNoticeMessages words) {
    return ChangeLines.of(
        state.slices().get(ThingCommits.SLICE).before(context.commit().sequence(), update.ref()),
        event,
        context,
        new UpdateChangeLines(state, update, words));
  }

  @Override
  public Map<String, String> values(Event event) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (event) {
      case UpdateEvent.UpdatePosted e when e.id().equals(update.id()) -> {
        said(values, e.title(), e.kind(), e.attribution());
        values.put(Field.STAGE.name(), words.plain(e.stage()));
        if (e.kind() == Update.Kind.REQUEST) {
          values.put(Field.KEEPER.name(), keeper(e.by()));
        }
      }
      case UpdateEvent.UpdateCorrected e when e.id().equals(update.id()) ->
          said(values, e.title(), e.kind(), e.attribution());
      case UpdateEvent.StageReached e when e.id().equals(update.id()) ->
          values.put(Field.STAGE.name(), words.plain(e.stage()));
      case UpdateEvent.UpdatePassedOn e when e.id().equals(update.id()) ->
          values.put(Field.KEEPER.name(), keeper(e.to()));
      default -> {}
    }
    return values;
  }

  private void said(
      Map<String, String> values, String title, Update.Kind kind, Update.Attribution terms) {
    values.put(Field.TITLE.name(), title);
    values.put(Field.KIND.name(), words.plain(kind));
    values.put(Field.ATTRIBUTION.name(), words.plain(terms));
  }

  private String keeper(@Nullable SeatId seat) {
    return seat == null ? words.nobody() : state.members().nameOf(seat);
  }

  @Override
  public String line(String field, String value) {
    return switch (Field.valueOf(field)) {
      case TITLE -> ChangeLines.title(value, words.language());
      case KIND -> words.kind(value);
      case ATTRIBUTION -> words.attribution(value);
      case STAGE -> words.stage(value);
      case KEEPER -> words.nowWith(value);
    };
  }
}
