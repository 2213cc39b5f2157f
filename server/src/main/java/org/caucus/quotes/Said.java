package org.caucus.quotes;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.plans.Details;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueEvent;
import org.caucus.issues.fields.Facets;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.lists.ListEvent;
import org.caucus.spill.StoredText;
import org.caucus.updates.Particulars;
import org.caucus.updates.UpdateEvent;
import org.jspecify.annotations.Nullable;

/**
 * The words of one event, titles and notes too.
 *
 * @param thing whose readers read them
 */
record Said(Ref thing, List<StoredText> words) {
  /** Null if people say nothing by it. */
  static @Nullable Said in(Event event) {
    return switch (event) {
      case EntryEvent e -> new Said(Ref.to(Ref.Kind.ENTRY, e.id()), entry(e));
      case ListEvent e -> list(e);
      case IssueEvent e -> issue(e);
      case UpdateEvent e -> update(e);
      case ActionEvent e -> of(Ref.Kind.ACTION, e.of(), action(e));
      default -> null;
    };
  }

  private static Said of(Ref.Kind kind, String id, @Nullable String... words) {
    return new Said(
        Ref.to(kind, id),
        Arrays.stream(words)
            .filter(Objects::nonNull)
            .filter(text -> !text.isBlank())
            .map(StoredText::of)
            .toList());
  }

  private static List<StoredText> entry(EntryEvent event) {
    return event instanceof EntryEvent.EntryPosted posted
        ? Stream.concat(Stream.of(posted.words()), FileTexts.names(posted)).toList()
        : List.of(event.words());
  }

  private static @Nullable Said list(ListEvent event) {
    return switch (event) {
      case ListEvent.ListOpened e -> of(Ref.Kind.LIST, e.slug(), e.name(), e.description());
      case ListEvent.ThreadStarted e -> of(Ref.Kind.THREAD, e.id(), e.subject());
      case ListEvent.ThreadImported e -> of(Ref.Kind.THREAD, e.id(), e.subject());
      default -> null;
    };
  }

  private static @Nullable Said issue(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          of(
              Ref.Kind.ISSUE,
              e.id(),
              e.title(),
              e.description(),
              e.provision(),
              words(Facets.USUAL, e.facets()));
      case IssueEvent.IssueEdited e ->
          of(Ref.Kind.ISSUE, e.id(), e.title(), e.description(), e.provision(), words(e.more()));
      case IssueEvent.TrackerOpened e -> of(Ref.Kind.TRACKER, e.key(), e.name());
      default -> null;
    };
  }

  private static String words(Facets usual, @Nullable Facets facets) {
    return Objects.requireNonNullElse(facets, usual).words();
  }

  private static String words(@Nullable FacetsChange change) {
    return Facets.USUAL.with(change).words();
  }

  private static @Nullable Said update(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          of(Ref.Kind.UPDATE, e.id(), e.title(), e.body(), provision(e.particulars()));
      case UpdateEvent.UpdateCorrected e ->
          of(Ref.Kind.UPDATE, e.id(), e.title(), e.body(), e.note(), provision(e.particulars()));
      case UpdateEvent.StageReached e -> of(Ref.Kind.UPDATE, e.id(), e.note());
      case UpdateEvent.UpdateRetracted e -> of(Ref.Kind.UPDATE, e.id(), e.reason());
      default -> null;
    };
  }

  private static @Nullable String provision(@Nullable Particulars particulars) {
    return particulars == null ? null : particulars.provision();
  }

  private static @Nullable String[] action(ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> texts(e.title(), e.description(), e.place());
      case ActionEvent.ActionEdited e -> texts(e.title(), e.description(), e.place(), e.outcome());
      case ActionEvent.ActionDetailed e -> details(e.details());
      case ActionEvent.ReplyRecorded e -> texts(e.reply().text());
      case ActionEvent.MinutesWritten e -> texts(e.text());
      case ActionEvent.Committed e -> texts(e.note());
      case ActionEvent.Answered e -> texts(e.note());
      default -> texts();
    };
  }

  private static @Nullable String[] texts(@Nullable String... texts) {
    return texts;
  }

  private static String[] details(Details details) {
    return Stream.concat(
            Stream.of(details.agenda(), details.channel(), details.receipt()),
            details.replies().stream().map(Details.Reply::text))
        .toArray(String[]::new);
  }
}
