package org.caucus.coalition.actions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.kernel.Event;
import org.jspecify.annotations.Nullable;

/** The fields of an action that a letter tells with their old values. */
final class ActionChangeLines implements ChangeLines.Fields {
  private final Actions.Held state;
  private final Action action;
  private final ActionMessages words;

  /** What is told with its old value, in this order. */
  private enum Field {
    TITLE,
    STATE,
    WHEN,
    WHERE,
    OWNER,
    OUTCOME,
    JOIN,
    ASKED,
    CHANNEL,
    RECEIPT,
    REPLY_DUE,
    EMBARGO
  }

  private ActionChangeLines(Actions.Held state, Action action, ActionMessages words) {
    this.state = state;
    this.action = action;
    this.words = words;
  }

  /** What an event changed of an action, for the reader of a notice. */
  static ChangeLines of(
      Actions.Held state,
      Action action,
      ActionEvent event,
      NoticeContext context,
      ActionMessages words) {
    long told = context.commit().sequence();
    return ChangeLines.of(
        state.actions().commitsOf(action.id()).stream().filter(s -> s < told).toList(),
        event,
        context,
        new ActionChangeLines(state, action, words));
  }

  @Override
  public Map<String, String> values(Event event) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!(event instanceof ActionEvent change) || !change.of().equals(action.id())) {
      return values;
    }
    switch (change) {
      case ActionEvent.ActionPlanned e -> {
        put(values, Field.TITLE, e.title());
        put(values, Field.STATE, words.plain(Action.State.PLANNED));
        put(values, Field.WHEN, ActionTimeFormat.bare(e.when(), words.language()));
        put(values, Field.WHERE, e.place());
        put(values, Field.OWNER, state.members().nameOf(e.owner()));
        put(values, Field.OUTCOME, "");
        detailed(values, ActionDetails.none());
      }
      case ActionEvent.ActionEdited e -> edited(values, e);
      case ActionEvent.ActionDetailed e -> detailed(values, e.details());
      case ActionEvent.Embargoed e ->
          put(
              values,
              Field.EMBARGO,
              e.until() == null ? "" : words.time(e.until().atZone(action.when().zone())));
      default -> {}
    }
    return values;
  }

  private void edited(Map<String, String> values, ActionEvent.ActionEdited e) {
    put(values, Field.TITLE, e.title());
    put(values, Field.STATE, e.state() == null ? null : words.plain(e.state()));
    put(
        values,
        Field.WHEN,
        e.when() == null ? null : ActionTimeFormat.bare(e.when(), words.language()));
    put(values, Field.WHERE, e.place());
    put(values, Field.OWNER, e.owner() == null ? null : state.members().nameOf(e.owner()));
    put(values, Field.OUTCOME, e.outcome());
  }

  private void detailed(Map<String, String> values, ActionDetails details) {
    put(values, Field.JOIN, details.link());
    put(
        values,
        Field.ASKED,
        words.names(details.organisations().stream().map(this::organisation).toList()));
    put(values, Field.CHANNEL, details.channel());
    put(values, Field.RECEIPT, details.receipt());
    put(values, Field.REPLY_DUE, details.replyDue() == null ? "" : words.day(details.replyDue()));
  }

  private String organisation(String slug) {
    return Objects.requireNonNull(state.members().organisations().get(slug)).name();
  }

  /** Null for no change. */
  private static void put(Map<String, String> values, Field field, @Nullable String value) {
    if (value != null) {
      values.put(field.name(), ChangeLines.orNothing(value));
    }
  }

  @Override
  public String line(String field, String value) {
    return switch (Field.valueOf(field)) {
      case TITLE -> ChangeLines.title(value, words.language());
      case STATE -> words.state(value);
      case WHEN -> ActionTimeFormat.line(value, words.language());
      case WHERE -> words.where(value);
      case OWNER -> words.owner(value);
      case OUTCOME -> words.outcome(value);
      case JOIN -> words.join(value);
      case ASKED -> words.asked(value);
      case CHANNEL -> words.channel(value);
      case RECEIPT -> words.receipt(value);
      case REPLY_DUE -> words.replyDue(value);
      case EMBARGO -> words.embargoUntil(value);
    };
  }
}
